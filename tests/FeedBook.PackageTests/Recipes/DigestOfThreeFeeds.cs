using FeedBook;
using FeedBook.Fetching;
using FeedBook.Pdf;

namespace Stranger.Recipes;

internal static class DigestOfThreeFeeds
{
    public static async Task RunAsync(IResourceLoader network)
    {
        // recipe: A digest from three feeds
        await using Book book = await new BookBuilder(network)
            .Title("Morning paper")
            .AddFeed(new Uri("https://example.org/world.xml"), new() { Section = "World", MaxItems = 10 })
            .AddFeed(new Uri("https://example.org/science.xml"), new() { Section = "Science", Remove = [".related"] })
            .AddFeed(new Uri("https://example.com/comic.xml"), new() { Figures = new() { UseTitleAsCaption = true } })
            .With(o => o with { Order = ChapterOrder.NewestFirst, Language = "en" })
            .BuildAsync();
        await book.SaveAsEpubAsync("morning.epub");
        await book.SaveAsPdfAsync("morning.pdf", PdfOptions.A4);
        foreach (Diagnostic diagnostic in book.Diagnostics)
        {
            Console.WriteLine(diagnostic);
        }
        // end
    }
}
