using System.Net;
using System.Text;

namespace FeedBook.Books;

/// <summary>
/// The words of an item, made to be compared: whether two items are the same article is said by their texts, not by their titles.
/// </summary>
internal sealed class ArticleTexts
{
    // As many letters in a row say that something was copied; two articles on one thing share names and phrases, but few such runs.
    private const int Run = 12;

    private const int Longest = 200_000;

    private readonly string letters;
    private HashSet<ulong>? runs;

    private ArticleTexts(string letters) => this.letters = letters;

    /// <summary>Whether there are no words.</summary>
    public bool IsEmpty => letters.Length == 0;

    /// <summary>The words of an item, its content and else its summary.</summary>
    public static ArticleTexts Of(FeedItem item) => new(Letters(item.ContentHtml ?? item.SummaryHtml ?? ""));

    /// <summary>How much of the shorter text stands in the longer one, between 0 and 1; 0 where one of them is empty.</summary>
    public double Shared(ArticleTexts other)
    {
        (ArticleTexts shorter, ArticleTexts longer) = letters.Length <= other.letters.Length ? (this, other) : (other, this);
        if (shorter.letters.Length < 2 * Run)
        {
            return !shorter.IsEmpty && longer.letters.Contains(shorter.letters, StringComparison.Ordinal) ? 1 : 0;
        }

        HashSet<ulong> all = longer.runs ??= [.. longer.Runs()];
        int found = 0, count = 0;
        foreach (ulong run in shorter.Runs())
        {
            count++;
            found += all.Contains(run) ? 1 : 0;
        }

        return (double)found / count;
    }

    /// <summary>How many times longer the longer text is.</summary>
    public double Ratio(ArticleTexts other) =>
        (double)Math.Max(letters.Length, other.letters.Length) / Math.Max(1, Math.Min(letters.Length, other.letters.Length));

    // The sum of each run's letters in powers of a number, made from the one before it; the same in every process.
    private IEnumerable<ulong> Runs()
    {
        const ulong Base = 0x100000001B3;
        ulong sum = 0, last = 1;
        for (int at = 0; at < letters.Length; at++)
        {
            if (at < Run)
            {
                last *= Base;
            }

            sum = (sum * Base) + letters[at] - (at >= Run ? letters[at - Run] * last : 0);
            if (at >= Run - 1)
            {
                yield return sum;
            }
        }
    }

    private static string Letters(string html)
    {
        string text = html.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(html) : html;
        var kept = new StringBuilder(Math.Min(text.Length, Longest));
        for (int i = 0; i < text.Length && kept.Length < Longest; i++)
        {
            // A tag, also one that was escaped and is decoded by now.
            if (text[i] == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '/' or '!')
                && text.IndexOf('>', i) is >= 0 and int end)
            {
                i = end;
            }
            else if (char.IsLetterOrDigit(text[i]))
            {
                kept.Append(char.ToLowerInvariant(text[i]));
            }
        }

        return kept.ToString();
    }
}
