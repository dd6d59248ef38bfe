using FeedBook.Epub;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FeedBook.PackageTests.Recipes;

internal static class StreamingSite
{
    public static void Map(WebApplication app)
    {
        // recipe: ASP.NET Core: a book streamed to the browser
        app.MapGet("/today.epub", async (BookBuilder books, HttpContext context) => // builder.Services.AddFeedBook();
        {
            await using Book book = await books.AddFeed(new Uri("https://example.org/world.xml")).BuildAsync(null, context.RequestAborted);
            context.Response.ContentType = "application/epub+zip";
            await new EpubWriter().WriteAsync(book, context.Response.Body, context.RequestAborted);
        });
        // end
    }
}
