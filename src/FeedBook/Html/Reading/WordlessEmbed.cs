using System.Text.Json;
using System.Text.RegularExpressions;
using FeedBook.Content;
using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;
using FeedBook.Text;

namespace FeedBook.Html.Reading;

/// <summary>
/// An element that shows nothing until a script fills it: a film's player, a post, a card. It has no words and no media of its own, and one
/// of its attributes says what it stands for: an address, a film's number, or a bundle of both.
/// </summary>
internal static partial class WordlessEmbed
{
    private const int LongestTitle = 1_000;

    private static readonly string[] Titles = ["title", "aria-label", "data-title", "data-caption", "playlabel", "videotitle"];

    /// <summary>The embed that an element stands for; null for every other element.</summary>
    public static Embed? Of(MarkupNode node, ReadingContext context)
    {
        if (IsEmbedBox(node) && node.HasWords)
        {
            return ByItsText(node, context);
        }

        if (!MayBe(node) || node.HasWords || node.Any(HoldsMedia))
        {
            return null;
        }

        string name = Name(node);
        if (ByNumber(node, name) is { } film)
        {
            return film;
        }

        if (Bundled(node, context) is { } bundled)
        {
            return bundled;
        }

        var others = new List<Uri>();
        foreach (HtmlAgilityPack.HtmlAttribute attribute in node.Source!.Attributes)
        {
            string key = attribute.OriginalName ?? "";
            if (!AddressName().IsMatch(key) || node.Attribute(key) is not { } text || !text.Contains("//", StringComparison.Ordinal)
                || context.Addresses.Resource(text) is not { } address || FileOfPage().IsMatch(address.AbsolutePath)
                    || context.Addresses.IsSamePage(address))
            {
                continue;
            }

            (EmbedKind Kind, Uri Watch)? known = PlayerAddress.Known(address);
            if (known is not null || IsPart(node, name, key))
            {
                (EmbedKind kind, Uri watch) = known ?? (EmbedReader.KindOf(node, address), address);
                return new Embed(kind, watch) { Title = EmbedReader.TitleOf(node, Titles) };
            }

            others.Add(address);
        }

        if (others.Count > 0)
        {
            context.Report(DiagnosticIds.ScriptedContent, "A part that only a script fills was left out.", others[0]);
        }
        else if (EmbedName().IsMatch(node.Words) && !PageTool().IsMatch(name) && FirstKey(node) is { } sign)
        {
            context.Report(DiagnosticIds.ScriptedContent,
                $"A part that only a script fills was left out: “{ReadingContext.Excerpt(sign)}”");
        }

        return null;
    }

    // An address alone in a box for embeds: the page would have asked the other site for what to show.
    private static Embed? ByItsText(MarkupNode node, ReadingContext context)
    {
        if (node.TextLength > LongestTitle || !node.PlainText.StartsWith("http", StringComparison.Ordinal)
            || node.PlainText.Contains(' ', StringComparison.Ordinal) || node.Any(HoldsMedia)
            || context.Addresses.Resource(node.PlainText) is not { } address)
        {
            return null;
        }

        context.Ledger?.Draw(node.PlainText);
        (EmbedKind kind, Uri watch) = PlayerAddress.Known(address) ?? (EmbedReader.KindOf(node, address), address);
        return new Embed(kind, watch);
    }

    private static bool IsEmbedBox(MarkupNode node) => node.Tag is Tag.Div or Tag.Figure && (node.Attributes & MarkupAttributes.Words) != 0
        && node.Named.Ask(EmbedRule);

    private static readonly WordRule<bool> EmbedRule = new(static words => EmbedName().IsMatch(words));

    // Only an element of the page's own making, or one that keeps what a script shows, can be such a part.
    private static bool MayBe(MarkupNode node) => (node.Attributes & MarkupAttributes.Any) != 0
        && (node.Tag == Tag.Unknown
            || ((node.Attributes & MarkupAttributes.Rare) != 0 && node.Tag is Tag.Div or Tag.Span or Tag.Figure or Tag.Blockquote or Tag.P
            or Tag.Section or Tag.Article or Tag.A)
            || (node.Tag == Tag.Blockquote && node.Has("cite")))
        && node.Source is not null;

