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

    public static BookMetadata Metadata() => new() { Title = "A made book", Identifier = "urn:uuid:5b0ea0a7-6d3d-5b4c-8a3f-6f0d1a2b3c4d", Language = "en", Modified = Date, Date = Date };

    public static Chapter Chapter(string title, params Block[] blocks) => new()
    {
        Id = "c" + title.Length, Title = title, Language = "en", Published = Date, Article = new Article { Blocks = [.. blocks] },
    };

    public static Paragraph Para(string text) => new([new TextRun(text)]);

    public static ImmutableArray<Inline> Run(string text) => [new TextRun(text)];

    public static ImageReference Missing(string address, string? alternative = null) => new([new Uri(address)]) { AlternativeText = alternative };

    /// <summary>A real, tiny PNG in a file of its own.</summary>
    public static ImageReference Picture(string folder, string name, string? alternative = null)
    {
        byte[] png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        string path = Path.Combine(folder, name + ".png");
        File.WriteAllBytes(path, png);
        return Missing($"https://example.org/{name}.png", alternative) with { Stored = new StoredImage("img-" + name, path, ImageKind.Png, 1, 1, png.Length) };
    }
}
