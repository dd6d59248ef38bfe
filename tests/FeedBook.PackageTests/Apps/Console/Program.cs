// A stranger's program: a feed from a file, both formats, and what the packages bring along.
using FeedBook;
using FeedBook.Epub;
using FeedBook.Imaging;
using FeedBook.Pdf;

await using Book book = await new BookBuilder()
    .With(o => o with { Images = ImageOptions.EInk, ImageProcessor = new VipsImageProcessor() })
    .AddFile("feed.json")
    .BuildAsync();
IReadOnlyList<Diagnostic> epub = await book.SaveAsEpubAsync("book.kepub.epub", EpubOptions.Kobo);
IReadOnlyList<Diagnostic> pdf = await book.SaveAsPdfAsync("book.pdf", PdfOptions.A5);
Console.WriteLine($"{book.Chapters.Count()} chapters");
foreach (Diagnostic diagnostic in (IEnumerable<Diagnostic>)[.. book.Diagnostics, .. epub, .. pdf])
{
    Console.WriteLine(diagnostic);
}
