using System.Collections.Immutable;
using FeedBook.Media;

namespace FeedBook.Content;

/// <summary>A picture as an article names it, and, once fetched, the picture itself.</summary>
/// <param name="Candidates">
/// Where it may be fetched, best first: http, https or data addresses, absolute. Never empty. Later ones are tried only when
/// earlier ones fail (the origin behind a resizing proxy, a smaller size, the copy in <c>noscript</c>).
/// </param>
public sealed record ImageReference(ImmutableArray<Uri> Candidates)
{
    private readonly Sequence<Uri> candidates = new(Candidates);

    /// <summary>
    /// Where it may be had, best first: http, https or data addresses, absolute. Never empty. Later ones are tried only when earlier ones
    /// fail (the origin behind a resizing proxy, a smaller size, the copy in <c>noscript</c>).
    /// </summary>
    public ImmutableArray<Uri> Candidates { get => candidates.Array; init => candidates = new(value); }

    /// <summary>The best candidate: the address by which the picture is known.</summary>
    public Uri Address => Candidates[0];

    /// <summary>
    /// Where its publisher keeps it: the candidate whose host the address of a proxy names in its path or query, else
    /// <see cref="Address"/>.
    /// </summary>
    internal Uri PublishedAddress
    {
        get
        {
            string inside = Address.IsAbsoluteUri && Address.Scheme is "http" or "https" ? Uri.UnescapeDataString(Address.PathAndQuery)
                : "";
            return Candidates.FirstOrDefault(other => other.Host.Length > 0 && other.Host != Address.Host
                && inside.Contains(other.Host, StringComparison.OrdinalIgnoreCase)) ?? Address;
        }
    }

    /// <summary>
    /// What the source says instead of the picture: null when it says nothing, empty when it marks the picture as decoration.
    /// </summary>
    public string? AlternativeText { get; init; }

    /// <summary>
    /// The picture's <c>title</c>; null when there is none. Never a caption unless <see cref="FigureOptions"/> asks for it.
    /// </summary>
    public string? Title { get; init; }

    /// <summary>The declared width in CSS pixels; null when not declared.</summary>
    public int? Width { get; init; }

    /// <summary>The declared height in CSS pixels; null when not declared.</summary>
    public int? Height { get; init; }

    /// <summary>
    /// The picture as stored for the book; null before it is fetched, or when it could not be fetched (a diagnostic says why).
    /// </summary>
    public StoredImage? Stored { get; init; }

    /// <summary>
    /// How large a stored picture is when nothing limits it, upright, in CSS pixels (96 to the inch): as its source declares it, but never
    /// larger than its own pixels. Null before it is stored.
    /// </summary>
    public (double Width, double Height)? NaturalSize
    {
        get
        {
            if (Stored is not { } stored)
            {
                return null;
            }

            double scale = Width is > 0 and { } width ? Math.Min(1, (double)width / stored.UprightWidth)
                : Height is > 0 and { } height ? Math.Min(1, (double)height / stored.UprightHeight) : 1;
            return (stored.UprightWidth * scale, stored.UprightHeight * scale);
        }
    }
}
