using FeedBook.Html;
using FeedBook.Html.Selectors;
using HtmlAgilityPack;

namespace FeedBook.Tests.Html.Selectors;

public sealed class SelectorTests
{
    private const string Page = """
        <div id="main" class="story wide"><h1 lang="en-GB">H</h1><p class="lead">a</p><div class="inner"><p data-x="one two">b</p><a href="https://a.example/pic.jpg">c</a></div></div>
        <aside class="related story-box"><p>d</p></aside>
        """;

    private static string Match(string selector)
    {
        var page = new HtmlDocument();
        page.LoadHtml(Page);
        HashSet<HtmlNode> chosen = Selector.Choose([Selector.Parse(selector)], page.DocumentNode);
        return string.Join(' ',
            page.DocumentNode.Descendants().Where(chosen.Contains).Select(n => n.Name + (n.Name == "p" ? ":" + n.InnerText : "")));
    }

    [Theory]
    [InlineData("p", "p:a p:b p:d")]
    [InlineData("P.lead", "p:a")]
    [InlineData("#main", "div")]
    [InlineData("div.story.wide", "div")]
    [InlineData(".story", "div")]
    [InlineData("*", "div h1 p:a div p:b a aside p:d")]
    [InlineData("#main > p", "p:a")]
    [InlineData("#main p", "p:a p:b")]
    [InlineData("div div > p", "p:b")]
    [InlineData("#main > div > p, aside p", "p:b p:d")]
    [InlineData("[data-x]", "p:b")]
    [InlineData("[data-x='one two']", "p:b")]
    [InlineData("[data-x~=two]", "p:b")]
    [InlineData("a[href^=\"https:\"]", "a")]
    [InlineData("[href$=.jpg]", "a")]
    [InlineData("[href*=example]", "a")]
    [InlineData("[lang|=en]", "h1")]
    [InlineData("[class^=rel]", "aside")]
    [InlineData("h1 + p", "p:a")]
    [InlineData("h1 ~ div", "div")]
    [InlineData("h1 ~ div > p + a", "a")]
    [InlineData("#main ~ aside p", "p:d")]
    [InlineData("p ~ p", "")]
    [InlineData("p:not(.lead)", "p:b p:d")]
    [InlineData("p:not(.lead, [data-x])", "p:d")]
    [InlineData("p:not(#main p)", "p:d")]
    [InlineData("div:has(> h1)", "div")]
    [InlineData("div:has(p)", "div div")]
    [InlineData(":has(.inner a)", "div")]
    [InlineData("p:has(+ a)", "p:b")]
    [InlineData("h1:has(~ div)", "h1")]
    [InlineData("*:not(:has(*)):not(p)", "h1 a")]
    [InlineData(":is(h1, aside) + :where(p, div)", "p:a")]
    [InlineData("p:first-child", "p:b p:d")]
    [InlineData("p:only-child", "p:d")]
    [InlineData("#main > :nth-child(2n + 1), #main > :last-child", "h1 div")]
    [InlineData("#main > :nth-last-child(-n+2)", "p:a div")]
    [InlineData("#main > :nth-child(even)", "p:a")]
    [InlineData("[class*=REL i]", "aside")]
    [InlineData("p:empty", "")]
    [InlineData("aside > div p", "")]
    [InlineData("body p", "")]
    public void A_selector_chooses_what_CSS_would(string selector, string nodes) => Assert.Equal(nodes, Match(selector));

    [Theory]
    [InlineData("", "ends where")]
    [InlineData("p,", "ends where")]
    [InlineData("> p", "stands where")]
    [InlineData("p >", "ends where")]
    [InlineData("a:hover", "':hover' is not understood")]
    [InlineData("a::before", "':' is not understood")]
    [InlineData("+ p", "'+' stands where")]
    [InlineData("p + + p", "'+' stands where")]
    [InlineData("p:not", "'(' is missing")]
    [InlineData("p:not()", "')' stands where")]
    [InlineData("p:has(a", "')' is missing")]
    [InlineData("p)", "')' is not understood")]
    [InlineData("p:nth-child(x)", "a form such as '2n+1'")]
    [InlineData(":not(:not(:not(:not(:not(:not(:not(:not(:not(p)))))))))", "8 deep")]
    [InlineData("[a", "'=' or ']' is missing")]
    [InlineData("[a='x]", "quotation mark is missing")]
    [InlineData(".", "a name is missing")]
    public void What_is_no_selector_is_refused_with_the_reason(string selector, string reason)
    {
        FormatException e = Assert.Throws<FormatException>(() => Selector.Parse(selector));

        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [SeededProperty(1000)]
    public void Any_text_is_a_selector_or_is_refused(string? text)
    {
        try
        {
            Selector.Parse(text ?? "");
        }
        catch (FormatException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }

    [Fact]
    public void Deep_nesting_costs_no_more_than_its_depth()
    {
        HtmlNode root = HtmlNode.CreateNode("<section></section>"), node = root;
        for (int i = 0; i < 5000; i++)
        {
            HtmlNode child = node.OwnerDocument.CreateElement("div");
            node.AppendChild(child);
            node = child;
        }

        Assert.Empty(
            Selector.Choose([Selector.Parse("p div div div div div div div"), Selector.Parse("div:not(:has(div)) div:has(p ~ div + div)")],
            root));
        Assert.Single(Selector.Choose([Selector.Parse("div div:not(:has(div))")], root));
    }

    [Theory]
    [InlineData("#main p", "", "<p class=\"lead\">a</p><p data-x=\"one two\">b</p>", true)]
    [InlineData("#main, p", ".inner, h1", "<div id=\"main\" class=\"story wide\"><p class=\"lead\">a</p></div><p>d</p>", true)]
    [InlineData("", "#main", "\n<aside class=\"related story-box\"><p>d</p></aside>", true)]
    [InlineData(".nowhere", "#main", "\n<aside class=\"related story-box\"><p>d</p></aside>", false)]
    public void Keep_then_remove(string keep, string remove, string html, bool found)
    {
        var page = new HtmlDocument();
        page.LoadHtml(Page.ReplaceLineEndings("\n"));

        bool kept =
            KeepRemove.Apply(page.DocumentNode, keep.Length == 0 ? [] : [Selector.Parse(keep)], remove.Length == 0 ? []
            : [Selector.Parse(remove)]);

        Assert.Equal((found, html), (kept, page.DocumentNode.InnerHtml));
    }

    [Theory]
    [InlineData(".story > p", null)]
    [InlineData("p..x", "The selector 'p..x' cannot be read: a name is missing (position 3).")]
    [InlineData("",
        "The selector '' cannot be read: it ends where a tag, '#id', '.class', '[attribute]' or ':condition' is expected (position 1).")]
    public void What_is_wrong_with_a_selector_can_be_asked_before(string selector, string? fault) =>
        Assert.Equal(fault, SelectorSyntax.FaultOf(selector));
}
