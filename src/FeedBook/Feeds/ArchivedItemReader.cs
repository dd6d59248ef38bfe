using System.Globalization;
using FeedBook.Feeds.Dates;
using FeedBook.Feeds.Markup;
using FeedBook.Text;

namespace FeedBook.Feeds;

/// <summary>
/// A single archived item: front matter or none, a stamp <c>&lt;!--milliseconds--&gt;</c> or none, <c>[title](address)</c>, a rule of
/// hyphens, a date line or none, HTML.
/// </summary>
internal static class ArchivedItemReader
{
    private const int LongestHead = 16 * 1024;

    /// <summary>Whether the text begins as an archived item does.</summary>
    public static bool IsOne(string text) => Head.Read(text) is not null;

    /// <summary>The item as a feed of one; null when the text is no archived item.</summary>
    public static Feed? Read(string text, Uri? documentBase, FeedNotes notes)
    {
        if (Head.Read(text) is not { } head)
        {
            return null;
        }

        string body = FeedBook.Text.XmlText.Clean(text[head.BodyStart..].Trim());
        DateTimeOffset? published = head.Stamp;
        if (head.DateLine is not null)
        {
            published ??= Date(head.DateLine, notes);
        }

        // A stamp that is no number says that its writer had no date; the front matter's is then when the file was made.
        published ??= head.HasStamp ? null : Date(head.Front?.GetValueOrDefault("date"), notes);
        string? written = head.Link ?? head.Front?.GetValueOrDefault("from") ?? head.Front?.GetValueOrDefault("link")
            ?? head.Front?.GetValueOrDefault("url");
        Uri? address = Addresses.ResolveWeb(written, documentBase);
        if (written is not null && address is null)
        {
            notes.Count(Mend.Address, written);
        }

        string? title = PlainText.From(head.Title) ?? PlainText.From(head.Front?.GetValueOrDefault("title"));
        var item = new FeedItem
        {
            Id = address?.AbsoluteUri ?? "sha256:" + FeedBook.Text.StableId.Hash(title + "\n" + body, 32),
            Title = title,
            Address = address,
            ContentHtml = body.Length == 0 ? null : body,
            BaseAddress = address ?? documentBase,
            Published = published,
            Authors = PersonReader.Parse(head.Front?.GetValueOrDefault("author")) is { } author ? [author] : [],
            Categories = head.Front is null ? []
                : [.. FrontMatter.List(head.Front, "tags").Concat(FrontMatter.List(head.Front, "categories"))
                .Distinct(StringComparer.Ordinal)],
            Language =
                FeedBook.Text.LanguageTag.Normalize(head.Front?.GetValueOrDefault("lang") ?? head.Front?.GetValueOrDefault("language")),
        };
        return new Feed { Format = FeedFormat.Archive, Title = title, Items = [item] };
    }

    private static DateTimeOffset? Date(string? text, FeedNotes notes)
    {
        DateTimeOffset? date = FeedDate.Parse(text);
        if (date is null && !string.IsNullOrWhiteSpace(text))
        {
            notes.Date(text, null);
        }

        return date;
    }

    private sealed class Head
    {
        public Dictionary<string, string>? Front { get; private set; }

        public bool HasStamp { get; private set; }

        public DateTimeOffset? Stamp { get; private set; }

        public string? Title { get; private set; }

        public string? Link { get; private set; }

        public string? DateLine { get; private set; }

        public int BodyStart { get; private set; }

        public static Head? Read(string text)
        {
            var head = new Head();
            int at = SkipSpace(text, 0);
            head.Front = FrontMatter.Read(text, ref at);
            at = SkipSpace(text, at);
            head.ReadStamp(text, ref at);
            at = SkipSpace(text, at);
            bool titled = head.ReadTitle(text, ref at);
            head.BodyStart = at;
            if (!titled)
            {
                // Without its title line an archived item is told from a page by its stamp or its front matter alone.
                return head.HasStamp || head.Front is not null ? head : null;
            }

            return head.ReadRule(text, ref at) || head.HasStamp || head.Front is not null ? head : null;
        }

        private void ReadStamp(string text, ref int at)
        {
            if (string.CompareOrdinal(text, at, "<!--", 0, 4) != 0)
            {
                return;
            }

            int end = text.IndexOf("-->", at + 4, Math.Min(64, text.Length - at - 4), StringComparison.Ordinal);
            if (end < 0)
            {
                return;
            }

            string stamp = text[(at + 4)..end].Trim();
            bool number =
                double.TryParse(stamp, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                out double milliseconds);
            if (!number && stamp is not ("NaN" or "null" or "undefined" or "Invalid Date" or ""))
            {
                return;
            }

            HasStamp = true;
            at = end + 3;
            if (number && milliseconds is > 0 and < 253_402_300_800_000)
            {
                Stamp = DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);
            }
        }

        // '[title](address)' on a line; the title may hold brackets, the address may hold parentheses.
        private bool ReadTitle(string text, ref int at)
        {
            if (at >= text.Length || text[at] != '[')
            {
                return false;
            }

            int rule = text.IndexOf("\n---", at, Math.Min(LongestHead, text.Length - at), StringComparison.Ordinal);
            int line = text.IndexOf('\n', at);
            int end = rule >= 0 ? rule : line >= 0 ? line : text.Length;
            ReadOnlySpan<char> whole = text.AsSpan(at, end - at).TrimEnd();
            int middle = whole.LastIndexOf("](");
            if (middle < 0 || whole[^1] != ')')
            {
                return false;
            }

            Title = whole[1..middle].ToString();
            Link = whole[(middle + 2)..^1].Trim().ToString();
            at = end;
            return true;
        }

        private bool ReadRule(string text, ref int at)
        {
            at = SkipSpace(text, at);
            int start = at;
            while (at < text.Length && text[at] == '-')
            {
                at++;
            }

            bool rule = at - start >= 3;
            at = SkipSpace(text, at);
            int line = text.IndexOf('\n', at);
            string first = text[at..(line < 0 ? text.Length : line)];
            int colon = first.AsSpan().IndexOfAny('：', ':');
            if (colon > 0 && first.Length < 100 && first[..colon].Trim().ToLowerInvariant() is "日期" or "时间" or "時間" or "发布时间" or "發佈時間"
                or "date" or "published")
            {
                DateLine = first[(colon + 1)..].Trim();
                at = line < 0 ? text.Length : line + 1;
            }

            BodyStart = at;
            return rule;
        }

        private static int SkipSpace(string text, int at)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF'))
            {
                at++;
            }

            return at;
        }
    }
}
