using FeedBook;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Stranger.Recipes;

internal static class StreamingSite
{
    public static void Map(WebApplication app)
    {
        // recipe: ASP.NET Core: a book streamed to the browser
        app.MapGet("/today.epub", async (BookBuilder books, HttpContext context) => // builder.Services.AddFeedBook();
        {
            await using Book book = await books.AddFeed("https://example.org/world.xml").BuildAsync(context.RequestAborted);
            context.Response.ContentType = "application/epub+zip";
            await book.SaveAsEpubAsync(context.Response.Body, cancellationToken: context.RequestAborted);
        });
        // end
    }
}
