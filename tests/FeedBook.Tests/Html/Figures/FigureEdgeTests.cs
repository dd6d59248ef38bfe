using FeedBook.Content;
using FeedBook.Html;

namespace FeedBook.Tests.Html.Figures;

/// <summary>Captions that hang on one place of the rules each.</summary>
public sealed class FigureEdgeTests
{
    private const string Text = "<p>Before the storm nobody in the town spoke of it, and the boats were out.</p>";

    [Theory]
    [InlineData(
        "<figure><img src=a.jpg><figcaption>Boats wait. Photo: A. Name <b class=credit>Photo: A. Name</b></figcaption></figure>")]
    [InlineData("<figure><img src=a.jpg><figcaption>Boats wait. © A. Name<cite class=copyright>© A. Name</cite></figcaption></figure>")]
    public void A_credit_that_stands_twice_is_printed_once_and_told(string html)
    {
        Article article = Read(html);

        Figure figure = Assert.Single(ContentWalker.Figures(article));
        Assert.Equal("Boats wait.", ContentText.Of(figure.Caption));
        Assert.EndsWith("A. Name", ContentText.Of(figure.Credit), StringComparison.Ordinal);
        Assert.Contains(article.Diagnostics, one => one.Message.StartsWith("A credit that stands twice", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<div class=image><img src=a.jpg><p class=caption>Boats wait in the harbour <span class=counter>3 of 12</span></p></div>")]
    [InlineData("<div class=photo><img src=a.jpg><div class=bildunterschrift>Boats wait in the harbour <i class=zoom>Zoom</i></div></div>")]
    public void A_control_in_a_marked_caption_is_no_part_of_it(string html) =>
        Assert.Equal("Boats wait in the harbour", Caption(html));

    [Theory]
    [InlineData("<div data-caption='Boats wait in the harbour'><img src=a.jpg></div>")]
    [InlineData("<a href=big.jpg data-caption='Boats wait in the harbour'><img src=a.jpg></a>")]
    [InlineData("<p><a href=big.jpg data-caption='Boats wait in the harbour'><img src=a.jpg></a></p>")]
    [InlineData("<img src=a.jpg data-caption='Boats wait in the harbour'>")]
    public void A_caption_in_an_attribute_of_what_stands_around(string html) => Assert.Equal("Boats wait in the harbour", Caption(html));

    [Fact]
    public void An_alternative_text_that_a_long_paragraph_begins_with_makes_it_no_caption()
    {
        Article article = Read("<p><img src=a.jpg alt='The old harbour'></p><p>The old harbour of the town froze in the first week of "
            + "March, and nobody could remember that it had ever done so before.</p>" + Text);

        Assert.DoesNotContain(ContentWalker.Figures(article), figure => !figure.Caption.IsEmpty);
    }

    [Theory]
    [InlineData("image 3 of 12")]
    [InlineData("查看大图")]
    [InlineData("点击查看大图")]
    [InlineData("Advertisement")]
    public void The_page_s_own_words_below_an_image_are_no_caption(string words)
    {
        Article article = Read($"<p><img src=a.jpg><br><em>{words}</em></p>");

        Assert.DoesNotContain(ContentWalker.Figures(article), figure => !figure.Caption.IsEmpty);
        Assert.Contains(words, ContentText.Of(article) + string.Concat(article.Diagnostics.Select(one => one.Message)),
            StringComparison.Ordinal);
    }

    private static string Caption(string html) => ContentText.Of(Assert.Single(ContentWalker.Figures(Read(html))).Caption);

    private static Article Read(string html) => new ArticleReader().Read(Text + html + Text, new Uri("https://news.example/story/"));
}
