using System.Text;
using FeedBook.Media;

namespace FeedBook.Tests.Media;

public sealed class ImageProbeTests
{
    public static TheoryData<string, ImageKind, int, int> Whole => new()
    {
        { "jpeg", ImageKind.Jpeg, 24, 16 }, { "png", ImageKind.Png, 24, 16 }, { "gif", ImageKind.Gif, 4, 4 },
            { "webp", ImageKind.WebP, 24, 16 },
        { "avif", ImageKind.Avif, 24, 16 }, { "heic", ImageKind.Heic, 64, 64 }, { "bmp", ImageKind.Bmp, 24, 16 },
            { "ico", ImageKind.Ico, 32, 32 },
        { "tiff", ImageKind.Tiff, 24, 16 }, { "jxl", ImageKind.JpegXl, 24, 16 },
    };

    [Theory]
    [MemberData(nameof(Whole))]
    public void Reads_kind_and_size_of_each_kind(string name, ImageKind kind, int width, int height)
    {
        ImageFacts facts = Read(Sample(name));

        Assert.Equal(kind, facts.Kind);
        Assert.Null(facts.Fault);
        Assert.Equal((width, height), (facts.Width, facts.Height));
        Assert.Equal(1, facts.Orientation);
        Assert.False(facts.IsAnimated);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public void Reads_the_orientation_from_exif(int orientation) =>
        Assert.Equal(orientation, Read(SamplePictures.JpegTurned(orientation)).Orientation);

    [Fact]
    public void An_orientation_in_a_png_counts_as_in_a_jpeg()
    {
        byte[] png = SamplePictures.Png(), exif = SamplePictures.JpegTurned(6)[12..38];

        Assert.Equal(6, Read([.. png[..33], .. SamplePictures.Chunk("eXIf", exif), .. png[33..]]).Orientation);
    }

    [Fact]
    public void An_orientation_that_makes_no_sense_is_upright() => Assert.Equal(1, Read(SamplePictures.JpegTurned(77)).Orientation);

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("gif")]
    [InlineData("webp")]
    [InlineData("avif")]
    [InlineData("heic")]
    [InlineData("bmp")]
    [InlineData("ico")]
    public void A_file_cut_anywhere_is_found_to_be_broken(string name)
    {
        byte[] whole = Sample(name);
        for (int length = 0; length < whole.Length - 1; length++)
        {
            ImageFacts facts = Read(whole[..length]);
            Assert.True(facts.Fault is not null, $"{name} cut to {length} of {whole.Length} bytes passes as whole");
        }
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("gif")]
    public void A_mended_file_is_whole(string name)
    {
        byte[] whole = name == "gif" ? SamplePictures.Gif(3) : Sample(name);
        int mended = 0;
        for (int length = 0; length < whole.Length - 1; length++)
        {
            byte[] cut = whole[..length];
            if (Read(cut).Repair is { } repair)
            {
                byte[] made = [.. cut[..(int)repair.Keep], .. repair.Tail.Span];
                Assert.Null(Read(made).Fault);
                mended++;
            }
        }

        Assert.InRange(mended, 1, whole.Length);
    }

    [Fact]
    public void A_wrong_check_sum_in_the_picture_data_is_broken()
    {
        byte[] png = SamplePictures.Png();
        png[60] ^= 0x40;
        Assert.Contains("check sum", Read(png).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_check_sum_in_a_comment_is_not()
    {
        byte[] png = SamplePictures.Png();
        byte[] text = SamplePictures.Chunk("tEXt", "Title\0x"u8.ToArray());
        text[^1] ^= 1;
        Assert.Null(Read([.. png[..33], .. text, .. png[33..]]).Fault);
    }

    [Fact]
    public void A_palette_png_without_palette_is_broken()
    {
        byte[] png = SamplePictures.Png();
        byte[] header = png[16..29];
        header[9] = 3;
        Assert.Contains("palette", Read([.. SamplePictures.PngStart, .. SamplePictures.Chunk("IHDR", header), .. png[33..]]).Fault,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Several_frames_are_an_animation()
    {
        Assert.True(Read(SamplePictures.Gif(3)).IsAnimated);
        Assert.False(Read(SamplePictures.Gif(1)).IsAnimated);
        byte[] png = SamplePictures.Png();
        Assert.True(Read([.. png[..33], .. SamplePictures.Chunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0]), .. png[33..]]).IsAnimated);
    }

    [Fact]
    public void The_size_is_read_and_not_believed_to_be_small() =>
        Assert.Equal(2_500_000_000, Read(SamplePictures.PngDeclaring(50_000, 50_000)).Pixels);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<!DOCTYPE html><html><body>Sign in</body></html>", "web page")]
    [InlineData("  \n<html lang='en'>", "web page")]
    [InlineData("<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", "markup")]
    [InlineData("{\"error\":\"gone\"}", "JSON")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("not found", "text")]
    public void What_is_no_picture_is_named(string text, string name)
    {
        ImageFacts facts = Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal(ImageKind.Unknown, facts.Kind);
        Assert.Contains(name, facts.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("\uFEFF<?xml version='1.0'?>\n<!-- made by hand --><svg xmlns='http://www.w3.org/2000/svg'></svg>")]
    [InlineData("<!DOCTYPE svg PUBLIC 'a' 'b' [ <!ENTITY x 'y'> ]><svg:svg xmlns:svg='http://www.w3.org/2000/svg'/>")]
    public void Svg_is_told_by_its_first_element(string text) => Assert.Equal(ImageKind.Svg, Read(Encoding.UTF8.GetBytes(text)).Kind);

    [SeededProperty(300)]
    public void No_bytes_make_it_throw(byte[] bytes, int which, int at)
    {
        Assert.NotNull(Read(bytes));
        byte[] sample =
            Sample(((string[])["jpeg", "png", "gif", "webp", "avif", "heic", "tiff", "jxl", "bmp", "ico"])[(int)((uint)which % 10)]);
        int start = (int)((uint)at % sample.Length);
        for (int i = 0; i < bytes.Length && start + i < sample.Length; i++)
        {
            sample[start + i] = bytes[i];
        }

        ImageFacts facts = Read(sample);
        Assert.True(facts.Width >= 0 && facts.Height >= 0 && facts.Orientation is >= 1 and <= 8);
        Assert.True(facts.Fault is not null || (facts.Width > 0 && facts.Height > 0) || facts.Kind == ImageKind.Svg);
    }

    private static byte[] Sample(string name) => name switch
    {
        "jpeg" => SamplePictures.Jpeg,
        "png" => SamplePictures.Png(),
        "gif" => SamplePictures.Gif(),
        "webp" => SamplePictures.WebP,
        "avif" => SamplePictures.Avif,
        "heic" => SamplePictures.Heic,
        "tiff" => SamplePictures.Tiff,
        "jxl" => SamplePictures.JpegXl,
        "bmp" => SamplePictures.Bmp(),
        _ => SamplePictures.Ico(),
    };

    private static ImageFacts Read(byte[] bytes) => ImageProbe.Read(new MemoryStream(bytes));
}
