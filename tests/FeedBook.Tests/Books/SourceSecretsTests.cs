using System.Collections.Immutable;
using System.Text;
using FeedBook.Tests.Epub;
using FeedBook.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace FeedBook.Tests.Books;

/// <summary>What is given for one origin goes to that origin and nowhere else, and stands in no book.</summary>
public sealed class SourceSecretsTests : IDisposable
{
    private static readonly FeedSourceOptions Secret =
        new() { Headers = ImmutableDictionary<string, string>.Empty.Add("Authorization", "Bearer s3cret").Add("X-Key", "k3y") };

    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static byte[] Rss(string title, string html = "<p>Words.</p>", string link = "") =>
        Encoding.UTF8.GetBytes(
            $"<rss version='2.0'><channel><title>{title}</title><item><title>{title} "
                + $"item</title><guid>{title}</guid>{link}<description><![CDATA[{html}]]></description></item></channel></rss>");

    private static void Feed(TestHost host, string path, string title, string html = "<p>Words.</p>", string link = "") =>
        host.OnBytes(path, Rss(title, html, link), "application/rss+xml");

    private static void NothingAt(TestHost other) => Assert.All(other.Seen, request =>
    {
        Assert.False(request.Headers.ContainsKey("Authorization"));
        Assert.False(request.Headers.ContainsKey("X-Key"));
    });

    [Theory]
    [InlineData("page")]
    [InlineData("list")]
    [InlineData("redirect")]
    [InlineData("refresh")]
    [InlineData("picture")]
    [InlineData("next")]
    public async Task Headers_do_not_follow_to_another_origin(string way)
    {
        await using TestHost host = await TestHost.StartAsync();
        await using TestHost other = await TestHost.StartAsync();
        Feed(other, "/feed", "Other");
        other.OnBytes("/a.jpg", Media.SamplePictures.Jpeg);
        string there = other.At("/feed").AbsoluteUri;
        host.On("/", context =>
        {
            context.Response.StatusCode = way == "redirect" ? 302 : 200;
            context.Response.Headers.Location = way == "redirect" ? there : "";
            return context.Response.WriteAsync(way switch
            {
                "page" => $"<html><link rel=alternate type=application/rss+xml href='{there}'><p>x</p></html>",
                "list" => $"<opml version='2.0'><body><outline xmlUrl='{there}'/><outline xmlUrl='/own'/></body></opml>",
                "refresh" => $"<html><meta http-equiv=refresh content='0;url={there}'></html>",
                "next" =>
                    "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='next' "
                        + $"href='{there}'/><entry><id>1</id><title>One</title><content>Words</content></entry></feed>",
                _ => Encoding.UTF8.GetString(Rss("Own", $"<p>Words.</p><img src='{other.At("/a.jpg")}'>")),
            });
        });
        Feed(host, "/own", "Own");

        await using Book book = await new BookBuilder().AddFeed(host.At("/"), Secret with { MaxItems = 5 })
            .With(o => o with { Fetch = host.Options with { AllowedHosts = ["127.0.0.1"] } }).BuildAsync();

        Assert.NotEmpty(other.Seen);
        NothingAt(other);
        Assert.All(host.Seen,
            request => Assert.Equal(("Bearer s3cret", "k3y"), (request.Headers["Authorization"], request.Headers["X-Key"])));
        Assert.Equal(way == "list", book.Diagnostics.Any(each => each.Id == DiagnosticIds.HeadersNotSent));
    }

    [Fact]
    public async Task A_list_in_a_file_has_no_origin_and_headers_for_it_are_told_and_not_sent()
    {
        await using TestHost host = await TestHost.StartAsync();
        Feed(host, "/feed", "A");
        string list = Path.Combine(folder, "list.opml");
        await File.WriteAllTextAsync(list, $"<opml version='2.0'><body><outline xmlUrl='{host.At("/feed")}'/></body></opml>");

        await using Book book = await new BookBuilder().AddFile(list, Secret).With(o => o with { Fetch = host.Options }).BuildAsync();

        NothingAt(host);
        Assert.Single(book.Diagnostics, each => each.Id == DiagnosticIds.HeadersNotSent);
    }

    [Theory]
    [InlineData("direct")]
    [InlineData("list")]
    public async Task A_name_and_a_password_are_sent_as_Basic_and_shown_nowhere(string way)
    {
        await using TestHost host = await TestHost.StartAsync();
        await using TestHost other = await TestHost.StartAsync();
        other.OnBytes("/a.jpg", Media.SamplePictures.Jpeg);
        string user = $"http://ann:p%40ss@{host.Address.Authority}";

        // A server that writes the address it was asked by into all that it sends.
        Feed(host, "/feed", "A",
            $"<p>Words, and <a href='{user}/a'>a link</a>.</p><img src='{user}/own.jpg'><img src='{other.At("/a.jpg")}'>",
            $"<link>{user}/1</link><guid>{user}/1</guid>");
        host.OnBytes("/own.jpg", Media.SamplePictures.JpegNumber(2));
        string list = Path.Combine(folder, "list.opml");
        await File.WriteAllTextAsync(list,
            $"<opml version='2.0'><body><outline xmlUrl='{user}/feed'/><outline xmlUrl='{user}/gone'/></body></opml>");
        BookBuilder builder = way == "list" ? new BookBuilder().AddFile(list)
            : new BookBuilder().AddFeed(new Uri(user + "/feed")).AddFeed(new Uri(user + "/gone"));

        await using Book book = await builder.With(o => o with { Fetch = host.Options with { AllowedHosts = ["127.0.0.1"] } }).BuildAsync();

        string basic = "Basic " + Convert.ToBase64String("ann:p@ss"u8);
        Assert.Equal(basic, host.Seen.Single(request => request.Path == "/feed").Headers["Authorization"]);
        Assert.Equal(basic, host.Seen.First(request => request.Path == "/gone").Headers["Authorization"]);
        NothingAt(other);
        string all =
            string.Join('\n',
            [.. book.Diagnostics.Select(each => each.ToString()), .. book.Sources.Select(each => each.ToString()),
            .. book.Chapters.Select(each => $"{each.Address} {each.Id}")]);
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);
        all += string.Concat(epub.Names.Where(name => !name.EndsWith(".jpg", StringComparison.Ordinal)).Select(epub.Text));
        Assert.DoesNotContain("p%40ss", all, StringComparison.Ordinal);
        Assert.DoesNotContain("p@ss", all, StringComparison.Ordinal);
        Assert.DoesNotContain("ann:", all, StringComparison.Ordinal);
        Assert.Contains("a link", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_s_own_name_and_password_are_not_sent()
    {
        await using TestHost host = await TestHost.StartAsync();
        await using TestHost other = await TestHost.StartAsync();
        Feed(other, "/feed", "Other");
        host.On("/", context =>
        {
            context.Response.Redirect($"http://them:selves@{other.Address.Authority}/feed");
            return Task.CompletedTask;
        });

        await using Book book = await new BookBuilder().AddFeed(host.At("/"))
            .With(o => o with { Fetch = host.Options with { AllowedHosts = ["127.0.0.1"] } }).BuildAsync();

        NothingAt(other);
        Assert.Single(book.Chapters);
    }
}
