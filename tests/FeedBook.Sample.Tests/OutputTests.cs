using System.Text;

namespace FeedBook.Sample.Tests;

/// <summary>Where books and reports go, and what is told when they cannot.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task One_file_that_cannot_be_written_does_not_cost_the_others_and_nothing_is_recorded()
    {
        folder.Feed("feed.xml", 2);
        Directory.CreateDirectory(folder["b.epub"]);

        AppRun run = await Run("feed.xml", "-o", "b.epub", "-o", "a.epub", "-o", "c.pdf", "--since", "last", "--state", folder["s.state"]);
        AppRun again = await Run("feed.xml", "-o", "a.epub", "--since", "last", "--state", folder["s.state"]);

        Assert.Equal(ExitCodes.Partly, run.Code);
        Assert.Contains("b.epub is a folder", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["a.epub"]) && File.Exists(folder["c.pdf"]));
        Assert.Equal(0, again.Code);
    }

    [Fact]
    public async Task An_output_that_is_closed_is_no_missing_book()
    {
        folder.Feed("feed.xml", 2);
        using var error = new StringWriter();

        int code = await App.RunAsync(["feed.xml", "-o", "a.epub"], new Terminal(new Full(), error) { Folder = folder.Path });
        int inspect = await App.RunAsync(["inspect", "feed.xml"], new Terminal(new Full(), error) { Folder = folder.Path });

        Assert.Equal((0, 1), (code, inspect));
        Assert.True(File.Exists(folder["a.epub"]));
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("No space left", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_followed_and_stays_one_and_what_is_read_only_stays()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        folder.Feed("feed.xml", 1);
        Directory.CreateDirectory(folder["shelf"]);
        File.CreateSymbolicLink(folder["a.epub"], Path.Combine("shelf", "book.epub"));
        folder.Write("r.epub", "mine");
        File.SetAttributes(folder["r.epub"], FileAttributes.ReadOnly);

        AppRun linked = await Run("feed.xml", "-o", "a.epub");
        AppRun locked = await Run("feed.xml", "-o", "r.epub");
        AppRun device = await Run("feed.xml", "-o", "/dev/null/../full.epub");

        Assert.Equal((0, 1), (linked.Code, locked.Code));
        Assert.NotNull(new FileInfo(folder["a.epub"]).LinkTarget);
        Assert.True(new FileInfo(Path.Combine(folder["shelf"], "book.epub")).Length > 100);
        Assert.Equal("mine", File.ReadAllText(folder["r.epub"]));
        Assert.Contains("read-only", locked.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", device.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('x')]
    [InlineData('书')]
    public async Task A_name_of_255_bytes_is_a_name(char letter)
    {
        folder.Feed("feed.xml", 1);
        int size = Encoding.UTF8.GetByteCount([letter]);
        string name = new string(letter, 250 / size) + new string('y', 250 % size) + ".epub";

        AppRun run = await Run("feed.xml", "-o", name);

        Assert.True(run.Code == 0, run.Error);
        Assert.Equal(["feed.xml", name],
            Directory.GetFiles(folder.Path).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a-{day}.epub")]
    [InlineData("a-{date:yyyy.epub")]
    [InlineData("a-{}.epub")]
    [InlineData("a-{{date}}.epub")]
    [InlineData("a-date}.epub")]
    public async Task Braces_that_are_not_known_are_refused(string name)
    {
        folder.Feed("feed.xml", 1);

        AppRun run = await Run("feed.xml", "-o", name);

        Assert.Equal(ExitCodes.Wrong, run.Code);
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public async Task A_plan_may_be_written_as_any_editor_saves_it(string encoding)
    {
        string feed = folder.Feed("feed 1.xml", 1, "Ебб");
        await File.WriteAllTextAsync(folder["feedbook.json"],
            $$"""{ "title": "Прилив", "output": "a.epub", "sources": ["{{new Uri(feed).AbsoluteUri}}"] }""",
            Encoding.GetEncoding(encoding));

        AppRun run = await Run();

        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("Прилив", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trouble_of_one_kind_is_one_line()
    {
        string pictures = string.Concat(Enumerable.Range(0, 9).Select(i =>
            $"<p>Words {i}</p><img src='http://127.0.0.{(i % 3 == 0 ? 2 : 1)}/{i}.png' alt='p{i}'>"));
        folder.Feed("feed.xml", 4, html: pictures);

        AppRun run = await Run("feed.xml", "-o", "a.epub");
        AppRun all = await Run("feed.xml", "-o", "a.epub", "--verbose");

        Assert.Equal(0, run.Code);
        string line = Assert.Single(run.Output.Split('\n'), each => each.Contains("FB302", StringComparison.Ordinal));
        Assert.Contains("127.0.0.1 6, 127.0.0.2 3", line, StringComparison.Ordinal);
        Assert.True(all.Output.Split('\n').Count(each => each.StartsWith("  FB302", StringComparison.Ordinal)) >= 9);
    }

    [Fact]
    public async Task A_selector_that_matches_nothing_is_told()
    {
        folder.Feed("feed.xml", 2);

        AppRun run = await Run("feed.xml", "-o", "a.epub", "--remove", ".nowhere", "--remove", "p:first-child");
        AppRun figures = await Run("figures", "feed.xml", "--caption", ".nowhere");

        Assert.Contains("FB295 The selector '.nowhere' occurs nowhere", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("first-child", run.Output, StringComparison.Ordinal);
        Assert.Contains("FB295", figures.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_temporary_folder_is_told_and_nothing_is_recorded()
    {
        folder.Feed("feed.xml", 1, html: "<p>Words</p><img alt='x' src='data:image/gif;base64,"
            + "R0lGODlhCgAKAIAAAP8AAAAA/yH5BAAAAAAALAAAAAAKAAoAAAIRhI+pFu0LYpy02ouz3rz7nxQAOw=='>");

        AppRun run = await AppRun.End(AppRun.Start(folder.Path, folder["gone"],
            ["feed.xml", "-o", "a.epub", "--since", "last", "--state", folder["s.state"]]));
        AppRun again = await Run("feed.xml", "-o", "a.epub", "--since", "last", "--state", folder["s.state"]);

        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.True(run.Code == 0 || again.Code == 0, run.Error + again.Error);
        Assert.Equal(run.Code == 0 ? ExitCodes.NothingNew : 0, again.Code);
    }

    private Task<AppRun> Run(params string[] args) => AppRun.Of(folder.Path, args);

    private sealed class Full : StringWriter
    {
        public override void Write(char value) => throw new IOException("No space left on device");

        public override void Write(string? value) => throw new IOException("No space left on device");

        public override void WriteLine(string? value) => throw new IOException("No space left on device");

        public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("No space left on device");
    }
}
