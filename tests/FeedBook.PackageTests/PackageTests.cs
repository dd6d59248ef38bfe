using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FeedBook.PackageTests;

/// <summary>The packed files, used as a stranger uses them.</summary>
public sealed partial class PackageTests(PackageFolder packages) : IClassFixture<PackageFolder>
{
    public static TheoryData<string> Names =>
        new("FeedBook", "FeedBook.Extensions.DependencyInjection", "FeedBook.Fonts", "FeedBook.Fonts.Cjk", "FeedBook.Fonts.World",
        "FeedBook.FullText", "FeedBook.Imaging", "FeedBook.Pdf");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_package_tells_what_a_stranger_asks(string name)
    {
        string file =
            Assert.Single(Directory.GetFiles(packages.Packages, "*.nupkg"),
            path => Regex.IsMatch(Path.GetFileName(path), $"^{Regex.Escape(name)}\\.\\d"));
        using ZipArchive zip = ZipFile.OpenRead(file);
        using Stream nuspec = zip.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        XElement metadata = XDocument.Load(nuspec).Root!.Elements().First();
        string? Of(string element) => metadata.Elements().FirstOrDefault(each => each.Name.LocalName == element)?.Value;

        Assert.Equal(name.Contains("Fonts", StringComparison.Ordinal) ? "MIT AND OFL-1.1" : "MIT", Of("license"));
        Assert.All(["description", "tags", "releaseNotes", "authors", "copyright"],
            element => Assert.False(string.IsNullOrWhiteSpace(Of(element)), element));
        Assert.StartsWith($"# {name}\n", Read(Of("readme")!), StringComparison.Ordinal);
        Assert.NotNull(zip.GetEntry(Of("icon")!));
        Assert.NotNull(zip.GetEntry($"lib/net10.0/{name}.dll"));
        Assert.Contains("<member name=\"T:", Read($"lib/net10.0/{name}.xml"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.ChangeExtension(file, ".snupkg")), "symbols");
        string[] dependencies =
            [.. metadata.Descendants().Where(each => each.Name.LocalName == "dependency").Select(each => (string)each.Attribute("id")!)];
        Assert.Equal(Dependencies(name), dependencies.Order(StringComparer.Ordinal));

        string Read(string entry)
        {
            using var reader = new StreamReader(zip.GetEntry(entry)!.Open());
            return reader.ReadToEnd();
        }
    }

    [Fact]
    public async Task A_console_program_makes_both_books()
    {
        string place = await packages.BuildAsync("Console");

        (int code, string output) = await Repository.DotnetAsync(place, "out/App.dll");

        Assert.True(code == 0, output);
        Assert.Contains("2 chapters", output, StringComparison.Ordinal);
        using ZipArchive epub = ZipFile.OpenRead(Path.Combine(place, "book.kepub.epub"));
        AssertFigure(epub);
        byte[] pdf = await File.ReadAllBytesAsync(Path.Combine(place, "book.pdf"));
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);

