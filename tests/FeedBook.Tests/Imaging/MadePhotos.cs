namespace FeedBook.Tests.Imaging;

/// <summary>Pictures of many kinds, made with Debian's tools as they are asked for, in a folder that goes with the test class.</summary>
public sealed class MadePhotos : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("feedbook-test-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Makes a picture of 480 × 320 pixels with Debian's tools.</summary>
    public string Make(string name)
    {
        // Tests of one class run one after the other.
        string path = Path.Combine(Folder, name);
        if (!File.Exists(path))
        {
            Write(name, path);
        }

        return path;
    }

    private void Write(string name, string path)
    {
        string photo = Path.Combine(Folder, "source.ppm");
        if (!File.Exists(photo))
        {
            Tools.Run("convert", "-size", "480x320", "-seed", "7", "plasma:tomato-steelblue", "-depth", "8", photo);
        }

        string[] from = [photo];
        switch (name)
        {
            case "photo.avif" or "photo.heic":
                Tools.Run("vips", "copy", photo, path + "[Q=60]");
                break;
            case "photo.jpg" or "photo.bmp":
                Tools.Run("convert", [.. from, "-quality", "90", name.EndsWith("bmp", StringComparison.Ordinal) ? "BMP3:" + path : path]);
                break;
            case "progressive.jpg":
                Tools.Run("convert", [.. from, "-interlace", "Plane", path]);
                break;
            case "deep.png" or "deep.tif":
                Tools.Run("convert", [.. from, "-depth", "16", "-evaluate", "multiply", "0.98", path]);
                break;
            case "cmyk.jpg" or "cmyk.tif":
                Tools.Run("convert", [.. from, "-colorspace", "CMYK", path]);
                break;
            case "transparent.png" or "transparent.webp":
                Tools.Run("convert",
                    [.. from, "(", "-size", "480x320", "gradient:white-black", ")", "-alpha", "off", "-compose", "CopyOpacity",
                    "-composite", path]);
                break;
            case "clear.png":
                Tools.Run("convert", "-size", "480x320", "xc:none", "-fill", "black", "-draw", "point 5,5", "PNG32:" + path);
                break;
            case "animated.gif" or "animated.webp":
                Tools.Run("convert", "-delay", "10", photo, "(", photo, "-negate", ")", "-loop", "0", path);
                break;
            case "grey.jpg":
                Tools.Run("convert", [.. from, "-colorspace", "Gray", path]);
                break;
            case "palette.png":
                Tools.Run("convert", [.. from, "-colors", "64", "PNG8:" + path]);
                break;
            case "noise.jpg":
                Tools.Run("convert",
                    [.. from, "-seed", "3", "-attenuate", "0.4", "+noise", "Gaussian", "-set", "exif:Artist", "someone", "-quality", "85",
                    path]);
                break;
            case "rough.jpg":
                Tools.Run("convert", [.. from, "-strip", "-quality", "20", path]);
                break;
            case "drawing.png":
                Tools.Run("convert", "-size", "480x320", "xc:white", "-stroke", "black", "-fill", "none", "-draw", "line 10,10 400,300",
                    "-draw", "circle 200,150 200,250", path);
                break;
            default:
                Tools.Run("convert", [.. from, path]);
                break;
        }
    }
}
