using FeedBook.Content;
using FeedBook.Fetching;
using FeedBook.Tests.Epub;
using FeedBook.Tests.Media;

namespace FeedBook.Tests.Books;

/// <summary>Where an image stands whose size nobody declared is decided when it is there; what shows nothing goes.</summary>
public sealed class ArrivedImagesTests
{
    private static readonly Uri Base = new("https://news.example/2024/story");

    [Fact]
    public async Task A_small_image_stays_in_its_line_and_a_large_one_leaves_it()
    {
        Assert.Equal("paragraph \"Press \" image(/a24.png) \" and wait.\"",
            await PrintAsync("<p>Press <img src='/a24.png'> and wait.</p>"));
        Assert.Equal("paragraph \"Press and wait.\"\nimage /a500.png", await PrintAsync("<p>Press <img src='/a500.png'> and wait.</p>"));
    }

    [Fact]
    public async Task An_image_that_opens_a_line_stands_before_it()
    {
        Assert.Equal("image /a500.png\nparagraph \"Short words.\"", await PrintAsync("<p><img src='/a500.png'> Short words.</p>"));
        Assert.Equal("paragraph image(/a24.png) \" Short words.\"", await PrintAsync("<p><img src='/a24.png'> Short words.</p>"));
    }

    [Theory]
    [InlineData("<ul><li><img src='/{0}.png'> Open the lid.</li></ul>", "Open the lid.")]
    [InlineData("<table><tr><th>A</th><th>B</th></tr><tr><td>One</td><td><img src='/{0}.png'> two</td></tr></table>", "two")]
    [InlineData("<blockquote><p><img src='/{0}.png'> We kept it lit.</p></blockquote>", "We kept it lit.")]
    [InlineData("<dl><dt>Filter</dt><dd><img src='/{0}.png'> It cleans.</dd></dl>", "It cleans.")]
    [InlineData("<h2>The kettle <img src='/{0}.png'></h2><p>It is a kettle.</p>", "The kettle")]
    public async Task In_a_list_a_table_a_quotation_and_a_heading_too(string html, string words)
    {
        Article small = await ReadAsync(string.Format(null, html, "a24")), large = await ReadAsync(string.Format(null, html, "a500"));

        Assert.Single(ContentWalker.Blocks(small).SelectMany(ContentWalker.Runs).SelectMany(ContentWalker.Inlines).OfType<InlineImage>());
        Assert.Empty(ContentWalker.Blocks(small).OfType<ImageBlock>());
        Assert.Single(ContentWalker.Blocks(large).OfType<ImageBlock>());
        Assert.Contains(words, ContentText.Of(large), StringComparison.Ordinal);
        Assert.Contains(words, ContentText.Of(small), StringComparison.Ordinal);
        Assert.Equal(ContentWalker.Blocks(small).OfType<Heading>().Count(), ContentWalker.Blocks(large).OfType<Heading>().Count());
    }

    [Fact]
    public async Task A_small_image_alone_is_a_sign_and_one_with_a_caption_a_figure()
    {
        Assert.Equal("paragraph \"Text.\"\nparagraph image(/a24.png)", await PrintAsync("<p>Text.</p><div><img src='/a24.png'></div>"));
        Assert.IsType<Figure>(
            Assert.Single((await ReadAsync("<figure><img src='/a24.png'><figcaption>The sign of the house</figcaption></figure>")).Blocks));
    }

    [Fact]
    public async Task A_link_goes_with_the_image_that_leaves_its_line()
    {
        ImageBlock image =
            Assert.Single(
            ContentWalker.Blocks(await ReadAsync("<p>See <a href='/album'><img src='/a500.png' alt='Boats'></a> for more of it</p>"))
            .OfType<ImageBlock>());

        Assert.Equal("https://news.example/album", image.Link?.AbsoluteUri);
    }

