using System.Text;
using FeedBook.Feeds;
using FeedBook.Text;

namespace FeedBook.Tests.Feeds;

/// <summary>What is no text is no page either; what is text in an old encoding is.</summary>
public sealed class BinaryTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_bytes_are_refused(int seed)
    {
        byte[] bytes = new byte[5000];
        new Random(seed).NextBytes(bytes);
        await RefusedAsync(bytes);
        await RefusedAsync([.. "hello "u8, .. bytes]);
        await RefusedAsync(bytes[..80]);
    }

    [Fact]
    public async Task Pictures_archives_and_printed_pages_are_refused()
    {
        await RefusedAsync(
            Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
        await RefusedAsync([0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0, .. "page.html"u8, .. new byte[60]]);
        await RefusedAsync([.. "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n<p>text</p>"u8]);
    }

    [Theory]
    [InlineData("utf-8", "Wörter, 文字と言葉、 слова")]
    [InlineData("windows-1251", "Слова и ещё слова")]
    [InlineData("koi8-r", "Слова и ещё слова")]
    [InlineData("shift_jis", "文字と言葉、漢字かな交じり文")]
    [InlineData("gb18030", "文字和词语")]
    [InlineData("big5", "文字和詞語")]
    [InlineData("euc-kr", "글과 낱말")]
    [InlineData("iso-2022-jp", "文字と言葉、漢字かな交じり文")]
    [InlineData("utf-16le", "Words 文字")]
    public async Task A_page_in_an_old_encoding_is_a_page(string name, string words)
    {
        Encoding encoding = name == "utf-16le" ? Encoding.Unicode : CodePagesEncodingProvider.Instance.GetEncoding(name)
            ?? EncodingLabels.Decoder(name);
        string html =
            $"<html><head><meta charset=\"{name}\"><title>{words}</title></head>"
            + $"<body><p>{string.Concat(Enumerable.Repeat(words + " ", 20))}</p></body></html>";
        using var stream = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(html)]);

        FeedItem item = Assert.Single((await FeedReader.ReadAsync(stream)).Items);

        Assert.Equal(words, item.Title);
    }

    [Fact]
    public async Task A_page_with_some_damage_is_a_page()
    {
        using var stream =
            new MemoryStream(Encoding.UTF8.GetBytes("<html><title>Wo\0rds</title><body>"
            + string.Concat(Enumerable.Repeat("<p>Words\u0001 and more words, and some more of them.</p>", 20))));

        Assert.Single((await FeedReader.ReadAsync(stream)).Items);
    }

    private static async Task RefusedAsync(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        FeedBookException refused = await Assert.ThrowsAsync<FeedBookException>(() => FeedReader.ReadAsync(stream));
        Assert.Equal("The document is neither a feed nor a page: its bytes are no text.",
            refused.Diagnostics.Single(each => each.Id == DiagnosticIds.NoFeed).Message);
    }
}
