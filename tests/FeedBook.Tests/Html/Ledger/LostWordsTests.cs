using FeedBook.Content;
using FeedBook.Html;

namespace FeedBook.Tests.Html.Ledger;

/// <summary>
/// Words that a browser shows and the book does not are a warning, which the app names in a normal run; parts that no reader of a book
/// misses are information.
/// </summary>
public sealed class LostWordsTests
{
    private const string Long = "and what the harbour was like in the long winter of that year.";

    private const string Large = "<svg width=600 height=400 viewBox='0 0 600 400'>", Small = "<svg width=24 height=24 viewBox='0 0 24 24'>";

    [Theory]

    // What is written beside images.
    [InlineData(DiagnosticIds.ImageLabel, DiagnosticSeverity.Info, "Click to enlarge",
        "<figure><img src=a.jpg><figcaption>Boats in the harbour <a class=zoom href=a.jpg>Click to enlarge</a></figcaption></figure>")]
    [InlineData(DiagnosticIds.ImageLabel, DiagnosticSeverity.Info, "3 of 12",
        "<figure><img src=a.jpg><figcaption>Boats in the harbour <span class=counter>3 of 12</span></figcaption></figure>")]
    [InlineData(DiagnosticIds.ImageLabel, DiagnosticSeverity.Info, "Bild vergrößern",
        "<figure><img src=a.jpg><figcaption>Boote im Hafen <button>Bild vergrößern</button></figcaption></figure>")]
    [InlineData(DiagnosticIds.ImageLabel, DiagnosticSeverity.Warning, "The map of all winters",
        "<figure><img src=a.jpg><figcaption>Boats in the harbour <a class=btn href=m>The map of all winters</a></figcaption></figure>")]
    [InlineData(DiagnosticIds.ImageLabel, DiagnosticSeverity.Warning, "Zu den Karten des Winters",
        "<figure><img src=a.jpg><figcaption>Boote im Hafen <a class='nav' href=k.html>Zu den Karten des Winters</a></figcaption></figure>")]

    // Headings' links to themselves.
    [InlineData(DiagnosticIds.PageSign, DiagnosticSeverity.Info, "¶", "<h2 id=w>The winter <a href=#w>¶</a></h2><p>It froze.</p>")]
    [InlineData(DiagnosticIds.PageSign, DiagnosticSeverity.Warning, "and the spring",
        "<h2 id=w>The winter <a href=#w>and the spring</a></h2><p>It froze.</p>")]

    // Drawings.
    [InlineData(DiagnosticIds.ScriptedContent, DiagnosticSeverity.Warning, "North gate",
        "<p>One.</p>" + Large + "<image href='a.jpg' width=600 height=400/><rect width=9 height=9/><text>North gate</text></svg>")]
    [InlineData(DiagnosticIds.ScriptedContent, DiagnosticSeverity.Info, "An arrow",
        "<p>One.</p><svg width=24 height=24 viewBox='0 0 24 24' aria-label='An arrow'><path d='M0 0h9'/></svg>")]
    [InlineData(DiagnosticIds.ScriptedContent, DiagnosticSeverity.Warning, "NEW",
        "<p>One.</p>" + Small + "<path d='M0 0h9'/><text>NEW</text></svg>")]

    // What a script would fill.
    [InlineData(DiagnosticIds.ScriptedContent, DiagnosticSeverity.Info, "Please switch scripts on",
        "<p>One.</p><noscript>Please switch scripts on</noscript>")]

    // What nobody sees, and forms.
    [InlineData(DiagnosticIds.HiddenContent, DiagnosticSeverity.Info, "Not yet", "<p>One.</p><p hidden>Not yet</p>")]
    [InlineData(DiagnosticIds.FormControl, DiagnosticSeverity.Info, "Red Green",
        "<p>One.</p><select><option>Red</option> <option>Green</option></select>")]
    [InlineData(DiagnosticIds.FormControl, DiagnosticSeverity.Info, "Share", "<p>One.</p><button>Share</button>")]
    public void Lost_words_are_a_warning_and_what_nobody_misses_is_not(string id, DiagnosticSeverity severity, string words, string html)
    {
        Article article = new ArticleReader().Read(html, new Uri("https://news.example/story/"));

        Diagnostic told = Assert.Single(article.Diagnostics, one => one.Message.Contains(words, StringComparison.Ordinal));
        Assert.Equal((id, severity), (told.Id, told.Severity));
    }

    [Theory]
    [InlineData(
        "<p>The post <a href='https://news.example/{0}'>Day {0}</a> appeared first on <a href='https://news.example/'>News</a>.</p>",
        DiagnosticSeverity.Info)]
    [InlineData("<p>Ada Marsh writes of ice and of boats, <a href='https://news.example/'>each week</a>.</p>", DiagnosticSeverity.Warning)]
    [InlineData("<p>Schreiben Sie uns, <a href='https://news.example/'>was Ihnen fehlt</a>.</p>", DiagnosticSeverity.Warning)]
    public void A_feed_s_own_line_is_told_by_whether_programs_write_it(string line, DiagnosticSeverity severity)
    {
        FeedItem[] items = [.. Enumerable.Range(1, 4).Select(number => new FeedItem
        {
            Id = $"{number}",
            Title = $"Day {number}",
            Address = new Uri($"https://news.example/{number}"),
            ContentHtml = $"<p>On day {number} the harbour froze a little more.</p>"
                + line.Replace("{0}", $"{number}", StringComparison.Ordinal),
        })];

        Article article = new ArticleReader().Read(items[1], CaptionHabits.Learn(items));

        Assert.Equal(severity, Assert.Single(article.Diagnostics, one => one.Id == DiagnosticIds.Promotion).Severity);
    }

    [Fact]
    public void Lost_words_that_are_only_counted_are_a_warning_too()
    {
        string html = string.Concat(Enumerable.Range(0, 60)
            .Select(number => $"<h2 id=w{number}>Winter {number} <a href=#w{number}>and spring</a></h2><p>It froze.</p>"));

        Diagnostic last = new ArticleReader().Read(html).Diagnostics.Last(one => one.Id == DiagnosticIds.PageSign);

        Assert.Equal((DiagnosticSeverity.Warning, "10 more of the same."), (last.Severity, last.Message));
    }

    [Theory]
    [InlineData("<p>One.</p><object data='o.png' type='image/png'><p>Two " + Long + "</p><p>Three.</p>")]
    [InlineData("<p>One.</p><object><p>Two " + Long + "</p><p>Three.</p>")]
    [InlineData("<p>One.</p><div><video src='v.mp4'><source src='v.webm'></div><p>Two " + Long + "</p><p>Three.</p>")]
    [InlineData("<p>One. <audio src='a.mp3'></p><p>Two " + Long + "</p><p>Three.</p>")]
    [InlineData("<p>One.</p><canvas><p>Two " + Long + "</p><p>Three.</p>")]
    [InlineData("<p>One.</p><template><p>Two " + Long + "</p><p>Three.</p>")]
    [InlineData("<p>One.</p><noscript><p>Two " + Long + "</p><p>Three.</p>")]
    [InlineData("<p>One.</p><iframe src='f.html'><p>Two " + Long + "</p><p>Three.</p>")]
    public void An_article_goes_on_behind_a_player_that_nobody_closed(string html)
    {
        string text = ContentText.Of(new ArticleReader().Read(html, new Uri("https://news.example/story/")));

        Assert.Contains("long winter of that year.", text, StringComparison.Ordinal);
        Assert.Contains("Three.", text, StringComparison.Ordinal);
    }
}
