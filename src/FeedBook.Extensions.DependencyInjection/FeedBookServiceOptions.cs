using FeedBook.Epub;

namespace FeedBook.Extensions.DependencyInjection;

/// <summary>
/// What <c>services.AddFeedBook(o =&gt; …)</c> sets: the defaults of every book that the application makes. Read once, when the first
/// service is asked for.
/// </summary>
public sealed class FeedBookServiceOptions
{
    /// <summary>
    /// The options that every injected <see cref="BookBuilder"/> begins with; <see cref="BookBuilder.With"/> changes them for one book. Its
    /// <see cref="BookOptions.Fetch"/> also sets up the connections.
    /// </summary>
    public BookOptions Book { get; set; } = BookOptions.Default;

    /// <summary>How the registered EPUB writer writes.</summary>
    public EpubOptions Epub { get; set; } = EpubOptions.Standard;
}
