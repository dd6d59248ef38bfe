using FeedBook.Media;

namespace FeedBook.Epub;

/// <summary>The pictures that content documents name, in the order of their first use; each is written once.</summary>
internal sealed class EpubImages
{
    private readonly Dictionary<string, StoredImage> seen = new(StringComparer.Ordinal);
    private readonly Queue<StoredImage> waiting = new();

    private readonly HashSet<string> refused = new(StringComparer.Ordinal);

    /// <summary>What was refused, one diagnostic a picture.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Whether a picture may be written; one that may not is reported, once.</summary>
    public bool Admit(StoredImage image, Chapter chapter)
    {
        if (IsCore(image.Kind))
        {
            return true;
        }

        if (refused.Add(image.Name))
        {
            Diagnostics.Add(new Diagnostic(DiagnosticIds.ImageKindNotInEpub, DiagnosticSeverity.Warning, $"EPUB has no place for a {image.Kind} picture; its alternative text stands instead.") { Item = chapter.Title });
        }

        return false;
    }

    /// <summary>The kinds that are core media types of EPUB 3.3 (§3.2): any other is not written.</summary>
    public static bool IsCore(ImageKind kind) => kind is ImageKind.Jpeg or ImageKind.Png or ImageKind.Gif or ImageKind.Svg or ImageKind.WebP;

    /// <summary>The path of a picture; asking for it puts it in line to be written.</summary>
    public string PathOf(StoredImage image)
    {
        if (seen.TryAdd(image.Name, image))
        {
            waiting.Enqueue(image);
        }

        return $"images/{image.Name}{Extension(image.Kind)}";
    }

    /// <summary>The next picture that was named and is not yet written.</summary>
    public bool TryTake(out StoredImage? image) => waiting.TryDequeue(out image);

    /// <summary>Every picture that was named.</summary>
    public IReadOnlyCollection<StoredImage> All => seen.Values;

    public static string MediaType(ImageKind kind) => kind switch
    {
        ImageKind.Jpeg => "image/jpeg",
        ImageKind.Png => "image/png",
        ImageKind.Gif => "image/gif",
        ImageKind.Svg => "image/svg+xml",
        ImageKind.WebP => "image/webp",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a core media type of EPUB."),
    };

    private static string Extension(ImageKind kind) => kind switch
    {
        ImageKind.Jpeg => ".jpg",
        ImageKind.Png => ".png",
        ImageKind.Gif => ".gif",
        ImageKind.Svg => ".svg",
        _ => ".webp",
    };
}
