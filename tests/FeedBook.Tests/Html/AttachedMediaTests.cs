using FeedBook.Content;
using FeedBook.Html;

namespace FeedBook.Tests.Html;

public sealed class AttachedMediaTests
{
    private static readonly Uri Sound = new("https://radio.example/dawn.mp3?a=1&b=2");

    [Theory]
    [InlineData("audio/mpeg", "https://radio.example/dawn", EmbedKind.Audio, null)]
    [InlineData(null, "https://radio.example/dawn%20chorus.ogg", EmbedKind.Audio, "dawn chorus.ogg")]
    [InlineData("video/mp4", "https://radio.example/dawn.bin", EmbedKind.Video, "dawn.bin")]
    [InlineData("application/pdf", "https://radio.example/score.pdf", EmbedKind.File, "score.pdf")]
    [InlineData("application/zip", "https://radio.example/all.zip", EmbedKind.File, "all.zip")]
    [InlineData("text/html", "https://radio.example/player", EmbedKind.Page, null)]
    [InlineData("application/x-shockwave-flash", "https://www.youtube.com/v/DAWNDAWN123?version=3", EmbedKind.Video, null)]
    public void What_comes_with_an_item_is_named_after_its_text(string? type, string address, EmbedKind kind, string? title)
    {
        Article article = Read("<p>Birds at five.</p>", new FeedMedia(new Uri(address)) { MediaType = type });

        Assert.Equal((kind, title), article.Blocks[^1] is Embed embed ? (embed.Kind, embed.Title) : default);
        Assert.IsType<Paragraph>(article.Blocks[0]);
    }

    [Theory]
    [InlineData("<p>Birds.</p><audio src=\"https://radio.example/dawn.mp3?a=1&amp;b=2\"></audio>")]
    [InlineData("<p>Birds. <a href='http://radio.example/dawn.mp3?a=1&b=2'>Listen</a></p>")]
    public void What_the_text_names_is_not_named_again(string html)
    {
        int embeds = Read(html, new FeedMedia(Sound) { MediaType = "audio/mpeg" }, new FeedMedia(Sound) { MediaType = "audio/mpeg" })
            .Blocks.OfType<Embed>().Count();

        Assert.Equal(html.Contains("<audio", StringComparison.Ordinal) ? 1 : 0, embeds);
    }

    [Fact]
    public void Pictures_are_no_films_and_one_film_in_three_sizes_is_one()
    {
        var film =
            new FeedMedia(new Uri("https://films.example/low.mp4")) { Role = FeedMediaRole.Content, MediaType = "video/mp4",
            Title = "The lock" };

        Article article = Read(
            "<p>Words.</p>",
            film,
            film with { Address = new Uri("https://films.example/mid.mp4") },
            film with { Address = new Uri("https://films.example/high.mp4") },
            new FeedMedia(new Uri("https://films.example/a.jpg")) { MediaType = "image/jpeg" },
            new FeedMedia(new Uri("https://films.example/picture/7")) { Role = FeedMediaRole.Content });

        Assert.Equal(["https://films.example/low.mp4"], article.Blocks.OfType<Embed>().Select(e => e.Address.OriginalString));
    }

    [Fact]
    public void A_films_still_opens_an_article_without_pictures_and_no_other()
    {
        var film = new FeedMedia(new Uri("https://films.example/lock.mp4")) { Role = FeedMediaRole.Content, MediaType = "video/mp4",
            Thumbnail = new Uri("https://films.example/lock.jpg") };

        Article without = Read("<p>Words.</p>", film),
            with = Read("<p>Words.</p><img src=\"https://films.example/gate.jpg\" width=\"800\" height=\"600\">", film);

        ImageBlock still = Assert.IsType<ImageBlock>(without.Blocks[0]);
        Assert.Equal(("https://films.example/lock.jpg", film.Address), (still.Image.Address.OriginalString, still.Link));
        Assert.Equal(film.Address, Assert.IsType<Embed>(without.Blocks[1]).Address);
        Assert.DoesNotContain("lock.jpg", ContentPrinter.Print(with), StringComparison.Ordinal);
        Assert.IsType<Embed>(with.Blocks[^1]);
    }

    [Fact]
    public void A_flood_of_files_is_bounded_and_told()
    {
        Article article =
            Read("<p>Words.</p>",
            [.. Enumerable.Range(0, 80)
            .Select(i => new FeedMedia(new Uri($"https://films.example/{i}.pdf")) { MediaType = "application/pdf" })]);

        Assert.Equal(50, article.Blocks.OfType<Embed>().Count());
        Assert.Contains(article.Diagnostics, d => d.Id == DiagnosticIds.AttachmentLeftOut);
    }

    private static Article Read(string html, params FeedMedia[] media) =>
        new ArticleReader()
            .Read(new FeedItem { Id = "1", ContentHtml = html, Media = [.. media], BaseAddress = new Uri("https://radio.example/") });
}
