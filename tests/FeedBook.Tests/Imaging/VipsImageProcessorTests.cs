using System.Globalization;
using FeedBook.Books;
using FeedBook.Content;
using FeedBook.Fetching;
using FeedBook.Imaging;
using FeedBook.Media;
using FeedBook.Tests.Fetching;
using FeedBook.Tests.Media;

namespace FeedBook.Tests.Imaging;

public sealed class VipsImageProcessorTests(MadePhotos photos) : IClassFixture<MadePhotos>
{
    // A small device for small pictures: the same as e-ink in all else.
    private static readonly ImageOptions Device = ImageOptions.EInk with { MaxWidth = 300, MaxHeight = 400 };

    private readonly string folder = photos.Folder;

    [VipsTheory("convert", "vips", "vipsheader")]
    [InlineData("photo.jpg")]
    [InlineData("photo.webp")]
    [InlineData("photo.avif")]
    [InlineData("photo.heic")]
    [InlineData("photo.tif")]
    [InlineData("photo.bmp")]
    [InlineData("photo.png")]
    [InlineData("photo.gif")]
    [InlineData("deep.png")]
    [InlineData("deep.tif")]
    [InlineData("cmyk.jpg")]
    [InlineData("cmyk.tif")]
    [InlineData("transparent.png")]
    [InlineData("transparent.webp")]
    [InlineData("animated.gif")]
    [InlineData("animated.webp")]
    [InlineData("grey.jpg")]
    [InlineData("palette.png")]
    [InlineData("progressive.jpg")]
    public async Task Becomes_a_small_grey_picture_for_e_ink(string name)
    {
        string input = photos.Make(name);
        Made made = await ProcessAsync(input, Device);

        Assert.Equal((300, 200, 1), (made.Width, made.Height, made.Bands));
        Assert.Contains(made.Loader, (string[])["jpegload", "pngload"]);
        Assert.Equal("uchar b-w", made.Format + " " + made.Interpretation);
        Assert.Equal(name.StartsWith("animated", StringComparison.Ordinal),
            made.Result.Diagnostics.Any(diagnostic => diagnostic.Id == DiagnosticIds.AnimationStilled));
    }

    [VipsTheory("convert", "vips", "vipsheader")]
    [InlineData("photo.webp", "jpegload", 3)]
    [InlineData("photo.avif", "jpegload", 3)]
    [InlineData("photo.heic", "jpegload", 3)]
    [InlineData("photo.tif", "jpegload", 3)]
    [InlineData("photo.bmp", "jpegload", 3)]
    [InlineData("transparent.webp", "pngload", 4)]
    [InlineData("deep.tif", "jpegload", 3)]
    [InlineData("cmyk.tif", "jpegload", 3)]
    public async Task What_readers_do_not_show_is_converted_in_its_own_size(string name, string loader, int bands)
    {
        Made made = await ProcessAsync(photos.Make(name), ImageOptions.Original);
        Assert.Equal((480, 320, bands, loader, "uchar", "srgb"),
            (made.Width, made.Height, made.Bands, made.Loader, made.Format, made.Interpretation));
    }

    [VipsTheory("convert", "vips", "vipsheader")]
    [InlineData(1, 300, 200)]
    [InlineData(3, 300, 200)]
    [InlineData(6, 267, 400)]
    [InlineData(8, 267, 400)]
    public async Task Stands_upright(int orientation, int width, int height)
    {
        string path = Path.Combine(folder, $"turned{orientation}.jpg");
        byte[] jpeg = await File.ReadAllBytesAsync(photos.Make("photo.jpg"));
        byte[] exif = SamplePictures.JpegTurned(orientation)[2..38];
        await File.WriteAllBytesAsync(path, [.. jpeg[..2], .. exif, .. jpeg[2..]]);

        Made made = await ProcessAsync(path, Device);
        Assert.Equal((width, height), (made.Width, made.Height));
        Assert.DoesNotContain("orientation", made.Header, StringComparison.Ordinal);

        using Stream content = new MemoryStream(made.Result.Bytes!.Value.ToArray());
        Assert.Equal(1, ImageProbe.Read(content).Orientation);
    }

    [VipsFact("convert", "vips", "vipsheader")]
    public async Task Transparent_parts_become_white()
    {
        Made made = await ProcessAsync(photos.Make("clear.png"), ImageOptions.Print);
        Assert.Equal(3, made.Bands);
        Assert.True(double.Parse(Tools.Run("vips", "avg", made.Path), CultureInfo.InvariantCulture) > 250);
    }

