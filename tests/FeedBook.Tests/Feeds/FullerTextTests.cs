using FeedBook.Feeds;

namespace FeedBook.Tests.Feeds;

public sealed class FullerTextTests
{
    private const string Long =
        "The weir was built in the year of the flood, and the miller who paid for it never saw it hold. "
        + "His daughter did, and she kept a book of every spring in which the water stood above the third stone.";

    [Theory]
    [InlineData(FeedText.Auto, "content")]
    [InlineData(FeedText.Content, "content")]
    [InlineData(FeedText.Summary, "summary")]
    public void The_text_asked_for(FeedText choice, string html) => Assert.Equal(html, Choose("content", "summary", choice));

    [Fact]
    public void Where_one_text_is_missing_the_other_is_taken()
    {
        Assert.Equal("s", Choose(null, "s", FeedText.Content));
        Assert.Equal("c", Choose("c", null, FeedText.Summary));
        Assert.Equal("s", Choose("<p> </p>", "s", FeedText.Content));
        Assert.Equal("c", Choose("c", "<br/>", FeedText.Summary));
        Assert.Null(Choose(null, null, FeedText.Auto));
    }

    [Theory]
    [InlineData("<p>&nbsp;</p>")]
    [InlineData("<!-- block --><div class=\"x\"></div>")]
    [InlineData("<script>track('a word')</script>")]
    [InlineData("null")]
    [InlineData("<p><a href=\"https://weir.example/1\">Read on</a></p>")]
    [InlineData("<p><a href=\"https://weir.example/1\">続きを読む</a></p>")]
    [InlineData("<p>The weir was built in the year of the flood, and the miller who paid for it never […]</p>")]
    [InlineData("<p>The weir was built in the year of the flood, and the miller who paid &hellip; <a href=\"/1\">Continue</a></p>")]
    public void A_text_without_words_of_its_own_gives_way(string content) => Assert.Equal(Long, Choose(content, Long));

    [Theory]
    [InlineData("<p><img src=\"weir.jpg\"></p>", "weir.jpg")]
    [InlineData("<iframe src=\"https://films.example/weir\"></iframe>", "films.example/weir")]
    [InlineData("<p>The weir was built in the year of the flood […]</p><img src='weir.jpg'>", "weir.jpg")]
    public void Its_pictures_and_films_come_along(string content, string kept)
    {
        string chosen = Choose(content, Long)!;

        Assert.Contains(kept, chosen, StringComparison.Ordinal);
        Assert.EndsWith($"<div>{Long}</div>", chosen, StringComparison.Ordinal);
        Assert.True(chosen.IndexOf(kept, StringComparison.Ordinal) < chosen.IndexOf(Long, StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_that_the_summary_shows_too_is_not_shown_twice() =>
        Assert.Equal("<img src=\"weir.jpg\">" + Long, Choose("<img src=\"weir.jpg\" width=\"9\">", "<img src=\"weir.jpg\">" + Long));

    [Fact]
    public void Of_two_texts_that_differ_no_word_is_lost_where_one_is_only_a_note()
    {
        Assert.Equal($"<div>{Long}</div><div><p>The full story is on our site.</p></div>",
            Choose("<p>The full story is on our site.</p>", Long));
        Assert.Equal($"<div><img src=\"a.jpg\"><p>A stone by the water</p></div><div>{Long}</div>",
            Choose("<img src=\"a.jpg\"><p>A stone by the water</p>", Long));
    }

    [Fact]
    public void A_full_text_stays_whatever_the_summary_says()
    {
        string full = $"<p>{Long}</p><p>{Long}</p>";

        Assert.Equal(full, Choose(full, Long));
        Assert.Equal(full, Choose(full, Long[..80] + "…"));
        Assert.Equal(full, Choose(full, Long.Replace("weir", "dam", StringComparison.Ordinal)));
    }

    [Fact]
    public void Link_words_that_are_left_out_are_told()
    {
        FullerText text =
            FullerText.Of(new FeedItem { Id = "x", ContentHtml = "<a href='/1'>Read on</a>", SummaryHtml = Long }, FeedText.Auto);

        Assert.Equal((Long, "Read on"), (text.Html, text.LeftOut));
    }

    private static string? Choose(string? content, string? summary, FeedText choice = FeedText.Auto) =>
        FullerText.Of(new FeedItem { Id = "x", ContentHtml = content, SummaryHtml = summary }, choice).Html;
}
