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

    private static string[] Dependencies(string name) => name switch
    {
        "FeedBook" => ["HtmlAgilityPack"],
        "FeedBook.Extensions.DependencyInjection" => ["FeedBook", "Microsoft.Extensions.Http"],
        "FeedBook.Fonts" or "FeedBook.Fonts.Cjk" or "FeedBook.Fonts.World" => ["FeedBook.Pdf"],
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
