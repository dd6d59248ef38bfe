using FeedBook.Content;
using FeedBook.Html;

namespace FeedBook.Tests.Html.Pruning;

/// <summary>Lines that a feed puts at the end of every item: repetition, place and links decide, not the words.</summary>
public sealed class FeedTailsTests
{
    private const string Tail = "<p>Mehr davon gibt es bei <a href='https://blatt.example/'>Das Blatt</a>, täglich.</p>";

    [Fact]
    public void A_line_that_ends_every_item_and_leads_to_the_site_goes_and_is_told()
    {
        FeedItem[] items = [.. Enumerable.Range(1, 4).Select(number => Item(number, $"<p>Text {number}.</p>{Tail}"))];

        Article article = Read(items, 2);

        Assert.Equal("Text 3.", ContentText.Of(article));
        Diagnostic told = Assert.Single(article.Diagnostics, one => one.Id == DiagnosticIds.Promotion);
        Assert.Contains("Mehr davon gibt es bei Das Blatt, täglich.", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_may_lead_anywhere_on_the_items_site_where_the_feed_repeats_it()
    {
        FeedItem[] items =
            [.. Enumerable.Range(1, 3).Select(number =>
            Item(number, $"<p>Text {number}.</p><div>Zum <a href='/brief/{number}'>Rundbrief</a></div>"))];

        Assert.Equal("Text 1.", ContentText.Of(Read(items, 0)));
    }

    [Theory]
    [InlineData("<p>A line that <a href='https://elsewhere.example/page/7'>leads elsewhere</a>.</p>")]
    [InlineData("<p>Yours, the keeper of the light.</p>")]
    public void A_line_that_leads_nowhere_near_the_site_stays_however_often_it_comes(string line)
    {
        FeedItem[] items = [.. Enumerable.Range(1, 5).Select(number => Item(number, $"<p>Text {number}.</p>{line}"))];

        Assert.Equal(2, Read(items, 1).Blocks.Length);
    }

    [Fact]
    public void Two_items_of_the_same_end_are_no_habit_and_neither_are_three_of_many()
    {
        FeedItem[] two = [.. Enumerable.Range(1, 2).Select(number => Item(number, $"<p>Text {number}.</p>{Tail}"))];
        FeedItem[] many = [.. Enumerable.Range(1, 9).Select(number => Item(number, $"<p>Text {number}.</p>{(number <= 3 ? Tail : "")}"))];

        Assert.Equal(2, Read(two, 0).Blocks.Length);
        Assert.Equal(2, Read(many, 0).Blocks.Length);
    }

    [Fact]
    public void The_line_stays_where_the_article_goes_on_after_it_and_where_the_options_say_so()
    {
        FeedItem[] items = [.. Enumerable.Range(1, 4).Select(number => Item(number, $"<p>Text {number}.</p>{Tail}"))];
        CaptionHabits habits = CaptionHabits.Learn(items);
        FeedItem other = Item(9, $"{Tail}<p>And then the text.</p>");

        Assert.Equal(2, new ArticleReader().Read(other, habits).Blocks.Length);
        Assert.Equal(2, new ArticleReader(new ArticleOptions { RemovePromotions = false }).Read(items[0], habits).Blocks.Length);
    }

    [Fact]
    public void A_known_sentence_needs_no_links_where_the_feed_repeats_it()
    {
        FeedItem[] items = [.. Enumerable.Range(1, 3).Select(number => Item(number, $"<p>Text {number}.</p><p>获取更多 RSS</p>"))];

        Assert.Equal("Text 2.", ContentText.Of(Read(items, 1)));
        Assert.Equal(2, new ArticleReader().Read(items[1]).Blocks.Length);
    }

    private static Article Read(FeedItem[] items, int index) => new ArticleReader().Read(items[index], CaptionHabits.Learn(items));

    private static FeedItem Item(int number, string html) => new()
    {
        Id = $"i{number}", Title = $"Item {number}", ContentHtml = html, Address = new Uri($"https://blatt.example/{number}"),
    };
}
