using System.Text.RegularExpressions;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Images;

/// <summary>Where links around images lead.</summary>
internal static partial class ImageLinks
{
    private const int LeastInRow = 3;

    /// <summary>Whether the address names an image's file.</summary>
    public static bool IsImageFile(Uri address) => ImageFile().IsMatch(address.AbsolutePath);

    /// <summary>The site that a host belongs to: <c>example.org</c> for <c>images.example.org</c>, <c>example.co.uk</c> for
    /// <c>www.example.co.uk</c>.</summary>
    public static string SiteOf(Uri address)
    {
        string host = address.IsAbsoluteUri ? address.Host : "";
        int top = host.LastIndexOf('.'), second = top > 0 ? host.LastIndexOf('.', top - 1) : -1;
        if (second > 0 && top - second <= 4 && host.Length - top == 3)
        {
            second = host.LastIndexOf('.', second - 1);
        }

        return host[(second + 1)..].ToLowerInvariant();
    }

    /// <summary>
    /// Whether a link and its image come from one service, which serves the image and the way to what it advertises under addresses that
    /// differ in a
    /// letter, an ending or a query: <c>ads.example/x/click?a=1</c> and <c>ads.example/x/show?a=1</c>.
    /// </summary>
    public static bool AreOneService(Uri link, Uri image)
    {
        if (image.Scheme is not ("http" or "https") || IsImageFile(image))
        {
            return false;
        }

        string path = Stem(link), other = Stem(image);
        if (path == other && path.Length > 3)
        {
            return true;
        }

        bool sameSite = SiteOf(link) == SiteOf(image);
        return sameSite && ((link.Query.Length > 8 && link.Query == image.Query)
            || (path.Length == other.Length && path.Length > 8 && path.AsSpan().CommonPrefixLength(other) >= path.Length - 2));
    }

    /// <summary>Whether the link is one of several side by side with nothing but an image each.</summary>
    public static bool IsInRow(MarkupNode link)
    {
        MarkupNode at = link;
        for (int level = 0; level < 2; level++)
        {
            if (1 + CountBeside(at, forward: false) + CountBeside(at, forward: true) >= LeastInRow)
            {
                return true;
            }

            if (at.Parent is not { Tag: not Tag.Root } parent)
            {
                return false;
            }

            at = parent;
        }

        return false;
    }

    // Without words between.
    private static int CountBeside(MarkupNode node, bool forward)
    {
        int count = 0;
        for (MarkupNode? side = forward ? node.Next : node.Previous; side is not null && !side.HasWords; side = forward ? side.Next
            : side.Previous)
        {
            count += !side.IsText && side.Any(static part => part.Tag == Tag.A) && side.Any(static part => Tags.IsImage(part.Tag)) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether an image that nothing links, or that leads to the same place, stands right before the link.</summary>
    public static bool IsOnImageBefore(MarkupNode link)
    {
        MarkupNode at = link;
        for (int level = 0; level < 3; level++)
        {
            for (MarkupNode? side = at.Previous; side is not null && !side.HasWords; side = side.Previous)
            {
                if (side.Any(static part => Tags.IsImage(part.Tag)))
                {
                    return !side.Any(part => part.Tag == Tag.A && part.Attribute("href") != link.Attribute("href"));
                }
            }

            if (at.Previous is { HasWords: true } || at.Parent is not { Tag: not Tag.Root } parent)
            {
                return false;
            }

            at = parent;
        }

        return false;
    }

    /// <summary>Whether a link to an image file and an image's address have a name in common: sizes and endings aside.</summary>
    public static bool HaveOneName(Uri link, string? image)
    {
        string large = NameOf(link.OriginalString), small = NameOf(image ?? "");
        return large.Length == 0 || small.Length == 0 || large.Contains(small, StringComparison.OrdinalIgnoreCase)
            || small.Contains(large, StringComparison.OrdinalIgnoreCase)
            || large.AsSpan().CommonPrefixLength(small) >= 5;
    }

    /// <summary>Whether an image's address holds the name of the file that a link leads to.</summary>
    public static bool BearsName(string? image, Uri link) => NameOf(link.OriginalString) is { Length: >= 5 } name
        && image?.Contains(name, StringComparison.OrdinalIgnoreCase) == true;

    private static string NameOf(string address)
    {
        string path = address.Split('?', '#')[0];
        string file = path[(path.LastIndexOf('/') + 1)..];
        int dot = file.LastIndexOf('.');
        return dot > 0 ? file[..dot] : file;
    }

    private static string Stem(Uri address)
    {
        string path = address.AbsolutePath;
        int dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') ? path[..dot] : path;
    }

    [GeneratedRegex(@"\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?|svg|heic)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ImageFile();
}
