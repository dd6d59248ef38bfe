using System.Text.RegularExpressions;
using FeedBook.Content;
using FeedBook.Html.Images;
using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;
using FeedBook.Text;

namespace FeedBook.Html.Reading;

/// <summary>Films, sounds and framed pages: their address, their name and a still picture, where the page gives them.</summary>
internal static partial class EmbedReader
{
    private const int LongestReplacement = 200;

    private static readonly string[] Sources =
        ["src", "data-src", "data-lazy-src", "data-original", "data-url", "data-litespeed-src", "data-cmp-src", "data-src-cmplz", "data"];

    public static void Read(BlockReader reader, MarkupNode node)
    {
        ReadingContext context = reader.Context;

        // What a browser without the player shows is a sentence; more is the article's, in a player that nobody has closed.
        bool isLong = node.TextLength > LongestReplacement;
        if (Address(node, context.Addresses, isLong) is not { } address)
        {
            Fallback(reader, node);
            return;
        }

        if (IsCounter(node))
        {
            context.Report(DiagnosticIds.TrackingPixel, "A frame that only counts readers was left out.", address);
            Alternative(reader, node);
            return;
        }

        (EmbedKind kind, Uri watch) = PlayerAddress.Known(address) ?? (KindOf(node, address), address);
        string? title = TitleOf(node, "title", "aria-label", "data-title");
        MarkupNode? still = isLong ? null : StillIn(reader, node);
        ImageReference? poster = Poster(node, context)
            ?? (still is null || reader.Plan.FigureOf(still) is not null ? null : ImageReferences.Of(reader.Plan.ImageOf(still)!));
        reader.PlaceBlock(node, new Embed(kind, watch) { Title = title, Poster = poster });
        if (isLong || (still is not null && reader.Plan.FigureOf(still) is not null))
        {
            reader.Children(node);
        }
        else
        {
            Alternative(reader, node);
        }
    }

    /// <summary>Reads a script that writes a part of the article where it stands: a gist, a recording, a post.</summary>
    public static void ReadScript(BlockReader reader, MarkupNode script)
    {
        if (ScriptedPart(script, reader.Context.Addresses) is { } address)
        {
            reader.PlaceBlock(script, new Embed(EmbedKind.Page, address) { Title = TitleOf(script, "title", "data-title") });
        }
    }

    /// <summary>What the first of an element's attributes that says anything calls it; null when none does.</summary>
    public static string? TitleOf(MarkupNode node, params ReadOnlySpan<string> attributes)
    {
        foreach (string attribute in attributes)
        {
            if (node.Attribute(attribute) is { } told && MarkupText.Fold(told) is { Length: > 0 } words)
            {
                return XmlText.Clean(words);
            }
        }

        return null;
    }

    private static Uri? ScriptedPart(MarkupNode script, AddressResolver addresses)
    {
        if (script.Attribute("data-telegram-post") is { Length: > 0 } post)
        {
            return addresses.Resource($"https://t.me/{post}");
        }

        if (addresses.Resource(script.Attribute("src")) is not { } source
            || !(source.Host.StartsWith("gist.", StringComparison.OrdinalIgnoreCase) || PartScript().IsMatch(source.AbsolutePath)))
        {
            return null;
        }

        // Without its ending the address is the page of the same part.
        return new Uri(ScriptEnding().Replace(source.AbsoluteUri, ""));
    }

    // A frame without a size shows nothing.
    private static bool IsCounter(MarkupNode node) => node.Tag is Tag.Iframe or Tag.AmpIframe or Tag.Object or Tag.Embed
        && ((IsNothing(node.Attribute("width")) && IsNothing(node.Attribute("height")))
            || (node.Attribute("style") is { } style && NoSize().Count(style) > 1));

    private static bool IsNothing(string? size) => size?.Trim() is "0" or "1" or "0px" or "1px";

    private static Uri? Address(MarkupNode node, AddressResolver addresses, bool isLong)
    {
        if (node.Tag == Tag.AmpYoutube && node.Attribute("data-videoid") is { Length: > 0 } id)
        {
            return addresses.Resource($"https://www.youtube.com/watch?v={Uri.EscapeDataString(id)}");
        }

        if (Tags.IsImage(node.Tag))
        {
            return addresses.Resource(node.Attribute("src")) is { } player && PlayerAddress.Known(player) is not null ? player : null;
        }

        if (FromAttributes(node, addresses) is { } own)
        {
            return own;
        }

        for (MarkupNode? child = node.First; child is not null; child = child.Following(node))
        {
            if ((child.Tag == Tag.Source || (!isLong && child.Tag is Tag.Embed or Tag.Iframe))
                && FromAttributes(child, addresses) is { } held)
            {
                return held;
            }

            string? inner = child.Tag == Tag.Param && child.Attribute("name") is "movie" or "src" or "url"
                ? child.Attribute("value") : null;
            if (addresses.Resource(inner) is { } address)
            {
                return address;
            }
        }

        return null;
    }

