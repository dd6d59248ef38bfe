using System.Globalization;
using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf.Text.Words;

/// <summary>
/// Where lines may end in scripts that leave no space between words (class SA of UAX #14). Thai, Lao, Khmer and Burmese are broken between
/// words, by the way through a text that leaves the fewest letters to no known word, and then takes the fewest words; other scripts of the
/// kind between syllables, which is reported.
/// </summary>
internal static class WordBreaks
{
    // What one letter outside any known word costs, in words.
    private const int UnknownLetter = 8;

    // A writer without any space makes no difference to what is a word; the way is found piece by piece.
    private const int LongestPiece = 2000;

    private static readonly Lazy<WordList> Thai = new(() => WordList.Read("th"));
    private static readonly Lazy<WordList> Lao = new(() => WordList.Read("lo"));
    private static readonly Lazy<WordList> Khmer = new(() => WordList.Read("km"));
    private static readonly Lazy<WordList> Burmese = new(() => WordList.Read("my"));

    /// <summary>Allows the breaks between words that the rules of UAX #14 leave to a dictionary.</summary>
    /// <param name="text">The text.</param>
    /// <param name="breaks">As <see cref="LineBreakRules.Find"/> gave them; breaks are only added.</param>
    /// <param name="withoutWords">Receives the English names of scripts that are broken between syllables.</param>
    public static void Add(string text, BreakKind[] breaks, ICollection<string> withoutWords)
    {
        // None of these scripts begins below Thai.
        if (!text.AsSpan().ContainsAnyInRange('\u0E00', '\uFFFF'))
        {
            return;
        }

        UnicodeTable unicode = UnicodeTable.Instance;
        for (int i = 0; i < text.Length;)
        {
            int script = ScriptAt(unicode, text, i, out int length);
            int end = i + length;
            if (script < 0)
            {
                i = end;
                continue;
            }

            while (end < text.Length && end - i < LongestPiece
                && (ScriptAt(unicode, text, end, out length) == script || Characters.IsExtender(Characters.At(text, end, out length))))
            {
                end += length;
            }

            Break(text, i, end, unicode, script, breaks, withoutWords);
            i = end;
        }
    }

    private static void Break(string text, int start, int end, UnicodeTable unicode, int script, BreakKind[] breaks,
        ICollection<string> withoutWords)
    {
        bool[] syllables = Syllables(text.AsSpan(start, end - start));
        WordList? words = unicode.ScriptTag(script) switch
        {
            "thai" => Thai.Value,
            "laoo" => Lao.Value,
            "khmr" => Khmer.Value,
            "mymr" => Burmese.Value,
            _ => null,
        };
        if (words is null && Array.IndexOf(syllables, true, 1) > 0)
        {
            withoutWords.Add(unicode.ScriptName(script));
        }

        bool[] found = words is null ? syllables : WordStarts(text.AsSpan(start, end - start), syllables, words);
        for (int i = 1; i < found.Length; i++)
        {
            if (found[i] && breaks[start + i] == BreakKind.None)
            {
                breaks[start + i] = BreakKind.Allowed;
            }
        }
    }

    /// <summary>The cheapest way from the end to the beginning.</summary>
    private static bool[] WordStarts(ReadOnlySpan<char> text, bool[] syllables, WordList words)
    {
        int length = text.Length;
        var cost = new int[length + 1];
        var next = new int[length];
        var known = new bool[length];
        var lengths = new List<int>();
        for (int i = length - 1; i >= 0; i--)
        {
            (cost[i], next[i]) = (cost[i + 1] + UnknownLetter, i + 1);
            if (!syllables[i])
            {
                continue;
            }

            lengths.Clear();
            words.FindAll(text[i..], lengths);
            foreach (int word in lengths)
            {
                int after = i + word;
                if ((after == length || syllables[after]) && cost[after] + 1 <= cost[i])
                {
                    (cost[i], next[i], known[i]) = (cost[after] + 1, after, true);
                }
            }
        }

        // Letters of no known word, a name perhaps, stay together.
        var starts = new bool[length];
        bool before = true;
        for (int i = 0; i < length; i = next[i])
        {
            starts[i] = known[i] || before;
            before = known[i];
        }

        return starts;
    }

    /// <summary>Where a syllable may begin: not at marks, not behind a vowel written before its consonant, not within stacks.</summary>
    private static bool[] Syllables(ReadOnlySpan<char> text)
    {
        var starts = new bool[text.Length];
        for (int i = 0; i < text.Length;)
        {
            int c = Characters.At(text, i, out int length);
            starts[i] = i == 0 || !(IsTied(text, i, c, length) || JoinsNext(text, i));
            i += length;
        }

        return starts;
    }

    private static bool IsTied(ReadOnlySpan<char> text, int at, int c, int length)
    {
        bool mark = CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark;

        // Thai and Lao vowels and signs that follow their consonant; a Burmese consonant that is killed or stacked closes the syllable
        // before it.
        return mark || c is 0x200C or 0x200D or (>= 0xE2F and <= 0xE33) or 0xE45 or 0xE46 or (>= 0xEAF and <= 0xEB3) or 0xEBD or 0xEC6
            || (c is >= 0x1000 and <= 0x103F && at + length < text.Length && IsKilled(text, at + length));
    }

    private static bool IsKilled(ReadOnlySpan<char> text, int at)
    {
        char mark = text[at];
        return mark is '\u103A' or '\u1039' || (mark == '\u1037' && at + 1 < text.Length && text[at + 1] == '\u103A');
    }

    private static bool JoinsNext(ReadOnlySpan<char> text, int at) =>
        text[at - 1] is (>= '\u0E40' and <= '\u0E44') or (>= '\u0EC0' and <= '\u0EC4') or '\u17D2' or '\u1039' or '\u1A60';

    private static int ScriptAt(UnicodeTable unicode, ReadOnlySpan<char> text, int at, out int length)
    {
        int c = Characters.At(text, at, out length);
        if (c < 0xE00)
        {
            return -1;
        }

        CharacterFacts facts = unicode[c];
        return facts.LineBreak == LineBreakClass.SA ? facts.Script : -1;
    }
}
