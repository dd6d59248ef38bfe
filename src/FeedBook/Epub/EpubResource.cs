namespace FeedBook.Epub;

/// <summary>A resource of the publication, as the manifest lists it (EPUB 3.3 §5.6.2).</summary>
/// <param name="Id">Its id in the package document: an NCName.</param>
/// <param name="Path">Its path below <see cref="EpubContainer.Folder"/>: only <c>[a-z0-9-./]</c>, as Kobo asks.</param>
/// <param name="MediaType">Its media type.</param>
internal sealed record EpubResource(string Id, string Path, string MediaType)
{
    /// <summary>What <see cref="Properties"/> say of a file that holds MathML (EPUB 3.3 §5.6.2.2).</summary>
    public const string MathMl = "mathml";

    /// <summary>The value of the manifest's <c>properties</c>; null for none.</summary>
    public string? Properties { get; init; }

    /// <summary>Whether the spine lists it.</summary>
    public bool InSpine { get; init; }

    /// <summary>Its place in the spine, where <see cref="InSpine"/>.</summary>
    public int SpineOrder { get; init; }
}
