using System.Text;
using System.Xml.Linq;
using FeedBook.Pdf.Drawing;
using FeedBook.Pdf.Layout;
using FeedBook.Pdf.Tests.Reading;

namespace FeedBook.Pdf.Tests.Drawing;

public sealed class FileTests
{
    [Fact]
    public async Task Every_object_is_where_the_table_says()
    {
        PdfReading pdf =
            await Books.Of(
            [.. Enumerable.Range(0, 5).Select(i => Books.Chapter($"Chapter {i}", [.. Enumerable.Repeat(Books.P(Books.Prose), 30)]))])
            .Read();
        Assert.All(pdf.All, value => Assert.NotNull(value));
        Assert.True(pdf.ObjectCount > 100);
    }

    [Fact]
    public async Task A_promise_that_is_not_kept_is_found()
    {
        using var file = new PdfFile(Stream.Null);
        int root = file.Reserve();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await file.EndAsync(root, root, default));
    }

    [Fact]
    public async Task The_same_book_gives_the_same_bytes_and_another_another_name()
    {
        Book book = Books.Of(Books.Chapter("One", Books.P(Books.Prose)));
        byte[] first = await book.Print(), second = await book.Print();
        Assert.Equal(first, second);
        PdfReading other = await Books.Of(Books.Chapter("One", Books.P(Books.Prose + "!"))).Read();
        var id = (byte[])new PdfReading(first).List(new PdfReading(first).Trailer["ID"])[0]!;
        Assert.NotEqual(id, (byte[])other.List(other.Trailer["ID"])[0]!);
    }

    [Fact]
    public async Task The_catalog_says_what_accessible_files_say()
    {
        PdfReading pdf = await Books.Of(Books.Chapter("One", Books.P("Text"))).Read();
        Assert.Equal("en", PdfReading.Text(pdf.Root["Lang"]));
        Assert.Equal(true, pdf.Dictionary(pdf.Root["MarkInfo"])["Marked"]);
        Assert.Equal(true, pdf.Dictionary(pdf.Root["ViewerPreferences"])["DisplayDocTitle"]);
        string xmp = Encoding.UTF8.GetString(pdf.Dictionary(pdf.Root["Metadata"]).Stream!);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", xmp, StringComparison.Ordinal);
        Assert.DoesNotContain("pdfaid:part", xmp, StringComparison.Ordinal);
        Assert.False(pdf.Root.ContainsKey("OutputIntents"));
        Assert.Equal("D:20260504030201Z", PdfReading.Text(pdf.Dictionary(pdf.Trailer["Info"])["ModDate"]));
    }

    [Fact]
    public async Task An_archival_file_has_its_mark_and_its_profile()
    {
        PdfReading pdf = await Books.Of(Books.Chapter("One", Books.P("Text"))).Read(PdfOptions.A4 with { IsArchival = true });
        string xmp = Encoding.UTF8.GetString(pdf.Dictionary(pdf.Root["Metadata"]).Stream!);
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", xmp, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>A</pdfaid:conformance>", xmp, StringComparison.Ordinal);
        PdfDictionary intent = pdf.Dictionary(pdf.List(pdf.Root["OutputIntents"])[0]);
        byte[] profile = PdfReading.Inflate(pdf.Dictionary(intent["DestOutputProfile"]));
        Assert.Equal(profile.Length, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile));
        Assert.Equal("acsp", Encoding.ASCII.GetString(profile, 36, 4));
        Assert.Equal(SrgbProfile.Create(), profile);
    }

    [Fact]
    public void The_packet_is_xml_whatever_the_title_holds()
    {
        var book =
            new BookMetadata { Title = "A & B <c> \"d\" 書", Identifier = "urn:x:<1>", Language = "ja", Modified = DateTimeOffset.UnixEpoch,
            Authors = ["O'Neill & Sons"] };
        string packet = Encoding.UTF8.GetString(Xmp.Packet(book, "FeedBook", false));
        string[] lines = packet.Split('\n');
        XDocument xml = XDocument.Parse(string.Join('\n', lines[1..^1]));
        Assert.Contains(xml.Descendants(), element => element.Name.LocalName == "li" && element.Value == book.Title);
        Assert.Contains(xml.Descendants(), element => element.Name.LocalName == "li" && element.Value == "O'Neill & Sons");
    }

    [Fact]
    public async Task Fonts_are_embedded_with_their_characters()
    {
        PdfReading pdf = await Books.Of(Books.Chapter("Office", Books.P("Office fluff, naïve coöperation: ﬁ"))).Read();
        List<PdfDictionary> fonts =
            [.. pdf.All.OfType<PdfDictionary>().Where(value => value.GetValueOrDefault("Subtype") is PdfName { Value: "Type0" })];
        Assert.NotEmpty(fonts);
        foreach (PdfDictionary font in fonts)
        {
            Assert.True(font.ContainsKey("ToUnicode"));
            PdfDictionary below = pdf.Dictionary(pdf.List(font["DescendantFonts"])[0]);
            PdfDictionary descriptor = pdf.Dictionary(below["FontDescriptor"]);
            Assert.Matches("^[A-Z]{6}\\+", ((PdfName)descriptor["FontName"]!).Value);
            byte[] program = PdfReading.Inflate(pdf.Dictionary(descriptor["FontFile2"]));
            Assert.Equal((double)program.Length, pdf.Dictionary(descriptor["FontFile2"])["Length1"]);
        }

        Assert.Contains("Office fluff, naïve coöperation: ", string.Concat(pdf.Pages.Select(pdf.PageText)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_used_twice_is_one_object()
    {
        using var folder = new PictureFolder();
        var image = new Content.ImageBlock(folder.Picture(40, 30));
        PdfReading pdf = await Books.Of(Books.Chapter("One", image, Books.P("Between"), image), Books.Chapter("Two", image)).Read();
        Assert.Single(pdf.All.OfType<PdfDictionary>(), value => value.GetValueOrDefault("Subtype") is PdfName { Value: "Image" });
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(6, 0, 1)]
    [InlineData(8, 1, 0)]
    public async Task An_image_on_its_side_is_turned(int orientation, int cornerX, int cornerY)
    {
        using var folder = new PictureFolder();
        Content.ImageReference image = folder.Picture(80, 40);
        Media.StoredImage stored = image.Stored!;
        image = image with { Stored = folder.Store("turned", [.. ReadAll(stored)], Media.ImageKind.Png, 80, 40, orientation) };
        PdfReading pdf = await Books.Of(Books.Chapter("One", new Content.ImageBlock(image)))
            .Read(PdfOptions.A4 with { HasTitlePage = false, HasContents = false });
        string[] content = Encoding.ASCII.GetString(PdfReading.Inflate(pdf.Dictionary(pdf.Pages[0]["Contents"]))).Split('\n');
        double[] matrix =
            [.. content.Single(line => line.EndsWith(" Do Q", StringComparison.Ordinal)).Split(' ')[1..7].Select(double.Parse)];
        (double width, double height) = orientation >= 5 ? (30d, 60d) : (60d, 30d);
        Assert.Equal(width * height, Math.Abs((matrix[0] * matrix[3]) - (matrix[1] * matrix[2])), 0.5);
        // Where the stored image's lower left corner goes, in halves of the drawn one.
        double left = Math.Min(0, matrix[0] + matrix[2]), foot = Math.Min(0, matrix[1] + matrix[3]);
        Assert.Equal((cornerX, cornerY), ((int)Math.Round(-left / width), (int)Math.Round(-foot / height)));
    }

    [Fact]
    public void A_booklet_lays_pages_where_folding_wants_them()
    {
        // One sheet: 4 and 1 outside, 2 and 3 inside.
        Assert.Equal([(0, true), (1, false), (1, true), (0, false)], Enumerable.Range(0, 4).Select(page => BookletSheets.Place(page, 1)));
        // Four sheets: the middle of the signature is pages 8 and 9 (from 1), on the innermost back.
        Assert.Equal((7, false), BookletSheets.Place(7, 4));
        Assert.Equal((7, true), BookletSheets.Place(8, 4));
        foreach (int sheets in new[] { 1, 2, 3, 4, 7 })
        {
            Assert.Equal(sheets * 4, Enumerable.Range(0, sheets * 4).Select(page => BookletSheets.Place(page, sheets)).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("https://example.org/a b", "https://example.org/a%20b")]
    [InlineData("https://example.org/ü?q=(1)", "https://example.org/%C3%BC?q=(1)")]
    [InlineData("mailto:someone@example.org", "mailto:someone@example.org")]
    public void Addresses_are_ascii(string address, string expected) => Assert.Equal(expected, LinkAddress.Ascii(new Uri(address)));

    private static byte[] ReadAll(Media.StoredImage image)
    {
        using Stream stream = image.OpenRead();
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