    private static Uri? FromAttributes(MarkupNode node, AddressResolver addresses)
    {
        foreach (string source in Sources)
        {
            if (node.Has(source) && addresses.Resource(node.Attribute(source)) is { } address)
            {
                return address;
            }
        }

        // Every tool that waits for the reader's consent has a name of its own for the address that it holds back.
        return node.Tag is Tag.Iframe or Tag.AmpIframe && (node.Attributes & MarkupAttributes.Rare) != 0
            ? node.Source!.Attributes.Select(attribute => attribute.OriginalName ?? "")
                .Where(name => name.StartsWith("data-", StringComparison.OrdinalIgnoreCase))
                .Select(name => node.Attribute(name)?.Trim())
                .Where(value => value is not null && WebAddress().IsMatch(value))
                .Select(value => addresses.Resource(value)).FirstOrDefault(address => address is not null)
            : null;
    }

    /// <summary>What an address shows, as far as its own words and those of its element tell.</summary>
    public static EmbedKind KindOf(MarkupNode node, Uri address)
    {
        string type = node.Attribute("type") ?? "";
        return node.Tag switch
        {
            Tag.Audio or Tag.AmpAudio => EmbedKind.Audio,
            Tag.Video or Tag.AmpVideo => EmbedKind.Video,
            _ when type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) || AudioFile().IsMatch(address.AbsolutePath)
                || AudioPage().IsMatch(address.AbsoluteUri) => EmbedKind.Audio,
            _ when type.StartsWith("video/", StringComparison.OrdinalIgnoreCase) || VideoFile().IsMatch(address.AbsolutePath)
                || VideoPage().IsMatch(address.AbsoluteUri) => EmbedKind.Video,
            _ => EmbedKind.Page,
        };
    }

    /// <summary>What the ending of an address's path tells; null where it tells nothing.</summary>
    public static EmbedKind? KindOfFile(Uri address) =>
        VideoFile().IsMatch(address.AbsolutePath) ? EmbedKind.Video : AudioFile().IsMatch(address.AbsolutePath) ? EmbedKind.Audio : null;

    private static ImageReference? Poster(MarkupNode node, ReadingContext context)
    {
        Uri? poster = context.Addresses.Resource(node.Attribute("poster") ?? node.Attribute("data-poster"), data: true);
        return poster is null ? null
            : new ImageReference(ImageProxy.Origin(poster) is { } origin ? [poster, origin] : [poster]);
    }

    // The image that a page gives for readers without the player. One that leads elsewhere is where to get the player.
    private static MarkupNode? StillIn(BlockReader reader, MarkupNode node)
    {
        for (MarkupNode? part = node.First; part is not null; part = part.Following(node))
        {
            if (Tags.IsImage(part.Tag) && reader.Plan.ImageOf(part) is not null
                && !(part.Closest(Tag.A) is { } link && node.Contains(link)))
            {
                return part;
            }
        }

        return null;
    }

    // What a browser without the player shows. It is read only where there is no player to name.
    private static void Fallback(BlockReader reader, MarkupNode node)
    {
        if (Tags.IsImage(node.Tag))
        {
            return;
        }

        reader.Context.Report(DiagnosticIds.EmbedWithoutAddress, "A film, sound or framed page without an address was left out.");
        if (node.Tag != Tag.Iframe)
        {
            reader.Children(node);
        }
        else
        {
            Alternative(reader, node);
        }
    }

    // "Your browser cannot play this" is seen by nobody; it is told, so that nothing goes in silence.
    private static void Alternative(BlockReader reader, MarkupNode node)
    {
        if (node.PlainText is { Length: > 0 } text)
        {
            reader.Context.TellReplacement("A player's replacement was left out", text);
        }
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\.(mp4|m4v|webm|ogv|mov|m3u8|flv|swf)$", Options)]
    private static partial Regex VideoFile();

    [GeneratedRegex(@"\.(mp3|m4a|ogg|oga|opus|wav|aac)$", Options)]
    private static partial Regex AudioFile();

    [GeneratedRegex(
        "soundcloud|bandcamp|mixcloud|podcast|podbean|buzzsprout|libsyn|acast|megaphone|simplecast|audioboom|audiomack|deezer|spreaker|"
            + "ivoox|ximalaya|/audio|[./]radio|music\\.", Options)]
    private static partial Regex AudioPage();

    [GeneratedRegex(@"/(?:a|e|embed|embed_js|embed/[a-z]+)/(?=[\w-]*\d)[\w-]{4,}(?:\.js|\.jsonp|/)?$", Options)]
    private static partial Regex PartScript();

    [GeneratedRegex(@"\.(?:js|jsonp)(?=\?|$)", Options)]
    private static partial Regex ScriptEnding();

    [GeneratedRegex(@"(?:^|;)\s*(?:width|height)\s*:\s*[01](?:px)?\s*(?:!important)?\s*(?=;|$)", Options)]
    private static partial Regex NoSize();

    [GeneratedRegex(@"^(?:https?:)?//[^\s/?#]+\.[^\s]+$", Options)]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"/(?:embed|player)[/?.]|//player\.|/video/", Options)]
    private static partial Regex VideoPage();
}
