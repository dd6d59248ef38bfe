using System.Globalization;
using System.Text;
using FeedBook.Feeds;

namespace FeedBook.Tests.Feeds;

/// <summary>
/// Real shapes, cut, flipped, doubled and nested at random: never another exception than the documented one, never a hang, every text XML
/// can hold.
/// <c>FEEDBOOK_MUTATIONS</c> sets the number of runs of the long test; without it the short ones run alone.
/// </summary>
public sealed class MutationTests
{
    private static readonly string[] Splices =
        ["<item>", "</item>", "<![CDATA[", "]]>", "<!--", "-->", "&", "&amp;", "<", ">", "\"", "'", "</", "<entry>", "<title>",
        "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "\0", "\u00FC", "<rss>", "<div>", "]", "{", "}", "\\u00", "<?xml", "xmlns=\"\"",
        "------", "[", "]("];

    [SeededProperty(3000)]
    public void A_mutated_feed_is_read_or_refused(int seed) => Check(seed);

    [Fact]
    public void Many_mutated_feeds_are_read_or_refused()
    {
        int runs = int.Parse(Environment.GetEnvironmentVariable("FEEDBOOK_MUTATIONS") ?? "2000", CultureInfo.InvariantCulture);
        Parallel.For(0, runs, Check);
    }

    private static void Check(int seed)
    {
        var random = new Random(seed);
        byte[] bytes = Mutate(FeedFixtures.All[random.Next(FeedFixtures.All.Count)], random);
        var options =
            new FeedReaderOptions { MaxItems = random.Next(1, 50), MaxDepth = random.Next(8, 100), MendDoubleEncoding = random.Next(2) == 0,
            Charset = random.Next(8) == 0 ? "gb2312" : null };
        try
        {
            // Reading from memory never waits.
            FeedDocument document = FeedReader.ReadDocumentAsync(new MemoryStream(bytes), new Uri("https://base.example/feed"), options)
                .GetAwaiter().GetResult();
            Assert.True(document.Feed is not null || document.Subscriptions is not null);
            foreach (FeedItem item in document.Feed?.Items ?? [])
            {
                Assert.NotEmpty(item.Id);
                Assert.True(item.Address is null || item.Address.Scheme is "http" or "https");
                System.Xml.XmlConvert.VerifyXmlChars(string.Concat(item.Title, item.ContentHtml, item.SummaryHtml));
            }
        }
        catch (FeedBookException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }

    private static byte[] Mutate(string text, Random random)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int i = random.Next(1, 6); i > 0 && bytes.Length > 1; i--)
        {
            int a = random.Next(bytes.Length), b = random.Next(a, bytes.Length);
            switch (random.Next(6))
            {
                case 0: bytes = bytes[..a]; break;
                case 1: bytes[a] = (byte)random.Next(256); break;
                case 2: bytes = [.. bytes[..b], .. bytes[a..]]; break;
                case 3: bytes = [.. bytes[..a], .. bytes[b..]]; break;
                case 4: bytes = [.. bytes[..a], .. bytes, .. bytes[a..]]; break;
                default: bytes = [.. bytes[..a], .. Encoding.UTF8.GetBytes(Splices[random.Next(Splices.Length)]), .. bytes[a..]]; break;
            }
        }

        return bytes;
    }
}