        // The font packages were found: no character is missing, Chinese included.
        Assert.DoesNotContain("FB450", output, StringComparison.Ordinal);
        Assert.Contains("FB302", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_streams_both_books_to_a_browser()
    {
        string place = await packages.BuildAsync("Web");
        using Process site = Repository.Start(place, "out/App.dll", "--urls", "http://127.0.0.1:0");
        try
        {
            var log = new StringBuilder();
            Uri? address = null;
            while (address is null && await site.StandardOutput.ReadLineAsync() is { } line)
            {
                log.AppendLine(line);
                address = Listening().Match(line) is { Success: true } match ? new Uri(match.Groups[1].Value) : null;
            }

            Assert.True(address is not null, log.ToString());
            Task<string> rest = site.StandardOutput.ReadToEndAsync();
            using var browser = new HttpClient { BaseAddress = address };

            using HttpResponseMessage epub = await browser.GetAsync(new Uri("/today.epub", UriKind.Relative));
            Assert.Equal("application/epub+zip", epub.Content.Headers.ContentType!.MediaType);
            Assert.True(epub.Headers.TransferEncodingChunked, "streamed, not gathered");
            using var zip = new ZipArchive(new MemoryStream(await epub.Content.ReadAsByteArrayAsync()));
            AssertFigure(zip);

            using HttpResponseMessage pdf = await browser.GetAsync(new Uri("/today.pdf", UriKind.Relative));
            Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
            string bytes = Encoding.Latin1.GetString(await pdf.Content.ReadAsByteArrayAsync());
            Assert.StartsWith("%PDF-", bytes, StringComparison.Ordinal);
            Assert.EndsWith("%%EOF", bytes.TrimEnd(), StringComparison.Ordinal);

            site.Kill();
            Assert.Contains("FB302", await rest, StringComparison.Ordinal);
        }
        finally
        {
            if (!site.HasExited)
            {
                site.Kill();
            }
        }
    }

    [Fact]
    public async Task A_worker_mails_what_is_new_each_night_and_nothing_twice()
    {
        string place = await packages.BuildAsync("Worker");

        (int code, string output) = await Repository.DotnetAsync(place, "out/App.dll", "--urls", "http://127.0.0.1:0");
        (int again, string then) = await Repository.DotnetAsync(place, "out/App.dll", "--urls", "http://127.0.0.1:0");

        Assert.True(code == 0 && again == 0, output + then);
        string mail = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(place, "outbox"), "*.eml")));
        Assert.Contains("application/epub+zip", mail, StringComparison.Ordinal);
        Assert.Contains("Night 2: No source has an item", output, StringComparison.Ordinal);
        Assert.Contains("Night 1: No source has an item", then, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_come_from_a_database_and_stand_in_one_book_only()
    {
        string place = await packages.BuildAsync("Sqlite");

        (int code, string output) = await Repository.DotnetAsync(place, "out/App.dll");
        (int again, string then) = await Repository.DotnetAsync(place, "out/App.dll");

        Assert.Equal((0, "2 notes", 0), (code, output.Trim(), again));
        Assert.StartsWith("No source has an item", then, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("60", "A ferry: 64")]
    [InlineData("70", "A pier: ")]
    public async Task A_transform_sees_the_real_width_of_images(string least, string first)
    {
        string place = await packages.BuildAsync("Widths", least);

        (int code, string output) = await Repository.DotnetAsync(place, "out/App.dll", least);

        Assert.True(code == 0, output);
        Assert.StartsWith(first, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Captions_of_a_site_are_named_by_selectors_and_one_that_matches_nothing_is_told()
    {
        string place = await packages.BuildAsync("Selectors");

        (int code, string output) = await Repository.DotnetAsync(place, "out/App.dll");

        Assert.True(code == 0, output);
        Assert.Contains("caption: Boats at six | credit: R. Roe", output, StringComparison.Ordinal);
        Assert.Contains("FB295", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_shown_by_bars_of_another_package()
    {
        string place = await packages.BuildAsync("Progress");

        (int code, string output) = await Repository.DotnetAsync(place, "out/App.dll");

        Assert.True(code == 0, output);
        // Where there is no terminal, bars are drawn or not as time allows; what they were told is certain.
        Assert.Contains("Writing: 100 %", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_app_installs_as_a_tool_and_makes_the_sample()
    {
        string place = await packages.InstallToolAsync();

        (int code, string output) = await Repository.RunAsync(place, Path.Combine(place, "feedbook"));

        Assert.True(code == 0, output);
        Assert.True(File.Exists(Path.Combine(place, "feedbook-sample.epub")), output);
    }

    [Fact]
    public void Programs_of_strangers_are_short()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Apps"), "*.cs", SearchOption.AllDirectories))
        {
            Assert.InRange(File.ReadLines(file).Count(line => line.Trim().Length > 0), 1, 39);
        }
    }

    private static string[] Dependencies(string name) => name switch
    {
        "FeedBook" => ["HtmlAgilityPack", "System.IO.Hashing"],
        "FeedBook.Extensions.DependencyInjection" => ["FeedBook", "Microsoft.Extensions.Http"],
        "FeedBook.Fonts" or "FeedBook.Fonts.Cjk" or "FeedBook.Fonts.World" => ["FeedBook.Pdf"],
        "FeedBook.Imaging" => ["FeedBook", "NetVips"],
        "FeedBook.Pdf" => ["FeedBook", "HarfBuzzSharp", "HarfBuzzSharp.NativeAssets.Linux"],
        _ => ["FeedBook"],
    };

    private static void AssertFigure(ZipArchive epub)
    {
        using var reader = new StreamReader(epub.GetEntry("EPUB/c0001.xhtml")!.Open());
        XElement figure =
            Assert.Single(XDocument.Parse(reader.ReadToEnd(), LoadOptions.PreserveWhitespace).Descendants(),
            each => each.Name.LocalName == "figure");
        Assert.Equal("The six o'clock ferry. Photo: R. Roe",
            Assert.Single(figure.Elements(), each => each.Name.LocalName == "figcaption").Value);
        Assert.Contains(epub.Entries, entry => entry.FullName.StartsWith("EPUB/images/", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
