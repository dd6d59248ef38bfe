using System.Text;
using FeedBook.Feeds;

namespace FeedBook.Tests.Feeds;

/// <summary>What is wrong with one value of a JSON feed costs that value and nothing else.</summary>
public sealed class JsonToleranceTests
{
    [Theory]
    [InlineData(@"a\ud83dz", "a\uFFFDz")]
    [InlineData(@"a\ude00z", "a\uFFFDz")]
    [InlineData(@"a\uD83Dz", "a\uFFFDz")]
    [InlineData(@"a\ud83d\ud83d\ude00z", "a\uFFFD😀z")]
    [InlineData(@"a\ude00\ud83dz", "a\uFFFD\uFFFDz")]
    [InlineData(@"a\ud83d\ude00z", "a😀z")]
    [InlineData(@"a\\ud83dz", @"a\ud83dz")]
    [InlineData(@"a\\\ud83dz", @"a\?z")]
    public async Task Half_a_letter_is_replaced_and_told(string written, string text)
    {
        Feed feed =
            await FeedFixtures.ReadAsync("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"content_text\":\""
            + written + "\"}]}");

        text = text.Replace('?', '\uFFFD');
        Assert.Equal(text, feed.Items[0].ContentHtml);
        Assert.Equal(text.Contains('\uFFFD', StringComparison.Ordinal), feed.Diagnostics.Any(d => d.Id == DiagnosticIds.EncodingMended));
    }

    [Fact]
    public async Task A_name_with_half_a_letter_costs_itself_alone()
    {
        Feed feed =
            await FeedFixtures.ReadAsync(
            """{"version":"https://jsonfeed.org/version/1","\udc00":1,"items":[{"id":"1","\ud800":{},"title":"Bell"}]}""");

        Assert.Equal("Bell", feed.Items[0].Title);
    }

    [Theory]
    [InlineData("""{"id":"1","title":"Bell","title":null}""")]
    [InlineData("""{"id":"1","title":{"x":1},"title":"Bell"}""")]
    [InlineData("""{"id":"1","title":["Bell","Book"]}""")]
    [InlineData(
        """{"id":"1","title":"Bell","tags":"x","attachments":{"url":"y"},"authors":7,"date_published":[],"image":{},"_x":[[[]]]}""")]
    public async Task What_is_written_twice_or_oddly_is_read_where_it_can_be(string item)
    {
        Feed feed = await FeedFixtures.ReadAsync("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[" + item + "]}");

        Assert.Equal("Bell", feed.Items.Single().Title);
    }

    [Fact]
    public async Task Items_in_two_lists_are_all_read()
    {
        Feed feed =
            await FeedFixtures.ReadAsync(
            """{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"a"}],"items":[{"id":"2","title":"b"}]}""");

        Assert.Equal(["a", "b"], feed.Items.Select(i => i.Title));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task What_nests_too_deep_costs_itself_alone(string open, string close)
    {
        var deep = new StringBuilder();
        deep.Insert(0, open, 3000).Append("\"]}\"");
        string extension = deep + string.Concat(Enumerable.Repeat(close, 3000));

        Feed feed = await FeedFixtures.ReadAsync(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"_x\":" + extension + ",\"items\":[{\"_y\":" + extension
                + ",\"id\":\"1\",\"title\":\"Bell\"},{\"id\":\"2\"}]}");

        Assert.Equal(["1", "2"], feed.Items.Select(i => i.Id));
        Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.FeedTooDeep);
        Assert.DoesNotContain(feed.Diagnostics, d => d.Id == DiagnosticIds.FeedCut);
    }

    [Fact]
    public async Task Text_beside_blank_HTML_is_read()
    {
        Feed feed =
            await FeedFixtures.ReadAsync(
            """{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_html":"<p>&#160;</p>","content_text":"a & b"}]}""");

        Assert.EndsWith("a &amp; b", feed.Items[0].ContentHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"title\":\"a\\ud\u0015\u001583d b\"", "a� b")]
    [InlineData("\"title\":\"a\\u\u0001d83d b\"", "a� b")]
    [InlineData("\"title\":\"a\\udc\u000000 b\"", "a� b")]
    [InlineData("\"title\":\"a\\ud8\u00023d\\ude\u000200 b\"", "a😀 b")]
    [InlineData("\"ti\\ud\u000183dtle\":\"x\",\"title\":\"a b\"", "a b")]
    [InlineData("\"\\udc\u000100\":\"x\",\"title\":\"a b\"", "a b")]
    public async Task Control_characters_within_the_escape_of_half_a_letter_cost_that_letter_alone(string title, string read)
    {
        Feed feed = await FeedFixtures.ReadAsync(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\"," + title
                + "},{\"id\":\"2\",\"title\":\"Bell\"}]}");

        Assert.Equal(["1", "2"], feed.Items.Select(item => item.Id));
        Assert.Equal(read, feed.Items[0].Title);
        Assert.NotEmpty(feed.Diagnostics);
    }

    [SeededProperty(500)]
    public void Mending_halves_leaves_valid_text_alone(string? text)
    {
        byte[] bytes =
            Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(new string([.. (text ?? "").Where(c => !char.IsSurrogate(c))])
            + "😀"));

        Assert.Equal(bytes, JsonSurrogates.Mend(bytes, new FeedBook.Feeds.Markup.FeedNotes()).ToArray());
    }
}
