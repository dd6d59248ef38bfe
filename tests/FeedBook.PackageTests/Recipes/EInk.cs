using FeedBook;
using FeedBook.Epub;
using FeedBook.Fetching;
using FeedBook.Imaging;

namespace Stranger.Recipes;

internal static class EInk
{
    public static async Task RunAsync(IResourceLoader network)
    {
        // recipe: For an e-reader with a grey screen
        await using Book book = await new BookBuilder(network)
            .AddFeed(new Uri("https://example.org/world.xml"))
            .With(o => o with { Images = ImageOptions.EInk, ImageProcessor = new VipsImageProcessor() })
            .BuildAsync();
        await book.SaveAsEpubAsync("world.kepub.epub", EpubOptions.Kobo); // or EpubOptions.Kindle
        // end
    }
}
