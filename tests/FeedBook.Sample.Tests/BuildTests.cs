using System.IO.Compression;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace FeedBook.Sample.Tests;

/// <summary>Build: sources in, files, reports and exit codes out.</summary>
public sealed class BuildTests : IDisposable
{
    // A chessboard of 40 by 30 pixels: something to see.
    private const string Board = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAAAAAB7tgMBAAAAIklEQVR42mNggIL/UICLzzCsFBJSAO"
        + "cPK4WjcT0a18M6rgGtzD3fA+MP0QAAAABJRU5ErkJggg==";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Without_arguments_it_builds_the_bundled_sample()
    {
        AppRun run = await AppRun.Of(folder.Path);

        Assert.Equal(0, run.Code);
        Assert.Contains("feedbook-sample.epub: 10 chapters, 16 figures, 0 problems", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["feedbook-sample.epub"]));
        Assert.DoesNotContain('\e', run.Output + run.Error);
    }

    [Fact]
    public async Task A_feed_becomes_a_book_with_and_without_the_word_build()
    {
        folder.Feed("feed.xml", 3);
        AppRun bare = await AppRun.Of(folder.Path, "feed.xml", "--title", "My tides", "--max-items", "2");
        AppRun named = await AppRun.Of(folder.Path, "build", "feed.xml", "-o", "b.epub");

        Assert.Equal((0, 0), (bare.Code, named.Code));
        Assert.StartsWith("My tides (en)", bare.Output, StringComparison.Ordinal);
        Assert.Contains("feedbook.epub: 2 chapters", bare.Output, StringComparison.Ordinal);
        Assert.Contains("b.epub: 3 chapters", named.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_source_is_told_and_the_book_is_made_of_the_others()
    {
        folder.Feed("feed.xml", 2);
        AppRun run = await AppRun.Of(folder.Path, "feed.xml", "missing.xml", "-o", "a.epub");

        Assert.Equal(ExitCodes.Partly, run.Code);
        Assert.Matches(@"(?m)^feed\.xml +2 +2$", run.Output);
        Assert.Matches(@"(?m)^missing\.xml +– +– +failed: Could not find file", run.Output);
        Assert.True(File.Exists(folder["a.epub"]));
        Assert.Contains("A source failed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_source_there_is_no_book_and_an_older_one_stays()
    {
        folder.Write("a.epub", "older");
        AppRun run = await AppRun.Of(folder.Path, "missing.xml", "-o", "a.epub");

        Assert.Equal(ExitCodes.NoBook, run.Code);
        Assert.Empty(run.Output);
        Assert.Contains("FB190", run.Error, StringComparison.Ordinal);
        Assert.Contains("No book:", run.Error, StringComparison.Ordinal);
        Assert.Equal("older", File.ReadAllText(folder["a.epub"]));
    }

    [Theory]
    [InlineData("has none of the known extensions", "-o", "book.txt")]
    [InlineData("is not known in a file's name", "-o", "{tag}.epub")]
    [InlineData("is no form of a date", "-o", "{date:%}.epub")]
    [InlineData("did you mean 'kindle'?", "--device", "kindel")]
    [InlineData("did you mean 'a5'?", "--page", "b5")]
    [InlineData("did you mean 'newest-first'?", "--order", "newest")]
    [InlineData("is not understood: 'last'", "--since", "yesterday")]
    [InlineData("is no language tag", "--language", "not a tag")]
    [InlineData("is no language tag", "--language", "english")]
    [InlineData("--max-items '0' is none: a whole number from 1 to 100000.", "--max-items", "0")]
    [InlineData("--max-items '100001' is none", "--max-items", "100001")]
    [InlineData("--remove: The selector 'p..x' cannot be read: a name is missing (position 3).", "feed.xml", "--remove", ".ad", "--remove",
        "p..x")]
    [InlineData("--keep: The selector '' cannot be read", "feed.xml", "--keep", "")]
    [InlineData("--caption: The selector 'a:b' cannot be read", "figures", "page.html", "--caption", "a:b")]
    [InlineData("--credit: The selector '>' cannot be read", "feed.xml", "--credit", ">")]
    [InlineData("write 'Name: value'", "--header", "no colon")]
    [InlineData("is neither a source nor an option", "--sources")]
    [InlineData("is neither a source nor an option", " ")]
    [InlineData("did you mean 'inspect'?", "inspekt", "feed.xml")]
    [InlineData("cannot be read", "--config", "missing.json")]
    [InlineData("would be written twice", "-o", "a.epub", "-o", "./a.epub")]
    public async Task A_wrong_argument_is_named_and_nothing_is_done(string message, params string[] args)
    {
        AppRun run = await AppRun.Of(folder.Path, args);

        Assert.Equal(ExitCodes.Wrong, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Quiet_says_nothing_when_all_is_well_and_only_errors_otherwise()
    {
        folder.Feed("feed.xml", 1);
        AppRun well = await AppRun.Of(folder.Path, "feed.xml", "-q");
        AppRun partly = await AppRun.Of(folder.Path, "feed.xml", "missing.xml", "-q");

        Assert.Equal(new AppRun(0, "", ""), well);
        Assert.Equal("", partly.Output);
        Assert.Matches(@"^FB190 [^\n]+missing\.xml\)\s+A source failed; the book is made of the others\.\s+$", partly.Error);
    }

    [Fact]
    public async Task Json_is_one_report_on_the_output_with_figures_sources_and_diagnostics()
    {
        folder.Feed("feed.xml", 1,
            html: $"""<figure><img src="{Board}" alt="a gull"><figcaption>A gull at noon. Photo: Ada Marsh</figcaption></figure>""");
        AppRun run = await AppRun.Of(folder.Path, "feed.xml", "missing.xml", "--json", "-o", "a.epub", "-o", "a.pdf");

        using JsonDocument report = JsonDocument.Parse(run.Output);
        JsonElement root = report.RootElement;
        Assert.Equal(ExitCodes.Partly, root.GetProperty("exitCode").GetInt32());
        Assert.Equal([folder["a.epub"], folder["a.pdf"]],
            root.GetProperty("outputs").EnumerateArray().Select(each => each.GetProperty("file").GetString()!));
        JsonElement figure = root.GetProperty("sections")[0].GetProperty("chapters")[0].GetProperty("figures")[0];
        Assert.Equal("A gull at noon.", figure.GetProperty("caption").GetString());
        Assert.Equal("Photo: Ada Marsh", figure.GetProperty("credit").GetString());
        Assert.Equal("a gull", figure.GetProperty("alternativeTexts")[0].GetString());
        Assert.Equal([1, 0], root.GetProperty("sources").EnumerateArray().Select(each => each.GetProperty("chapters").GetInt32()));
        Assert.NotNull(root.GetProperty("sources")[1].GetProperty("failure").GetString());
        Assert.Contains("FB190", root.GetProperty("diagnostics").EnumerateArray().Select(each => each.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Json_is_written_where_there_is_no_book_too()
    {
        AppRun run = await AppRun.Of(folder.Path, "missing.xml", "--json");

        using JsonDocument report = JsonDocument.Parse(run.Output);
        Assert.Equal((ExitCodes.NoBook, ExitCodes.NoBook), (run.Code, report.RootElement.GetProperty("exitCode").GetInt32()));
        Assert.StartsWith("No book:", report.RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_list_brings_its_feeds_and_tells_which_of_them_failed()
    {
        folder.Feed("tides.xml", 2);
        folder.Feed("winds.xml", 1, "Winds");
        folder.Write("list.opml", $"""
            <opml version="2.0"><head><title>Sea</title></head><body>
              <outline text="Water"><outline type="rss" text="Tides" xmlUrl="{new Uri(folder["tides.xml"])}"/></outline>
              <outline type="rss" text="Winds" xmlUrl="{new Uri(folder["winds.xml"])}"/>
              <outline type="rss" text="Gone" xmlUrl="{new Uri(folder["gone.xml"])}"/>
            </body></opml>
            """);
        AppRun run = await AppRun.Of(folder.Path, "list.opml", "-o", "a.epub");

        Assert.Equal(ExitCodes.Partly, run.Code);
        Assert.Matches(@"(?m)^file:\S+tides\.xml +2 +2$", run.Output);
        Assert.Matches(@"(?m)^file:\S+winds\.xml +1 +1$", run.Output);
        Assert.Matches(@"(?m)^file:\S+gone\.xml +– +– +failed: ", run.Output);
        Assert.Contains("The source 'Gone' could not be read", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^  Water$", run.Output);
    }

    [Fact]
    public async Task A_subscription_list_from_the_network_cannot_name_files_of_this_machine()
    {
        folder.Feed("secret.xml", 1);
        using var server = new TestServer(request => request.RawUrl == "/list.opml"
            ? $"""<opml version="2.0"><body><outline text="Mine" xmlUrl="{new Uri(folder["secret.xml"])}"/></body></opml>"""
            : null);
        AppRun run = await AppRun.Of(folder.Path, server.Address + "list.opml", "--allow-host", server.Host, "-o", "a.epub");

        Assert.Equal(ExitCodes.NoBook, run.Code);
        Assert.Contains("FB156", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_reaches_the_sources_own_host_and_a_private_host_must_be_allowed()
    {
        string? seen = null;
        using var server = new TestServer(request =>
        {
            seen = request.Headers["X-Key"];
            return File.ReadAllText(folder.Feed("feed.xml", 1));
        });
        AppRun refused = await AppRun.Of(folder.Path, server.Address + "feed", "-o", "a.epub");
        AppRun allowed =
            await AppRun.Of(folder.Path, server.Address + "feed", "-o", "a.epub", "--header", "X-Key: sesame", "--allow-host", server.Host);

        Assert.Equal((ExitCodes.NoBook, 0), (refused.Code, allowed.Code));
        Assert.Equal("sesame", seen);
    }

    [Fact]
    public async Task Books_for_several_devices_fetch_each_address_once()
    {
        var asked = new System.Collections.Concurrent.ConcurrentBag<string>();
        using var server = new TestServer(request =>
        {
            asked.Add(request.RawUrl!);
            return request.RawUrl == "/feed"
                ? File.ReadAllText(folder.Feed("feed.xml", 2, html: "<p>Words.</p><img src='/a.svg'><img src='/gone.png'>"))
                .Replace("https://tides.example/", request.Url!.GetLeftPart(UriPartial.Authority) + "/", StringComparison.Ordinal)
                : request.RawUrl == "/a.svg"
                    ? "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='40'><rect width='60' height='40'/></svg>" : null;
        });
        folder.Write("feedbook.json",
            $$"""{ "sources": "{{server.Address}}feed", "allowedHosts": ["{{server.Host}}"], "output": ["a.epub", { "file": "k.epub", "device": "kobo" }, { "file": "t.epub", "device": "tablet" }] }""");
        AppRun run = await AppRun.Of(folder.Path);

        Assert.Equal(0, run.Code);
        Assert.Equal(3, Directory.GetFiles(folder.Path, "*.epub").Length);
        Assert.Equal(["/Tides/1", "/Tides/2", "/a.svg", "/feed", "/gone.png"], asked.Order(StringComparer.Ordinal));
        using ZipArchive last = ZipFile.OpenRead(folder["t.epub"]);
        Assert.Contains(last.Entries, entry => entry.Name.EndsWith(".svg", StringComparison.Ordinal)
            && entry.FullName.Contains("images/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "--device", "kobo")]
    [InlineData(true, "--device", "kindle")]
    [InlineData(true, "--config", "painted.json")]
    [InlineData(false, "--max-items", "5")]
    public async Task Books_for_a_device_or_by_wish_have_a_painted_cover(bool isPainted, string option, string value)
    {
        folder.Feed("feed.xml", 1);
        folder.Write("painted.json", """{ "cover": "painted", "sources": "feed.xml" }""");
        string[] sources = option == "--config" ? [] : ["feed.xml"];
        AppRun run = await AppRun.Of(folder.Path, [.. sources, option, value, "-o", "a.epub"]);

        Assert.Equal(0, run.Code);
        using ZipArchive epub = ZipFile.OpenRead(folder["a.epub"]);
        Assert.Equal(isPainted && FeedBook.Imaging.VipsImageProcessor.IsAvailable,
            epub.Entries.Any(entry => entry.FullName.Contains("images/", StringComparison.Ordinal)
                && entry.Name.EndsWith(".jpg", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_device_chooses_the_file_and_a_page_format_the_pages()
    {
        folder.Feed("feed.xml", 1);
        AppRun print = await AppRun.Of(folder.Path, "feed.xml", "--device", "print");
        AppRun kobo = await AppRun.Of(folder.Path, "feed.xml", "--device", "KOBO");
        AppRun booklet = await AppRun.Of(folder.Path, "feed.xml", "-o", "b.pdf", "--page", "ereader");

        Assert.Equal((0, 0, 0), (print.Code, kobo.Code, booklet.Code));
        Assert.Equal("%PDF", File.ReadAllText(folder["feedbook.pdf"])[..4]);
        using (ZipArchive epub = ZipFile.OpenRead(folder["feedbook.kepub.epub"]))
        {
            Assert.Contains("koboSpan", All(epub), StringComparison.Ordinal);
        }

        // 90.6 × 122.4 mm in points, as PdfOptions.EReader has it.
        Assert.Contains("256.8", Unpacked(File.ReadAllBytes(folder["b.pdf"])), StringComparison.Ordinal);
        Assert.DoesNotContain("256.8", Unpacked(File.ReadAllBytes(folder["feedbook.pdf"])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_for_Kobo_is_known_by_its_name()
    {
        folder.Feed("feed.xml", 1);
        AppRun run = await AppRun.Of(folder.Path, "feed.xml", "-o", "a.kepub.epub", "-o", "a.epub");

        Assert.Equal(0, run.Code);
        using ZipArchive kobo = ZipFile.OpenRead(folder["a.kepub.epub"]), any = ZipFile.OpenRead(folder["a.epub"]);
        Assert.Contains("koboSpan", All(kobo), StringComparison.Ordinal);
        Assert.DoesNotContain("koboSpan", All(any), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_named_for_Kobo_is_Kobos_whatever_the_device()
    {
        folder.Feed("feed.xml", 1);
        AppRun run = await AppRun.Of(folder.Path, "feed.xml", "--device", "kindle", "-o", "a.kepub.epub", "-o", "a.epub");

        Assert.Equal(0, run.Code);
        using ZipArchive kobo = ZipFile.OpenRead(folder["a.kepub.epub"]), kindle = ZipFile.OpenRead(folder["a.epub"]);
        Assert.Contains("koboSpan", All(kobo), StringComparison.Ordinal);
        Assert.DoesNotContain("koboSpan", All(kindle), StringComparison.Ordinal);
    }

    private static string All(ZipArchive epub) =>
        string.Concat(epub.Entries.Where(entry => entry.Name.EndsWith("html", StringComparison.Ordinal)).Select(entry =>
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }));

    // The text of every stream of a PDF that is packed as zlib does.
    private static string Unpacked(byte[] pdf)
    {
        using var all = new MemoryStream();
        for (int at = pdf.AsSpan().IndexOf("stream\n"u8); at >= 0;)
        {
            int start = at + 7;
            if (pdf[start] == 0x78)
            {
                using var stream = new ZLibStream(new MemoryStream(pdf, start, pdf.Length - start), CompressionMode.Decompress);
                stream.CopyTo(all);
            }

            int next = pdf.AsSpan(start).IndexOf("stream\n"u8);
            at = next < 0 ? -1 : start + next;
        }

        return System.Text.Encoding.Latin1.GetString(all.ToArray());
    }

    [Fact]
    public async Task A_stopped_run_leaves_an_older_file_and_no_part()
    {
        folder.Write("a.epub", "older");
        using var asked = new CancellationTokenSource();
        using var server = new TestServer(_ =>
        {
            asked.Cancel();
            Thread.Sleep(500);
            return "";
        });
        AppRun run =
            await AppRun.Of(folder.Path, terminal => terminal, asked.Token, server.Address + "feed", "-o", "a.epub", "--allow-host",
            server.Host);

        Assert.Equal(ExitCodes.Stopped, run.Code);
        Assert.Equal(["a.epub"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
        Assert.Equal("older", File.ReadAllText(folder["a.epub"]));
    }

    [Fact]
    public async Task Interrupting_the_process_leaves_an_older_file_and_no_part()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        folder.Write("a.epub", "older");
        var asked = new TaskCompletionSource();
        using var server = new TestServer(_ =>
        {
            asked.TrySetResult();
            Thread.Sleep(1000);
            return "";
        });
        using System.Diagnostics.Process process =
            AppRun.Start(folder.Path, server.Address + "feed", "-o", "a.epub", "--allow-host", server.Host);
        await asked.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(0, Kill(process.Id, 2));
        AppRun run = await AppRun.End(process);

        Assert.Equal(ExitCodes.Stopped, run.Code);
        Assert.Contains("Stopped; nothing was written.", run.Error, StringComparison.Ordinal);
        Assert.Equal(["a.epub"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
        Assert.Equal("older", File.ReadAllText(folder["a.epub"]));
    }

    [Fact]
    public async Task Help_and_version_are_told_and_nothing_is_built()
    {
        foreach ((string[] args, string told) in ((string[], string)[])[(["--help"], "Exit codes:"), (["build", "-h"], "--since"),
            (["inspect", "--help"], "JSON Feed 1.1"), (["figures", "-?"], "--caption")])
        {
            AppRun run = await AppRun.Of(folder.Path, args);
            Assert.Equal(0, run.Code);
            Assert.Contains(told, run.Output, StringComparison.Ordinal);
        }

        using System.Diagnostics.Process process = AppRun.Start(folder.Path, "--version");
        AppRun version = await AppRun.End(process);
        Assert.Matches(@"^\d+\.\d+\.\d+", version.Output);
        Assert.Equal(typeof(App).Assembly.GetName().Version!.ToString(3), version.Output.Split('+', '-', '\n')[0].Trim());
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Names_from_outside_cannot_command_a_terminal()
    {
        folder.Write("feed.json",
            """{"version":"https://jsonfeed.org/version/1.1","title":"A\u009b31m","items":[{"id":"1","title":"x\u009b2J","content_html":"<p>y</p>"}]}""");
        AppRun run =
            await AppRun.Of(folder.Path, terminal => terminal with { IsOutputScreen = true, IsColoured = true, Width = 60 },
            CancellationToken.None, "feed.json", "-o", "a.epub");

        Assert.Equal(0, run.Code);
        Assert.DoesNotContain('\u009b', run.Output);
        Assert.Contains("\e[1m", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 80)]
    [InlineData(false, 300)]
    public async Task A_huge_title_takes_one_line(bool isScreen, int longest)
    {
        string title = string.Join(' ', Enumerable.Range(0, 5000).Select(i => $"wörd{i}"));
        folder.Feed("feed.xml", 1, title, """<p>Text <img src="gone.png" alt=""></p>""");
        AppRun run =
            await AppRun.Of(folder.Path, terminal => terminal with { IsOutputScreen = isScreen, Width = isScreen ? 80 : 1000 },
            CancellationToken.None, "feed.xml", "-o", "a.epub", "--verbose");

        Assert.Equal(0, run.Code);
        string[] lines = run.Output.Split('\n');
        Assert.All(lines.Where(line => !line.StartsWith("  FB", StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, longest));
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 1000));
        Assert.Equal(3,
            lines.Count(line => line.TrimStart().StartsWith("wörd0 ", StringComparison.Ordinal)
            && line.Contains('…', StringComparison.Ordinal)));
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int process, int signal);
}

/// <summary>A server on this machine; an answer of null is a 404.</summary>
internal sealed class TestServer : IDisposable
{
    private readonly HttpListener listener = new();

    public TestServer(Func<HttpListenerRequest, string?> answer)
    {
        using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Host = $"127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        listener.Prefixes.Add(Address);
        listener.Start();
        _ = Task.Run(async () =>
        {
            while (listener.IsListening)
            {
                HttpListenerContext context = await listener.GetContextAsync();
                _ = Task.Run(() =>
                {
                    string? body = answer(context.Request);
                    context.Response.StatusCode = body is null ? 404 : 200;
                    context.Response.Close(System.Text.Encoding.UTF8.GetBytes(body ?? ""), willBlock: true);
                });
            }
        });
    }

    public string Host { get; }

    public string Address => $"http://{Host}/";

    public void Dispose() => ((IDisposable)listener).Dispose();
}
