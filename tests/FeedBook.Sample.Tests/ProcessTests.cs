using System.Text;
using FeedBook.Feeds;

namespace FeedBook.Sample.Tests;

/// <summary>
/// What the library leaves alone in the process of whoever uses it. Here, since another test project's packages register encodings.
/// </summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task The_process_keeps_its_own_encodings()
    {
        byte[] title = [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4];
        byte[] feed =
        [
            .. "<?xml version='1.0' encoding='koi8-r'?><rss><channel><title>"u8, .. title,
            .. "</title><item><title>A</title></item></channel></rss>"u8,
        ];
        Feed read = await FeedReader.ReadAsync(new MemoryStream(feed));

        Assert.Equal("Привет", read.Title);
        Assert.Throws<ArgumentException>(() => Encoding.GetEncoding("koi8-r"));
    }
}
