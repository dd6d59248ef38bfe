using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FeedBook.Books;
using FeedBook.Media;

namespace FeedBook;

/// <summary>
/// A book ready to be written, in any format and any number of times. It owns the folder its pictures are kept in until
/// it is disposed. Immutable and safe to share between threads; disposing it while a writer works is not.
/// </summary>
public sealed class Book : IAsyncDisposable, IDisposable
{
    private readonly Sequence<SourceResult> sources;
    private readonly ConditionalWeakTable<object, object> told = [];
    private IDisposable? store;

    /// <summary>Puts a book together. Most callers use <c>BookBuilder</c>.</summary>
    /// <param name="metadata">What the book says of itself.</param>
    /// <param name="sections">The sections in reading order.</param>
    /// <param name="cover">The cover picture, or null for a drawn page.</param>
    /// <param name="diagnostics">What was mended or left out on the way.</param>
    /// <param name="store">What keeps the pictures; disposed with the book. May be null.</param>
    public Book(BookMetadata metadata, ImmutableArray<BookSection> sections, StoredImage? cover = null,
        ImmutableArray<Diagnostic> diagnostics = default, IDisposable? store = null)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        Metadata = metadata;
        Sections = sections.IsDefault ? [] : sections;
        Cover = cover;
        Diagnostics = diagnostics.IsDefault ? [] : diagnostics;
        this.store = store;
    }

    /// <summary>What the book says of itself.</summary>
    public BookMetadata Metadata { get; }

    /// <summary>The sections in reading order.</summary>
    public ImmutableArray<BookSection> Sections { get; }

    /// <summary>The cover picture; null when writers are to draw a cover page.</summary>
    public StoredImage? Cover { get; }

    /// <summary>
    /// Whether the cover picture was made to be one; false for the first picture of an article, which says neither title nor date.
    /// </summary>
    internal bool IsCoverDesigned { get; init; } = true;

    /// <summary>Who is told of what happens to it later; null for nobody.</summary>
    internal BookListeners? Listeners { get; init; }

    /// <summary>What was mended or left out while the book was made.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>What became of each source, in the order they were given. Empty for a book that was put together by hand.</summary>
    public ImmutableArray<SourceResult> Sources { get => sources.Array; init => sources = new(value); }

    /// <summary>All chapters in reading order.</summary>
    public IEnumerable<Chapter> Chapters => Sections.SelectMany(section => section.Chapters);

    /// <summary>Tells who listens that a writer has begun, or has come to a further chapter.</summary>
    /// <param name="done">How many chapters it has written.</param>
    /// <param name="chapter">The last of them; null at the beginning.</param>
    internal void Writing(int done, string? chapter) =>
        Listeners?.Report(new BookProgress(BookStage.Writing, done, Sections.Sum(section => section.Chapters.Length)) { Item = chapter });

    /// <summary>Tells who listens what a writer gave back; the same list only once, whoever has it.</summary>
    internal void Written(IReadOnlyList<Diagnostic> diagnostics)
    {
        if (Listeners is not null && diagnostics.Count > 0 && told.TryAdd(diagnostics, this))
        {
            Listeners.Tell([.. diagnostics]);
        }
    }

    /// <summary>Deletes the pictures' folder. Streams that are open stay readable; new ones cannot be opened.</summary>
    public void Dispose() => Interlocked.Exchange(ref store, null)?.Dispose();

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
