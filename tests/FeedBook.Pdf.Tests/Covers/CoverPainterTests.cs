using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FeedBook.Content;
using FeedBook.Media;

namespace FeedBook.Pdf.Tests.Covers;

/// <summary>Covers that are painted: what stands in the drawing that an image processor gets.</summary>
public sealed partial class CoverPainterTests : IDisposable
{
    private readonly PictureFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static CoverDesign Design(string title) => new() { Title = title, Language = "en", Date = "27 November 2026" };

    [Theory]
    [InlineData("en", "Morning paper")]
    [InlineData("zh", "港口晨报——两座灯塔之间的一年")]
    [InlineData("ja", "霧の丘の新茶")]
    [InlineData("ar", "صحيفة الميناء")]
    [InlineData("th", "หนังสือพิมพ์ท่าเรือ")]
    [InlineData("hi", "बंदरगाह का अख़बार")]
    [InlineData("ru", "Портовая газета")]
    public async Task Title_and_date_are_outlines_that_need_no_font(string language, string title)
    {
        XDocument drawing = await Paint(Design(title) with
        {
            Language = language, Direction = language == "ar" ? TextDirection.RightToLeft : TextDirection.LeftToRight,
        });

        Assert.Empty(Elements(drawing, "text"));
        Assert.True(Elements(drawing, "path").Count() >= 2, "a title and a date");
        Assert.All(Ends(drawing), place => Assert.True(place is { X: >= 0 and <= 1200, Y: >= 0 and <= 1600 }, $"{place} is off the cover"));
    }

    [Fact]
    public async Task Issues_differ_by_picture_title_or_date_and_the_same_issue_is_the_same_drawing()
    {
        CoverDesign one = Design("Morning paper") with { Picture = folder.Picture(900, 600).Stored };
        CoverDesign[] others =
        [
            one with { Date = "28 November 2026" }, one with { Title = "Evening paper" },
            one with { Picture = folder.Picture(900, 600, 9).Stored }, one with { Picture = null }, one with { Subtitle = "No. 7" },
        ];
        string[] drawings = [.. await Task.WhenAll(others.Prepend(one).Select(async each => (await Paint(each)).ToString()))];

        Assert.Equal(drawings.Length, drawings.Distinct().Count());
        Assert.Equal(drawings[0], (await Paint(one)).ToString());
    }

    [Theory]
    [InlineData(900, 600)]
    [InlineData(600, 900)]
    [InlineData(3000, 400)]
    public async Task The_picture_stands_above_the_title_as_wide_as_the_page(int width, int height)
    {
        XDocument drawing = await Paint(Design("Morning paper") with { Picture = folder.Picture(width, height).Stored });
        XElement image = Elements(drawing, "image").Single();
        double bottom = double.Parse((string)image.Attribute("height")!, CultureInfo.InvariantCulture);

        Assert.Equal(("0", "0", "1200"), ((string?)image.Attribute("x"), (string?)image.Attribute("y"), (string?)image.Attribute("width")));
        Assert.StartsWith("data:image/png;base64,", (string?)image.Attribute("href"), StringComparison.Ordinal);
        Assert.InRange(bottom, 600, 1020);
        Assert.All(Ends(drawing), place => Assert.True(place.Y > bottom));
    }

    [Theory]
    [InlineData("The quarterly journal of the harbour boards of the northern coast and of the islands that lie before it, with an index")]
    [InlineData("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichensammlerverein")]
    [InlineData("港口晨报港口晨报港口晨报港口晨报港口晨报港口晨报港口晨报港口晨报港口晨报港口晨报港口晨报港口晨报港口晨报港口晨报港口晨报")]
    public async Task A_long_title_is_made_smaller_and_stays_above_the_date(string title)
    {
        XDocument drawing = await Paint(Design(title) with { Picture = folder.Picture(900, 800).Stored });
        double[] bottoms = [.. Elements(drawing, "path").Select(path => Places((string)path.Attribute("d")!).Max(place => place.Y))];

        Assert.All(Ends(drawing), place => Assert.True(place is { X: >= 0 and <= 1200, Y: <= 1600 }));
        Assert.DoesNotContain(Elements(drawing, "path").Where(path => (string?)path.Attribute("fill") == "#222222"),
            path => Places((string)path.Attribute("d")!).Max(place => place.Y) > bottoms.Max() - 30);
    }

    [Fact]
    public async Task Without_an_image_processor_that_reads_drawings_none_is_painted() =>
        Assert.Null(await new CoverPainter(new DrawingKeeper { ReadsSvg = false }).PaintAsync(Design("Morning paper")));

    private static async Task<XDocument> Paint(CoverDesign design)
    {
        var keeper = new DrawingKeeper();
        ReadOnlyMemory<byte>? painted = await new CoverPainter(keeper).PaintAsync(design);
        Assert.Equal([1, 2, 3], painted!.Value.ToArray());
        return keeper.Drawing!;
    }

    private static IEnumerable<XElement> Elements(XDocument drawing, string name) =>
        drawing.Descendants(XName.Get(name, "http://www.w3.org/2000/svg"));

    private static IEnumerable<(double X, double Y)> Ends(XDocument drawing) =>
        Elements(drawing, "path").SelectMany(path => Places((string)path.Attribute("d")!));

    private static IEnumerable<(double X, double Y)> Places(string path) => Pair().Matches(path).Select(match =>
        (double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture),
        double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"(-?[\d.]+) (-?[\d.]+)")]
    private static partial Regex Pair();

    /// <summary>Stands for libvips: keeps the drawing that it is asked to paint.</summary>
    private sealed class DrawingKeeper : IImageProcessor
    {
        public bool ReadsSvg { get; init; } = true;

        public XDocument? Drawing { get; private set; }

        public bool CanRead(ImageKind kind) => kind != ImageKind.Svg || ReadsSvg;

        public async Task<ProcessedImage> ProcessAsync(SourceImage image, ImageOptions options,
            CancellationToken cancellationToken = default)
        {
            if (image.Facts.Kind != ImageKind.Svg)
            {
                return ProcessedImage.Kept;
            }

            await using FileStream file = File.OpenRead(image.Path);
            Drawing = await XDocument.LoadAsync(file, LoadOptions.None, cancellationToken);
            return new ProcessedImage { Bytes = new byte[] { 1, 2, 3 } };
        }
    }
}
