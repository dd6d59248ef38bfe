using FeedBook.Epub;
using FeedBook.Pdf;

namespace FeedBook.Sample;

/// <summary>The formats the app writes, told by the file's extension.</summary>
internal static class BookFormats
{
    private static readonly IBookWriter[] Writers = [new EpubWriter(), new PdfWriter()];

    public static IEnumerable<string> Extensions => Writers.Select(writer => writer.FileExtension);

    public static IBookWriter? Find(string path) =>
        Array.Find(Writers, writer => string.Equals(writer.FileExtension, Path.GetExtension(path), StringComparison.OrdinalIgnoreCase));
}
