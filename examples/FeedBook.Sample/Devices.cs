using FeedBook.Epub;
using FeedBook.Pdf;

namespace FeedBook.Sample;

/// <summary>What a book is made for: how its pictures are fitted and how its files are written.</summary>
/// <param name="Name">As <c>--device</c> and feedbook.json name it.</param>
/// <param name="Extension">The extension of a file that is not named.</param>
/// <param name="Images">How pictures are fitted.</param>
/// <param name="Epub">How an EPUB is written for it.</param>
/// <param name="Page">The page of a PDF for it, unless one is named; one of <see cref="Pages.Names"/>.</param>
internal sealed record Device(string Name, string Extension, ImageOptions Images, EpubOptions Epub, string Page);

/// <summary>The devices, in one table.</summary>
internal static class Devices
{
    // Send to Kindle by mail takes 50 MB; mail itself grows a file by a third.
    private const long MailLimit = 35_000_000;

    // The screens sold today have 300 dots an inch: 1,264 × 1,680 at seven inches.
    private static readonly ImageOptions FineInk = ImageOptions.EInk with { MaxWidth = 1264, MaxHeight = 1680 };

    /// <summary>What a book is made for that is for no device in particular: pictures as published.</summary>
    public static Device Any { get; } = new("any", ".epub", ImageOptions.Original, EpubOptions.Standard, "a4");

    public static IReadOnlyList<Device> All { get; } =
    [
        new("kindle", ".epub", FineInk with { MaxBookBytes = MailLimit, KeepWebP = false }, EpubOptions.Kindle, "ereader"),
        new("kobo", ".kepub.epub", FineInk, EpubOptions.Kobo, "ereader"),
        new("ereader", ".epub", ImageOptions.EInk, EpubOptions.Standard, "ereader"),
        new("tablet", ".epub", ImageOptions.Tablet, EpubOptions.Standard, "a5"),
        new("print", ".pdf", ImageOptions.Print, EpubOptions.Standard, "a4"),
    ];

    /// <summary>The device that a file's name means where none is named: <c>.kepub.epub</c> is Kobo's own; null for none.</summary>
    public static Device? OfFile(string name) => name.EndsWith(".kepub.epub", StringComparison.OrdinalIgnoreCase) ? Find("kobo") : null;

    public static Device? Find(string name) =>
        All.FirstOrDefault(device => string.Equals(device.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The formats of a PDF's pages. Their names stand apart, so that help does not load the PDF package.</summary>
internal static class Pages
{
    public static IReadOnlyList<string> Names { get; } = ["a4", "letter", "a5", "ereader", "booklet"];

    /// <summary>The name as it stands in <see cref="Names"/>; null when it is none of them. Case does not matter.</summary>
    public static string? Find(string name) => Names.FirstOrDefault(each => string.Equals(each, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The options of a page.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public static PdfOptions Of(string name) => name switch
    {
        "letter" => PdfOptions.Letter,
        "a5" => PdfOptions.A5,
        "ereader" => PdfOptions.EReader,
        "booklet" => PdfOptions.Booklet,
        _ => PdfOptions.A4,
    };
}
