using FeedBook.Content;
using FeedBook.Fetching;
using FeedBook.Html;
using FeedBook.Tests.Epub;
using FeedBook.Text;

namespace FeedBook.Tests.Text;

/// <summary>A host name that the platform cannot write must cost nothing but its own link.</summary>
public sealed class HostNameTests
{
    // Letters of both directions, joiners, marks, signs, figures of several scripts, and what hosts are made of.
    private static readonly string[] Letters =
    [
        "a", "b", "xn--", "-", ".", "1", "9", "_", "\u05D0", "\u05D1", "\u0627", "\u06AB", "\u0663", "\u200C", "\u200D", "\u0301", "\u4E2D",
            "\u00DF", "\u1E9E", "\u212A", "\uFF41", "\u3002", "\u00AD", "\u2064",
        "\uFFFD", "\U0001F600", "\u202E", "\uD800", "\u0378", "\u2024", "%41", "%C3%A4", "\u0F00", "\uA9C1", "\u00B7", "\u0375", "\u30FB",
    ];

    public static TheoryData<string> Odd =>
    [
        "http://\u05D0a.example/x", "http://\uFFFD\uFFFD\u06ABa/2", "http://\u0627b1.example/film", "http://1\u0663.example/",
            "http://\u200D.example/", "http://a\u200Cb.example/", "http://\u0301a.example/",
        "http://xn--a.example/", "http://xn--\u05D0.example/", "http://a_b.example/", "http://-a-.example/", "http://a\u00ADb.example/",
            "http://\uFF41.example/", "http://a\u3002b.example/",
        "http://" + "a.b.c.d.e.f.".PadRight(300, 'x') + "/", "http://[fe80::1%25eth0]/", "http://256.1.1.1/", "http://0x7f.1/",
            "http://\u1E9E.example/", "http://h.example:0/", "http://a./",
    ];

    [Fact]
    public void One_place_alone_asks_the_platform_for_the_name_of_a_host()
    {
        IEnumerable<string> users = new[] { "src", "examples" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("." + nameof(Uri.IdnHost), StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file));

        Assert.Equal(["HostName.cs"], users);
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task A_book_stands_whatever_the_host(string address)
    {
        Uri? given = Uri.TryCreate(address, UriKind.Absolute, out Uri? made) ? made : null;
        string html =
            $"<p>Words with <a href=\"{address}\">a link</a>.</p><img src=\"{address}\" alt=\"A boat\"><iframe src=\"{address}\"></iframe>";
        var item =
            new FeedItem { Id = address, Title = "One", Address = given, BaseAddress = given, ContentHtml = html, Media = given is null ? []
            : [new FeedMedia(given)] };
        var other = new FeedItem { Id = "2", Title = "Two", ContentHtml = "<p>Other words.</p>" };

        await using Book book = await new BookBuilder(new OfflineResourceLoader()).AddItems("S", [item, other]).AddItems("T", [item])
            .BuildAsync();

        Assert.Equal(["One", "Two"], book.Chapters.Select(chapter => chapter.Title).Distinct());
        Assert.Contains("a link", ContentText.Of(book.Chapters.First().Article), StringComparison.Ordinal);
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);
        Assert.Empty(epub.Faults());
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task A_loader_refuses_or_fails_with_a_reason(string address)
    {
        if (Uri.TryCreate(address, UriKind.Absolute, out Uri? made))
        {
            using var loader =
                new HttpResourceLoader(options: new FetchOptions { AllowedHosts = ["127.0.0.1:1"],
                ConnectTimeout = TimeSpan.FromMilliseconds(50), MaxAttempts = 1 });
            using var end = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            Exception why = await Record.ExceptionAsync(() => loader.LoadAsync(new ResourceRequest(made, ResourceKind.Image), end.Token));

            // A name that could be looked up may take longer than the test has.
            Assert.True(why is ResourceException or OperationCanceledException, $"{why}");
        }
    }

    [Fact]
    public void What_an_address_is_taken_for_can_be_used_in_every_way()
    {
        var random = new Random(13);
        var reader = new ArticleReader();
        for (int round = 0; round < 3000; round++)
        {
            string host = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Letters[random.Next(Letters.Length)]));
            string written =
                random.Next(4) switch { 0 => host + "/p", 1 => "//" + host + "/p", 2 => "feed:http://" + host,
                _ => $"https://{host}:{random.Next(70000)}/p?q#f" };
            foreach (Uri? address in (Uri?[])[Addresses.Resolve(written, null, isSource: true),
                Addresses.ResolveWeb(written, new Uri("https://a.example/b/")), Found(reader, written)])
            {
                Use(address);
            }
        }
    }

    private static Uri? Found(ArticleReader reader, string written) =>
        ContentWalker.Images(reader.Read($"<p>Words.</p><p><img src='{written}' width='600' height='400'></p>",
            new Uri("https://a.example/b/"))).FirstOrDefault()?.Address;

    private static void Use(Uri? address)
    {
        if (address is not null)
        {
            Assert.NotNull(address.AbsoluteUri + address.PathAndQuery + address.Host + address.DnsSafeHost + address.Authority
                + address.UserInfo + address.Fragment + address.GetHashCode() + address);
            Assert.NotNull(address.IsAbsoluteUri && address.Scheme is "http" or "https" ? HostName.Of(address) : "");
            Assert.True(HostName.IsUsable(address));
        }
    }
}
