using System.Text;
using FeedBook.Feeds;

namespace FeedBook.Tests.Feeds;

/// <summary>Pages that stand in the way of others, and pages that only look like them.</summary>
public sealed class PageWallTests
{
    private const string Long =
        "The ferry left at six with forty people on board, and the wind was from the west as it had been all week. Nobody on the quay "
        + "thought that it would turn, for the glass was high and the gulls sat on the water. ";

    private static readonly string Article = string.Concat(Enumerable.Repeat($"<p>{Long}</p>", 5));

    [Theory]
    [InlineData("<title>Sign in</title><form method=post><input name=u><input type=password></form>", "log in")]
    [InlineData("<html lang=pl><h1>Konto</h1><form><input type='text'><input type='password'><button>Dalej</button></form>", "log in")]
    [InlineData("<html lang=zh><h1>登录</h1><form method=post><input type=email><button>下一步</button></form>", "log in")]
    [InlineData(
        "<h1>Members</h1><p>Read all our stories for the price of a coffee.</p><form method=post><input><input type=password></form>",
        "log in")]
    [InlineData("<title>Just a moment...</title><script src=/x.js></script><noscript>Enable JavaScript and cookies</noscript>",
        "no program")]
    [InlineData("<title>Un instant…</title><div class='cf-challenge'></div><script>1</script>", "no program")]
    [InlineData("<title>请稍候</title><p>正在验证您是真人</p><script src=a.js></script><h1>人机验证</h1>", "no program")]
    [InlineData("<title>x</title><div id=proof-of-work></div><p>Your browser is working on it.</p><script>work()</script>", "no program")]
    [InlineData("<title>404 Not Found</title><h1>Not Found</h1><p>The page you look for is not here.</p>", "nothing there")]
    [InlineData("<title>Seite nicht gefunden | Blatt</title><nav><a href=/>Start</a></nav><p>Diese Seite gibt es nicht mehr.</p>",
        "nothing there")]
    [InlineData("<title>ページが見つかりません</title><p>お探しのページは移動しました。</p>", "nothing there")]
    [InlineData("<title>Erreur 404</title><p>Oups !</p><img src=cat.gif>", "nothing there")]
    [InlineData(
        "<h1>We value your privacy</h1><p>We and our 812 partners store and read.</p><form method=post action=/agree><button>Accept "
        + "all</button></form>", "consent")]
    [InlineData(
        "<h1>Bevor Sie weiterlesen</h1><p>Wir verwenden Ihre Daten.</p><form method=POST><input type=submit value=Zustimmen></form>",
        "consent")]
    [InlineData("<html><body><div id=root></div><script src=app.js></script></body></html>", "scripts")]
    [InlineData("<html><head><meta http-equiv=refresh content='3'></head><body></body></html>", "sends its visitor on")]
    [InlineData("<html><body></body></html>", "empty")]
    public void A_page_that_is_none_is_known(string html, string said) =>
        Assert.Contains(said, PageWall.Of(html, new Uri("https://a.example/x"), out _), StringComparison.Ordinal);

    public static TheoryData<string> Pages =>
    [
        Article,
        $"<header><form method=post><input name=u><input type=password></form></header>{Article}",
        $"<title>Why robots and humans need each other</title><script>1</script>{Article}",
        $"<title>Robot wins</title><article><p>{Long}</p></article><script>1</script>",
        $"<title>Chocolate cookies</title><form method=post><button>Subscribe</button></form><img src=a.jpg><img src=b.jpg><p>{Long}</p>",
        $"<title>The Peugeot 404 is back</title><p>{Long}</p><p>{Long}</p>",
        $"<title>What was not found in the ruins</title>{Article}",
        "<title>Room 404</title><article><p>The story of a room that nobody could ever find again, however long they looked for it in "
            + "that house.</p></article>",
        $"<title>How to sign in with a passkey</title>{Article}<form method=post><input type=email></form>",
        "<p>潮水在六点退去，渡船停在港口里等着，船上的人都在说话，谁也没有看天，因为风一直从西边吹来，海鸥坐在水面上，没有人想到风会变。</p>",
        $"<form method=post id=aspnetForm>{Article}</form><script src=WebResource.axd></script>",
        "<title>Pictures</title><img src=a.jpg><img src=b.jpg>",
        $"<title>On captcha</title><div class=captcha-box>{Article}</div>",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_that_can_be_read_is_one(string html) => Assert.Null(PageWall.Of(html, new Uri("https://a.example/x"), out _));

    [Fact]
    public void A_page_without_words_sends_on_and_one_with_words_stays()
    {
        _ = PageWall.Of("<meta http-equiv=Refresh content=\"0; URL='/new/feed.xml'\"><p>Moved.</p>", new Uri("https://a.example/x"),
            out Uri? moved);
        _ = PageWall.Of($"<meta http-equiv=refresh content='600;url=/'>{Article}", new Uri("https://a.example/x"), out Uri? stays);

        Assert.Equal("https://a.example/new/feed.xml", moved?.AbsoluteUri);
        Assert.Null(stays);
    }

    [Theory]
    [InlineData("/comments/feed/", "All comments", "/feed/", "News")]
    [InlineData("/c.xml", "Paper » Kommentare", "/n.xml", "Paper")]
    [InlineData("/2.xml", "某博客 » 评论", "/1.xml", "某博客")]
    [InlineData("/1/commentaires.xml", "", "/tout.xml", "")]
    public async Task A_page_s_own_feed_comes_before_that_of_its_comments(string comments, string commentsTitle, string own,
        string ownTitle)
    {
        string html =
            $"<html><head><link rel=alternate type=application/rss+xml href='{comments}' title='{commentsTitle}'><link rel=alternate "
                + $"type=application/rss+xml href='{own}' title='{ownTitle}'></head><body><p>x</p></body></html>";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(html));
        FeedDocument page = await FeedReader.ReadDocumentAsync(stream, new Uri("https://a.example/"));

        Assert.Equal([own, comments], page.Announced.Select(link => link.Address.AbsolutePath));
    }

    [Fact]
    public async Task Time_grows_with_the_page_and_not_faster()
    {
        // Each of these would take minutes if it were looked at again and again.
        foreach (string piece in (string[])["<p>", "<form method=post>", "<input type=password>", "<noscript>", "</a>", "<base href",
            "<meta http-equiv=refresh content='0;url=", "&amp;", "<title>"])
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat(piece, 200_000))));
            Assert.NotNull(await FeedReader.ReadDocumentAsync(stream, new Uri("https://a.example/")));
        }
    }
}
