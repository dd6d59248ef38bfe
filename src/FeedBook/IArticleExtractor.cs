using System.Collections.Immutable;
using FeedBook.Text;

namespace FeedBook;

/// <summary>
/// Finds the article in a web page: the seam through which a caller brings a way of its own. <c>FeedBook.FullText</c> has one.
/// Implementations are safe for use by many threads at once.
/// </summary>
public interface IArticleExtractor
{
    /// <summary>Finds the article.</summary>
    /// <param name="page">The page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The article; null where the page holds none.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled. Any other exception is told, and the feed's text stays.</exception>
    PageArticle? Extract(WebPage page, CancellationToken cancellationToken = default);
}

/// <summary>A web page as it was fetched.</summary>
/// <param name="bytes">The page's bytes, decompressed.</param>
/// <param name="address">Where they came from in the end, after redirects; http or https.</param>
/// <param name="charset">The character set that the server declares; null where it declares none.</param>
public sealed class WebPage(ReadOnlyMemory<byte> bytes, Uri address, string? charset = null)
{
    private string? html;

    /// <summary>The page's bytes, decompressed.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>Where they came from in the end, after redirects.</summary>
    public Uri Address { get; } = address;

    /// <summary>The character set that the server declares; null where it declares none.</summary>
    public string? Charset { get; } = charset;

    /// <summary>The bytes as text, by the same evidence that feeds are read by: marks, declarations, and what the bytes themselves
    /// show.</summary>
    public string Html => html ??= TextDecoding.Decode(Bytes.Span, Charset, out _);
}

/// <summary>The article of a web page.</summary>
/// <param name="Html">The article's HTML as the page has it, without what stands around it. Never empty.</param>
public sealed record PageArticle(string Html)
{
    /// <summary>The title as plain text; null where the page does not say.</summary>
    public string? Title { get; init; }

    /// <summary>Who wrote it, as plain text; null where the page does not say.</summary>
    public string? Byline { get; init; }

    /// <summary>When it was published; null where the page does not say. Never made up.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>A well-formed BCP 47 tag; null where the page does not say.</summary>
    public string? Language { get; init; }

    /// <summary>The page's own picture for the article (Open Graph, JSON-LD); null where it names none. Always http or https.</summary>
    public Uri? LeadImage { get; init; }

    /// <summary>The address that the page calls its own; null where it does not say. Always http or https.</summary>
    public Uri? CanonicalAddress { get; init; }

    /// <summary>Where the article goes on (<c>rel=next</c>); null on its last page. Always http or https.</summary>
    public Uri? NextPage { get; init; }

    /// <summary>The page's AMP version; null where it names none. Always http or https.</summary>
    public Uri? AmpAddress { get; init; }

    /// <summary>The page's version for printing; null where it names none. Always http or https.</summary>
    public Uri? PrintAddress { get; init; }

    /// <summary>
    /// What stood among the article's paragraphs and is not in <see cref="Html"/>, in the page's order; it is told (FB134, FB135). Empty
    /// where nothing was left out, or the extractor does not say.
    /// </summary>
    public ImmutableArray<PageOmission> Omissions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Where the page's relative addresses start; null for the page's own address.</summary>
    public Uri? BaseAddress { get; init; }
}