    private static bool HoldsMedia(MarkupNode part) => Tags.IsImage(part.Tag)
        || part.Tag is Tag.Iframe or Tag.Video or Tag.Audio or Tag.Object or Tag.Embed or Tag.Svg or Tag.Math or Tag.AmpVideo
            or Tag.AmpAudio or Tag.AmpIframe or Tag.AmpYoutube;

    // A link without words is one only where its surroundings say so.
    private static string Name(MarkupNode node) =>
        node.Tag == Tag.A ? $"a {node.Parent?.Words}" : $"{node.Source!.Name} {node.Words}";

    // By what a script would find the part that it shows.
    private static string? FirstKey(MarkupNode node) => node.Source!.Attributes
        .Select(attribute => attribute.OriginalName ?? "")
        .Where(key => key.StartsWith("data-", StringComparison.OrdinalIgnoreCase))
        .Select(key => (Key: key, Value: node.Attribute(key)?.Trim()))
        .Where(one => one.Value is { Length: > 2 } value && value.Any(char.IsAsciiDigit)
            && !value.Contains("//", StringComparison.Ordinal))
        .Select(one => $"{one.Key} {one.Value}").FirstOrDefault();

    // A button to share or to follow is the page's own, whatever it leads to.
    private static bool IsPart(MarkupNode node, string name, string key) =>
        !PageTool().IsMatch(name) && !key.Contains("share", StringComparison.OrdinalIgnoreCase)
        && (node.Tag == Tag.Blockquote || (node.Tag == Tag.Unknown && PartName().IsMatch(name)) || PartName().IsMatch(name)
            || PartName().IsMatch(key));

    private static Embed? ByNumber(MarkupNode node, string name)
    {
        foreach (HtmlAgilityPack.HtmlAttribute attribute in node.Source!.Attributes)
        {
            string key = attribute.OriginalName ?? "";
            if (!NumberName().IsMatch(key) || node.Attribute(key)?.Trim() is not { Length: > 3 } number 
                || !(NumberShape().IsMatch(number) || NumberPath().IsMatch(number)))
            {
                continue;
            }

            string service = number.Contains('/', StringComparison.Ordinal) ? "flourish"
            : Service().Match($"{name} {key}").Value.ToLowerInvariant();
            (EmbedKind Kind, string Address)? found = service switch
            {
                "youtube" when number.Length == 11 => (EmbedKind.Video, $"https://www.youtube.com/watch?v={number}"),
                "vimeo" when number.All(char.IsAsciiDigit) => (EmbedKind.Video, $"https://vimeo.com/{number}"),
                "dailymotion" => (EmbedKind.Video, $"https://www.dailymotion.com/video/{number}"),
                "twitter" or "tweet" when number.All(char.IsAsciiDigit) => (EmbedKind.Page, $"https://twitter.com/i/status/{number}"),
                "instagram" => (EmbedKind.Page, $"https://www.instagram.com/p/{number}/"),
                "gist" => (EmbedKind.Page, $"https://gist.github.com/{number}"),
                "flourish" => (EmbedKind.Page, $"https://public.flourish.studio/{number}/"),
                "infogram" => (EmbedKind.Page, $"https://infogram.com/{number}"),
                "spotify" => (EmbedKind.Audio, $"https://open.spotify.com/episode/{number}"),
                _ => null,
            };
            if (found is { } known)
            {
                return new Embed(known.Kind, new Uri(known.Address)) { Title = EmbedReader.TitleOf(node, Titles) };
            }
        }

        return null;
    }