    [VipsTheory("convert", "vips", "vipsheader")]
    [InlineData("rgb(200,30,90)", "PNG24:", 200, 30, 90)]
    [InlineData("rgb(0,90,255)", "PNG24:", 0, 90, 255)]
    [InlineData("gray(77)", "PNG:", 77, 77, 77)]
    public async Task Colours_without_a_profile_stay_what_they_are(string colour, string kind, int red, int green, int blue)
    {
        string path = Path.Combine(folder, "flat.png");
        Tools.Run("convert", "-size", "900x600", "xc:" + colour, "-fill", "white", "-draw", "point 5,5", kind + path);

        Made made = await ProcessAsync(path, ImageOptions.Print with { MaxWidth = 300 });

        double[] pixel =
            [.. Tools.Run("vips", "getpoint", made.Path, "150", "100").Split(' ',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part =>
            double.Parse(part, CultureInfo.InvariantCulture))];
        int[] wanted = pixel.Length < 3 ? [red] : [red, green, blue];
        Assert.All(wanted.Zip(pixel), pair => Assert.InRange(pair.Second, pair.First - 2, pair.First + 2));
    }

    [VipsFact("vips", "vipsheader")]
    public async Task A_drawing_of_lines_is_drawn_as_large_as_is_asked()
    {
        string path = Path.Combine(folder, "drawing.svg");
        await File.WriteAllTextAsync(path,
            "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='20' height='20' fill='#ff0000'/></svg>");

        ProcessedImage result = await new VipsImageProcessor()
            .ProcessAsync(new SourceImage(new ImageFacts(ImageKind.Svg, 40, 20), path, 100), ImageOptions.Original with { MaxWidth = 400 });

        string output = Path.Combine(folder, "drawn.png");
        await File.WriteAllBytesAsync(output, Assert.NotNull(result.Bytes).ToArray());
        Assert.Equal("400", Tools.Run("vipsheader", "-f", "width", output).Trim());
        Assert.Equal(["255", "0", "0", "255"],
            Tools.Run("vips", "getpoint", output, "10", "10")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Equal("0", Tools.Run("vips", "getpoint", output, "390", "10").Trim().Split(' ')[^1]);
    }

    [VipsFact("convert", "vips", "vipsheader")]
    public async Task Metadata_goes_and_noise_takes_few_bits()
    {
        string noisy = photos.Make("noise.jpg");
        Made made = await ProcessAsync(noisy, Device);
        Assert.InRange(made.Result.Bytes!.Value.Length * 8.0 / (made.Width * made.Height), 0, 0.9);
        Assert.DoesNotContain("exif", made.Header, StringComparison.Ordinal);
        Assert.DoesNotContain("icc", made.Header, StringComparison.Ordinal);
    }

    [VipsFact("convert", "vips", "vipsheader")]
    public async Task A_drawing_stays_png_and_a_photograph_becomes_jpeg()
    {
        Assert.Equal("pngload", (await ProcessAsync(photos.Make("drawing.png"), Device)).Loader);
        Assert.Equal("jpegload", (await ProcessAsync(photos.Make("photo.png"), Device)).Loader);
    }

    [VipsFact("convert")]
    public async Task What_is_right_already_is_kept()
    {
        Assert.Null((await RunAsync(photos.Make("rough.jpg"), ImageOptions.Tablet)).Bytes);
        Assert.Null((await RunAsync(photos.Make("animated.gif"), ImageOptions.Tablet)).Bytes);
    }

    [VipsFact]
    public async Task What_cannot_be_decoded_is_said()
    {
        // A bitmap that says that it holds a JPEG.
        string path = Path.Combine(folder, "bad.bmp");
        byte[] bmp = SamplePictures.Bmp();
        bmp[30] = 4;
        await File.WriteAllBytesAsync(path, bmp);
        InvalidDataException exception = await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(path, Device));
        Assert.NotEmpty(exception.Message);
    }

