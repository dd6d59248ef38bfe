using FeedBook.Feeds;
using FeedBook.Text;

namespace FeedBook.Tests.Feeds;

public sealed class EncodingTests
{
    [Theory]
    [InlineData("utf-8", "utf-8", "grün 漢字 🙂")]
    [InlineData("iso-8859-1", "windows-1252", "grün “quoted” €")]
    [InlineData("windows-1251", "windows-1251", "Привет")]
    [InlineData("koi8-r", "koi8-r", "Привет")]
    [InlineData("gb2312", "gb18030", "漢字 简体 㐀")]
    [InlineData("big5", "big5", "漢字")]
    [InlineData("Shift_JIS", "shift_jis", "漢字かな")]
    [InlineData("euc-jp", "euc-jp", "漢字かな")]
    [InlineData("iso-2022-jp", "iso-2022-jp", "漢字かな")]
    [InlineData("euc-kr", "euc-kr", "한국어")]
    [InlineData("iso-8859-9", "windows-1254", "ığş")]
    [InlineData("iso-8859-2", "iso-8859-2", "žluť")]
    [InlineData("TIS-620", "windows-874", "ไทย")]
    public async Task A_declared_encoding_is_followed(string label, string name, string title)
    {
        byte[] bytes = Encode(name, $"<?xml version=\"1.0\" encoding=\"{label}\"?>" + FeedFixtures.RssItem($"<title>{title}</title>"));

        Feed feed = await FeedFixtures.ReadAsync(bytes);

        Assert.Equal((name, title), (feed.Encoding, feed.Items[0].Title));
    }

    [Theory]
    [InlineData("utf-16le", true)]
    [InlineData("utf-16le", false)]
    [InlineData("utf-16be", true)]
    [InlineData("utf-16be", false)]
    [InlineData("utf-32le", true)]
    [InlineData("utf-32le", false)]
    [InlineData("utf-32be", true)]
    [InlineData("utf-32be", false)]
    [InlineData("utf-8", true)]
    public async Task A_mark_or_the_first_bytes_tell_the_wide_encodings(string name, bool mark)
    {
        byte[] bytes =
            Encode(name, (mark ? "\uFEFF" : "") + "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>"
            + FeedFixtures.RssItem("<title>grün 漢字</title>"));

        Feed feed = await FeedFixtures.ReadAsync(bytes);

        Assert.Equal((name, "grün 漢字"), (feed.Encoding, feed.Items[0].Title));
    }

    [Fact]
    public async Task The_transports_charset_goes_first_and_an_unknown_one_is_passed_over()
    {
        byte[] bytes =
            Encode("windows-1251", "<?xml version=\"1.0\" encoding=\"koi8-r\"?>" + FeedFixtures.RssItem("<title>Привет</title>"));

        Feed known = await FeedFixtures.ReadAsync(bytes, null, new FeedReaderOptions { Charset = "cp1251" });
        Feed unknown = await FeedFixtures.ReadAsync(bytes, null, new FeedReaderOptions { Charset = "x-nobody" });

        Assert.Equal(("Привет", "windows-1251"), (known.Items[0].Title, known.Encoding));
        Assert.Equal("koi8-r", unknown.Encoding);
        Assert.Contains(unknown.Diagnostics, d => d.Id == DiagnosticIds.EncodingMended);
    }

    [Fact]
    public async Task Latin_text_that_says_nothing_or_says_utf8_is_read_as_windows_1252()
    {
        foreach (string declaration in (string[])["", "<?xml version=\"1.0\" encoding=\"utf-8\"?>"])
        {
            Feed feed = await FeedFixtures.ReadAsync(Encode("windows-1252", declaration + FeedFixtures.RssItem("<title>déjà vu</title>")));

            Assert.Equal(("windows-1252", "déjà vu"), (feed.Encoding, feed.Items[0].Title));
        }
    }

    [Fact]
    public async Task Utf8_that_says_it_is_latin_is_utf8()
    {
        Feed feed =
            await FeedFixtures.ReadAsync(Encode("utf-8", "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>"
            + FeedFixtures.RssItem("<title>déjà été là</title>")));

        Assert.Equal(("utf-8", "déjà été là"), (feed.Encoding, feed.Items[0].Title));
        Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.EncodingMended);
    }

    [Fact]
    public async Task Bad_bytes_are_replaced_and_never_fatal()
    {
        byte[] bytes =
            [.. Encode("utf-8", "<rss><channel><item><title>grün ünd gut "), 0xFF, .. Encode("utf-8", "</title></item></channel></rss>")];

        Feed feed = await FeedFixtures.ReadAsync(bytes);

        Assert.Equal("grün ünd gut \uFFFD", feed.Items[0].Title);
        Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.EncodingMended);
    }

    [Fact]
    public async Task Controls_of_latin_1_are_the_quotation_marks_they_were_meant_to_be()
    {
        Assert.Equal("“so”–so", (await FeedFixtures.ItemAsync("<title>&#147;so&#148;\u0096so</title>")).Title);
    }

    [SeededProperty(1000)]
    public void Any_bytes_have_a_text(byte[]? bytes, byte label)
    {
        string[] labels = ["utf-8", "gb2312", "shift_jis", "euc-jp", "euc-kr", "big5", "utf-16", "koi8-r", "nothing", "iso-2022-jp"];

        Assert.NotNull(TextDecoding.Decode(bytes ?? [], labels[label % labels.Length], out _));
    }

    private static byte[] Encode(string canonical, string text) => EncodingLabels.Decoder(canonical).GetBytes(text);
}