    // A bundle of data: the address and the longest of the texts that are meant to be read.
    private static Embed? Bundled(MarkupNode node, ReadingContext context)
    {
        foreach (HtmlAgilityPack.HtmlAttribute attribute in node.Source!.Attributes)
        {
            string key = attribute.OriginalName ?? "";
            if (key.StartsWith("data-", StringComparison.OrdinalIgnoreCase) && node.Attribute(key)?.Trim() is ['{', .., '}'] text
                && Members(text) is { } members)
            {
                string? words = members.Where(member => TextMember().IsMatch(member.Name)).Select(member => MarkupText.Fold(member.Text))
                    .MaxBy(value => value.Length);
                Uri? address = members.Where(member => AddressMember().IsMatch(member.Name))
                    .Select(member => context.Addresses.Resource(member.Text))
                        .FirstOrDefault(uri => uri is not null && !FileOfPage().IsMatch(uri.AbsolutePath));
                if (address is null || PageTool().IsMatch(Name(node)) || (words is not null && ControlPhrases.Is(words)))
                {
                    if (!string.IsNullOrEmpty(words))
                    {
                        context.Report(DiagnosticIds.ScriptedContent,
                            $"A part that only a script fills was left out: “{ReadingContext.Excerpt(words)}”", address,
                            PageTool().IsMatch(Name(node)) || ControlPhrases.Is(words) ? DiagnosticSeverity.Info
                                : DiagnosticSeverity.Warning);
                    }

                    continue;
                }

                (EmbedKind kind, Uri watch) = PlayerAddress.Known(address) ?? (EmbedReader.KindOf(node, address), address);
                string? title = string.IsNullOrEmpty(words) ? null
                    : XmlText.Clean(words.Length > LongestTitle ? words[..LongestTitle] : words);
                return new Embed(kind, watch) { Title = title };
            }
        }

        return null;
    }

    private static List<(string Name, string Text)>? Members(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
            return [.. document.RootElement.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String)
                .Select(member => (member.Name, member.Value.GetString() ?? ""))];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex("url|src|href|link|permalink|cite|embed|oembed", Options)]
    private static partial Regex AddressName();

    [GeneratedRegex(
        "(?:video|youtube|vimeo|tweet|twitter|clip|media|episode|short|gist|post)[-_]?(?:id|code)$|^(?:id|data-id|videoid|tweetid|"
            + "shortcode|data-shortcode|data-tweetid|data-gistid|video|data-youtube|data-vimeo)$|^data-src$", Options)]
    private static partial Regex NumberName();

    [GeneratedRegex("^[A-Za-z0-9_-]{4,60}$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberShape();

    // Flourish: what kind of thing it is stands before the number.
    [GeneratedRegex(@"^(?:visualisation|story)/\d{1,12}$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPath();

    [GeneratedRegex("(?:^|[ _-])embed(?:[ _-]|$)", Options)]
    private static partial Regex EmbedName();

    [GeneratedRegex("youtube|vimeo|dailymotion|twitter|tweet|instagram|gist|spotify|infogram", Options)]
    private static partial Regex Service();

    [GeneratedRegex(
        "embed|video|player|youtube|vimeo|tweet|twitter|instagram|instgrm|tiktok|facebook|fb-(?:post|video)|post|audio|podcast|media|map|"
            + "gist|iframe|story|toot|bluesky|threads|reddit|oembed|cite", Options)]
    private static partial Regex PartName();

    [GeneratedRegex(
        "shar(?:e|ing)|comment|follow|[ _-]like|subscri|newsletter|recommend|related|login|signup|widget-(?:ad|promo)|advert|[ "
        + "_-]ads?(?:[ _-]|$)|banner|consent|poll-results", Options)]
    private static partial Regex PageTool();

    [GeneratedRegex("(?:^|_)(?:full_?text|text|title|caption|description|name|body|quote|question|headline)$", Options)]
    private static partial Regex TextMember();

    [GeneratedRegex("(?:^|_)(?:url|href|link|permalink|post_url|canonical_url|src|uri)$", Options)]
    private static partial Regex AddressMember();

    [GeneratedRegex(@"\.(?:jpe?g|png|gif|webp|avif|svg|css|js|json|woff2?)$", Options)]
    private static partial Regex FileOfPage();
}
