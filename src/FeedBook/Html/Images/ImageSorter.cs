using System.Text;
using System.Text.RegularExpressions;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Images;

/// <summary>Tells the article's pictures from what belongs to the page: counters, icons, avatars, advertisements, teasers.</summary>
internal static partial class ImageSorter
{
    // Larger ones are pictures even where a class calls them an icon.
    private const int LargestIcon = 64, LargestInLine = 40;

    // An article that has less beside a picture may be all about it.
    private const int LeastText = 200;

    /// <summary>Why the picture is none of the article's; null when it may be one.</summary>
    public static (string Id, string Reason)? Refuse(SourceImage picture)
    {
        MarkupNode node = picture.Node;
        string address = picture.Candidates[0].OriginalString;
        bool telling = picture.HasTellingAddress;
        if (IsPixel(picture) || (telling && Counter().IsMatch(address)) || OnePixel(node))
        {
            return (DiagnosticIds.TrackingPixel, "A picture that counts readers was left out.");
        }

        if (Placeholders.Has(address) && !IsSmallPicture(picture, address))
        {
            return (DiagnosticIds.PageFurniture, "A blank picture was left out.");
        }

        if (telling && AdvertisementAddress().IsMatch(address))
        {
            return (DiagnosticIds.PageFurniture, "An advertisement's or a share button's picture was left out.");
        }

        bool small = picture.Width <= LargestIcon && picture.Height <= LargestIcon;
        string words = node.Words;
        if ((words.AsSpan().ContainsAny(WordMarks) && Avatar().IsMatch(words)) || (telling && AvatarAddress().IsMatch(address)))
        {
            return (DiagnosticIds.PageFurniture, "An avatar was left out.");
        }

        if (telling && (picture.Width ?? 0) <= LargestIcon && IconAddress().IsMatch(address) && !HasTextBeside(node))
        {
            return (DiagnosticIds.PageFurniture, "An icon was left out.");
        }

        if (small && picture.Width is not null && node.Closest(Tag.A) is { } link && !link.HasWords && Share().IsMatch(link.Attribute("href") ?? ""))
        {
            return (DiagnosticIds.PageFurniture, "A share button's picture was left out.");
        }

        return IsCard(node) ? (DiagnosticIds.PageFurniture, "The picture of a link to another article was left out.") : Around(node);
    }

    // A link that holds a headline with its picture leads to another article. A link that calls itself a download, and a headed box around
    // nothing but a picture that leads to a front page, are the house's own.
    private static bool IsCard(MarkupNode node)
    {
        if (node.Closest(Tag.A) is not { } link || link.Attribute("href") is not { Length: > 1 } href || href[0] == '#')
        {
            return false;
        }

        if (link.Any(part => Tags.IsHeading(part.Tag) && part.HasWords && !part.Contains(node)))
        {
            return true;
        }

        if (link.TextLength >= 15 && node.Closest(Tag.Aside) is not null && !PictureFile().IsMatch(href))
        {
            return true;
        }

        return !link.HasWords && ((Download().IsMatch(link.Words) && !PictureFile().IsMatch(href)) || (SectionPage().IsMatch(href) && IsInHeadedBox(link)));
    }

    // A box beside the article's text with a heading of its own, and nothing in it but the picture.
    private static bool IsInHeadedBox(MarkupNode link)
    {
        MarkupNode box = link.Parent!;
        bool headed = false;
        for (MarkupNode? part = box.First; part is not null; part = part.Next)
        {
            bool heading = part.Tag == Tag.Header || Tags.IsHeading(part.Tag);
            headed |= heading;
            if (!heading && part.HasWords)
            {
                return false;
            }
        }

        MarkupNode root = box;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return headed && root.TextLength - box.TextLength > LeastText;
    }

