using FeedBook.Content;
using FeedBook.Html;
using FeedBook.Text;

namespace FeedBook.Tests.Html;

public sealed class OddAddressTests
{
    [Fact]
    public void An_address_that_the_platform_stumbles_over_leads_nowhere()
    {
        Article article = new ArticleReader()
            .Read("<p>Some <a href='\\\\&lrm;'>words</a></p><img src='\\\\&lrm;'>", new Uri("https://news.example/a"));

        Assert.Contains("words", ContentText.Of(article), StringComparison.Ordinal);
        Assert.Null(Addresses.ResolveWeb("\\\\\u200E", new Uri("https://news.example/a")));
    }

    [Theory]
    [InlineData("https://news.example#/post/1")]
    [InlineData("https://news.example?q=/a/b")]
    [InlineData("https://news.example/a/b?c=/d")]
    [InlineData("https://news.example")]
    public void A_slash_starts_at_the_host_whatever_the_page_is_called(string page)
    {
        Article article = new ArticleReader().Read("<p>Some words.</p><p><img src='/i/p.jpg' width='600' height='400'></p>", new Uri(page));

        Assert.Equal("https://news.example/i/p.jpg", ContentWalker.Images(article).Single().Candidates[0].AbsoluteUri);
    }

    [Theory]
    [InlineData("Hello<div hidden>x</div> <b>world</b>", "Hello world")]
    [InlineData("<p>Hello<span style='display:none'>x</span> <b>world</b></p>", "Hello world")]
    public void Words_do_not_run_together_where_nobody_sees_what_stood_between(string html, string text) =>
        Assert.Equal(text, ContentText.Of(new ArticleReader().Read(html, null)).Trim());
}
