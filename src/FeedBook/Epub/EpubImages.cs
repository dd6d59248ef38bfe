using FeedBook.Media;

namespace FeedBook.Epub;

/// <summary>The pictures that content documents name, in the order of their first use; each is written once.</summary>
internal sealed class EpubImages(ReadingSystemRules rules)
{
    private readonly Dictionary<string, StoredImage> seen = new(StringComparer.Ordinal);
    private readonly Queue<StoredImage> waiting = new();
    private readonly HashSet<string> admitted = new(StringComparer.Ordinal);
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);

    /// <summary>What was refused, one diagnostic a picture.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Whether a picture may be written; one that may not is reported, once.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="chapter">The chapter that shows it; null for the cover.</param>
    public bool Admit(StoredImage image, Chapter? chapter)
    {
        if (admitted.Contains(image.Name))
        {
            return true;
        }

        if (refused.Contains(image.Name))
        {
            return false;
        }

        if (Refuses(image) is not { } reason)
        {
            return admitted.Add(image.Name);
        }

        _ = refused.Add(image.Name);
        Diagnostics.Add(new Diagnostic(DiagnosticIds.ImageKindNotInEpub, DiagnosticSeverity.Warning,
            $"Not shown, since {reason}; the picture's alternative text stands instead.") { Item = chapter?.Title });
        return false;
    }

    // The end of a sentence.
    private string? Refuses(StoredImage image) =>
        IsCore(image.Kind) ? rules.Refuses(image) : $"EPUB has no place for a {image.Kind} picture";

    /// <summary>The kinds that are core media types of EPUB 3.3 (§3.2): any other is not written.</summary>
    private static bool IsCore(ImageKind kind) =>
        kind is ImageKind.Jpeg or ImageKind.Png or ImageKind.Gif or ImageKind.Svg or ImageKind.WebP;

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