    /// <summary>Whether the picture stands in its line of text like a letter.</summary>
    public static bool IsInLine(SourceImage picture)
    {
        MarkupNode node = picture.Node;
        Uri address = picture.Candidates[0];
        bool telling = picture.HasTellingAddress, named = node.Words.AsSpan().ContainsAny(WordMarks);
        if ((named && Smiley().IsMatch(node.Words)) || (telling && SmileyAddress().IsMatch(address.AbsolutePath)))
        {
            return true;
        }

        bool beside = HasTextBeside(node);
        if ((named && Formula().IsMatch(node.Words)) || (telling && (FormulaAddress().IsMatch(address.OriginalString) || (beside && IconAddress().IsMatch(address.OriginalString)))))
        {
            return true;
        }

        // The symbol that opens a list item, its words on the same line.
        if (node.Closest(Tag.Li) is { } item && picture is { Width: null or <= LargestIcon } && TextOnSide(node, forward: true) && !TextOnSide(node, forward: false) && item.TextLength < 400)
        {
            return true;
        }

        return (picture.Height ?? picture.Width) <= LargestInLine && (beside || picture.Width <= LargestInLine);
    }

    // What stands around the picture: the author's box, a teaser card, an advertisement.
    private static (string, string)? Around(MarkupNode node)
    {
        int steps = 0;
        for (MarkupNode? around = node.Parent; around is not null && around.Tag != Tag.Root && steps < 12; around = around.Parent, steps++)
        {
            if (around.Named.Ask(NamesFurniture))
            {
                string words = around.Words;
                if (steps < 5 && AuthorBox().IsMatch(words) && around.TextLength < 600)
                {
                    return (DiagnosticIds.PageFurniture, "An author's picture was left out.");
                }

                if (Teaser().IsMatch(words) && around.TextLength < 1_500)
                {
                    return (DiagnosticIds.PageFurniture, "A teaser's picture was left out.");
                }

                if (Advertisement().IsMatch(words) && around.TextLength < 200 && !around.Any(part => Tags.IsHeading(part.Tag) || part.Tag == Tag.Figcaption))
                {
                    return (DiagnosticIds.PageFurniture, "An advertisement's picture was left out.");
                }
            }
        }

        return null;
    }

    // Few bytes can draw a chart: one that the source describes is no blank.
    private static bool IsSmallPicture(SourceImage picture, string address) =>
        address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(picture.AlternativeText);

    private static bool IsPixel(SourceImage picture) => picture switch
    {
        { Width: <= 3, Height: <= 3 } => true,
        { Width: 1 or 2, Height: null } or { Width: null, Height: 1 or 2 } => true,
        { Width: 1 } or { Height: 1 } => true,
        _ => false,
    };

    private static bool OnePixel(MarkupNode node) =>
        node.Attribute("style") is { } style && TinyStyle().IsMatch(style);

    /// <summary>Whether words stand in the picture's own line, before it or after it.</summary>
    public static bool HasTextBeside(MarkupNode node) => TextOnSide(node, forward: false) || TextOnSide(node, forward: true);

    /// <summary>Whether words stand directly before or after the node in its own line.</summary>
    public static bool TextOnSide(MarkupNode node, bool forward)
    {
        MarkupNode? at = node;
        while (at is not null && !Tags.IsBlock(at.Tag))
        {
            for (MarkupNode? side = forward ? at.Next : at.Previous; side is not null; side = forward ? side.Next : side.Previous)
            {
                if (side.Tag == Tag.Br || Tags.IsBlock(side.Tag))
                {
                    return false;
                }

                if (side.HasWords)
                {
                    return true;
                }
            }

            at = at.Parent;
        }

        return false;
    }

    /// <summary>Whether one of the patterns may find something in the address. A search for all their words is much quicker than they are.</summary>
    public static bool Tells(string address) => !Ascii.IsValid(address) || address.Contains('%', StringComparison.Ordinal) || address.Contains("/~", StringComparison.Ordinal) || HoldsMark(address);

    private static bool HoldsMark(ReadOnlySpan<char> address)
    {
        foreach (System.Buffers.SearchValues<string> marks in AddressMarks)
        {
            if (address.ContainsAny(marks))
            {
                return true;
            }
        }

        return false;
    }

