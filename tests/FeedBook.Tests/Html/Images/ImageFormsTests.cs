using System.Text;
using FeedBook.Content;
using FeedBook.Html;

namespace FeedBook.Tests.Html.Images;

/// <summary>An image is an image in whatever element a page keeps it, or a diagnostic names it.</summary>
public sealed class ImageFormsTests
{
    [Theory]
    [InlineData("<object data=\"/map.png\" width=\"400\" height=\"300\"></object>", "map.png", null)]
    [InlineData("<object type=\"image/svg+xml\" data=\"/plan.svg\">The plan of the harbour</object>", "plan.svg",
        "The plan of the harbour")]
    [InlineData("<object type=\"image/svg+xml\" data=\"/bars.svg\"><img src=\"/bars.png\" alt=\"Rain by month\"></object>", "bars.png",
        "Rain by month")]
    [InlineData("<embed src=\"/map.webp\" type=\"image/webp\" title=\"The bay\">", "map.webp", "The bay")]
    [InlineData("<iframe src=\"/map.jpg\"></iframe>", "map.jpg", null)]
    [InlineData("<picture><source srcset=\"/a.jpg 800w\" type=\"image/jpeg\"></picture>", "a.jpg", null)]
    [InlineData("<x-lazy-image src=\"/a.jpg\" alt=\"A lane\"></x-lazy-image>", "a.jpg", "A lane")]
    [InlineData("<my-picture data-src=\"/img?id=7\" alt=\"A lane\"></my-picture>", "img?id=7", "A lane")]
    [InlineData("<span class=\"x\" data-src=\"/a.jpg\" data-alt=\"A boat\"></span>", "a.jpg", "A boat")]
    [InlineData("<div role=\"img\" aria-label=\"Storks\" data-bg=\"/storks.jpg\"></div>", "storks.jpg", "Storks")]
    [InlineData("<div style=\"background-image: url('/hero.jpg'); height: 320px\"></div>", "hero.jpg", null)]
    [InlineData("<div style=\"padding-bottom:56%;background:#eee url(&quot;/hero.jpg&quot;) no-repeat\" aria-label=\"The quay\"></div>",
        "hero.jpg", "The quay")]
    [InlineData("<a href=\"/next\" data-bgset=\"/hero.jpg 1x\" title=\"The quay\"></a>", "hero.jpg", "The quay")]
    [InlineData("<noscript>&lt;img src=\"/n.jpg\" alt=\"A weir\"&gt;</noscript>", "n.jpg", "A weir")]
    [InlineData("<noscript><noscript>&lt;img src=\"/n.jpg\" alt=\"A weir\"&gt;</noscript></noscript>", "n.jpg", "A weir")]
    [InlineData("<noscript>See <noscript>&lt;img src=\"/n.jpg\" alt=\"A weir\"&gt;</noscript></noscript>", "n.jpg", "A weir")]
    [InlineData("<noscript><div><noscript><img src=\"/n.jpg\" alt=\"A weir\"></noscript></div></noscript>", "n.jpg", "A weir")]
    [InlineData("<noscript>&lt;noscript&gt;&lt;img src=\"/n.jpg\" alt=\"A weir\"&gt;&lt;/noscript&gt;</noscript>", "n.jpg", "A weir")]
    [InlineData("<img data-src=\"/n.jpg\" alt=\"A weir\"><noscript>No script<noscript><img src=\"/n.jpg\"></noscript></noscript>", "n.jpg",
        "A weir")]
    [InlineData("<noscript>One<noscript>two</noscript><noscript>three</noscript></noscript><img src=\"/n.jpg\" alt=\"A weir\">", "n.jpg",
        "A weir")]
    [InlineData("<svg viewBox=\"0 0 600 800\"><image width=\"600\" height=\"800\" xlink:href=\"/cover.jpg\"/></svg>", "cover.jpg", null)]
    [InlineData("<img data-src=\"/late.jpg\" alt=\"Late\">", "late.jpg", "Late")]
    public void An_image_in_another_form_is_one(string html, string address, string? alternative)
    {
        Article article =
            Read("<p>A map follows.</p>" + html + "<p>That was it, and there was no other one in the whole of that book.</p>");

        ImageReference image = Assert.Single(ContentWalker.Images(article));
        Assert.Equal("https://news.example/" + address, image.Address.AbsoluteUri);
        Assert.Equal(alternative, image.AlternativeText);
    }

