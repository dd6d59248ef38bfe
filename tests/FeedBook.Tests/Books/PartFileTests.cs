namespace FeedBook.Tests.Books;

/// <summary>A book's file while it is written, and what a killed process leaves of it.</summary>
public sealed class PartFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-part-").FullName;

    private readonly Book book = MadeBooks.Of(MadeBooks.Para("One"));

    public void Dispose()
    {
        book.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private IEnumerable<string?> Names => Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    [Fact]
    public async Task What_a_killed_process_left_goes_with_the_next_book_and_nothing_else_does()
    {
        Write(".a.epub.abcdefgh.x1z.part", "half a book");
        Write(".a.epub.abcdefgh.new.part", "");
        Write(".b.epub.abcdefgh.x1z.part", "another book's");
        Write(".a.epub.notes.part", "somebody's own");
        Write(".a.epub.abcdefgh.x1z", "somebody's own");
        await SaveAsync("a.epub");

        Assert.Equal([".a.epub.abcdefgh.new.part", ".a.epub.abcdefgh.x1z", ".a.epub.notes.part", "a.epub"], Names);

        File.SetLastWriteTimeUtc(Path.Combine(folder, ".a.epub.abcdefgh.new.part"), DateTime.UtcNow.AddHours(-1));
        await SaveAsync("a.epub");
        Assert.DoesNotContain(".a.epub.abcdefgh.new.part", Names);
    }

    [Fact]
    public async Task A_part_that_is_being_written_stays_and_its_book_is_finished()
    {
        var first = new Slow();
        Task<IReadOnlyList<Diagnostic>> writing = book.SaveAsync(first, Path.Combine(folder, "a.txt"));
        await first.HasBegun.Task;
        string part = Assert.Single(Directory.GetFiles(folder));
        await book.SaveAsync(new Slow { Text = "second" }.Ended(), Path.Combine(folder, "a.txt"));

        Assert.Equal("second", await File.ReadAllTextAsync(Path.Combine(folder, "a.txt")));
        Assert.True(File.Exists(part));
        first.MayEnd.SetResult();
        await writing;
        Assert.Equal("first", await File.ReadAllTextAsync(Path.Combine(folder, "a.txt")));
        Assert.Equal(["a.txt"], Names);
    }

    [Theory]
    [InlineData("a*.epub")]
    [InlineData("a?[1].epub")]
    public async Task A_name_with_wildcards_is_a_name(string name)
    {
        Write(".ab.epub.notes.part", "somebody's own");
        Write($".{name}.abcdefgh.x1z.part", "its own");
        await SaveAsync(name);

        Assert.Equal(new[] { ".ab.epub.notes.part", name }.Order(StringComparer.Ordinal), Names);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private Task SaveAsync(string name) => book.SaveAsEpubAsync(Path.Combine(folder, name));

    /// <summary>A writer that waits in the middle of its book.</summary>
    private sealed class Slow : IBookWriter
    {
        public string Text { get; init; } = "first";

        public TaskCompletionSource HasBegun { get; } = new();

        public TaskCompletionSource MayEnd { get; } = new();

        public string FileExtension => ".txt";

        public string MediaType => "text/plain";

        public Slow Ended()
        {
            MayEnd.SetResult();
            return this;
        }

        public async Task<IReadOnlyList<Diagnostic>> WriteAsync(Book book, Stream output, CancellationToken cancellationToken = default)
        {
            byte[] text = System.Text.Encoding.UTF8.GetBytes(Text);
            await output.WriteAsync(text.AsMemory(0, 2), cancellationToken);
            await output.FlushAsync(cancellationToken);
            HasBegun.SetResult();
            await MayEnd.Task;
            await output.WriteAsync(text.AsMemory(2), cancellationToken);
            return [];
        }
    }
}
