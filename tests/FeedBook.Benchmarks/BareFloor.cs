using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace FeedBook.Benchmarks;

/// <summary>
/// What no book of a feed can cost less than: the feed and its pictures fetched by <see cref="HttpClient"/> and stored by
/// <see cref="ZipArchive"/>, and nothing else. As many requests at once as FeedBook makes, the text deflated, the pictures stored.
/// </summary>
internal static partial class BareFloor
{
    public static async Task<int> RunAsync(Uri feed, string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = FetchOptions.Default.MaxConcurrencyPerHost });
        string text = await client.GetStringAsync(feed);
        Uri[] pictures = [.. Picture().Matches(text).Select(match => new Uri(feed, match.Groups[1].Value)).Distinct()];

        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
        await using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        await using (var writer = new StreamWriter(await zip.CreateEntry("feed.xml", CompressionLevel.Optimal).OpenAsync()))
        {
            await writer.WriteAsync(text);
        }

        // A few at a time: all of a thousand items' pictures would not fit into the memory that is compared.
        int number = 0;
        foreach (Uri[] some in pictures.Chunk(32))
        {
            byte[][] bodies = await Task.WhenAll(some.Select(picture => client.GetByteArrayAsync(picture)));
            foreach (byte[] body in bodies)
            {
                await using Stream entry =
                    await zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"{number++}.jpg"), CompressionLevel.NoCompression)
                    .OpenAsync();
                await entry.WriteAsync(body);
            }
        }

        Console.WriteLine($"{pictures.Length} pictures");
        return 0;
    }

    [GeneratedRegex("""<img[^>]*?src=(?:"|&quot;|&#34;)(http[^"&]+)""")]
    private static partial Regex Picture();
}
