using System.Collections.Immutable;
using System.Globalization;
using FeedBook.Content;
using FeedBook.Text;

namespace FeedBook.Books;

/// <summary>Drafts → chapters in sections.</summary>
internal static class SectionMaker
{
    // The start of a text that stands for a title: long enough to tell it from others, short enough for a line.
    private const int MadeTitleLength = 60;

    public static ImmutableArray<BookSection> Make(ImmutableArray<Draft> drafts, BookLanguages languages, BookOptions options)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var sections = new List<Part>();
        foreach (Draft draft in drafts)
        {
            string? title = draft.Source.Read.Section is { } name && MetadataMaker.PlainLine(name) is { Length: > 0 } line ? line : null;
            Part? section = sections.Find(each => each.Title == title);
            if (section is null)
            {
                sections.Add(section = new Part(title));
            }

            section.Chapters.Add(MakeChapter(draft, languages, ids));
            section.IsOrdered |= draft.Source.Options.Order is not null;
        }

        return [.. sections
            .Select(section =>
            new BookSection(section.Title, Order(section.Chapters, section.IsOrdered ? ChapterOrder.AsPublished : options.Order)))];
    }

    /// <summary>The title of a draft's chapter; never empty.</summary>
    public static string TitleOf(Draft draft)
    {
        string title = MetadataMaker.PlainLine(draft.Item.Title ?? "");
        if (title.Length > 0)
        {
            return title;
        }

        string text = MetadataMaker.PlainLine(ContentText.Of(draft.Article));
        if (text.Length > 0)
        {
            return ShortLabel.Of(text, MadeTitleLength);
        }

        return draft.Item.Published?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? draft.Item.Address?.Host ?? "…";
    }

    private static Chapter MakeChapter(Draft draft, BookLanguages languages, HashSet<string> ids)
    {
        FeedItem item = draft.Item;
        Feed feed = draft.Source.Read.Feed;
        string id = "c" + StableId.Hash(item.Id);
        for (int copy = 2; !ids.Add(id); copy++)
        {
            id = $"c{StableId.Hash(item.Id)}-{copy}";
        }

        return new Chapter
        {
            Id = id,
            Title = TitleOf(draft),
            Authors =
                [.. item.Authors.Select(person => MetadataMaker.PlainLine(person.Name ?? person.Email ?? "")).Where(name => name.Length > 0)
                .Distinct()],
            Source = feed.Title is null ? null : MetadataMaker.PlainLine(feed.Title),
            Address = item.Address,
            Published = item.Published,
            Updated = item.Updated,
            Language = languages.Of(draft),
            Direction = languages.DirectionOf(draft),
            Article = draft.Article,
        };
    }

    private static ImmutableArray<Chapter> Order(IEnumerable<Chapter> chapters, ChapterOrder order) => order switch
    {
        ChapterOrder.NewestFirst => [.. chapters.OrderByDescending(DateOf)],
        ChapterOrder.OldestFirst => [.. chapters.OrderBy(chapter => DateOf(chapter) ?? DateTimeOffset.MaxValue)],
        _ => [.. chapters],
    };

    private sealed class Part(string? title)
    {
        public string? Title { get; } = title;

        public List<Chapter> Chapters { get; } = [];

        /// <summary>Whether a source of it has an order of its own, which the book's must not undo.</summary>
        public bool IsOrdered { get; set; }
    }

    private static DateTimeOffset? DateOf(Chapter chapter) => chapter.Published ?? chapter.Updated;
}
