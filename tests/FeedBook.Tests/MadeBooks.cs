using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Media;

namespace FeedBook.Tests;

/// <summary>Books made in code, without feeds and without a network.</summary>
internal static class MadeBooks
{
    public static readonly DateTimeOffset Date = new(2026, 5, 4, 8, 30, 0, TimeSpan.Zero);

    public static Book Of(params Chapter[] chapters) => new(Metadata(), [new BookSection("Section", [.. chapters])]);

    public static Book Of(params Block[] blocks) => Of(Chapter("A chapter", blocks));

    public static BookMetadata Metadata() =>
        new() { Title = "A made book", Identifier = "urn:uuid:5b0ea0a7-6d3d-5b4c-8a3f-6f0d1a2b3c4d", Language = "en", Modified = Date,
        Date = Date };

    public static Chapter Chapter(string title, params Block[] blocks) => new()
    {
        Id = "c" + title.Length, Title = title, Language = "en", Published = Date, Article = new Article { Blocks = [.. blocks] },
    };

    public static Paragraph Para(string text) => new([new TextRun(text)]);

    public static ImmutableArray<Inline> Run(string text) => [new TextRun(text)];

    public static ImageReference Missing(string address, string? alternative = null) =>
        new([new Uri(address)]) { AlternativeText = alternative };

    /// <summary>A real, tiny PNG in a file of its own.</summary>
    public static ImageReference Picture(string folder, string name, string? alternative = null)
    {
        byte[] png =
            Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        string path = Path.Combine(folder, name + ".png");
        File.WriteAllBytes(path, png);
        return Missing($"https://example.org/{name}.png",
            alternative) with { Stored = new StoredImage("img-" + name, path, ImageKind.Png, 1, 1, png.Length) };
    }

    /// <summary>A book that holds everything a tree can hold.</summary>
    /// <param name="folder">Where its pictures go; the caller deletes it.</param>
    public static Book Everything(string folder)
    {
        Chapter all = Chapter(
            "Everything & <more>",
            new Heading(2, Run("Head")) { Id = "h" },
            new Paragraph([
                new TextRun("a "), new Styled(TextStyle.Emphasis, Run("b")), new Link(new Uri("#h", UriKind.Relative), Run("up")),
                    new Link(new Uri("#nowhere", UriKind.Relative), Run("lost")),
                new LineBreak(), new Ruby([new RubySegment(Run("漢"), "かん"), new RubySegment(Run("字"), "じ")]),
                    new Span(Run("שלום")) { Language = "he", Direction = TextDirection.RightToLeft, Id = "s" },
                new InlineImage(Picture(folder, "inline", "x")), new NoteReference("n", "*"),
            ]),
            new ListBlock(true,
                [new ListItem([Para("one"), new ListBlock(false, [new ListItem([Para("deep")])])]),
                new ListItem([]) { Number = 9, Id = "li" }]) { Start = 3, Marker = 'a' },
            new DefinitionList([new DefinitionEntry([Run("term")], [[Para("said")]]), new DefinitionEntry([], [[Para("only said")]])]),
            new Table([new TableRow([new TableCell([Para("h")]) { IsHeader = true, ColumnSpan = 2 }])],
                [new TableRow([new TableCell([Para("1")]) { Alignment = TextAlignment.End }, new TableCell([])])]) { Caption =
                Run("A table") },
            new Quotation([Para("quoted")]), new Quotation([Para("pulled")]) { IsPullQuote = true }, new Aside([Para("beside")]),
            new CodeBlock("a <b>\n  c") { CodeLanguage = "text" },
            new Rule(),
            new Figure([new ImageBlock(Picture(folder, "one", "")), new ImageBlock(Picture(folder, "two"))], Run("Two"),
                Run("Credit")) { Id = "fig", Number = "Figure 1" },
            new Embed(EmbedKind.Video, new Uri("https://video.example/watch?v=1")) { Title = "A film" });
        all = all with { Article = all.Article with { Notes = [new Footnote("n", [Para("note"), Para("more")]) { Label = "*" }] } };
        Chapter rtl = Chapter("פרק", new CodeBlock("x = 1")) with { Language = "he", Direction = TextDirection.RightToLeft };
        return new Book(Metadata(), [new BookSection("One & two", [all]), new BookSection("Three", [rtl])]);
    }
}
