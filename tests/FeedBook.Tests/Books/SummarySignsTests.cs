using FeedBook.Books;

namespace FeedBook.Tests.Books;

public sealed class SummarySignsTests
{
    private static string Words(int letters) => string.Concat(Enumerable.Repeat("the harbour was closed again. ", (letters / 24) + 1));

    private static FeedItem Item(int number, string html) =>
        new() { Id = $"{number}", Address = new Uri($"https://site.example/story/{number}"), ContentHtml = html };

    private static bool[] Of(params string[] texts) => [.. SummarySigns.Of([.. texts.Select((html, i) => Item(i + 1, html))])];

    [Theory]
    [InlineData("", true)]
    [InlineData("<p>A word of it.</p>", true)]
    public void A_short_text_is_worth_asking(string html, bool asks) => Assert.Equal([asks], Of(html));

    [Theory]
    [InlineData("…")]
    [InlineData(" [...]</p>")]
    [InlineData(" [&hellip;]")]
    [InlineData("... <a href='https://site.example/story/1'>Weiterlesen</a>")]
    [InlineData("<p><a class=\"more\" href=\"/story/1/\">続きを読む</a></p>")]
    [InlineData("… <a href='https://elsewhere.example/'>read on</a>")]
    public void A_text_that_breaks_off_or_ends_with_a_link_to_itself_is_worth_asking(string end) =>
        Assert.Equal([true], Of("<p>" + Words(1500) + end));

    [Theory]
    [InlineData("</p>")]
    [InlineData("</p><p>See <a href='https://elsewhere.example/map'>the map</a></p>")]
    [InlineData("</p><p><a href='/story/1'>Here</a> it began, and there it ended, long after midnight.</p>")]
    [InlineData(" Well… he said, and went home before the rain came, without a word to anybody.</p>")]
    public void A_text_that_ends_is_whole(string end) => Assert.Equal([false], Of("<p>" + Words(1500) + end));

    [Fact]
    public void A_long_text_is_whole_whatever_it_ends_with() => Assert.Equal([false], Of("<p>" + Words(5000) + "…</p>"));

    [Fact]
    public void A_feed_that_cuts_most_of_its_items_cuts_them_all()
    {
        string cut = "<p>" + Words(1500) + "…</p>", whole = "<p>" + Words(1700) + "</p>";

        Assert.Equal([true, true, true, true], Of(cut, cut, whole, cut));
        Assert.Equal([false, true, false, false], Of(whole, cut, whole, "<p>" + Words(2500) + "</p>"));
    }

    [Fact]
    public void A_feed_whose_texts_all_end_at_one_length_cuts_them_there()
    {
        string[] equal = [.. Enumerable.Range(0, 6).Select(_ => "<p>" + Words(1200) + "</p>")];
        string[] unlike = [.. Enumerable.Range(0, 6).Select(i => "<p>" + Words(900 + (i * 350)) + "</p>")];

        Assert.DoesNotContain(false, Of(equal));
        Assert.DoesNotContain(true, Of(unlike));
    }
}