    [Theory]
    [InlineData("/clear.png")]
    [InlineData("/clear.gif")]
    [InlineData("/pixel.gif")]
    [InlineData("/empty.svg")]
    [InlineData("/grey.png")]
    [InlineData("/line.png")]
    public async Task What_shows_nothing_goes_and_is_told_and_the_words_stay(string address)
    {
        await using Book book = await BuildAsync($"<p>Text.</p><p><img src='{address}'></p><p>More <img src='{address}'> text.</p>");

        Assert.Empty(ContentWalker.Images(book.Chapters.Single().Article));
        Assert.Equal(["Text.", "More text."], ContentWalker.Blocks(book.Chapters.Single().Article).OfType<Paragraph>().Select(paragraph =>
            ContentText.Of(paragraph.Content)));
        Assert.Contains(book.Diagnostics, told => told.Id == DiagnosticIds.ImageBlank && told.Item == "One");
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);
        Assert.Empty(epub.Faults());
    }

    [Fact]
    public async Task The_caption_and_the_credit_of_a_blank_stay_as_text()
    {
        Article article =
            await ReadAsync("<figure><img src='/clear.png'><figcaption>The quay at night. (Photo: Ada Name)</figcaption></figure>");

        Assert.Empty(ContentWalker.Images(article));
        Assert.Contains("The quay at night.", ContentText.Of(article), StringComparison.Ordinal);
        Assert.Contains("Ada Name", ContentText.Of(article), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<figure><img src='/grey.png'><figcaption>The colour of the year</figcaption></figure>")]
    [InlineData("<p><img src='/grey.png' alt='The colour of the year'></p>")]
    public async Task One_colour_of_which_something_is_said_stays(string html) =>
        Assert.NotNull(Assert.Single(ContentWalker.Images(await ReadAsync(html))).Stored);

    [Fact]
    public async Task The_blank_that_holds_an_image_s_place_is_not_the_image_that_failed()
    {
        await using Book book = await BuildAsync("<p>Text.</p><p><img src='/grey.png' data-src='/gone.png' alt='Boats'></p>");

        ImageReference image = Assert.Single(ContentWalker.Images(book.Chapters.Single().Article));
        Assert.Null(image.Stored);
        Assert.Contains(book.Diagnostics, told => told is { Id: DiagnosticIds.ImageNotFetched, Severity: DiagnosticSeverity.Warning });
    }

    [Fact]
    public async Task A_better_address_is_tried_when_the_first_gives_a_blank() =>
        Assert.Equal(500,
            Assert.Single(
            ContentWalker.Images(await ReadAsync("<p>Text.</p><p><img src='/a500.png' data-src='/clear.png' alt='Boats'></p>")))
            .Stored?.Width);

    private static async Task<string> PrintAsync(string html) =>
        ContentPrinter.Print(await ReadAsync(html)).Replace("https://news.example", "", StringComparison.Ordinal).TrimEnd();

    private static async Task<Article> ReadAsync(string html)
    {
        await using Book book = await BuildAsync(html);
        return book.Chapters.Single().Article;
    }

    private static Task<Book> BuildAsync(string html) =>
        new BookBuilder(new Images()).AddItems("Made", [new FeedItem { Id = "1", Title = "One", Address = Base,
            ContentHtml = html }]).BuildAsync();

    private sealed class Images : IResourceLoader
    {
        public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default)
        {
            byte[] bytes = request.Address.AbsolutePath switch
            {
                "/a24.png" => SamplePictures.Png(24, 24),
                "/a500.png" => SamplePictures.Png(500, 400),
                "/clear.png" => SamplePictures.FlatPng(300, 200, alpha: 0),
                "/clear.gif" => SamplePictures.FlatGif(30, 20, transparent: true),
                "/pixel.gif" => SamplePictures.FlatGif(1, 1, transparent: false),
                "/grey.png" => SamplePictures.FlatPng(300, 200),
                "/line.png" => SamplePictures.Png(400, 2),
                "/empty.svg" => SamplePictures.Svg(""),
                _ => throw new ResourceException(ResourceFailure.NotFound, "There is nothing here."),
            };
            return Task.FromResult(new Resource(request.Address, new MemoryStream(bytes)));
        }
    }
}
