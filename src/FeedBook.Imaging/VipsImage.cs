using System.Runtime.InteropServices;
using static FeedBook.Imaging.VipsLibrary;

namespace FeedBook.Imaging;

/// <summary>
/// An image of libvips: a plan of how its pixels are made, which is carried out when it is saved. Used by one thread at a time.
/// </summary>
internal sealed class VipsImage : SafeHandle
{
    private VipsImage(nint handle)
        : base(0, ownsHandle: true) => SetHandle(handle);

    public override bool IsInvalid => handle == 0;

    public int Width => vips_image_get_width(handle);

    public int Height => vips_image_get_height(handle);

    public int Bands => vips_image_get_bands(handle);

    public bool HasAlpha => vips_image_hasalpha(handle) != 0;

    /// <summary>Whether it carries a colour profile.</summary>
    public bool HasProfile => vips_image_get_typeof(handle, "icc-profile-data") != 0;

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
            using var operation = new Operation("thumbnail");
            operation.Set("fail-on", tolerant ? "none" : "error");
            operation.Set("filename", path).Set("width", maxWidth).Set("height", maxHeight).Set("size", "down");
            if (export is not null)
            {
                operation.Set("export-profile", export);
            }

            if (import is not null)
            {
                operation.Set("import-profile", import);
            }

            return operation.Run().Image("out");
        }
    }

    /// <summary>A drawing, drawn as large as is asked.</summary>
    public static VipsImage Drawing(string path, int width, int height)
    {
        using var operation = new Operation("thumbnail");
        return operation.Set("filename", path).Set("width", width).Set("height", height).Set("size", "both").Run().Image("out");
    }

    /// <summary>Pixels of three bytes, red, green, blue.</summary>
    public static unsafe VipsImage FromPixels(byte[] pixels, int width, int height)
    {
        fixed (byte* data = pixels)
        {
            nint image = vips_image_new_from_memory_copy(data, (nuint)pixels.Length, width, height, 3, 0);
            return image == 0 ? throw new InvalidDataException(Error()) : new VipsImage(image);
        }
    }

    /// <summary>The image made at most so large.</summary>
    public VipsImage Thumbnail(int maxWidth, int maxHeight) =>
        Apply("thumbnail_image", operation => operation.Set("width", maxWidth).Set("height", maxHeight).Set("size", "down"));

    /// <summary>The image in another colour space: <c>srgb</c> or <c>b-w</c>; eight bits a band in both.</summary>
    public VipsImage InColourSpace(string name) => Apply("colourspace", operation => operation.Set("space", name));

    /// <summary>The image on white, without transparency.</summary>
    public VipsImage OnWhite() => Apply("flatten", operation => operation.Set("background", "255"));

    /// <summary>The image with its pixels made: files are read from front to back once, and what follows may read several times.</summary>
    public VipsImage InMemory()
    {
        nint image = vips_image_copy_memory(handle);
        return image == 0 ? throw new InvalidDataException(Error()) : new VipsImage(image);
    }

    /// <summary>Whether a pixel lets anything shine through.</summary>
    public bool IsTransparent()
    {
        if (!HasAlpha)
        {
            return false;
        }

        using VipsImage alpha = Apply("extract_band", operation => operation.Set("band", Bands - 1));
        using var least = new Operation("min");
        return least.Set("in", alpha).Run().Double("out") < 255;
    }

    public byte[] ToJpeg(int quality, bool strip)
    {
        using var operation = new Operation("jpegsave_buffer");

        // Baseline, not progressive: some e-readers' decoders take only that.
        return operation.Set("in", this).Set("Q", quality).Set("optimize-coding", "true").Set("strip", strip ? "true" : "false").Run()
            .Bytes("buffer");
    }

    /// <summary>As PNG; drawings pack best as they are, photographs as differences.</summary>
    public byte[] ToPng(bool strip, bool isPhotograph)
    {
        using var operation = new Operation("pngsave_buffer");
        return operation.Set("in", this).Set("compression", 9).Set("filter", isPhotograph ? "all" : "none")
            .Set("strip", strip ? "true" : "false").Run().Bytes("buffer");
    }

    protected override bool ReleaseHandle()
    {
        g_object_unref(handle);
        return true;
    }

    private VipsImage Apply(string name, Action<Operation> set)
    {
        using var operation = new Operation(name);
        operation.Set("in", this);
        set(operation);
        return operation.Run().Image("out");
    }

    /// <summary>One call of libvips: its arguments are set by name, then it runs, then its results are read.</summary>
    private sealed unsafe class Operation : IDisposable
    {
        private nint handle;

        public Operation(string name)
        {
            handle = vips_operation_new(name);
            if (handle == 0)
            {
                throw new InvalidDataException(Error());
            }
        }

        public Operation Set(string name, int value) => Set(name, value.ToString(System.Globalization.CultureInfo.InvariantCulture));

        public Operation Set(string name, string value) =>
            vips_object_set_argument_from_string(handle, name, value) == 0 ? this : throw new InvalidDataException(Error());

        public Operation Set(string name, VipsImage image)
        {
            GValue value = default;
            g_value_init(&value, vips_image_get_type());
            g_value_set_object(&value, image.handle);
            g_object_set_property(handle, name, &value);
            g_value_unset(&value);
            return this;
        }

        // Built by itself and not through libvips' cache: files here are read once, and the cache would keep them open.
        public Operation Run() => vips_object_build(handle) == 0 ? this : throw new InvalidDataException(Error());

        public VipsImage Image(string name)
        {
            GValue value = default;
            g_value_init(&value, vips_image_get_type());
            g_object_get_property(handle, name, &value);
            var image = new VipsImage(g_value_dup_object(&value));
            g_value_unset(&value);
            return image;
        }

        public double Double(string name)
        {
            const nuint GTypeDouble = 15 << 2;
            GValue value = default;
            g_value_init(&value, GTypeDouble);
            g_object_get_property(handle, name, &value);
            double number = g_value_get_double(&value);
            g_value_unset(&value);
            return number;
        }

        public byte[] Bytes(string name)
        {
            GValue value = default;
            g_value_init(&value, vips_blob_get_type());
            g_object_get_property(handle, name, &value);
            nint data = vips_blob_get(g_value_get_boxed(&value), out nuint length);
            byte[] bytes = new ReadOnlySpan<byte>((void*)data, checked((int)length)).ToArray();
            g_value_unset(&value);
            return bytes;
        }

        public void Dispose()
        {
            if (handle != 0)
            {
                vips_object_unref_outputs(handle);
                g_object_unref(handle);
                handle = 0;
            }
        }
    }
}
