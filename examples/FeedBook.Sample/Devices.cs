using FeedBook.Epub;
using FeedBook.Pdf;

namespace FeedBook.Sample;

/// <summary>What a book is made for: how its pictures are fitted and how its files are written.</summary>
/// <param name="Name">As <c>--device</c> and feedbook.json name it.</param>
/// <param name="Extension">The extension of a file that is not named.</param>
/// <param name="Images">How pictures are fitted.</param>
/// <param name="Epub">How an EPUB is written for it.</param>
/// <param name="Pdf">How a PDF is set for it, unless a page format is named.</param>
internal sealed record Device(string Name, string Extension, ImageOptions Images, EpubOptions Epub, PdfOptions Pdf);

/// <summary>The devices, in one table.</summary>
internal static class Devices
{
    // Send to Kindle by mail takes 50 MB; mail itself grows a file by a third.
    private const long MailLimit = 35_000_000;

    // The screens sold today have 300 dots an inch: 1,264 × 1,680 at seven inches.
    private static readonly ImageOptions FineInk = ImageOptions.EInk with { MaxWidth = 1264, MaxHeight = 1680 };

    /// <summary>What a book is made for that is for no device in particular: pictures as published.</summary>
    public static Device Any { get; } = new("any", ".epub", ImageOptions.Original, EpubOptions.Standard, PdfOptions.A4);

    public static IReadOnlyList<Device> All { get; } =
    [
        new("kindle", ".epub", FineInk with { MaxBookBytes = MailLimit, KeepWebP = false }, EpubOptions.Kindle, PdfOptions.EReader),
        new("kobo", ".kepub.epub", FineInk, EpubOptions.Kobo, PdfOptions.EReader),
        new("ereader", ".epub", ImageOptions.EInk, EpubOptions.Standard, PdfOptions.EReader),
        new("tablet", ".epub", ImageOptions.Tablet, EpubOptions.Standard, PdfOptions.A5),
        new("print", ".pdf", ImageOptions.Print, EpubOptions.Standard, PdfOptions.A4),
    ];

    /// <summary>The device that a file's name means where none is named: <c>.kepub.epub</c> is Kobo's own; null for none.</summary>
    public static Device? OfFile(string name) => name.EndsWith(".kepub.epub", StringComparison.OrdinalIgnoreCase) ? Find("kobo") : null;

    public static Device? Find(string name) => All.FirstOrDefault(device => string.Equals(device.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The formats of a PDF's pages.</summary>
internal static class Pages
{
    public static IReadOnlyDictionary<string, PdfOptions> All { get; } = new Dictionary<string, PdfOptions>(StringComparer.OrdinalIgnoreCase)
    {
        ["a4"] = PdfOptions.A4,
        ["letter"] = PdfOptions.Letter,
        ["a5"] = PdfOptions.A5,
        ["ereader"] = PdfOptions.EReader,
        ["booklet"] = PdfOptions.Booklet,
    };
}
