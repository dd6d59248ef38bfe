using System.Text;
using FeedBook.Content;
using FeedBook.Pdf.Drawing.QrCodes;
using static FeedBook.Pdf.Tests.Books;

namespace FeedBook.Pdf.Tests.Drawing;

/// <summary>QR codes, by what ISO/IEC 18004 says and by what a decoder reads that is not ours.</summary>
public sealed class QrCodeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-qr-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // ISO/IEC 18004:2015, table 7, byte mode.
    [Theory]
    [InlineData(1, 17, 14)]
    [InlineData(2, 32, 26)]
    [InlineData(9, 230, 180)]
    [InlineData(10, 271, 213)]
    [InlineData(26, 1367, 1059)]
    [InlineData(27, 1465, 1125)]
    [InlineData(40, 2953, 2331)]
    public void Versions_hold_what_the_standard_says(int number, int low, int medium)
    {
        Assert.Equal(low, QrVersion.Low(number).Capacity);
        Assert.Equal(medium, QrVersion.Medium(number).Capacity);
    }

    // Annex E.
    [Theory]
    [InlineData(1, new int[0])]
    [InlineData(2, new[] { 6, 18 })]
    [InlineData(7, new[] { 6, 22, 38 })]
    [InlineData(14, new[] { 6, 26, 46, 66 })]
    [InlineData(32, new[] { 6, 34, 60, 86, 112, 138 })]
    [InlineData(36, new[] { 6, 24, 50, 76, 102, 128, 154 })]
    [InlineData(40, new[] { 6, 30, 58, 86, 114, 142, 170 })]
    public void Alignment_patterns_stand_where_the_standard_puts_them(int number, int[] places) =>
        Assert.Equal(places, QrVersion.Low(number).Alignments());

    [Fact]
    public void Format_and_version_bits_are_those_of_the_standard()
    {
        // Annex C: level M with mask 101 is 100000011001110. Annex D: version 7 is 000111110010010100.
        Assert.Equal(0b100000011001110, QrMatrix.FormatBits(true, 5));
        Assert.Equal(0b111011111000100, QrMatrix.FormatBits(false, 0));
        Assert.Equal(0b000111110010010100, QrMatrix.VersionBits(7));
    }

    [Fact]
    public void Error_correction_is_that_of_the_standard() =>
        // Annex I: the symbol 1-M of 01234567.
        Assert.Equal(
            [0b10100101, 0b00100100, 0b11010100, 0b11000001, 0b11101101, 0b00110110, 0b11000111, 0b10000111, 0b00101100, 0b01010101],
            ReedSolomon.Correction([0b00010000, 0b00100000, 0b00001100, 0b01010110, 0b01100001, 0b10000000, 0b11101100, 0b00010001,
                0b11101100, 0b00010001, 0b11101100, 0b00010001, 0b11101100, 0b00010001, 0b11101100, 0b00010001], 10));

    [Theory]
    [InlineData(14, 1, true)]
    [InlineData(15, 1, false)]
    [InlineData(17, 1, false)]
    [InlineData(18, 2, true)]
    [InlineData(2953, 40, false)]
    public void The_smallest_square_is_taken_and_as_much_correction_as_it_has_room_for(int length, int version, bool isMedium)
    {
        QrCode code = QrCode.Of(new string('a', length))!;
        Assert.Equal((version, isMedium, (4 * version) + 17), (code.Version.Number, code.Version.IsMedium, code.Size));
        Assert.Equal(Enumerable.Range(0, code.Size * code.Size).Count(i => code[i % code.Size, i / code.Size]),
            code.Runs().Sum(run => run.Length));
    }

    [Fact]
    public void What_no_square_holds_is_null() => Assert.Null(QrCode.Of(new string('a', 2954)));

    [ToolFact("zbarimg")]
    public async Task Every_version_and_level_is_read_by_zbar()
    {
        var random = new Random(7);
        var texts = new List<string>();
        var files = new List<string>();
        for (int number = 1; number <= 40; number++)
        {
            // One byte more than level M holds: level L, if this version has it; then as many as level M holds.
            foreach (int length in new[] { QrVersion.Medium(number).Capacity + 1, QrVersion.Medium(number).Capacity })
            {
                string text = string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next('!', '~' + 1)));
                QrCode code = QrCode.Of(text)!;
                texts.Add(text);
                files.Add(Path.Combine(folder, $"{texts.Count:00}.pbm"));
                await File.WriteAllTextAsync(files[^1], Bitmap(code, 4));
            }
        }

        (int result, string output, string error) =
            await Tool.Run("zbarimg", ["--quiet", "--raw", "-S*.disable", "-Sqrcode.enable", .. files]);

        Assert.True(result == 0, error);
        Assert.Equal(texts, output.TrimEnd('\n').Split('\n'));
    }

    [ToolFact("zbarimg")]
    public async Task A_printed_page_is_read_by_zbar()
    {
        string[] addresses =
            [.. new[] { 60, 140, 420, 800 }.Select(length => "https://example.org/almanac/"
            + string.Concat(Enumerable.Range(0, length).Select(i => "weir-and-water/?=&"[i % 18])))];
        var diagnostics = new List<Diagnostic>();
        Block[] paragraphs =
            [.. addresses.Append("https://example.org/" + new string('x', 3000)).Append("https://example.org/short")
            .Select((address, i) => P(new Link(new Uri(address), [T($"link {i}")])))];
        using Book book =
            Of(Chapter("Links", paragraphs),
            Chapter("ימין", paragraphs) with { Id = "he", Language = "he", Direction = TextDirection.RightToLeft });
        foreach ((string name, PdfOptions options) in new[] { ("a4", PdfOptions.A4), ("a5", PdfOptions.A5 with { Columns = 2 }) })
        {
            string path = Path.Combine(folder, name + ".pdf");
            await File.WriteAllBytesAsync(path, await book.Print(options with { QrCodeLength = 60 }, diagnostics));
            await Tool.Run("pdftoppm", "-r", "200", "-gray", "-png", path, Path.Combine(folder, name));
            string[] pages = [.. Directory.GetFiles(folder, name + "*.png").Order(StringComparer.Ordinal)];
            Assert.NotEmpty(pages);

            (_, string output, _) = await Tool.Run("zbarimg", ["--quiet", "--raw", "-S*.disable", "-Sqrcode.enable", .. pages]);

            string[] read = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            int most = name == "a4" ? 4 : 1;
            foreach (string address in addresses.Take(most))
            {
                Assert.Equal(2, read.Count(line => line == address));
            }

            Assert.DoesNotContain(read, line => line.EndsWith("short", StringComparison.Ordinal));
        }

        Assert.Contains(diagnostics, diagnostic => diagnostic.Id == DiagnosticIds.PdfCodeNotPrinted);
    }

    [Fact]
    public async Task A_code_is_a_figure_with_its_address_as_description()
    {
        const string Address = "https://example.org/a/long/enough/address";
        using Book book = Of(Chapter("Links", P(new Link(new Uri(Address), [T("link")]))));
        string file = Encoding.Latin1.GetString(await book.Print(PdfOptions.A4 with { QrCodeLength = 20 }));
        Assert.NotEmpty(file);
        Reading.PdfReading pdf = new(Encoding.Latin1.GetBytes(file));
        Reading.PdfDictionary figure =
            Assert.Single(pdf.All.OfType<Reading.PdfDictionary>(), each => each.TryGetValue("S", out object? type)
            && type is Reading.PdfName { Value: "Figure" });
        Assert.Equal(Address, Encoding.Latin1.GetString((byte[])figure["Alt"]!));
        Assert.Contains("example.org/a/long/enough/address", pdf.PageText(pdf.Pages[^1]), StringComparison.Ordinal);
    }

    private static string Bitmap(QrCode code, int scale)
    {
        int size = (code.Size + 8) * scale;
        var text = new StringBuilder($"P1\n{size} {size}\n");
        for (int y = 0; y < size; y++)
        {
            for (int x = 0; x < size; x++)
            {
                (int column, int row) = ((x / scale) - 4, (y / scale) - 4);
                bool isDark = (uint)column < (uint)code.Size && (uint)row < (uint)code.Size && code[column, row];
                text.Append(isDark ? "1 " : "0 ");
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
