using System.Globalization;
using System.Text;
using FeedBook.Content;

namespace FeedBook.Corpus;

/// <summary>Looks for every word of a chapter in its printed text, in reading order.</summary>
internal static class PrintedWords
{
    private const char SoftHyphen = '\u00AD';

    /// <summary>
    /// The words of a chapter that its printed text does not hold in their order, with some words around; none when all is well.
    /// </summary>
    /// <param name="chapter">The chapter: title, text, notes.</param>
    /// <param name="printed">What was read from its pages.</param>
    /// <returns>How many words were looked for, and what is missing.</returns>
    public static (int Words, IReadOnlyList<string> Missing) Compare(Chapter chapter, string printed)
    {
        var missing = new List<string>();
        List<string> found = Words(printed);
        List<string> wanted = Words(chapter.Title + "\n" + string.Join('\n', chapter.Article.Blocks.Select(ContentText.Of)));
        Look(wanted, found, missing);

        // Notes stand at the feet of pages, each whole, in the order in which they are called; or after the text.
        int words = wanted.Count;
        foreach (Footnote note in chapter.Article.Notes)
        {
            List<string> text = Words(string.Join('\n', note.Blocks.Select(ContentText.Of)));
            words += text.Count;
            Look(text, found, missing);
        }

        return (words, missing);
    }

    /// <summary>
    /// The words of a text; where a script has no spaces between words, each character. A word divided at a line's end is one.
    /// </summary>
    internal static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        bool isDivided = false;
        foreach (Rune rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (rune.Value == SoftHyphen)
            {
                isDivided = true;
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                // The division stands at the line's end.
                if (!isDivided)
                {
                    End();
                }
            }
            else if (IsSilent(rune))
            {
                continue;
            }
            else if (IsAlone(rune))
            {
                isDivided = false;
                End();
                words.Add(rune.ToString());
            }
            else
            {
                isDivided = false;
                // Signs for several letters, as the text's author may have typed them; MuPDF spells them out.
                word.Append(rune.Value is >= 0xFB00 and <= 0xFB06 ? rune.ToString().Normalize(NormalizationForm.FormKC) : rune.ToString());
            }
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    // Between the words that agree, what is wanted must at least stand among what was found when spaces do not count:
    // a number of a note stands close to its word, an address is divided over lines.
    private static void Look(List<string> wanted, List<string> found, List<string> missing)
    {
        foreach ((Range want, Range got) in WordDifference.Of(wanted, found))
        {
            string[] lost = [.. wanted[want]];
            string[] there = [.. found[got]];
            if (lost.Length > 0 && !Holds(string.Concat(there), lost))
            {
                (int start, int length) = want.GetOffsetAndLength(wanted.Count);
                string before = string.Join(' ', wanted[Math.Max(0, start - 3)..start]);
                missing.Add($"{before} «{Cut(string.Join(' ', lost))}» found «{Cut(string.Join(' ', there))}»");
            }
        }
    }

    // In order. A number of a note may stand inside of a word that a dash joins to the next: signs count for themselves.
    private static bool Holds(string text, string[] words)
    {
        int at = 0;
        foreach (string part in words.SelectMany(Parts))
        {
            int next = text.IndexOf(part, at, StringComparison.Ordinal);
            if (next < 0)
            {
                return false;
            }

            at = next + part.Length;
        }

        return true;
    }

    private static IEnumerable<string> Parts(string word)
    {
        int start = 0;
        for (int i = 1; i <= word.Length; i++)
        {
            if (i == word.Length || char.IsPunctuation(word[i]) || char.IsPunctuation(word[i - 1]))
            {
                yield return word[start..i];
                start = i;
            }
        }
    }

    private static string Cut(string text) => text.Length <= 160 ? text : text[..160] + "…";

    // What is not seen: joiners, marks of direction, selectors of variants.
    private static bool IsSilent(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control || rune.Value is (>= 0xFE00 and <= 0xFE0F)
        or (>= 0xE0100 and <= 0xE01EF) or 0x34F or 0x115F or 0x1160 or 0x3164;

    private static bool IsAlone(Rune rune) =>
        rune.Value is (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE4F)
        or (>= 0xFF00 and <= 0xFFEF) or (>= 0x20000 and <= 0x3FFFF);
}