    // One of these is in every address that the patterns for addresses find; the percent sign may hide any.
    // Searched a few at a time, those that start alike together: one search for all of them is four times slower, for it looks twice at most letters.
    private static readonly System.Buffers.SearchValues<string>[] AddressMarks = [.. ((string[])
        ["clientViewed", "pixel", "stats.", "feedsportal", "track", "beacon", "count", "cpx", "piwik", "matomo", "impression", "b.gif", "tags.", "insight.", "scorecardresearch", "imrworldwide", "google-analytics",
        "open.aspx", "vgwort", "__ptq", "spinfo", "doubleclick", "pheedo", "syndication", "adserver", "feedblitz", "addtoany", "sharethis", "amazon", "?g=", "avatar", "ico", "icn", "btn", "button", "zoom", "magnif", "loupe",
        "lupe", "play", "sprite", "arrow", "bullet", "print", "facebook", "twitter", "reddit", "digg", "delicious", "stumble", "whatsapp", "error", "filetype", "sigline", "share", "emo", "smil", "mathtex", "mathtran", "latex",
        "math/render", "cht=tx", "tex="]).Order(StringComparer.OrdinalIgnoreCase).Chunk(16).Select(static some => System.Buffers.SearchValues.Create(some, StringComparison.OrdinalIgnoreCase))];

    // One of these is in every word that the patterns for the picture's own words find.
    private static readonly System.Buffers.SearchValues<string> WordMarks = System.Buffers.SearchValues.Create(
        ["avatar", "userpic", "author-", "byline-", "smil", "emo", "math", "tex", "mwe", "formula", "equation"], StringComparison.OrdinalIgnoreCase);

    // One of these is in every word that the three patterns around a picture look for.
    private static readonly System.Buffers.SearchValues<string> AroundMarks = System.Buffers.SearchValues.Create(
        ["auth", "autor", "byline", "profile-card", "contributor", "teaser", "related", "read", "recommend", "see", "more", "newsletter", "subscribe", "signup", "app", "qr", "promo", "lire", "leer", "yarpp",
        " ad", "-ad", "_ad", "banner", "sponsor", "anzeige", "publici", "werbung", "reklam"], StringComparison.Ordinal);

