using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Images;

/// <summary>
/// Tells the article's images from the page's own: portraits of authors, teasers, advertisements, share buttons, icons, counters. What an
/// image's
/// bytes or its declared size say decides at once; everything else is weighed by <see cref="ImageEvidence"/>. One judge reads one article.
/// </summary>
internal sealed partial class ImageJudge
{
    // In pixels, both sides.
    private const int LargestIcon = 64, LargestBadge = 110, LeastPicture = 150, LeastLongSide = 250;

    // A line or a column of pixels shows nothing.
    private const int Thinnest = 3;

    // An article that has less beside a box may be all about it.
    private const int LeastText = 200;

    // Letters; and elements around the image that are looked at.
    private const int LongestByline = 160, LongestCard = 450, LongestNamedBox = 600, LongestLabel = 24, MostSteps = 6;

    private static readonly FrozenSet<string> AdvertisementLabels = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "ad", "ads", "advert", "advertisement", "advertising", "sponsored", "anzeige", "werbung", "publicidad", "publicité", "publicidade",
            "pubblicità", "annons", "annonse",
        "annonce", "advertentie", "reklama", "reklam", "mainos", "реклама", "广告", "廣告", "広告", "광고", "إعلان", "פרסומת");

    private static readonly System.Buffers.SearchValues<char> FileMarks = System.Buffers.SearchValues.Create("-_/.");

    // What stands for nothing in an alternative text.
    private static readonly System.Buffers.SearchValues<char> Dashes = System.Buffers.SearchValues.Create(" \t.-–—_|*");

    private static readonly WordRule<ImageHints> HintsRule = new(static words => ImageNames.Of(words));

    private readonly ReadingContext context;
    private readonly MarkupNode root;
    private readonly IReadOnlyList<SourceImage> all;

    // How often an address is shown, and how many addresses have an alternative text.
    private readonly Dictionary<string, int> times, names;

    // Rarely asked for, and then for each of a row.
    private readonly Lazy<HashSet<MarkupNode>> often;

    public ImageJudge(ReadingContext context, MarkupNode root, IReadOnlyList<SourceImage> all)
    {
        this.context = context;
        this.root = root;
        this.all = all;
        times = Count(all);
        names = all.Where(image => image.AlternativeText is { Length: > 0 }).GroupBy(image =>
            image.AlternativeText!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(Address).Distinct().Count(), StringComparer.Ordinal);
        often = new(() => all.Where(image => IsOften(image) && !IsDescribed(image)).Select(image => image.Node).ToHashSet());
    }

    /// <summary>Why the image is none of the article's; null when it may be one.</summary>
    public (string Id, string Reason)? Refuse(SourceImage image)
    {
        if (IsPixel(image))
        {
            return (DiagnosticIds.TrackingPixel, "An image that counts readers was left out.");
        }

        if (image is { Width: > 0 and <= Thinnest } or { Height: > 0 and <= Thinnest })
        {
            return (DiagnosticIds.PageFurniture, "An image that is only a line was left out.");
        }

        if (InlineData.IsBlank(Address(image), isDescribed: HasWords(image.AlternativeText)))
        {
            return (DiagnosticIds.PageFurniture, "A blank image was left out.");
        }

        var weighing = new Weighing();
        Weigh(image, weighing);
        return weighing.Points >= ImageEvidence.Enough ? (weighing.Reason == ImageHints.Blank ? DiagnosticIds.TrackingPixel
            : DiagnosticIds.PageFurniture, Tell(weighing.Reason)) : null;
    }

    private static string Tell(ImageHints reason) => reason switch
    {
        ImageHints.Author => "An author's image was left out.",
        ImageHints.Teaser => "The image of a link to something else was left out.",
        ImageHints.Advertisement => "An advertisement's image was left out.",
        ImageHints.Share => "A share button's image was left out.",
        ImageHints.Blank => "An image that counts readers was left out.",
        _ => "An icon was left out.",
    };

    private void Weigh(SourceImage image, Weighing weighing)
    {
        MarkupNode node = image.Node;
        bool unnamed = !IsDescribed(image);
        weighing.Add(unnamed ? ImageEvidence.Unnamed : IsCalledSign(image) ? ImageEvidence.CalledSign : RepeatsWords(image) ? 0
            : IsLong(image.AlternativeText!) ? ImageEvidence.Described : ImageEvidence.NamedInAWord);
        weighing.Add(image is { Width: >= LeastPicture, Height: >= LeastPicture }
            && Math.Max(image.Width.Value, image.Height.Value) >= LeastLongSide ? ImageEvidence.PictureSize
            : image is { Width: <= LargestIcon, Height: <= LargestIcon } ? ImageEvidence.IconSize
            : image is { Width: <= LargestBadge, Height: <= LargestBadge } ? ImageEvidence.BadgeSize : 0);
        weighing.Add(IsOften(image) || (unnamed && StandsBesideOften(node)) ? ImageEvidence.ShownOften : times[Address(image)] > 1
            ? ImageEvidence.ShownTwice : 0, ImageHints.Icon);

        MarkupNode? link = node.Closest(Tag.A);
        Uri? target = link is null ? null : context.Addresses.Link(link.Attribute("href"));
        if (link is not null)
        {
            WeighLink(image, link, target, weighing);
        }

        WeighPlace(image, link, Away(image, target), weighing);
        WeighNames(image, weighing);
        if (weighing.Points > 0 && !weighing.IsOnImage)
        {
            weighing.Add(CaptionOf(node));
        }

        if (weighing.Points is >= ImageEvidence.Enough - ImageEvidence.Last and < ImageEvidence.Enough && IsLast(node))
        {
            weighing.Add(ImageEvidence.Last);
        }

        if (link is null && unnamed && image is { Width: null, Height: null } && node.Parent is { Tag: Tag.Root } or { HasWords: true }
            && IsNoFile(image) && IsLast(node))
        {
            weighing.Add(ImageEvidence.BareLast, ImageHints.Blank);
        }
    }

    private void WeighLink(SourceImage image, MarkupNode link, Uri? target, Weighing weighing)
    {
        if (target is null or { IsAbsoluteUri: false })
        {
            return;
        }

        weighing.Add(!link.HasWords && ImageLinks.AreOneService(target, image.Candidates[0]) ? ImageEvidence.ClickService
            : 0, ImageHints.Advertisement);
        bool everywhere = LinksEverywhere(image, link);
        weighing.Add(everywhere ? ImageEvidence.LinksEverywhere : 0, ImageHints.Icon);
        if (Away(image, target) is null)
        {
            weighing.IsOnImage = ImageLinks.IsImageFile(target) && (everywhere || EnlargesAnother(image, link, target));
            weighing.Add(
                target.Scheme is not ("http" or "https") ? ImageEvidence.PassesOn
                : context.Addresses.IsSamePage(target) ? 0
                : weighing.IsOnImage ? ImageEvidence.OnImage
                : ImageEvidence.Enlarges,
                target.Scheme is not ("http" or "https") ? ImageHints.Share : ImageHints.Icon);
            return;
        }

        bool abroad = IsAbroad(target, image);
        if (!link.HasWords)
        {
            string rel = link.Attribute("rel") ?? "";
            weighing.Add(ImageEvidence.LeadsAway, ImageHints.Teaser);
            weighing.Add(abroad ? ImageEvidence.LeadsAbroad : 0, ImageHints.Advertisement);
            weighing.Add(rel.Contains("nofollow", StringComparison.OrdinalIgnoreCase)
                || rel.Contains("sponsored", StringComparison.OrdinalIgnoreCase) ? ImageEvidence.LinkIsNotMeant
                : 0, ImageHints.Advertisement);
            weighing.Add(target.Query.Contains("utm_", StringComparison.Ordinal)
                || target.Query.Contains("aff", StringComparison.OrdinalIgnoreCase) ? ImageEvidence.CountsClicks
                : 0, ImageHints.Advertisement);
            weighing.Add(abroad && PassesOn(target) ? ImageEvidence.PassesOn : 0, ImageHints.Share);
            weighing.Add(!abroad && target.AbsolutePath.AsSpan().Trim('/').IndexOf('/') < 0 ? ImageEvidence.LeadsToSection
                : 0, ImageHints.Teaser);
            weighing.Add(abroad && ImageLinks.IsInRow(link) ? ImageEvidence.RowOfLinks : 0, ImageHints.Share);
            weighing.Add(IsInHeadedBox(link) ? ImageEvidence.HeadedBox : 0, ImageHints.Teaser);
        }
        else if (link.Any(part => Tags.IsHeading(part.Tag) && part.HasWords && !part.Contains(image.Node)))
        {
            weighing.Add(ImageEvidence.InCard + ImageEvidence.BesideHeadline, ImageHints.Teaser);
        }
        else if (link.TextLength >= 15 && link.Any(part => part != link && Tags.IsBlock(part.Tag) && part.Tag != Tag.Figcaption
            && part.HasWords && !part.Contains(image.Node)))
        {
            weighing.Add(ImageEvidence.InCard + ImageEvidence.LeadsAway, ImageHints.Teaser);
        }
    }

    private void WeighPlace(SourceImage image, MarkupNode? link, Uri? away, Weighing weighing)
    {
        MarkupNode node = image.Node;
        int steps = 0;
        bool box = false;
        for (MarkupNode? around = (link ?? node).Parent; around is not null && around.Tag != Tag.Root
            && steps < MostSteps; around = around.Parent, steps++)
        {
            if (around.Tag is Tag.Aside or Tag.Nav or Tag.Footer)
            {
                weighing.Add(ImageEvidence.Aside, ImageHints.Teaser);
                weighing.Add(away is not null && link!.TextLength >= 15 ? ImageEvidence.InCard : 0, ImageHints.Teaser);
            }

            int length = around.TextLength;
            if (box || length == 0 || length > LongestCard)
            {
                continue;
            }

            box = true;
            int most = root.TextLength - length < LeastText ? ImageEvidence.MostOfArticle : 0;
            int before = weighing.Points;
            weighing.Add(around.TextLength <= LongestByline ? BylineSigns(around) * ImageEvidence.BylineSign : 0, ImageHints.Author);
            weighing.Add(before < weighing.Points && Names(image, around) ? ImageEvidence.NamesAuthor : 0, ImageHints.Author);
            int points = weighing.Points;
            WeighCard(link, away, around, weighing);
            weighing.Add(HasAdvertisementLabel(around) ? ImageEvidence.AdvertisementLabel : 0, ImageHints.Advertisement);
            weighing.Add(Math.Max(most, points - weighing.Points));
        }
    }

    private bool IsOften(SourceImage image) => times[Address(image)] > 2;

    // One of a row of stars, of which the last is another one.
    private bool StandsBesideOften(MarkupNode node) => IsOftenAt(Beside(node, forward: false)) || IsOftenAt(Beside(node, forward: true));

    private bool IsOftenAt(MarkupNode? node) => node is not null && Tags.IsImage(node.Tag) && often.Value.Contains(node);

    private static MarkupNode? Beside(MarkupNode node, bool forward)
    {
        MarkupNode? side = forward ? node.Next : node.Previous;
        while (side is { IsText: true } && string.IsNullOrWhiteSpace(side.Text))
        {
            side = forward ? side.Next : side.Previous;
        }

        return side;
    }

    // The same image leads to different places: it is the sign of what it does, and none of them.
    private bool LinksEverywhere(SourceImage image, MarkupNode link) => times[Address(image)] > 1
        && all.Any(other => Address(other) == Address(image) && other.Node.Closest(Tag.A) is { } another
        && another.Attribute("href") != link.Attribute("href"));

    // A magnifying glass leads to a file that bears another image's name, or stands right behind that image.
    private bool EnlargesAnother(SourceImage image, MarkupNode link, Uri target) =>
        !ImageLinks.HaveOneName(target, image.Node.Attribute("src"))
        && (ImageLinks.IsOnImageBefore(link) || all.Any(other =>
        other != image && ImageLinks.BearsName(other.Node.Attribute("src"), target)));

    // A headline that leads away, in a box that has little else to say; words beside the image that lead to the same place.
    private void WeighCard(MarkupNode? link, Uri? away, MarkupNode box, Weighing weighing)
    {
        bool headline = false, twin = false;
        for (MarkupNode? part = box.First; part is not null; part = part.Following(box))
        {
            if (part.Tag != Tag.A || part == link || context.Addresses.Link(part.Attribute("href")) is not { IsAbsoluteUri: true } other
                || context.Addresses.IsSamePage(other))
            {
                continue;
            }

            twin |= away is not null && other == away && part.HasWords;
            bool heads = part.HasWords && (part.Any(inner => Tags.IsHeading(inner.Tag))
                || (Heading(part, box) is { } heading && heading.TextLength == part.TextLength));
            headline |= heads && (away is null || other == away);
            twin |= heads && link is null && box.Any(second => second != part && second.Tag == Tag.A
                && context.Addresses.Link(second.Attribute("href")) == other);
        }

        weighing.Add(headline ? ImageEvidence.BesideHeadline : 0, ImageHints.Teaser);
        weighing.Add(twin ? ImageEvidence.TwinLink : 0, ImageHints.Teaser);
    }

    private static MarkupNode? Heading(MarkupNode node, MarkupNode within)
    {
        for (MarkupNode? around = node; around is not null && around != within; around = around.Parent)
        {
            if (Tags.IsHeading(around.Tag))
            {
                return around;
            }
        }

        return null;
    }

    // What says that a short line names an author: a date, a property or a link to the author's page, a class.
    private static int BylineSigns(MarkupNode box)
    {
        bool dated = false, linked = false, called = false;
        for (MarkupNode? part = box; part is not null; part = part.Following(box))
        {
            if (!part.IsText && part.Attributes != MarkupAttributes.None)
            {
                dated |= part.Tag == Tag.Time;
                called |= (HintsOf(part) & ImageHints.Author) != 0;
                linked |= part.Attribute("itemprop") is "name" or "author" || (part.Tag == Tag.A && part.HasWords
                    && (part.Attribute("rel") == "author" || (ImageNames.Of(part.Attribute("href")) & ImageHints.Author) != 0));
            }
        }

        return linked || called ? (dated || WrittenYear().IsMatch(box.PlainText) ? 1 : 0) + (linked ? 1 : 0) + (called ? 1 : 0) : 0;
    }

    private static bool Names(SourceImage image, MarkupNode box) => (image.AlternativeText ?? image.Title) is { Length: > 2 } name
        && box.PlainText.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static bool HasAdvertisementLabel(MarkupNode box)
    {
        for (MarkupNode? part = box.First; part is not null; part = part.Following(box))
        {
            if (part.IsText && part.Text.Length <= 4 * LongestLabel
                && part.Text.AsSpan().Trim() is { Length: > 1 and <= LongestLabel } words
                && AdvertisementLabels.Contains(words.Trim(" :-–—").ToString()))
            {
                return true;
            }
        }

        return false;
    }

    private static void WeighNames(SourceImage image, Weighing weighing)
    {
        ImageHints around = ImageHints.None;
        int steps = 0;
        for (MarkupNode? at = image.Node; at is not null && at.Tag != Tag.Root && steps <= MostSteps; at = at.Parent, steps++)
        {
            if (steps > 3 && at.TextLength > LongestNamedBox)
            {
                break;
            }

            around |= at.TextLength > 4 * LongestNamedBox ? ImageHints.None : HintsOf(at);
        }

        const ImageHints Kinds = ImageHints.Author | ImageHints.Teaser | ImageHints.Advertisement | ImageHints.Share | ImageHints.Icon;
        around &= Kinds;
        ImageHints address = ImageNames.Of(NamePart(image.Candidates[0])) & (Kinds | ImageHints.Blank);
        ImageHints link = image.Node.Closest(Tag.A)?.Attribute("href") is { } href
            ? ImageNames.Of(href) & (ImageHints.Author | ImageHints.Teaser | ImageHints.Advertisement | ImageHints.Share) : ImageHints.None;
        int words = Math.Min(
            ImageEvidence.AllWords,
            (around == ImageHints.None ? 0 : ImageEvidence.NamedBox) + (address == ImageHints.None ? 0
                : ImageEvidence.NamedAddress) + (link == ImageHints.None ? 0 : ImageEvidence.NamedAddress));
        weighing.Add(around != ImageHints.None && image is { Width: <= LargestBadge, Height: <= LargestBadge }
            ? ImageEvidence.SmallAndNamed : 0);
        weighing.Add(words, First(around) is not ImageHints.None and var first ? first
            : First(address & Kinds) is not ImageHints.None and var second ? second : First(link));
    }

    private static ImageHints First(ImageHints hints) => (ImageHints)((int)hints & -(int)hints);

    private static ReadOnlySpan<char> NamePart(Uri address) => address.Scheme == "data" ? []
        : address.OriginalString.AsSpan(address.OriginalString.IndexOf("//", StringComparison.Ordinal) + 1);

    private static ImageHints HintsOf(MarkupNode node) => node.Named.Ask(HintsRule);

    private static int CaptionOf(MarkupNode node)
    {
        int steps = 0;
        for (MarkupNode? around = node.Parent; around is not null && around.Tag != Tag.Root
            && steps < MostSteps; around = around.Parent, steps++)
        {
            if (around.Tag == Tag.Figure)
            {
                return around.Any(part => part.Tag == Tag.Figcaption && part.HasWords) ? ImageEvidence.Captioned : 0;
            }

            if (steps < 4 && around.TextLength is > 0 and <= LongestNamedBox && around.Any(part =>
                !part.IsText && (HintsOf(part) & ImageHints.Caption) != 0 && part.HasWords))
            {
                return ImageEvidence.PerhapsCaptioned;
            }
        }

        return 0;
    }

    private bool IsLast(MarkupNode node)
    {
        for (MarkupNode? after = node.FollowingAfter(root); after is not null; after = after.Following(root))
        {
            if (after.IsText && !string.IsNullOrWhiteSpace(after.Text))
            {
                return false;
            }
        }

        return true;
    }

    // The address that the link leads to, where that is another page.
    private Uri? Away(SourceImage image, Uri? target) =>
        target is { IsAbsoluteUri: true, Scheme: "http" or "https" } && !context.Addresses.IsSamePage(target)
            && !AddressResolver.Has(image.Candidates, target) && !ImageLinks.IsImageFile(target) ? target : null;

    private bool IsAbroad(Uri target, SourceImage image) =>
        ImageLinks.SiteOf(target) is var site && (context.Addresses.Base is { } home && home.Scheme is "http" or "https"
            ? site != ImageLinks.SiteOf(home) : site != ImageLinks.SiteOf(image.Candidates[0]));

    // Share buttons carry the article's address in the link.
    private bool PassesOn(Uri target)
    {
        string carried = Uri.UnescapeDataString(target.PathAndQuery);
        int at = carried.IndexOf("://", StringComparison.Ordinal);
        return at > 0 && (context.Addresses.Base is not { } home
            || carried.Contains(ImageLinks.SiteOf(home), StringComparison.OrdinalIgnoreCase));
    }

    // A box beside the article's text with a heading of its own, and nothing in it but the image.
    private bool IsInHeadedBox(MarkupNode link)
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

        return headed && root.TextLength - box.TextLength > LeastText;
    }

    // A name that several images share says nothing of any of them; nor does the name of a file.
    private bool IsDescribed(SourceImage image) => HasWords(image.AlternativeText) && names[image.AlternativeText!] < 2
        && image.Node.Closest(Tag.A)?.Attribute("title") != image.AlternativeText
        && (image.AlternativeText!.Contains(' ', StringComparison.Ordinal)
        || image.AlternativeText.AsSpan().ContainsAny(FileMarks) is false);

    // The alternative text of a control says what it does.
    private static bool IsCalledSign(SourceImage image) => image.AlternativeText!.Count(c => c == ' ') < 3
        && (ImageNames.Of(image.AlternativeText) & (ImageHints.Icon | ImageHints.Share | ImageHints.Advertisement)) != 0;

    // A teaser's image bears its headline, and a small one the words that label it.
    private static bool RepeatsWords(SourceImage image) => (image.Node.Closest(Tag.A) is { HasWords: true } link && Names(image, link))
        || (image is { Width: <= LargestBadge, Height: <= LargestBadge } && image.Node.Parent is { Tag: not Tag.Root } parent
            && Names(image, parent.HasWords || parent.Parent is null or { Tag: Tag.Root } ? parent : parent.Parent));

    private static bool HasWords(string? text) => text is not null && text.AsSpan().ContainsAnyExcept(Dashes)
        && text.Any(char.IsLetterOrDigit);

    // In scripts without spaces a few letters are as much as some words.
    private static bool IsLong(string text) => text.Length >= 20 || text.Count(c => c == ' ') >= 3 || text.Count(c => c >= '\u2E80') >= 6;

    private static bool IsNoFile(SourceImage image) => image.Candidates[0] is { Scheme: "http" or "https" } address
        && address.Query.Length > 1 && !ImageLinks.IsImageFile(address)
        && !address.Query.Contains('.', StringComparison.Ordinal);

    // A zero beside a true size is what a program writes that does not know.
    private static bool IsPixel(SourceImage image) => image is { Width: <= Thinnest, Height: <= Thinnest } or { Width: 1
        or 2, Height: null } or { Width: null, Height: 1 or 2 } or { Width: 1 } or { Height: 1 }
        || (image.Node.Attribute("style") is { } style && ImageStyle.IsTiny(style));

    private static string Address(SourceImage image) => image.Candidates[0].OriginalString;

    private static Dictionary<string, int> Count(IReadOnlyList<SourceImage> all)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (SourceImage image in all)
        {
            times[Address(image)] = times.GetValueOrDefault(Address(image)) + 1;
        }

        return times;
    }

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)")]
    private static partial Regex WrittenYear();

    // Sums up points, and keeps what the heaviest of them says that the image is.
    private sealed class Weighing
    {
        private int heaviest;

        public int Points { get; private set; }

        public ImageHints Reason { get; private set; }

        /// <summary>Whether it belongs to another image, whose caption is not its own.</summary>
        public bool IsOnImage { get; set; }

        public void Add(int points, ImageHints reason = ImageHints.None)
        {
            Points += points;
            if (points > heaviest && reason != ImageHints.None)
            {
                (heaviest, Reason) = (points, reason);
            }
        }
    }
}
