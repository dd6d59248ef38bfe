using System.Xml.Linq;
using FeedBook.Content;
using FeedBook.Epub;
using FeedBook.Media;
using static FeedBook.Tests.MadeBooks;

namespace FeedBook.Tests.Epub;

public sealed class EpubWriterTests : IDisposable
{
    private static readonly XNamespace X = OpenedEpub.Xhtml;
    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_mimetype_comes_first_and_stored()
    {
        using OpenedEpub epub = await OpenedEpub.WriteAsync(Of(Para("Hello.")));

        Assert.Equal("mimetype", epub.Names.First());
        Assert.Equal("application/epub+zip"u8.ToArray(), epub.Bytes[38..58]);
    }

    [Fact]
    public async Task Manifest_links_and_ids_are_whole()
    {
        using Book book = Everything(folder);
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        Assert.Empty(epub.Faults());
    }

    [Fact]
    public async Task The_same_book_has_the_same_bytes()
    {
        using Book book = Everything(folder);
        using OpenedEpub one = await OpenedEpub.WriteAsync(book);
        await Task.Delay(10);
        using OpenedEpub two = await OpenedEpub.WriteAsync(book);

        Assert.Equal(one.Bytes, two.Bytes);
    }

    [Fact]
    public async Task A_stream_that_neither_seeks_nor_blocks_is_enough()
    {
        using Book book = Everything(folder);
        await using var strict = new AsyncOnlyStream();

        await new EpubWriter().WriteAsync(book, strict);

        using var epub = new OpenedEpub(strict.Written);
        Assert.Empty(epub.Faults());
    }

