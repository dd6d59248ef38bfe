using System.Text;
using FeedBook.Fetching;
using FeedBook.Tests.Media;

namespace Stranger.Recipes;

/// <summary>The network that the recipes are run on: each feed has two items with a picture.</summary>
internal sealed class RecipeNetwork : IResourceLoader
{
    public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default)
    {
        bool picture = request.Kind == ResourceKind.Image;
        byte[] body = picture ? SamplePictures.Png(640, 480) : Encoding.UTF8.GetBytes(Feed(request.Address));
        return Task.FromResult(new Resource(request.Address, new MemoryStream(body))
        {
            MediaType = picture ? "image/png" : "application/rss+xml",
        });
    }

    private static string Feed(Uri address) =>
        $"""
        <rss version="2.0"><channel><title>Feed {address.AbsolutePath}</title>
        {Item(1)}{Item(2)}
        </channel></rss>
        """;

    private static string Item(int number) =>
        $"""
        <item><guid>{number}</guid><title>Story {number}</title><pubDate>Mon, 0{number + 1} Nov 2026 08:00:00 GMT</pubDate>
        <description><![CDATA[<p>Words of story {number}.</p><p><img src="/picture-{number}.png" width="640" height="480" title="What the picture shows."></p><div class="related">See also</div>]]></description></item>
        """;
}
