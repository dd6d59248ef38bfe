using FeedBook.Text;

namespace FeedBook;

/// <summary>
/// Which of a book's names are still news where they stand. A book of one item has that item's title, a book of one feed that feed's;
/// an archived item is its own feed. What the reader has read already is not printed again. For writers.
/// </summary>
public sealed class BookNames
{
    private readonly BookMetadata metadata;
    private readonly bool hasOneSource, hasOneSection, hasOneAuthor;

    /// <summary>Compares the names of a book.</summary>
    public BookNames(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        metadata = book.Metadata;
        Chapter[] chapters = [.. book.Chapters];
        hasOneSource = chapters.Select(chapter => chapter.Source).Distinct(StringComparer.Ordinal).Take(2).Count() < 2;
        hasOneAuthor = chapters.Length > 1 && chapters.Select(chapter => string.Join('\n', chapter.Authors))
            .Distinct(StringComparer.Ordinal).Take(2).Count() < 2;
        hasOneSection = book.Sections.Length == 1;
        IsOneItem = chapters is [var only] && IsSame(only.Title, metadata.Title);
    }

    /// <summary>
    /// True for a book of one chapter that is named after it: it needs no title page and no contents, and no title in its running heads.
    /// </summary>
    public bool IsOneItem { get; }

    /// <summary>The authors to print on the title page: those that are not the title.</summary>
    public IReadOnlyList<string> Authors => [.. metadata.Authors.Where(author => !IsSame(author, metadata.Title))];

    /// <summary>The title to print over a section; null when it has none or the book's front names it already.</summary>
    public string? SectionTitle(BookSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.Title is { } title
            && !(hasOneSection && (IsNamed(title) || section.Chapters.All(chapter => IsSame(chapter.Title, title))))
            ? title : null;
    }

    /// <summary>
    /// The names to print below a chapter's title: its authors and its source, as far as neither the title nor the book's front says them.
    /// </summary>
    /// <param name="chapter">The chapter.</param>
    /// <param name="between">What parts the authors from the source.</param>
    public string Byline(Chapter chapter, string between = " · ")
    {
        ArgumentNullException.ThrowIfNull(chapter);
        string[] authors = [.. chapter.Authors.Where(author => !string.IsNullOrWhiteSpace(author) && !IsSame(author, chapter.Title)
            && !(hasOneAuthor && metadata.Title.Contains(author.Trim(), StringComparison.OrdinalIgnoreCase)))];
        bool saysSource = chapter.Source is { } source && !string.IsNullOrWhiteSpace(source) && !IsSame(source, chapter.Title)
            && !authors.Any(author => IsSame(author, source)) && !(hasOneSource && !IsOneItem && IsNamed(source));
        return string.Join(between,
            ((string[])[string.Join(", ", authors), saysSource ? chapter.Source! : ""]).Where(part => part.Length > 0));
    }

    /// <summary>
    /// The day to print below a chapter's title, written as its language writes days: when it was published, else when it was changed.
    /// Null where neither is known.
    /// </summary>
    public static string? Day(Chapter chapter)
    {
        ArgumentNullException.ThrowIfNull(chapter);
        return (chapter.Published ?? chapter.Updated) is { } day ? WrittenDate.Of(day, chapter.Language) : null;
    }

    /// <summary>The book's day as its language writes it; null where it has none.</summary>
    public static string? Day(BookMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return metadata.Date is { } day ? WrittenDate.Of(day, metadata.Language) : null;
    }

    /// <summary>A title where it only names what stands elsewhere in full, as in contents: 300 letters at most, then '…'.</summary>
    public static string Short(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return ShortLabel.Of(title);
    }

    private bool IsNamed(string name) => IsSame(name, metadata.Title) || metadata.Authors.Any(author => IsSame(author, name));

    private static bool IsSame(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
