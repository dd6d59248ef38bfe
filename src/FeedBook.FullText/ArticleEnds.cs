using System.Text.RegularExpressions;
using FeedBook.Html.Tree;

namespace FeedBook.FullText;

/// <summary>
/// Takes the lines off the article's ends that are the page's: before the first paragraph its title, its author and its date again, which
/// the chapter shows itself; behind the last one where to follow its author, and a heading that nothing follows.
/// </summary>
internal sealed partial class ArticleEnds
{
    private const int LongestLine = 120, LongestNote = 400, MostLines = 12;

    private readonly MarkupNode main;
    private readonly TextTable text;
    private readonly PageMetadata metadata;
    private readonly List<MarkupNode> lines = [];

    private readonly PageCuts cuts;

    private ArticleEnds(MarkupNode main, TextTable text, PageMetadata metadata, PageCuts cuts)
    {
        (this.main, this.text, this.metadata, this.cuts) = (main, text, metadata, cuts);
        for (MarkupNode? node = main; node is not null; node = node.Following(main))
        {
            if (!node.IsText && text[node].Own > 0 && node.IsBlock && node != main)
            {
                lines.Add(node);
            }
        }
    }

    /// <summary>Trims the part.</summary>
    public static void Trim(MarkupNode main, TextTable text, PageMetadata metadata, PageCuts cuts)
    {
        var ends = new ArticleEnds(main, text, metadata, cuts);
        ends.TrimStart();
        ends.TrimEnd();
    }

    private void TrimStart()
    {
        string title = KeyOf(metadata.Title), byline = KeyOf(metadata.Byline);
        int last = Math.Min(MostLines, lines.Count - 1);
        int heading = lines.FindIndex(0, Math.Max(0, last), line => IsTitle(line, title));
        for (int i = 0; i < last && !text[lines[i]].IsProse; i++)
        {
            MarkupNode line = lines[i];
            if (text[line].Own == text[line].Letters && text[line].Own < LongestLine && !InFigure(line) && !InPiece(line)
                && (i < heading || IsTitle(line, title) || IsByline(line, byline)))
            {
                cuts.Cut(line);
            }
        }
    }

    private static bool IsTitle(MarkupNode line, string title)
    {
        if (line.Tag == Tag.H1)
        {
            return true;
        }

        string key = KeyOf(line.PlainText);
        return key.Length > 12 && title.Length > 0 && (key == title || Tags.IsHeading(line.Tag))
            && (title.Contains(key, StringComparison.Ordinal) || key.Contains(title, StringComparison.Ordinal));
    }

    // A line that is little more than the author's name, or a date.
    private static bool IsByline(MarkupNode line, string byline)
    {
        string key = KeyOf(line.PlainText);
        bool named = byline.Length > 4 && key.Contains(byline, StringComparison.Ordinal) && key.Length < byline.Length + 40;
        return named || (key.Length < 60 && (line.Find(Tag.Time) is not null || Date().IsMatch(line.PlainText) || line.Tag == Tag.Time));
    }

    private void TrimEnd()
    {
        for (int i = lines.Count - 1, count = 0; i > 0 && count < MostLines; i--, count++)
        {
            MarkupNode line = lines[i];
            if (!main.Contains(line))
            {
                continue;
            }

            if (InFigure(line) || InPiece(line) || !IsNote(line))
            {
                return;
            }

            cuts.Cut(line);
        }
    }

    private bool IsNote(MarkupNode line)
    {
        TextAmount amount = text[line];
        if (Tags.IsHeading(line.Tag))
        {
            return true;
        }

        if (amount.Own != amount.Letters || amount.Own > LongestNote)
        {
            return false;
        }

        bool wholeSlanted = IsSlanted(line);
        return (amount.OwnLinked > 0 && (wholeSlanted || LeadsToProfile(line))) || (amount.OwnLinked * 4 > amount.Own * 3
            && amount.Own < LongestLine)
            || (!amount.IsProse && amount.Own < LongestLine && line.Find(Tag.Time) is not null);
    }

    private static bool IsSlanted(MarkupNode line)
    {
        for (MarkupNode? at = line; at is not null; at = at.Following(line))
        {
            if (at.IsText && at.Text.AsSpan().Trim().Length > 1 && at.Closest(Tag.Em) is null && at.Closest(Tag.I) is null)
            {
                return false;
            }
        }

        return true;
    }

    // Where people are followed and written to: an address of mail, or a path that is one name alone.
    private static bool LeadsToProfile(MarkupNode line)
    {
        int profiles = 0, others = 0;
        for (MarkupNode? at = line; at is not null; at = at.Following(line))
        {
            if (at.Tag == Tag.A && at.Attribute("href") is { Length: > 0 } link)
            {
                _ = Profile().IsMatch(link) ? profiles++ : others++;
            }
        }

        return profiles > others;
    }

    private static bool InFigure(MarkupNode line) => line.Closest(Tag.Figure) is not null || line.Closest(Tag.Figcaption) is not null;

    private static bool InPiece(MarkupNode line) => line.Closest(Tag.Table) is not null || line.Closest(Tag.Blockquote) is not null
        || line.Closest(Tag.Pre) is not null || line.Closest(Tag.Li) is not null || line.Closest(Tag.Dl) is not null
        || line.Any(each => Tags.IsImage(each.Tag) || each.Tag is Tag.Iframe or Tag.Video);

    private static string KeyOf(string? words) =>
        words is null ? "" : string.Concat(words.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"(?<!\d)(?:19|2[05])\d\d(?!\d)\s*(?:[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}|[,\s]*(?:at|às|um|à)?\s*\d{1,2}[:h]\d\d)|"
        + @"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|2[05])\d\d|"
        + @"\d{1,2}\.?\s+(?:de\s+)?[\p{L}\p{M}]{3,12}\.?,?\s+(?:de\s+)?(?:19|2[05])\d\d|"
        + @"[\p{L}\p{M}]{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|2[05])\d\d",
        RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^mailto:|^https?://(?:www\.|m\.|mobile\.)?(?:twitter|x|facebook|instagram|threads|linkedin|mastodon|bsky|weibo|t|"
        + @"tiktok|youtube)\.[a-z]+/[^/?#]+(?:/[^/?#]+)?/?(?:\?.*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Profile();
}
