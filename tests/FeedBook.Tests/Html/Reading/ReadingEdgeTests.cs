using FeedBook.Content;
using FeedBook.Html;

namespace FeedBook.Tests.Html.Reading;

/// <summary>Tables, listings, embeds and places that hang on one place of the rules each.</summary>
public sealed class ReadingEdgeTests
{
    [Theory]
    [InlineData("<table><tr><td>1</td><td>Apples</td></tr><tr><td>2</td><td>Pears</td></tr></table>")]
    [InlineData("<table><tr><th>1</th><td>Äpfel</td></tr><tr><th>2</th><td>Birnen</td></tr><tr><th>3</th><td>Nüsse</td></tr></table>")]
    [InlineData("<table><tr><td>1</td><td><code>x = 1</code></td></tr></table>")]
    [InlineData("<table><tr><td>1</td><td><code>x = 1</code></td></tr><tr><td>3</td><td><code>y = 2</code></td></tr></table>")]
    [InlineData("<table><tr><td>1</td><td>See <code>x</code></td></tr><tr><td>2</td><td>See <code>y</code></td></tr></table>")]
    public void A_table_with_numbered_rows_is_no_listing(string html)
    {
        Article article = Read(html);

        Assert.DoesNotContain(ContentWalker.Blocks(article), block => block is CodeBlock);
        Assert.Contains("1", ContentText.Of(article), StringComparison.Ordinal);
        Assert.DoesNotContain(article.Diagnostics, one => one.Id == DiagnosticIds.LineNumbers);
    }

    [Theory]
    [InlineData("<table><tr><td>1</td><td><code>x = 1</code></td></tr><tr><td>2</td><td><code>y = 2</code></td></tr></table>")]
    [InlineData("<table><tr><td>8</td><td><pre>x = 1</pre></td></tr><tr><td>9</td><td><pre>y = 2</pre></td></tr></table>")]
    [InlineData("<table><tr><td>8</td><td class=code>x = 1</td></tr><tr><td>9</td><td class=code><div>y = 2</div></td></tr></table>")]
    public void Numbered_lines_of_code_in_a_table_are_a_listing(string html)
    {
        Article article = Read(html);

        Assert.Equal("x = 1\ny = 2", Assert.Single(ContentWalker.Blocks(article).OfType<CodeBlock>()).Text);
        Assert.Contains(article.Diagnostics, one => one.Id == DiagnosticIds.LineNumbers);
    }

    [Theory]
    [InlineData("<table><tr><td id=c><p>Words of one.</p><p>Words of two.</p></td></tr></table>")]
    [InlineData("<table id=c><tr><td><p>Words of one.</p><p>Words of two.</p></td></tr></table>")]
    [InlineData("<table><tr id=c><td><p>Words of one.</p><p>Words of two.</p></td></tr></table>")]
    [InlineData("<table><tbody id=c><tr><td><p>Words of one.</p><p>Words of two.</p></td></tr></tbody></table>")]
    [InlineData("<table><caption id=c>All words</caption><tr><td><p>Words of one.</p><p>Words of two.</p></td></tr></table>")]
    [InlineData("<table><tr><th>Year</th><th>Boats</th></tr><tr id=c><td>2022</td><td>7</td></tr></table>")]
    [InlineData("<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2022</td><td id=c>7</td></tr></table>")]
    public void A_place_in_a_table_is_kept(string html) =>
        Assert.DoesNotContain(Read("<p>See <a href='#c'>below</a>.</p>" + html).Diagnostics, one => one.Id == DiagnosticIds.MissingTarget);

    [Fact]
    public void A_poster_may_stand_in_the_address_itself()
    {
        const string Pixel = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJ"
            + "RU5ErkJggg==";
        Embed film = Assert.Single(ContentWalker.Blocks(Read($"<video src='v.mp4' poster='{Pixel}'></video>")).OfType<Embed>());

        Assert.Equal(Pixel, film.Poster?.Address.OriginalString);
    }

    [Theory]
    [InlineData("<div class='box' data-key='abcdef12345'></div>", false)]
    [InlineData("<div class='embed' data-key='abcdef12345'></div>", true)]
    [InlineData("<div class='share-embed-tool share' data-key='abcdef12345'></div>", false)]
    public void A_part_that_only_a_script_fills_is_told_where_it_is_an_embed(string html, bool told) =>
        Assert.Equal(told, Read(html).Diagnostics.Any(one => one.Id == DiagnosticIds.ScriptedContent));

    private static Article Read(string html) => new ArticleReader().Read("<p>It froze.</p>" + html + "<p>It thawed.</p>",
        new Uri("https://news.example/story/"));
}
