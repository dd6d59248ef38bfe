using System.Collections.Immutable;

namespace FeedBook;

/// <summary>
/// One item of a feed. Titles and names are plain text; <see cref="ContentHtml"/> and <see cref="SummaryHtml"/> are HTML as published.
/// </summary>
public sealed record FeedItem
{
    private readonly Sequence<FeedPerson> authors;
    private readonly Sequence<string> categories;
    private readonly Sequence<FeedMedia> media;

    /// <summary>
    /// The item's identity: its guid or id, else its address, else a hash of its title and text. Stable from run to run; never empty.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The item's title; null when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>The address of the article; null when there is none. Always http or https.</summary>
    public Uri? Address { get; init; }

    /// <summary>
    /// The link as the feed writes it, where it is relative and nothing certain tells what it starts from; <see cref="Address"/> then is a
    /// guess from the feed's own address, or null. Null for every other item.
    /// </summary>
    public string? WrittenAddress { get; init; }

    /// <summary>
    /// The feed's own link, where a service that counts readers put it in place of the article's (<c>feedburner:origLink</c> tells that,
    /// and
    /// <see cref="Address"/> has it). Null for every other item.
    /// </summary>
    public Uri? CountedAddress { get; init; }

    /// <summary>The full text as HTML; null when the feed gives none.</summary>
    public string? ContentHtml { get; init; }

    /// <summary>The summary as HTML; null when the feed gives none.</summary>
    public string? SummaryHtml { get; init; }

    /// <summary>
    /// The address that relative links in the HTML start from (<c>xml:base</c>, else the item's, else the feed's); null when unknown.
    /// </summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>
    /// Where the feed that carries it was fetched from, after redirects; null where it came from no address. Set when a book is built:
    /// unlike all else here it is not the feed that says so.
    /// </summary>
    public Uri? FeedAddress { get; init; }

    /// <summary>
    /// When it was published, in the zone the feed wrote it in (UTC where it named none); null when the feed does not say. Never made up.
    /// </summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed; null when the feed does not say.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The authors; may be empty.</summary>
    public ImmutableArray<FeedPerson> Authors { get => authors.Array; init => authors = new(value); }

    /// <summary>Categories and tags; may be empty.</summary>
    public ImmutableArray<string> Categories { get => categories.Array; init => categories = new(value); }

    /// <summary>A well-formed BCP 47 tag; null when neither the item nor its feed says.</summary>
    public string? Language { get; init; }

    /// <summary>The copyright line; null when there is none.</summary>
    public string? Rights { get; init; }

    /// <summary>
    /// Pictures, sounds and films that the feed attaches (enclosures, Media RSS, JSON Feed attachments and images); may be empty.
    /// </summary>
    public ImmutableArray<FeedMedia> Media { get => media.Array; init => media = new(value); }
}

/// <summary>A person or organisation named by a feed.</summary>
/// <param name="Name">The name as plain text; null when only an address is known.</param>
public sealed record FeedPerson(string? Name)
{
    /// <summary>An e-mail address; null when unknown.</summary>
    public string? Email { get; init; }

    /// <summary>A home page; null when unknown.</summary>
    public Uri? Address { get; init; }
}

/// <summary>A file that a feed attaches to an item.</summary>
/// <param name="Address">Where it is.</param>
public sealed record FeedMedia(Uri Address)
{
    /// <summary>How the feed attached it.</summary>
    public FeedMediaRole Role { get; init; }

    /// <summary>The declared media type; null when not declared. Often wrong.</summary>
    public string? MediaType { get; init; }

    /// <summary>
    /// The declared medium of Media RSS (<c>image</c>, <c>video</c>, <c>audio</c>, <c>document</c>, <c>executable</c>); null when not
    /// declared.
    /// </summary>
    public string? Medium { get; init; }

    /// <summary>The declared size in bytes; null when not declared or not a number.</summary>
    public long? Length { get; init; }

    /// <summary>The declared width in pixels; null when not declared.</summary>
    public int? Width { get; init; }

    /// <summary>The declared height in pixels; null when not declared.</summary>
    public int? Height { get; init; }

    /// <summary>The medium's title as plain text; null when there is none.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// The medium's description as HTML: the caption of a picture, where publishers use Media RSS; null when there is none.
    /// </summary>
    public string? DescriptionHtml { get; init; }

    /// <summary>The credit as plain text; null when there is none.</summary>
    public string? Credit { get; init; }

    /// <summary>The smaller still picture of a film or picture; null when there is none.</summary>
    public Uri? Thumbnail { get; init; }
}

/// <summary>How a feed attached a <see cref="FeedMedia"/>.</summary>
public enum FeedMediaRole
{
    /// <summary>An enclosure or JSON Feed attachment.</summary>
    Enclosure,

    /// <summary>Media RSS <c>media:content</c>.</summary>
    Content,

    /// <summary>Media RSS <c>media:thumbnail</c> that stands on its own.</summary>
    Thumbnail,

    /// <summary>
    /// The item's own picture: JSON Feed <c>image</c> or <c>banner_image</c>, <c>itunes:image</c>, an <c>image</c> element.
    /// </summary>
    ItemImage,
}
