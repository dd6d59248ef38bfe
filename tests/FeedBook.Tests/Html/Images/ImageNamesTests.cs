using FeedBook.Content;
using FeedBook.Html;
using FeedBook.Html.Images;

namespace FeedBook.Tests.Html.Images;

/// <summary>No image goes for its name, its path or its class alone, whatever words stand there.</summary>
public sealed class ImageNamesTests
{
    private const string Before =
        "<p>The ferry left at six, an hour late, and nobody on the quay could say why it had waited so long in the rain.</p>";
    private const string After =
        "<p>In the evening the wind went round to the south, and the boats that had gone out came home one after the other.</p>";

    private static readonly string[] Shapes =
        ["/pictures/{0}.jpg", "/pictures/black-and-{0}.png", "/pictures/{0}-at-noon.jpg", "/{0}/harbour.jpg", "/pictures/{0}.gif?w=800"];

    // Each says something of the image, or how large it is, in one way.
    private static readonly string[] Forms =
    [
        "<figure><img src=\"{0}\"><figcaption>The quay at night</figcaption></figure>",
        "<figure><img src=\"{0}\" alt=\"What is seen\" width=\"800\" height=\"600\"><figcaption>The quay at night</figcaption></figure>",
        "<p><img src=\"{0}\" alt=\"Boats at the old quay\"></p>",
        "<p><img src=\"{0}\" alt=\"Boats\" width=\"640\" height=\"480\"></p>",
        "<div><a href=\"https://other.example/album/7\"><img src=\"{0}\" alt=\"Boats at the old quay\"></a></div>",
        "<p><img src=\"{0}\"></p>",
    ];

    [Fact]
    public void An_image_named_after_any_word_of_the_tables_is_in_the_article()
    {
        string[] words = [.. ImageNames.All, .. Placeholders.All, "harbour", "zwei-boote", "IMG_2041", "frame"];
        List<string> lost = [];
        int tried = 0;
        foreach (string word in words)
        {
            foreach (string shape in Shapes)
            {
                foreach (string form in Forms)
                {
                    tried++;
                    string address = "https://news.example" + string.Format(null, shape, word);
                    Article article = new ArticleReader()
                        .Read(Before + string.Format(null, form, address) + After, new Uri("https://news.example/2024/story"));
                    if (ContentWalker.Images(article).Count() != 1)
                    {
                        lost.Add($"{address} in {form}");
                    }
                }
            }
        }

        Assert.True(tried > 2_000, $"Only {tried} images were tried.");
        Assert.True(lost.Count == 0, $"{lost.Count} of {tried} images were lost, such as {string.Join(", ", lost.Take(5))}");
    }

    [Fact]
    public void A_class_that_sounds_like_a_teaser_or_an_advertisement_takes_no_described_image()
    {
        List<string> lost = [];
        foreach (string word in ImageNames.All)
        {
            foreach (string form in (string[])
            [
                $"<div class=\"{word}\"><img src=\"/boats.jpg\" width=\"800\" height=\"600\" "
            + $"alt=\"Boats at the quay\"><p>The quay at night</p></div>",
                $"<div class=\"{word}-code photo\"><img src=\"/boats.jpg\" alt=\"Boats\"><p>The quay at night</p></div>",
                $"<p><img class=\"{word} photo\" src=\"/boats.jpg\" width=\"800\" height=\"600\"></p>",
            ])
            {
                Article article = new ArticleReader().Read(Before + form + After, new Uri("https://news.example/2024/story"));
                if (ContentWalker.Images(article).Count() != 1)
                {
                    lost.Add(form);
                }
            }
        }

        Assert.True(lost.Count == 0, $"{lost.Count} images were lost, such as {string.Join(", ", lost.Take(5))}");
    }

    [Fact]
    public void No_word_and_all_words_together_have_points_enough_to_decide()
    {
        Assert.InRange(ImageEvidence.AllWords + ImageEvidence.Unnamed, 1, ImageEvidence.Enough - 1);
        Assert.InRange(ImageEvidence.NamedBox + ImageEvidence.NamedAddress, 1, ImageEvidence.AllWords);
    }

