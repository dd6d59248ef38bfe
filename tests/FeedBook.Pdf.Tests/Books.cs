using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Pdf.Tests.Reading;

namespace FeedBook.Pdf.Tests;

/// <summary>Books made in code.</summary>
internal static class Books
{
    public const string Prose =
        "The miller kept two ledgers, one for the grain and one for the weather, and he trusted the second more than the first. Every "
        + "evening he wrote down the colour of the sky above the weir, the height of the water on the post, and the hour at which the "
            + "swallows left the yard. ";

    public static Inline T(string text) => new TextRun(text);

    public static Paragraph P(string text) => new([T(text)]);

    public static Paragraph P(params Inline[] inlines) => new([.. inlines]);

    public static TableCell Cell(string text, bool isHeader = false) => new([P(text)]) { IsHeader = isHeader };

    public static Chapter Chapter(string title, params Block[] blocks) => new()
    {
        Id = "c" + string.Concat(title.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant(),
        Title = title,
        Language = "en",
        Article = new Article { Blocks = [.. blocks] },
    };

    public static Book Of(params Chapter[] chapters) => Of([new BookSection(null, [.. chapters])]);

    public static Book Of(ImmutableArray<BookSection> sections) => new(
        new BookMetadata
        {
            Title = "The Miller's Almanac",
            Identifier = "urn:uuid:5f1c2b9e-7f70-4f35-9f1e-000000000001",
            Language = "en",
            Modified = new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.Zero),
        },
        sections);

    public static async Task<byte[]> Print(this Book book, PdfOptions? options = null, List<Diagnostic>? diagnostics = null)
    {
        using var memory = new MemoryStream();
        using var output = new OneWayStream(memory);
        IReadOnlyList<Diagnostic> found = await new PdfWriter(options).WriteAsync(book, output);
        diagnostics?.AddRange(found);
        return memory.ToArray();
    }

    public static async Task<PdfReading> Read(this Book book, PdfOptions? options = null, List<Diagnostic>? diagnostics = null) =>
        new(await book.Print(options, diagnostics ?? []));

    /// <summary>The text of the pages in the order in which it is drawn, heads and numbers left out.</summary>
    public static string PageText(this PdfReading pdf, PdfDictionary page) =>
        string.Concat(pdf.Texts(page).Where(text => text.Mark >= 0).Select(text => text.Text));

    /// <summary>Only can be written to, and only asynchronously, as a web server's response.</summary>
    private sealed class OneWayStream(MemoryStream target) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => throw new NotSupportedException();

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            target.WriteAsync(buffer, cancellationToken);
    }
}