    [Theory]
    [InlineData("<object data=\"/a.png\"><p>The plan of the old quay</p></object>")]
    [InlineData("<object data=\"/a.png\"><p>The <img src=\"/a-small.png\"></p></object>")]
    [InlineData("<object type=\"image/png\" data=\"/a.png\"><em>Words</em><em>and words</em></object>")]
    [InlineData("<iframe src=\"/a.jpg\">Words <b>of it</b></iframe>")]
    public void What_stands_in_an_image_hides_no_image_behind_it(string html)
    {
        Article article = Read("<p>Before.</p>" + html + "<p>Between.</p><div role=\"img\" data-bg=\"/last.jpg\"></div><p>After.</p>");

        Assert.Equal(["a", "last"], ContentWalker.Images(article)
            .Select(image => Path.GetFileNameWithoutExtension(image.Address.AbsolutePath).Split('-')[0]));
    }

    [Theory]
    [InlineData("<figure data-srcset=\"/a.jpg 800w\"><figcaption>The quay</figcaption></figure>")]
    [InlineData(
        "<figure><svg width=\"300\" height=\"200\"><rect width=\"90\" height=\"90\"/></svg><figcaption>The quay</figcaption></figure>")]
    [InlineData("<figure><object data=\"/a.png\"></object><figcaption>The quay</figcaption></figure>")]
    public void It_has_its_caption(string html)
    {
        Figure figure = Assert.Single(ContentWalker.Figures(Read("<p>Before.</p>" + html)));

        Assert.Equal("The quay", ContentText.Of(figure.Caption));
        Assert.IsType<ImageBlock>(Assert.Single(figure.Body));
    }

    [Fact]
    public void A_drawing_becomes_a_file_of_its_own_with_the_names_that_SVG_wants()
    {
        Article article = Read("""
            <p>See:</p><svg viewbox="0 0 300 200" onclick="run()"><title>The three valleys</title><defs><lineargradient id="g"><stop offset="0"></stop></lineargradient></defs>
            <rect width="90" height="90" fill="url(#g)"></rect><text x="5">North &amp; South</text><script>run()</script></svg><p>After.</p>
            """);

        ImageReference image = Assert.Single(ContentWalker.Images(article));
        Assert.Equal("The three valleys", image.AlternativeText);
        string[] parts = image.Address.OriginalString.Split(",");
        Assert.Equal("data:image/svg+xml;base64", parts[0]);
        string svg = Encoding.UTF8.GetString(Convert.FromBase64String(parts[1]));
        Assert.Contains("viewBox=\"0 0 300 200\"", svg, StringComparison.Ordinal);
        Assert.Contains("<linearGradient id=\"g\">", svg, StringComparison.Ordinal);
        Assert.Contains("North &amp; South</text>", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("script", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("North", ContentText.Of(article), StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_a_drawing_without_a_name_are_its_alternative_text() =>
        Assert.Equal("North South",
            Assert.Single(
            ContentWalker.Images(Read("<p>See:</p><svg width=\"300\" height=\"200\"><text>North</text><text>South</text></svg>")))
            .AlternativeText);

    [Fact]
    public void A_formula_drawn_in_the_line_stays_in_its_line()
    {
        Article article =
            Read("<p>So <span><svg viewBox=\"0 -1149 2158 1799\" style=\"width:4.8ex;height:4ex\"><path d=\"M52 "
            + "648h100v100z\"/></svg></span> holds.</p>");

        Assert.Single(ContentWalker.Inlines(Assert.Single(article.Blocks)).OfType<InlineImage>());
    }

    [Theory]
    [InlineData("<p>Press <svg width=\"16\" height=\"16\"><path d=\"M0 0h16v16z\"/></svg> to go on.</p>")]
    [InlineData("<p>Press to go on.</p><svg><symbol id=\"a\"><path d=\"M0 0h1v1z\"/></symbol></svg>")]
    [InlineData("<p>Press <svg viewBox=\"0 0 900 900\"><use href=\"#elsewhere\"/></svg> to go on.</p>")]
    [InlineData(
        "<p>Press to go <x-math><svg aria-hidden=\"true\" style=\"height:2ex;width:4ex\"><path d=\"M0 0h1v1z\"/></svg><span "
        + "class=\"spoken\">on.</span></x-math></p>")]
    public void A_sign_that_is_drawn_goes_and_is_told(string html)
    {
        Article article = Read(html);

        Assert.Empty(ContentWalker.Images(article));
        Assert.Contains(article.Diagnostics, told => told.Id == DiagnosticIds.ScriptedContent);
        Assert.Equal("Press to go on.",
            string.Join(' ', ContentText.Of(article).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void A_background_behind_words_is_told_with_its_address()
    {
        Article article = Read("<div style=\"background-image:url(/hero.jpg);height:300px\"><h2>The quay</h2></div><p>Text.</p>");

        Assert.Empty(ContentWalker.Images(article));
        Assert.Contains(article.Diagnostics, told => told.Address?.AbsoluteUri == "https://news.example/hero.jpg");
        Assert.Contains("The quay", ContentText.Of(article), StringComparison.Ordinal);
    }

    private static Article Read(string html) => new ArticleReader().Read(html, new Uri("https://news.example/2024/story"));
}