    // What a page shows of its own, by its size, its link, its place, its neighbours; no file here has a telling name.
    [Theory]
    [InlineData("<img src=\"/a1.gif\" width=\"1\" height=\"1\" alt=\"\">")]
    [InlineData("<img src=\"/a1.jpg\" style=\"width:1px;height:1px\">")]
    [InlineData(
        "<p><img src=\"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\" alt=\"Boats at the quay\"></p>")]
    [InlineData("<img src=\"data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 600 400'></svg>\">")]
    [InlineData("<figure><img src=\"/a1.png\" width=\"600\" height=\"2\" alt=\"\"></figure>")]
    [InlineData(
        "<a href=\"https://one.example/s?u=https%3A%2F%2Fnews.example%2F2024%2Fstory\"><img src=\"/a1.png\"></a> <a "
        + "href=\"https://two.example/s?u=https%3A%2F%2Fnews.example%2F2024%2Fstory\"><img src=\"/a2.png\"></a>")]
    [InlineData(
        "<p><a href=\"https://serve.example/x9/go?slot=7712\"><img src=\"https://serve.example/x9/see?slot=7712\" alt=\"\"></a></p>")]
    [InlineData(
        "<aside><h4>This month</h4><a href=\"/issues/may\"><img src=\"/a1.jpg\"></a><a href=\"/issues/may\">See the whole "
        + "issue</a></aside>")]
    [InlineData("<div><a href=\"/2024/other\"><img src=\"/a1.jpg\" alt=\"The mill burns\"><h4>The mill burns</h4></a></div>")]
    [InlineData("<div><a href=\"/2024/other\"><img src=\"/a1.jpg\"></a><h3><a href=\"/2024/other\">The mill burns</a></h3></div>")]
    [InlineData("<div><img src=\"/a1.jpg\" alt=\"Ada Name\"><p>By <span itemprop=\"name\">Ada Name</span></p><p>6 May 2024</p></div>")]
    [InlineData("<div><span>Advertisement</span><a href=\"https://shop.example/sale\" rel=\"sponsored\"><img src=\"/a1.jpg\"></a></div>")]
    public void What_is_the_page_s_own_goes_by_its_structure_and_is_told(string html)
    {
        Article article = new ArticleReader().Read(Before + Before + html + After, new Uri("https://news.example/2024/story"));

        Assert.Empty(ContentWalker.Images(article));
        Assert.Contains(article.Diagnostics, told => told.Id is DiagnosticIds.TrackingPixel or DiagnosticIds.PageFurniture);
    }

    [Fact]
    public void The_sign_that_enlarges_another_image_goes_and_the_image_stays()
    {
        const string Html =
            "<figure><img src=\"/photos/quay-21.jpg\" alt=\"Boats\"><a href=\"/photos/quay-21.jpg\"><img "
            + "src=\"/look.png\"></a><figcaption>The quay at night</figcaption></figure>";

        Article article = new ArticleReader().Read(Before + Html + After, new Uri("https://news.example/2024/story"));

        Assert.Equal("https://news.example/photos/quay-21.jpg", Assert.Single(ContentWalker.Images(article)).Address.AbsoluteUri);
        Assert.Equal("The quay at night", ContentText.Of(Assert.Single(ContentWalker.Figures(article)).Caption));
    }

    [Fact]
    public void A_gallery_of_links_to_large_versions_stays()
    {
        string html =
            string.Concat(
            Enumerable.Range(1, 6)
            .Select(i => $"<a href=\"/photos/large-{i}.jpg\"><img src=\"/thumbs/t{i}.jpg\" width=\"100\" height=\"75\"></a> "));

        Assert.Equal(6,
            ContentWalker.Images(new ArticleReader().Read(Before + $"<div>{html}</div>" + After,
            new Uri("https://news.example/2024/story"))).Count());
    }
}
