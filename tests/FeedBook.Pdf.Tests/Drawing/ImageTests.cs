using System.Buffers.Binary;
using System.IO.Compression;
using FeedBook.Content;
using FeedBook.Epub;
using FeedBook.Media;
using FeedBook.Pdf.Drawing.Images;
using FeedBook.Pdf.Tests.Reading;

namespace FeedBook.Pdf.Tests.Drawing;

public sealed class ImageTests
{
    [Fact]
    public void A_plain_png_passes_through()
    {
        byte[] rows = [0, 1, 2, 3, 4, 5, 6, 1, 7, 8, 9, 10, 11, 12];
        ImageData image = PngImage.Read(PictureFolder.Png(2, 2, 8, 2, rows))!;
        Assert.Equal("/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 3/BitsPerComponent 8/Columns 2>>", image.Filter);
        Assert.Equal("/DeviceRGB", image.ColorSpace);
        Assert.Null(image.Alpha);
    }

    [Fact]
    public void Opacity_becomes_a_mask_of_its_own()
    {
        byte[] rows = [0, 10, 20, 30, 255, 40, 50, 60, 128];
        ImageData image = PngImage.Read(PictureFolder.Png(2, 1, 8, 6, rows))!;
        Assert.Equal([10, 20, 30, 40, 50, 60], image.Data.ToArray());
        Assert.Equal([255, 128], image.Alpha);
        Assert.Null(image.Filter);
    }

    [Fact]
    public void Full_opacity_needs_no_mask() =>
        Assert.Null(PngImage.Read(PictureFolder.Png(1, 1, 8, 6, [0, 10, 20, 30, 255]))!.Alpha);

