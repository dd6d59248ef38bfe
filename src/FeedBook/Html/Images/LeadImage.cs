using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Images;

/// <summary>
/// The picture that a feed attaches to an item. Where the text has it already, its description and credit join that one;
/// where the text has none, it opens the article.
/// </summary>
internal static class LeadImage
{
    /// <summary>What the feed says of one picture of the text.</summary>
    internal sealed record Described(MarkupNode Node, string? CaptionHtml, string? Credit);

    public static IReadOnlyList<Described> Find(MarkupTree tree, ImageTable images, FeedItem? item, ReadingContext context)
    {
        if (item is null || item.Media.IsEmpty)
        {
            return [];
        }

        var described = new List<Described>();
        List<FeedMedia> media =
            [.. item.Media.Where(IsPicture).OrderByDescending(one => one.Role is FeedMediaRole.Thumbnail ? 0 : 1)
            .ThenByDescending(one => one.Width ?? 0)];
        if (media.Count == 0)
        {
            // A film's still stands for the film, which is named beside it.
            media.AddRange(item.Media.Select(one => one.Thumbnail).OfType<Uri>().Where(still => still.Scheme is "http" or "https")
                .Select(still => new FeedMedia(still) { Role = FeedMediaRole.Thumbnail, Medium = "image" }).Take(1));
        }

        foreach (FeedMedia one in media)
        {
            if (one.DescriptionHtml is null && one.Credit is null)
            {
                continue;
            }

            SourceImage? shown = images.All.FirstOrDefault(picture => picture.Candidates.Exists(uri => SamePicture(uri, one.Address)));
            if (shown is not null && !described.Exists(other => other.Node == shown.Node))
            {
                described.Add(new Described(shown.Node, one.DescriptionHtml, one.Credit));
            }
        }

        if (media.Count > 0 && images.All.All(picture => picture.Use != ImageUse.Block) && Open(tree, media, context) is { } lead)
        {
            images.Open(lead);
            FeedMedia told = media.Find(one => one.DescriptionHtml is not null) ?? media.Find(one => one.Credit is not null) ?? media[0];
            described.Add(new Described(lead.Node, told.DescriptionHtml, told.Credit ?? media.Find(one => one.Credit is not null)?.Credit));
        }

        return described;
    }

    // The picture goes before the text, in an element of its own.
    private static SourceImage? Open(MarkupTree tree, List<FeedMedia> media, ReadingContext context)
    {
        FeedMedia best = media[0];
        if (best is { Width: <= 3 } or { Height: <= 3 } || context.Articles.MaxImages == 0)
        {
            return null;
        }

        var candidates = new List<Uri> { best.Address };
        ImagePicker.Merge(candidates,
            media.Skip(1).Where(one => one.Role != FeedMediaRole.Content || SamePicture(one.Address, best.Address))
            .Select(one => one.Address));
        if (ImageProxy.Origin(best.Address) is { } origin)
        {
            candidates.Add(origin);
        }

        MarkupNode root = tree.Root, node = tree.NewElement(Tag.Img);
        MarkupNode around = tree.NewElement(Tag.Div);
        around.Append(node);
        if (root.First is { } first)
        {
            first.InsertBefore(around);
        }
        else
        {
            root.Append(around);
        }

        root.Forget();
        return new SourceImage(node, candidates) { AlternativeText = best.Title, Width = best.Width, Height = best.Height };
    }

    private static bool IsPicture(FeedMedia media) =>
        media.Address.Scheme is "http" or "https"
        && (media.Medium == "image" || media.Role is FeedMediaRole.ItemImage or FeedMediaRole.Thumbnail
            || (media.Medium is null
                && (media.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ?? LooksLikePicture(media.Address))));

    private static bool LooksLikePicture(Uri address) =>
        Array.Exists([".jpg", ".jpeg", ".png", ".gif", ".webp"],
            end => address.AbsolutePath.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether two addresses show one picture in two sizes, or by http and https.</summary>
    public static bool SamePicture(Uri one, Uri other)
    {
        if (one == other)
        {
            return true;
        }

        return one.Scheme != "data" && other.Scheme != "data" && Name(one) is { Length: > 6 } name && name == Name(other);
    }

    // Host aside, for picture services serve one file under several; sizes aside: photo-300x200.jpg, photo.jpg?w=640.
    private static string Name(Uri uri)
    {
        string path = uri.AbsolutePath;
        string file = path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
        int dot = file.LastIndexOf('.');
        if (dot > 0)
        {
            return ImageFinder.WithoutSize(file[..dot]);
        }

        return uri.Query.Length > 1 ? string.Concat(path, uri.Query) : path;
    }
}
