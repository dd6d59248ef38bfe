using System.Text;
using System.Text.Json;
using Spectre.Console;

namespace FeedBook.Sample.Tests;

/// <summary>Inspect and figures, and the tables they print.</summary>
public sealed class LookingTests : IDisposable
{
    private const string Page = """
        <html><head><title>Gulls</title></head><body><article><p>Some words before.</p>
        <figure><img src="https://gulls.example/p/gull%20one.jpg" alt="a gull"><figcaption>A gull at noon. <span class="credit">Photo: Ada Marsh</span></figcaption></figure>
        <p>Some words in between, and enough of them.</p><p><img src="https://gulls.example/p/bare.jpg" width="500" height="400"></p>
        <p>Words.</p><div class="q"><img src="https://gulls.example/p/odd.jpg" width="500" height="400"><div class="zz">Gulls seen from the pier</div></div></article></body></html>
        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Inspect_shows_a_feed_as_json_feed()
    {
        folder.Feed("feed.xml", 2);
        AppRun shown = await AppRun.Of(folder.Path, "inspect", "feed.xml");
        AppRun written = await AppRun.Of(folder.Path, "inspect", "feed.xml", "-o", "feed.json");
        AppRun piped =
            await AppRun.Of(folder.Path, terminal => terminal with { Input = () => new MemoryStream(Encoding.UTF8.GetBytes(shown.Output)) },
            CancellationToken.None, "inspect", "-");

        Assert.Equal((0, 0, 0), (shown.Code, written.Code, piped.Code));
        using JsonDocument json = JsonDocument.Parse(shown.Output);
        Assert.Equal("https://jsonfeed.org/version/1.1", json.RootElement.GetProperty("version").GetString());
        Assert.Equal(["Tides 2", "Tides 1"],
            json.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()));
        Assert.Equal(shown.Output.Trim(), File.ReadAllText(folder["feed.json"]).Trim());
        Assert.Equal(shown.Output, piped.Output);
    }

    [Fact]
    public async Task Inspect_reads_the_feed_that_a_page_announces()
    {
        using var server = new TestServer(request => request.RawUrl == "/"
            ? """<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>Hello</body></html>"""
            : File.ReadAllText(folder.Feed("feed.xml", 1)));
        AppRun run = await AppRun.Of(folder.Path, "inspect", server.Address, "--allow-host", server.Host);

        Assert.Equal(0, run.Code);
        Assert.Contains("\"title\": \"Tides 1\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inspect", "missing.xml", "missing.xml: Could not find file")]
    [InlineData("inspect", "list.opml", "is a list of 1 feeds")]
    [InlineData("figures", "list.opml", "is a list of feeds")]
    [InlineData("figures", "https://sample.feedbook.example/none", "holds no copy")]
    public async Task What_cannot_be_shown_is_told(string command, string source, string told)
    {
        folder.Write("list.opml", """<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/feed"/></body></opml>""");
        AppRun run = await AppRun.Of(folder.Path, command, source);

        Assert.Equal((ExitCodes.NoBook, ""), (run.Code, run.Output));
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'inspect' is a command and cannot stand behind 'build'; write: FeedBook.Sample inspect SOURCE", "build", "inspect")]
    [InlineData("write: FeedBook.Sample figures \"a b.html\" --json", "build", "figures", "a b.html", "--json")]
    [InlineData("'build' is a command and cannot stand behind 'inspect'; write: FeedBook.Sample build SOURCE", "inspect", "build")]
    [InlineData("'inspect' is a command and stands first; write: FeedBook.Sample inspect feed.xml", "feed.xml", "inspect")]
    [InlineData("'inspect' is a command and stands first; write: FeedBook.Sample inspect a.xml b.xml", "a.xml", "inspect", "b.xml")]
    [InlineData("'figures' is a command and stands first; write: FeedBook.Sample figures -q feed.xml", "-q", "figures", "feed.xml")]
    [InlineData("cannot stand behind 'build'; write: FeedBook.Sample build SOURCE", "build", "build")]
    public async Task A_command_in_the_wrong_place_is_told_with_what_to_write(string told, params string[] args)
    {
        AppRun run = await AppRun.Of(folder.Path, args);

        Assert.Equal((ExitCodes.Wrong, "", told),
            (run.Code, run.Output, run.Error.Contains(told, StringComparison.Ordinal) ? told : run.Error));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_file_named_like_a_command_is_a_file()
    {
        folder.Feed("inspect", 1);
        AppRun run = await AppRun.Of(folder.Path, "build", "inspect", "-o", "a.epub");

        Assert.Equal(0, run.Code);
    }

    [Theory]
    [InlineData("inspect", " inspect <source> [options]")]
    [InlineData("figures", " figures <source> [options]")]
    [InlineData("build", " build [<source>...] [options]")]
    public async Task Help_lists_a_commands_own_arguments_once(string command, string usage)
    {
        AppRun run = await AppRun.Of(folder.Path, command, "--help");

        // The name before it is the process's: the tests' own here.
        Assert.Contains(run.Output.Split('\n'), line => line.EndsWith(usage, StringComparison.Ordinal)
            && line.Trim().IndexOf(' ', StringComparison.Ordinal) == line.Trim().Length - usage.Length);
        Assert.Single(run.Output.Split('\n'), line => line.StartsWith("  <source>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("inspect")]
    [InlineData("figures")]
    [InlineData("build")]
    public async Task A_private_host_is_refused_with_the_argument_that_lets_it_in(string command)
    {
        AppRun run = await AppRun.Of(folder.Path, command, "http://127.0.0.1:9/feed");

        Assert.Equal(ExitCodes.NoBook, run.Code);
        Assert.Contains("--allow-host", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("FetchOptions", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_among_the_sources_is_told_with_what_to_write()
    {
        folder.Write("feedbook.json", """{ "sources": ["feed.xml"] }""");
        AppRun run = await AppRun.Of(folder.Path, "feedbook.json");

        Assert.Equal(ExitCodes.Wrong, run.Code);
        Assert.Contains("--config feedbook.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_are_a_table_of_pictures_captions_and_credits()
    {
        folder.Write("page.html", Page);
        AppRun run = await AppRun.Of(folder.Path, "figures", "page.html");

        Assert.Equal(0, run.Code);
        Assert.Matches(@"(?m)^1  gull one\.jpg +A gull at noon\. +Photo: Ada Marsh +FigureElement$", run.Output);
        Assert.Matches(@"(?m)^2  bare\.jpg +– +– +–$", run.Output);
        Assert.EndsWith("3 pictures, 2 captions, 1 credit in 1 item" + Environment.NewLine, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_selector_can_be_tried_on_a_page()
    {
        folder.Write("page.html", Page);
        AppRun run = await AppRun.Of(folder.Path, "figures", "page.html", "--caption", ".zz", "--json");

        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement figure = json.RootElement[0].GetProperty("figures")[2];
        Assert.Equal("Gulls seen from the pier", figure.GetProperty("caption").GetString());
        Assert.Equal("SelectedCaption", figure.GetProperty("foundBy").GetString());
        Assert.Equal("https://gulls.example/p/odd.jpg", figure.GetProperty("pictures")[0].GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_table_keeps_to_the_screen_and_a_pipe_gets_each_row_on_a_line(bool isScreen)
    {
        using var writer = new StringWriter();
        var terminal = new Terminal(writer, writer) { IsOutputScreen = isScreen };
        terminal = isScreen ? terminal with { Width = 40 } : terminal;
        Spectre.Console.Table table = terminal.Table("Name", "#N", "Words");
        table.AddRow(Terminal.Cell("茶の山"), Terminal.Cell("7"), Terminal.Cell(new string('x', 2000)));
        table.AddRow(Terminal.Cell("tea [red]\e[31m"), Terminal.Cell("12"), Terminal.Cell("short\nline", Look.Bad));
        terminal.Tell(table);

        string[] lines = writer.ToString().TrimEnd().Split(Environment.NewLine);
        Assert.DoesNotContain('\e', writer.ToString());
        Assert.Contains("tea [red]\uFFFD[31m", writer.ToString(), StringComparison.Ordinal);
        if (isScreen)
        {
            Assert.All(lines, line => Assert.InRange(line.Length, 0, 40));
            Assert.Equal(2000, writer.ToString().Count(letter => letter == 'x'));
            return;
        }

        Assert.Equal(
            ["Name             N  Words", "茶の山           7  " + new string('x', 2000), "tea [red]\uFFFD[31m  12  short line"], lines);
    }

    [Theory]
    [InlineData("tea", 3, "tea")]
    [InlineData("teapot", 4, "tea…")]
    [InlineData("茶の山茶", 6, "茶の…")]
    public void A_title_is_cut_by_the_columns_it_takes(string title, int width, string cut) =>
        Assert.Equal(cut, Terminal.Cut(title, width));

    [Fact]
    public async Task Progress_on_a_screen_is_drawn_and_taken_away_again()
    {
        folder.Feed("feed.xml", 3);
        AppRun run = await AppRun.Of(folder.Path, terminal => terminal with { IsErrorScreen = true }, CancellationToken.None,
            "feed.xml", "-o", "a.epub");

        Assert.Equal(0, run.Code);
        Assert.DoesNotContain('\e', run.Output);
        Assert.Equal(run.Error.Split("\e[?25l").Length, run.Error.Split("\e[?25h").Length);
        AppRun plain = await AppRun.Of(folder.Path, "feed.xml", "-o", "a.epub");
        Assert.DoesNotContain('\e', plain.Error);
        Assert.Contains("Writing: ", plain.Error, StringComparison.Ordinal);
    }
}
