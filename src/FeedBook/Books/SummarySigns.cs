using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedBook.Feeds;

namespace FeedBook.Books;

/// <summary>
/// Whether a feed gives summaries alone. An item by itself may be short and whole; what its text ends with, whether it leads to its own
/// page
/// there, and what its neighbours in the feed do, decide together. The page has the last word: it must say clearly more.
/// </summary>
internal static partial class SummarySigns
{
    // In letters: shorter than a news item's first paragraphs; as long as no summary; the part of a text that its end is read from.
    private const int Short = 700, Whole = 3000, Tail = 500;

    /// <summary>For each item, whether its page is worth asking for.</summary>
    public static ImmutableArray<bool> Of(ImmutableArray<FeedItem> items)
    {
        Look[] looks = [.. items.Select(Look.At)];
        Look[] worded = [.. looks.Where(look => look.Letters > 0)];
        int cut = worded.Count(look => look.IsCut);

        // A feed that cuts half of its items cuts them all; those that come out whole were short. One whose texts all end at the same
        // length cuts them there.
        bool cuts = cut * 2 > worded.Length || SameLength(worded);
        return [.. looks.Select(look => look.Letters < Short || (look.Letters < Whole && (look.IsCut || cuts)))];
    }

    private static bool SameLength(Look[] looks)
    {
        if (looks.Length < 4)
        {
            return false;
        }

        int[] lengths = [.. looks.Select(look => look.Letters).Order()];
        int low = lengths[lengths.Length / 4], high = lengths[lengths.Length * 3 / 4];
        return high - low <= Math.Max(20, high / 12);
    }

    private readonly record struct Look(int Letters, bool IsCut)
    {
        public static Look At(FeedItem item)
        {
            string html = item.ContentHtml ?? "";
            int letters = TextSample.Of(html, Whole + 1).Own;
            return new Look(letters, letters < Whole && EndsCut(html, item));
        }

        private static bool EndsCut(string html, FeedItem item)
        {
            string tail = html.Length > Tail ? html[^Tail..] : html;
            string words = Markup().Replace(tail, " ").TrimEnd();
            return Ellipsis().IsMatch(words) || LeadsToItself(tail, item.Address);
        }

        // 'Read more', in whatever language: the last link is to the item itself and nothing follows it.
        private static bool LeadsToItself(string tail, Uri? address)
        {
            int link = tail.LastIndexOf("<a ", StringComparison.OrdinalIgnoreCase);
            if (link < 0 || address is null)
            {
                return false;
            }

            int end = tail.IndexOf("</a>", link, StringComparison.OrdinalIgnoreCase);
            string path = address.AbsolutePath.TrimEnd('/');
            return end > 0 && path.Length > 1 && tail.AsSpan(link, end - link).Contains(path, StringComparison.OrdinalIgnoreCase)
                && TextSample.Of(tail[(end + 4)..]).Own < 3;
        }
    }

    [GeneratedRegex(@"(?:…|\.\.\.|&hellip;|&#8230;|&#x2026;|\[…\]|\[\.\.\.\]|\[&hellip;\]|\[&#8230;\])[\s\]\)»""”>]*(?:[^.!?。]{0,40})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ellipsis();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
