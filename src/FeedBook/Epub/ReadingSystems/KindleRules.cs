using System.Globalization;
using System.Text;
using FeedBook.Media;

namespace FeedBook.Epub;

/// <summary>
/// Send to Kindle. Sources: Amazon's help page (50 MB a mail, 200 MB by web and app) and publishing guidelines (no WebP, no text in SVG,
/// few SVGs).
/// </summary>
internal sealed class KindleRules : ReadingSystemRules
{
    /// <summary>With more SVG pictures a book loses its enhanced typesetting.</summary>
    public const int MostSvgPictures = 25;

    /// <summary>Below the 50 MB of a mail, whose encoding takes a third more than the file, there is room for 37.</summary>
    public const long MailBytes = 37_000_000;

    /// <summary>What the web page and the apps take.</summary>
    public const long WebBytes = 200_000_000;

    private readonly HashSet<string> svgs = new(StringComparer.Ordinal);

    public override bool ShowsTextInSvg => false;

    public override bool ShowsMathMl => false;

    /// <summary>
    /// A language and at most a region: other subtags have been refused. Chinese scripts become the regions that Kindle knows them by,
    /// and a book of no known language is sent as English.
    /// </summary>
    public override string Language(string tag)
    {
        string[] parts = tag.Split('-');
        if (parts[0].Length != 2)
        {
            return "en";
        }

        string? region = parts.Skip(1).FirstOrDefault(part => part.Length == 2)?.ToUpperInvariant();
        if (parts[0] == "zh")
        {
            return region is "TW" or "HK" or "MO" || tag.Contains("Hant", StringComparison.OrdinalIgnoreCase) ? "zh-TW" : "zh-CN";
        }

        return region is null ? parts[0] : $"{parts[0]}-{region}";
    }

    public override string? Refuses(StoredImage image)
    {
        switch (image.Kind)
        {
            case ImageKind.WebP:
                return "Kindle shows no WebP";
            case ImageKind.Svg when HasText(image):
                return "Kindle shows no text in SVG";
            case ImageKind.Svg when !svgs.Contains(image.Name) && svgs.Count == MostSvgPictures:
                return string.Create(CultureInfo.InvariantCulture,
                    $"a book with more than {MostSvgPictures} SVG pictures loses its typesetting on Kindle");
            case ImageKind.Svg:
                _ = svgs.Add(image.Name);
                return null;
            default:
                return null;
        }
    }

    public override IEnumerable<Diagnostic> CheckSize(long bytes)
    {
        if (bytes > MailBytes)
        {
            string ways = bytes > WebBytes ? "neither mail nor Send to Kindle's web page takes it"
                : "mail does not take it, Send to Kindle's web page and apps do";
            yield return new Diagnostic(DiagnosticIds.BookTooLargeToSend, DiagnosticSeverity.Warning,
                string.Create(CultureInfo.InvariantCulture,
                    $"The book has {bytes / 1e6:0.#} MB: {ways}. {nameof(ImageOptions)}.{nameof(ImageOptions.MaxBookBytes)} makes it "
                        + $"smaller."));
        }
    }

    private static bool HasText(StoredImage image)
    {
        using Stream stream = image.OpenRead();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Contains("<text", StringComparison.Ordinal);
    }
}
