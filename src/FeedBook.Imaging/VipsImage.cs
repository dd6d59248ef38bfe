using NetVips;

namespace FeedBook.Imaging;

/// <summary>
/// An image of libvips: a plan of how its pixels are made, which is carried out when it is saved. Used by one thread at a time.
/// What libvips refuses is an <see cref="InvalidDataException"/> with its words on one line.
/// </summary>
internal sealed class VipsImage : IDisposable
{
    private const int LongestMessage = 300;

    private readonly Image image;

    private VipsImage(Image image) => this.image = image;

    public int Width => image.Width;

    public int Height => image.Height;

    public int Bands => image.Bands;

    public bool HasAlpha => image.HasAlpha();

    /// <summary>Whether it carries a colour profile.</summary>
    public bool HasProfile => image.Contains("icc-profile-data");

    /// <summary>
    /// A picture file made at most so large, upright, decoded no finer than needed. Colours without a profile are taken as sRGB and stay
    /// what they are.
    /// </summary>
    public static VipsImage Thumbnail(string path, int maxWidth, int maxHeight, bool toSrgb, bool tolerant)
    {
        VipsImage plain = Load(null, null);
        int colours = plain.Bands - (plain.HasAlpha ? 1 : 0);
        if (!toSrgb || (!plain.HasProfile && colours < 4))
        {
            return plain;
        }

        // Asked for a profile's colours, libvips 8.14 imports what has none by way of another space, and moves them: it is told from which
        // one.
        plain.Dispose();
        return Load("srgb", colours switch { 3 => "srgb", 4 => "cmyk", _ => null });

        VipsImage Load(string? export, string? import)
        {
            var options = new VOption
            {
                { "height", maxHeight },
                { "size", Enums.Size.Down },
                { "fail_on", tolerant ? Enums.FailOn.None : Enums.FailOn.Error },
            };

            // The names that every version knows: NetVips' own method uses those of 8.16.
            options.AddIfPresent("export_profile", export);
            options.AddIfPresent("import_profile", import);
            return Of(() => (Image)Operation.Call("thumbnail", options, path, maxWidth));
        }
    }

    /// <summary>A drawing, drawn as large as is asked.</summary>
    public static VipsImage Drawing(string path, int width, int height) =>
        Of(() => Image.Thumbnail(path, width, height, Enums.Size.Both));

    /// <summary>Pixels of three bytes, red, green, blue.</summary>
    public static VipsImage FromPixels(byte[] pixels, int width, int height) =>
        Of(() => Image.NewFromMemoryCopy<byte>(pixels, width, height, 3, Enums.BandFormat.Uchar));

    /// <summary>The image made at most so large.</summary>
    public VipsImage Thumbnail(int maxWidth, int maxHeight) => Of(() => image.ThumbnailImage(maxWidth, maxHeight, Enums.Size.Down));

    /// <summary>The image in shades of grey or in sRGB; eight bits a band in both.</summary>
    public VipsImage InColours(bool isGrey) =>
        Of(() => image.Colourspace(isGrey ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb));

    /// <summary>The image on white, without transparency.</summary>
    public VipsImage OnWhite() => Of(() => image.Flatten([255]));

    /// <summary>The image with its pixels made: files are read from front to back once, and what follows may read several times.</summary>
    public VipsImage InMemory() => Of(image.CopyMemory);

    /// <summary>Whether a pixel lets anything shine through.</summary>
    public bool IsTransparent()
    {
        if (!HasAlpha)
        {
            return false;
        }

        using VipsImage alpha = Of(() => image.ExtractBand(Bands - 1));
        return Guarded(() => alpha.image.Min()) < 255;
    }

    /// <summary>As JPEG: baseline, not progressive, since some e-readers' decoders take only that.</summary>
    public byte[] ToJpeg(int quality, bool strip) => Guarded(() => image.JpegsaveBuffer(quality, optimizeCoding: true, keep: Kept(strip)));

    /// <summary>As PNG; drawings pack best as they are, photographs as differences.</summary>
    public byte[] ToPng(bool strip, bool isPhotograph) => Guarded(() => image.PngsaveBuffer(9,
        filter: isPhotograph ? Enums.ForeignPngFilter.All : Enums.ForeignPngFilter.None, keep: Kept(strip)));

    public void Dispose() => image.Dispose();

    private static Enums.ForeignKeep? Kept(bool strip) => strip ? Enums.ForeignKeep.None : null;

    private static VipsImage Of(Func<Image> make) => new(Guarded(make));

    private static T Guarded<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (VipsException failure)
        {
            string message = failure.Message.ReplaceLineEndings(" ").Trim();
            throw new InvalidDataException(message.Length > LongestMessage ? message[..LongestMessage] : message, failure);
        }
    }
}