    [Fact]
    public void A_palette_with_transparency_is_decoded()
    {
        ImageData image =
            PngImage.Read(PictureFolder.Png(4, 1, 2, 3, [0, 0b00_01_10_11], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [0, 100]))!;
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], image.Data.ToArray());
        Assert.Equal([0, 100, 255, 255], image.Alpha);
    }

    [Fact]
    public void Sixteen_bits_and_a_transparent_colour_are_decoded()
    {
        byte[] rows = [0, 0x12, 0x34, 0x56, 0x78, 0x9A, 0xBC, 1, 2, 3, 4, 5, 6];
        ImageData image = PngImage.Read(PictureFolder.Png(2, 1, 16, 2, rows, transparency: [0x12, 0x34, 0x56, 0x78, 0x9A, 0xBC]))!;
        Assert.Equal([0x12, 0x56, 0x9A, 1, 3, 5], image.Data.ToArray());
        Assert.Equal([0, 255], image.Alpha);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(4)]
    [InlineData(1)]
    public void Interlaced_rows_come_back_in_order(int bits)
    {
        const int Width = 11, Height = 9;
        int most = (1 << bits) - 1;
        int Sample(int x, int y) => ((x * 7) + (y * 3)) & most;
        var rows = new List<byte>();
        foreach ((int left, int top, int stepX, int stepY) in new[] { (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4),
            (1, 0, 2, 2), (0, 1, 1, 2) })
        {
            for (int y = top; y < Height; y += stepY)
            {
                int[] samples = [.. Enumerable.Range(0, Width).Where(x => x >= left && (x - left) % stepX == 0).Select(x => Sample(x, y))];
                if (samples.Length == 0)
                {
                    continue;
                }

                byte[] row = new byte[((samples.Length * bits) + 7) / 8];
                for (int i = 0; i < samples.Length; i++)
                {
                    row[i * bits / 8] |= (byte)(samples[i] << (8 - bits - (i * bits % 8)));
                }

                rows.Add(0);
                rows.AddRange(row);
            }
        }

        ImageData image = PngImage.Read(PictureFolder.Png(Width, Height, bits, 0, [.. rows], interlaced: true))!;
        Assert.Equal(Enumerable.Range(0, Width * Height).Select(i => (byte)(Sample(i % Width, i / Width) * 255 / most)),
            image.Data.ToArray());
    }

    [Fact]
    public void All_filters_are_undone()
    {
        // Five rows of one pixel each in three bytes; interlace is not needed for decoding when there is opacity.
        byte[] rows = [0, 10, 20, 1, 5, 200, 2, 1, 55, 3, 4, 4, 4, 250, 1];
        ImageData image = PngImage.Read(PictureFolder.Png(1, 5, 8, 4, rows))!;
        Assert.Equal([10, 5, 6, 7, 1], image.Data.ToArray());
        Assert.Equal([20, 200, 255, 131, 132], image.Alpha);
    }

    [Fact]
    public void A_png_that_was_cut_off_keeps_what_there_is()
    {
        byte[] rows = new byte[200 * 201];
        new Random(1).NextBytes(rows);
        for (int y = 0; y < 200; y++)
        {
            rows[y * 201] = 0;
        }

        byte[] whole = PictureFolder.Png(200, 200, 8, 0, rows);
        ImageData image = PngImage.Read(whole.AsMemory(0, whole.Length / 2))!;
        Assert.Null(image.Filter);
        Assert.Equal(rows[1..201], image.Data[..200].ToArray());
        Assert.Equal(255, image.Data.Span[^1]);
    }

    [Fact]
    public void Nothing_that_is_no_image_is_read()
    {
        byte[] noise = new byte[500];
        new Random(2).NextBytes(noise);
        Assert.Null(PngImage.Read(noise));
        Assert.Null(JpegImage.Read(noise));
        Assert.Null(GifImage.Read(noise));
        Assert.Null(BmpImage.Read(noise));
    }

    [Theory]
    [InlineData(0xC0, 3, "/DeviceRGB")]
    [InlineData(0xC2, 1, "/DeviceGray")]
    public void A_jpeg_passes_through(int marker, int components, string space)
    {
        byte[] bytes = Jpeg(marker, components, adobe: false);
        ImageData image = JpegImage.Read(bytes)!;
        Assert.Equal((space, 30, 20, null), (image.ColorSpace, image.Width, image.Height, image.Entries));
        Assert.Equal(bytes, image.Data.ToArray());
    }

    [Fact]
    public void An_adobe_jpeg_in_four_colours_is_inverted() =>
        Assert.Equal("/Decode[1 0 1 0 1 0 1 0]", JpegImage.Read(Jpeg(0xC0, 4, adobe: true))!.Entries);

    [Theory]
    [InlineData(0xC3)]
    [InlineData(0xC9)]
    public void A_jpeg_of_a_kind_that_pdf_lacks_is_refused(int marker) => Assert.Null(JpegImage.Read(Jpeg(marker, 3, adobe: false)));

    [Fact]
    public void A_gif_shows_its_first_frame()
    {
        // 2 × 2, four colours, codes of three bits: clear, 0, 1, 2, 3, end; the second colour is transparent.
        byte[] gif =
        [
            .. "GIF89a"u8, 2, 0, 2, 0, 0x81, 0, 0,
            1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4,
            0x21, 0xF9, 4, 1, 0, 0, 1, 0,
            0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0,
            2, 3, 0b01_000_100, 0b1_011_010_0, 0b0000_0_101 >> 0, 0, 0x3B,
        ];
        gif = Packed(gif, [4, 0, 1, 2, 3, 5]);
        ImageData image = GifImage.Read(gif)!;
        Assert.Equal([0, 1, 2, 3], image.Data.ToArray());
        Assert.Equal("/Mask[1 1]", image.Entries);
        Assert.Equal("[/Indexed/DeviceRGB 3<010101020202030303040404>]", image.ColorSpace);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-4)]
    public void A_bitmap_is_read_from_its_foot_or_its_top(int height)
    {
        byte[] bmp = new byte[54 + (4 * 8)];
        (bmp[0], bmp[1], bmp[10], bmp[14], bmp[18], bmp[28]) = ((byte)'B', (byte)'M', 54, 40, 2, 24);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(22), height);
        for (int y = 0; y < 4; y++)
        {
            bmp[54 + (y * 8)] = (byte)(y + 1);
        }

        byte[] rgb = BmpImage.Read(bmp)!.Data.ToArray();
        Assert.Equal(height > 0 ? [4, 3, 2, 1] : (byte[])[1, 2, 3, 4], Enumerable.Range(0, 4).Select(y => rgb[(y * 6) + 2]));
    }

    // The last bytes of the file: code size, one block of codes of growing width, end.
    private static byte[] Packed(byte[] gif, int[] codes)
    {
        int start = Array.LastIndexOf(gif, (byte)0x2C) + 10;
        int bits = 0, held = 0, size = 3, next = 6;
        var data = new List<byte>();
        for (int i = 0; i < codes.Length; i++)
        {
            bits |= codes[i] << held;
            held += size;
            while (held >= 8)
            {
                data.Add((byte)bits);
                bits >>= 8;
                held -= 8;
            }

            if (i >= 2 && ++next == 1 << size)
            {
                size++;
            }
        }

        data.Add((byte)bits);
        return [.. gif[..start], 2, (byte)data.Count, .. data, 0, 0x3B];
    }

    private static byte[] Jpeg(int marker, int components, bool adobe)
    {
        var bytes = new List<byte> { 0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2 };
        if (adobe)
        {
            bytes.AddRange([0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, 2]);
        }

        bytes.AddRange([0xFF, (byte)marker, 0, (byte)(8 + (3 * components)), 8, 0, 20, 0, 30, (byte)components]);
        bytes.AddRange(new byte[3 * components]);
        return [.. bytes, 0xFF, 0xDA, 0, 2, 0xFF, 0xD9];
    }

    [Fact]
    public async Task A_png_with_a_broken_stream_is_told_and_the_book_goes_on()
    {
        using var folder = new PictureFolder();
        byte[] whole = Noise(40, 400), half = [.. whole], none = [.. whole];
        half.AsSpan(half.Length / 2, 40).Fill(0xFF);
        none.AsSpan(none.AsSpan().IndexOf("IDAT"u8) + 4, 40).Fill(0xFF);
        ImageReference Image(string name, byte[] png) =>
            new([new Uri($"https://example.org/{name}.png")]) { AlternativeText = name,
            Stored = folder.Store(name + ".png", png, ImageKind.Png, 40, 400) };
        var diagnostics = new List<Diagnostic>();
        using Book book =
            Books.Of(Books.Chapter("Images", new ImageBlock(Image("whole", whole)), new ImageBlock(Image("half", half)),
            new ImageBlock(Image("none", none)), Books.P("The end.")));

        PdfReading pdf = await book.Read(diagnostics: diagnostics);

        Assert.Equal([("FB453", "none.png"), ("FB456", "half.png")],
            diagnostics.Select(each => (each.Id, each.Address!.Segments[^1])).Order());
        Assert.Contains("The end.", string.Concat(pdf.Pages.Select(pdf.PageText)), StringComparison.Ordinal);
        Assert.Equal(2,
            pdf.All.OfType<PdfDictionary>()
            .Count(each => each.TryGetValue("Subtype", out object? type) && type is PdfName { Value: "Image" }));

        using var epub = new MemoryStream();
        await new EpubWriter().WriteAsync(book, epub);
        using var zip = new ZipArchive(epub);
        Assert.Equal(3, zip.Entries.Count(entry => entry.Name.EndsWith(".png", StringComparison.Ordinal)));
    }

    // Rows that do not compress, so that damage in the middle leaves the half above it.
    private static byte[] Noise(int width, int height)
    {
        byte[] rows = new byte[height * (1 + (width * 3))];
        new Random(1).NextBytes(rows);
        for (int y = 0; y < height; y++)
        {
            rows[y * (1 + (width * 3))] = 0;
        }

        return PictureFolder.Png(width, height, 8, 2, rows);
    }
}