    [VipsFact("convert", "vipsheader")]
    public async Task A_book_of_pictures_fits_the_device_and_its_limit()
    {
        await using TestHost host = await TestHost.StartAsync();
        var pictures = new List<ImageReference>();
        foreach (string name in (string[])["photo.jpg", "photo.webp", "photo.avif", "noise.jpg", "cmyk.jpg", "deep.png", "transparent.png",
            "animated.gif"])
        {
            pictures.Add(new ImageReference([host.OnBytes("/" + name, await File.ReadAllBytesAsync(photos.Make(name)))]));
        }

        pictures.Add(new ImageReference([host.OnBytes("/drawing.svg", SamplePictures.Svg())]));
        using var loader = new HttpResourceLoader(options: host.Options);
        foreach (long limit in (long[])[long.MaxValue, 22_000])
        {
            using var store = new MediaStore();
            ImageFetchResult result =
                await new ImageFetcher(loader, store, ImageOptions.EInk with { MaxWidth = 300, MaxHeight = 400, MaxBookBytes = limit },
                host.Options, new VipsImageProcessor())
                .FetchAsync([.. pictures.Select(picture => ImageRequests.Of(picture))]);

            Assert.Equal(pictures.Count, result.Count);
            Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity > DiagnosticSeverity.Info);
            Assert.Equal(limit < long.MaxValue, result.Diagnostics.Any(diagnostic => diagnostic.Id == DiagnosticIds.ImagesShrunk));
            Assert.True(store.Images.Sum(image => image.Length) <= limit);
            foreach (StoredImage image in store.Images)
            {
                using Stream content = image.OpenRead();
                Assert.Null(ImageProbe.Read(content).Fault);
                Assert.True(image.Kind == ImageKind.Svg || (image.Width <= 300 && image.Height <= 400));
            }

            // Originals and steps in between are gone.
            Assert.Equal(store.Images.Count(image => image.Crc is null), store.Files.Count());
        }
    }

    [VipsFact("convert")]
    public async Task A_limit_that_cannot_be_kept_is_said()
    {
        await using TestHost host = await TestHost.StartAsync();
        ImageRequest request = new([host.OnBytes("/a", await File.ReadAllBytesAsync(photos.Make("noise.jpg")))]);
        using var loader = new HttpResourceLoader(options: host.Options);
        using var store = new MediaStore();
        ImageFetchResult result =
            await new ImageFetcher(loader, store, ImageOptions.EInk with { MaxWidth = 300, MaxHeight = 400, MaxBookBytes = 1000 },
            host.Options, new VipsImageProcessor()).FetchAsync([request]);
        Assert.Equal([DiagnosticIds.ImagesShrunk, DiagnosticIds.BookTooLarge], result.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task Without_libvips_pictures_stay_as_they_are_and_it_is_said_once()
    {
        await using TestHost host = await TestHost.StartAsync();
        ImageRequest[] requests =
        [
            new([host.OnBytes("/a.jpg", SamplePictures.Jpeg)]),
            new([host.OnBytes("/b.png", SamplePictures.Png())]),
            new([host.OnBytes("/c.avif", SamplePictures.Avif)]),
        ];
        using var loader = new HttpResourceLoader(options: host.Options);
        using var store = new MediaStore();
        var absent = new VipsImageProcessor(() => "libvips is not on this machine.");
        ImageFetchResult result =
            await new ImageFetcher(loader, store, ImageOptions.EInk with { MaxWidth = 300, MaxHeight = 400, MaxBookBytes = 100 },
            host.Options, absent).FetchAsync(requests);

        Assert.Equal(2, result.Count);
        Assert.Equal([DiagnosticIds.ImagingUnavailable, DiagnosticIds.ImageKindNotShown, DiagnosticIds.BookTooLarge],
            result.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Equal(SamplePictures.Jpeg.Length, result.Find(requests[0].Candidates[0])!.Length);
    }

    private static async Task<ProcessedImage> RunAsync(string path, ImageOptions options)
    {
        await using FileStream content = File.OpenRead(path);
        ImageFacts facts = ImageProbe.Read(content);
        Assert.Null(facts.Fault);
        var processor = new VipsImageProcessor();
        Assert.True(processor.CanRead(facts.Kind));
        Assert.Null(processor.Trouble);
        return await processor.ProcessAsync(new SourceImage(facts, path, content.Length), options);
    }

    private async Task<Made> ProcessAsync(string path, ImageOptions options)
    {
        ProcessedImage result = await RunAsync(path, options);
        string output = Path.Combine(folder, "made-" + Path.GetFileName(path) + ".out");
        await File.WriteAllBytesAsync(output, Assert.NotNull(result.Bytes).ToArray());
        string header = Tools.Run("vipsheader", "-a", output);
        string Field(string name) => header.Split('\n').First(line => line.StartsWith(name + ":", StringComparison.Ordinal)).Split(':')[1]
            .Trim();
        return new Made(result, output, header, int.Parse(Field("width"), CultureInfo.InvariantCulture),
            int.Parse(Field("height"), CultureInfo.InvariantCulture), int.Parse(Field("bands"), CultureInfo.InvariantCulture),
            Field("format"), Field("interpretation"), Field("vips-loader"));
    }

    private sealed record Made(ProcessedImage Result, string Path, string Header, int Width, int Height, int Bands, string Format,
        string Interpretation, string Loader);
}
