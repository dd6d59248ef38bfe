using FeedBook;
using FeedBook.Fetching;

namespace Stranger.Recipes;

internal static class ItemsInCode
{
    public static async Task RunAsync(IResourceLoader network,
        IEnumerable<(int Number, string Headline, string Html, DateTimeOffset Written)> rows)
    {
        // recipe: From items in code
        IEnumerable<FeedItem> items = rows.Select(row => new FeedItem
        {
            Id = $"note-{row.Number}", // stable: what was read is known by it
            Title = row.Headline,
            ContentHtml = row.Html,
            Published = row.Written,
            BaseAddress = new Uri("https://intranet.example/notes/"), // where relative pictures and links start
        });
        await using Book book = await new BookBuilder(network).Title("Notes").AddItems("This week", items).BuildAsync();
        await book.SaveAsEpubAsync("notes.epub");
        // end
    }
}