    // Whether one of the patterns of what stands around a picture may find something in the words.
    private static readonly WordRule<bool> NamesFurniture = new(static words => words.Length > 6 && words.AsSpan().ContainsAny(AroundMarks));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?<![-\w])(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)", Options)]
    private static partial Regex TinyStyle();

    // Counters of feed and blog services, and the common names of counting scripts.
    [GeneratedRegex(@"//feeds\.feedburner\.com/~r/|/~[4r]/|[?&]event=post\.clientViewed|//(?:pixel|stats)\.(?:wp|wordpress)\.com/|feedsportal\.com/.*\.(?:img|gif)$|/(?:pixel|tracker?|tracking|beacon|counter|cpx|count|piwik|matomo|impression)s?\.(?:gif|png|php)|/b\.gif\?|//(?:tags|insight|b\.scorecardresearch|secure-us\.imrworldwide|sb\.scorecardresearch)\.|google-analytics\.com|/track/evnt|/open\.aspx\?|vgwort\.de/na/|/republish-tracker|/__ptq\.gif|/piwik\.php|/matomo\.php|/spinfo", Options)]
    private static partial Regex Counter();

    [GeneratedRegex(@"//feeds\.feedburner\.com/~(?:ff|f|a)/|/~ff/|//(?:feedads|ads|ad|da|pi|rss|images)\.(?:g\.doubleclick|pheedo|feedsportal|doubleclick)|doubleclick\.net|pheedo\.(?:com|net)|feedsportal\.com|/~[ac]/|googlesyndication|/adserver/|//assets\.feedblitz\.com/i/|/addtoany|/sharethis|amazon-adsystem\.com|//ws-na\.amazon|//ir-[a-z]{2}\.amazon|\?g=\d+$", Options)]
    private static partial Regex AdvertisementAddress();

    [GeneratedRegex(@"[ _-](?:avatar|gravatar|userpic|author-(?:image|photo|img|pic|avatar)|byline-(?:image|photo))(?:[ _-]|$)", Options)]
    private static partial Regex Avatar();

    [GeneratedRegex(@"gravatar\.com/avatar|/avatars?/", Options)]
    private static partial Regex AvatarAddress();

    [GeneratedRegex(@"/(?:ico|icn|icon|btn|button)[_-][a-z0-9._-]*\.(?:gif|png|svg)(?:\?|$)|/(?:[a-z0-9._-]*[_-])?(?:icons?|ico|icn|zoom|magnify|magnifier|loupe|lupe|play|sprite|arrow|bullet|logo-print|print|facebook|twitter|reddit|digg|delicious|stumble(?:it|upon)?|whatsapp|error)(?:[_-]?(?:icon|large|small|big|white|black|gr[ae]y|\d+(?:x\d+)?))*\.(?:gif|png|svg|jpg)(?:\?|$)|/(?:workflow-)?icons?/|/filetype/|/sigline\.|/sprites?/|/share/", Options)]
    private static partial Regex IconAddress();

    [GeneratedRegex(@"facebook\.com/(?:sharer|share)|twitter\.com/(?:share|intent|home\?status)|/sharer?\.php|[?&](?:url|u)=http|share", Options)]
    private static partial Regex Share();

    [GeneratedRegex(@"[ _-](?:app-?)?download(?:[ _-]|$)", Options)]
    private static partial Regex Download();

    [GeneratedRegex(@"\.(?:jpe?g|png|gif|webp)(?:$|[?#])", Options)]
    private static partial Regex PictureFile();

    // The front page or a section of the site: no more than one step down.
    [GeneratedRegex(@"^(?:https?://[^/]+)?/[a-z-]*/?$", Options)]
    private static partial Regex SectionPage();

    [GeneratedRegex(@"[ _-](?:wp-smiley|emoji|emoticon|smiley|smilie)", Options)]
    private static partial Regex Smiley();

    [GeneratedRegex(@"/(?:emoji|smilies|smileys|emoticons?)/", Options)]
    private static partial Regex SmileyAddress();

    [GeneratedRegex(@"[ _-](?:math|latex|tex|mwe-math|formula|equation)", Options)]
    private static partial Regex Formula();

    [GeneratedRegex(@"/(?:mathtex|mathtran|latex|math/render)[/.]|latex\.(?:php|cgi)|chart\?cht=tx|[?&](?:latex|tex)=", Options)]
    private static partial Regex FormulaAddress();

    [GeneratedRegex(@"(?: |[ _-](?:post|article|entry|story|about|the)[_-])(?:author(?:s|-?line|-?box|-?bio|-?info|-?card)?|byline|autor(?:en)?(?:box|info)?|profile-card|contributor)(?:[ _-]|$)", Options)]
    private static partial Regex AuthorBox();

    [GeneratedRegex(@"[ _-](?:teaser(?:card)?|related(?:-?(?:link|article|post|story|stories|content|card))?s?|relatedlinks?|read-?more|recommend(?:ed|ation)?s?|see-?also|more-?stories|newsletter|subscribe|signup|app-?(?:download|banner)|qr|qr-?code|promo|lire-aussi|leer-mas|jp-relatedposts|yarpp)(?:[ _-]|$)", Options)]
    private static partial Regex Teaser();

    [GeneratedRegex(@"[ _-](?:ad|ads|advert|advertisement|advertising|adsbygoogle|ad-?(?:box|slot|banner|container|unit|wrapper)|banner-?ad|sponsor(?:ed)?|anzeige|publicidad|publicite|werbung|reklama?)(?: |$)", Options)]
    private static partial Regex Advertisement();
}