    [Fact]
    public async Task A_figure_has_its_caption_and_credit_in_a_figcaption()
    {
        using Book book =
            Of(new Figure([new ImageBlock(Picture(folder, "boat", "A boat"))],
            [new TextRun("The "), new Styled(TextStyle.Strong, Run("Anna"))], Run("Photo: R. Roe")));
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        XElement figure = Assert.Single(epub.Chapters.Single().Descendants(X + "figure"));
        Assert.Equal("A boat", (string?)figure.Descendants(X + "img").Single().Attribute("alt"));
        XElement caption = Assert.Single(figure.Elements(X + "figcaption"));
        Assert.Equal("The Anna Photo: R. Roe", caption.Value);
        Assert.Equal("Photo: R. Roe", caption.Elements(X + "span").Single(span => (string?)span.Attribute("class") == "credit").Value);
        Assert.Contains("The Anna",
            epub.File("nav.xhtml").Descendants(X + "nav").Single(nav => (string?)nav.Attribute(OpenedEpub.Ops + "type") == "loi").Value,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_could_not_be_had_leaves_its_words_and_its_address()
    {
        using Book book =
            Of(new Figure([new ImageBlock(Missing("https://example.org/gone.jpg", "A lost map"))], Run("The map of 1801."), []));
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        XElement figure = Assert.Single(epub.Chapters.Single().Descendants(X + "figure"));
        Assert.Contains("A lost map", figure.Value, StringComparison.Ordinal);
        Assert.Contains("The map of 1801.", figure.Value, StringComparison.Ordinal);
        Assert.Equal("https://example.org/gone.jpg", (string?)figure.Descendants(X + "a").Single().Attribute("href"));
    }

    [Fact]
    public async Task A_picture_used_twice_is_stored_once()
    {
        ImageReference picture = Picture(folder, "twice", "");
        using Book book = Of(new ImageBlock(picture), Para("Between."), new ImageBlock(picture));
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        Assert.Single(epub.Names, name => name.EndsWith("img-twice.png", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kind_that_EPUB_does_not_know_is_left_out_and_named()
    {
        string path = Path.Combine(folder, "x.bmp");
        await File.WriteAllBytesAsync(path, [0x42, 0x4D]);
        ImageReference bitmap =
            Missing("https://example.org/x.bmp", "A chart") with { Stored = new StoredImage("img-x", path, ImageKind.Bmp, 1, 1, 2) };
        using Book book = Of(new ImageBlock(bitmap));
        using var stream = new MemoryStream();

        IReadOnlyList<Diagnostic> diagnostics = await new EpubWriter().WriteAsync(book, stream);

        using var epub = new OpenedEpub(stream.ToArray());
        Assert.Equal(DiagnosticIds.ImageKindNotInEpub, Assert.Single(diagnostics).Id);
        Assert.Empty(epub.Faults());
        Assert.Contains("A chart", epub.ChapterText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_chapter_is_cut_below_the_limit_without_loss()
    {
        Block[] blocks =
        [
            .. Enumerable.Range(0, 400).Select(i => Para($"Paragraph {i}: {new string('a', 900)}")),
            new ListBlock(true, [.. Enumerable.Range(0, 3000).Select(i => new ListItem([Para($"Item {i} <&> {new string('b', 90)}")]))]),
            new CodeBlock(string.Join('\n', Enumerable.Range(0, 4000).Select(i => $"line {i}; // {new string('c', 60)}"))),
            new Paragraph([new Link(new Uri("#target", UriKind.Relative), Run("back"))]),
        ];
        blocks[3] = blocks[3] with { Id = "target" };
        using Book book = Of(blocks);
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        Assert.All(epub.SpineFiles,
            file => Assert.True(System.Text.Encoding.UTF8.GetByteCount(epub.Text("EPUB/" + file)) <= 200_000, file));
        Assert.Empty(epub.Faults());
        Assert.All(Enumerable.Range(0, 400), i => Assert.Contains($"Paragraph {i}:", epub.ChapterText, StringComparison.Ordinal));
        Assert.Contains("line 3999;", epub.ChapterText, StringComparison.Ordinal);
        int[] starts =
            [.. epub.Chapters.SelectMany(chapter => chapter.Descendants(X + "ol")).Select(list => (int?)list.Attribute("start") ?? 1)];
        int[] items = [.. epub.Chapters.SelectMany(chapter => chapter.Descendants(X + "ol")).Select(list => list.Elements().Count())];
        Assert.Equal(3000, items.Sum());
        Assert.Equal(items.Aggregate(new List<int> { 1 }, (all, count) => [.. all, all[^1] + count])[..^1], starts);
    }

    [Fact]
    public async Task Notes_stand_in_the_file_that_calls_them_and_lead_back()
    {
        Chapter chapter = Chapter("Notes", new Paragraph([new TextRun("Said."), new NoteReference("n1", "1")])) with
        {
            Article = new Article
            {
                Blocks = [new Paragraph([new TextRun("Said."), new NoteReference("n1", "1"), new NoteReference("n1", "1")])],
                Notes = [new Footnote("n1", [Para("By whom.")]) { Label = "1" }],
            },
        };
        using Book book = Of(chapter);
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        Assert.Empty(epub.Faults());
        XElement note = Assert.Single(epub.Chapters.Single().Descendants(X + "aside"));
        Assert.Equal("footnote", (string?)note.Attribute(OpenedEpub.Ops + "type"));
        Assert.Contains("By whom.", note.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_another_chapter_stays_in_the_book()
    {
        Chapter first = Chapter("One", new Paragraph([new Link(new Uri("http://www.example.org/two/#part"), Run("see"))]));
        Chapter second = Chapter("Second", Para("Here.")) with { Address = new Uri("https://example.org/two") };
        using OpenedEpub epub = await OpenedEpub.WriteAsync(Of(first, second));

        Assert.Equal("c0002.xhtml", (string?)epub.Chapters.First().Descendants(X + "p").Elements(X + "a").Single().Attribute("href"));
    }

    [Theory]
    [InlineData("https://example.org/a b|c?d=[e]", "https://example.org/a%20b%7Cc?d=%5Be%5D")]
    [InlineData("https://example.org/%zz%2F", "https://example.org/%25zz%2F")]
    [InlineData("https://例え.jp/パス", "https://xn--r8jz45g.jp/%E3%83%91%E3%82%B9")]
    [InlineData("mailto:winds@example.org", "mailto:winds@example.org")]
    [InlineData("tel:+4930123", "tel:+4930123")]
    [InlineData("mailto:a@example.org?subject=x y", "mailto:a@example.org?subject=x%20y")]
    public void Addresses_are_written_as_RFC_3986_allows(string address, string written) =>
        Assert.Equal(written, HrefText.Of(new Uri(address)));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("about:blank")]
    public void Addresses_that_a_book_may_not_name_are_none(string address) => Assert.Null(HrefText.Of(new Uri(address)));

    [Fact]
    public async Task A_failed_writing_leaves_nothing_and_keeps_what_was_there()
    {
        string path = Path.Combine(folder, "out.epub");
        await File.WriteAllTextAsync(path, "older");
        ImageReference lost = Picture(folder, "lost");
        File.Delete(Path.Combine(folder, "lost.png"));
        using Book book = Of(new ImageBlock(lost));

        await Assert.ThrowsAnyAsync<IOException>(() => book.SaveAsEpubAsync(path));

        Assert.Equal("older", await File.ReadAllTextAsync(path));
        Assert.Equal([path], Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Accessibility_is_claimed_only_for_what_is_there()
    {
        using Book described = Of(new ImageBlock(Picture(folder, "a", "A tree")));
        using Book silent = Of(new ImageBlock(Picture(folder, "b")));
        using OpenedEpub good = await OpenedEpub.WriteAsync(described);
        using OpenedEpub poor = await OpenedEpub.WriteAsync(silent);

        Assert.Contains("alternativeText", Features(good));
        Assert.DoesNotContain("alternativeText", Features(poor));
        Assert.DoesNotContain("conformsTo", good.Package.ToString(), StringComparison.Ordinal);

        static IEnumerable<string> Features(OpenedEpub epub) => epub.Package.Descendants(OpenedEpub.Opf + "meta")
            .Where(meta => (string?)meta.Attribute("property") == "schema:accessibilityFeature").Select(meta => meta.Value);
    }

    /// <summary>Stands for a web server's response body: no seeking, no blocking writes.</summary>
    private sealed class AsyncOnlyStream : Stream
    {
        private readonly MemoryStream inner = new();

        public byte[] Written => inner.ToArray();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => throw new InvalidOperationException("A blocking flush.");

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("A blocking write.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            inner.WriteAsync(buffer, offset, count, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
