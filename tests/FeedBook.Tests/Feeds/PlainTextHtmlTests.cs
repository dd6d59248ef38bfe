using FeedBook.Feeds;

namespace FeedBook.Tests.Feeds;

public sealed class PlainTextHtmlTests
{
    [Theory]
    [InlineData("One line only", "One line only")]
    [InlineData("Doors at six.\nMusic at seven.", "<p>Doors at six.<br>Music at seven.</p>")]
    [InlineData("Doors at six.\r\n\r\nMusic at seven.", "<p>Doors at six.</p><p>Music at seven.</p>")]
    [InlineData("\n\n a \n\n\n b \n", "<p>a</p><p>b</p>")]
    [InlineData("First of the two\n    and the second that the file indents",
        "<p>First of the two and the second that the file indents</p>")]
    [InlineData(
        "The ferry is old and the ferryman is older,\nand both of them will cross the water once\nmore for us before the winter\ncomes.",
        "<p>The ferry is old and the ferryman is older,<br>and both of them will cross the water once<br>more for us before the "
            + "winter<br>comes.</p>")]
    [InlineData(
        "The ferry is old and the ferryman is older,\nand both of them will cross the water once\nmore for us before the winter.",
        "<p>The ferry is old and the ferryman is older, and both of them will cross the water once more for us before the winter.</p>")]
    [InlineData("The ferry\nis old and the ferryman\nolder,\nand both",
        "<p>The ferry<br>is old and the ferryman<br>older,<br>and both</p>")]
    [InlineData("- rope\n- nails\n- tar", "<p>- rope<br>- nails<br>- tar</p>")]
    public void Lines_stay_lines_unless_a_width_broke_them(string text, string html) => Assert.Equal(html, PlainTextHtml.Lines(text));

    [Theory]
    [InlineData("<content type=\"text\">a &lt;b&gt; &amp; c\nd</content>", "<p>a &lt;b&gt; &amp; c<br>d</p>")]
    [InlineData("<content type=\"text/plain\">a\nd</content>", "<p>a<br>d</p>")]
    [InlineData("<content type=\"text/markdown\"># Head\n\n* one\n* &lt;b&gt;two&lt;/b&gt;</content>",
        "<p># Head</p><p>* one<br>* &lt;b&gt;two&lt;/b&gt;</p>")]
    [InlineData("<content type=\"html\">&lt;p&gt;a\nb&lt;/p&gt;</content>", "<p>a\nb</p>")]
    public async Task Atom_says_what_is_text(string content, string html)
    {
        Feed feed = await FeedFixtures.ReadAsync($"<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>1</id>{content}</entry></feed>");

        Assert.Equal(html, feed.Items[0].ContentHtml);
    }

    [Theory]
    [InlineData("<itunes:summary>One half.\n\nThe other.</itunes:summary>", "<p>One half.</p><p>The other.</p>")]
    [InlineData("<media:description>One.\nTwo.</media:description>", "<p>One.<br>Two.</p>")]
    [InlineData("<description>Fish &amp;amp; chips\nand tea</description>", "<p>Fish &amp; chips<br>and tea</p>")]
    [InlineData("<description>&lt;b&gt;One&lt;/b&gt;\ntwo</description>", "<b>One</b>\ntwo")]
    public async Task Text_without_tags_keeps_its_lines(string element, string html)
    {
        Feed feed = await FeedFixtures.ReadAsync(
            "<rss version=\"2.0\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" "
                + "xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><item>"
            + $"<title>t</title>{element}</item></channel></rss>");

        Assert.Equal(html, feed.Items[0].SummaryHtml);
    }
}
