using FeedBook;
using FeedBook.Fetching;
using FeedBook.Pdf;

namespace Stranger.Recipes;

internal static class Booklet
{
    public static async Task RunAsync(IResourceLoader network)
    {
        // recipe: A booklet to print, fold and staple
        await using Book book = await new BookBuilder(network)
            .AddFeed(new Uri("https://example.org/world.xml"),
                new() { NotBefore = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero) })
            .With(o => o with { Figures = new() { NumberFigures = true }, Images = ImageOptions.Print })
            .BuildAsync();
        await book.SaveAsPdfAsync("booklet.pdf", PdfOptions.Booklet with { FontSize = 9, HasListOfFigures = true });
        // end
    }
}
