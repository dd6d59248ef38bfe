using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Text;

namespace FeedBook.Books;

/// <summary>What the book says of itself, from the options and, where they are silent, from what is in it.</summary>
internal static class MetadataMaker
{
    private const int MostAuthors = 10;

    public static BookMetadata Make(ImmutableArray<Draft> drafts, BookLanguages languages, BookOptions options)
    {
        string[] feeds =
            [.. drafts.Select(draft => draft.Source.Read.Feed.Title).OfType<string>().Select(PlainLine).Where(title => title.Length > 0)
            .Distinct()];
        string title = PlainLine(options.Title ?? DefaultTitle(drafts, feeds));

        // A date in the future is a feed's mistake; it must not become the book's.
        DateTimeOffset now = options.Clock.GetUtcNow();
        DateTimeOffset? newest = drafts.Select(draft => draft.Item.Published ?? draft.Item.Updated)
            .Where(date => date <= now.AddDays(1)).Max();
        DateTimeOffset? changed = drafts.SelectMany(draft => (DateTimeOffset?[])[draft.Item.Published, draft.Item.Updated])
            .Where(date => date <= now.AddDays(1)).Max();
        return new BookMetadata
        {
            Title = title.Length > 0 ? title : "FeedBook",
            Subtitle = options.Subtitle is null ? null : PlainLine(options.Subtitle),
            Identifier = options.Identifier is { Length: > 0 } identifier ? XmlText.Clean(identifier) : IdentifierOf(title, drafts),
            Language = languages.Book,
            Direction = DirectionOf(drafts, languages),
            Authors = options.Authors.IsEmpty ? [.. feeds.Take(MostAuthors)] : [.. options.Authors.Select(PlainLine)],
            Publisher = options.Publisher is null ? null : PlainLine(options.Publisher),
            Description = options.Description is null ? null : PlainLine(options.Description),
            Date = options.Date ?? newest,
            Modified = options.Date ?? changed ?? now,
        };
    }

    // A digest in Hebrew with one English item is still turned over from the left; one in English with some Arabic ones is not.
    private static TextDirection DirectionOf(ImmutableArray<Draft> drafts, BookLanguages languages)
    {
        int rightToLeft = drafts.Count(draft => languages.DirectionOf(draft) == TextDirection.RightToLeft);
        return rightToLeft == drafts.Length || (LanguageTag.IsRightToLeft(languages.Book) && rightToLeft * 2 >= drafts.Length)
            ? TextDirection.RightToLeft : TextDirection.LeftToRight;
    }

    /// <summary>Text on one line, without what XML forbids.</summary>
    public static string PlainLine(string text) =>
        string.Join(' ', XmlText.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string DefaultTitle(ImmutableArray<Draft> drafts, string[] feeds) => feeds switch
    {
        [] => drafts.Length == 1 ? SectionMaker.TitleOf(drafts[0]) : "FeedBook",
        [var only] => only,
        _ => string.Join(" · ", feeds.Take(3)) + (feeds.Length > 3 ? " …" : ""),
    };

    private static string IdentifierOf(string title, ImmutableArray<Draft> drafts) =>
        "urn:uuid:" + StableId.Uuid("feedbook:" + title + "\n" + string.Join('\n', drafts.Select(draft => draft.Item.Id))).ToString("D");
}
