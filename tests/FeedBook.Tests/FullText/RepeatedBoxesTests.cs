using FeedBook.Content;
using FeedBook.FullText;
using FeedBook.Html;

namespace FeedBook.Tests.FullText;

/// <summary>Pages whose parts have names that say nothing: what they repeat, where they stand and what they are built of decides.</summary>
public sealed class RepeatedBoxesTests
{
    private static string Boxes(int count, Func<int, string> box) => string.Concat(Enumerable.Range(1, count).Select(box));

    private static string Sentence(int i) =>
        $"Reader {i} has lived beside the harbour for {i + 20} years, and never once was asked, by anybody, what the ferries "
        + "were for, or whether they should come back when the ice is gone.";

    private static string TextOf(string body)
    {
        string page = $"<html lang='en'><head><title>Who keeps the key</title></head><body><div class='q1'><a href='/'>Coast</a></div>"
            + $"{body}</body></html>";
        return new ArticleExtractor().Extract(MadePage.Page(page)) is { } article
            ? ContentText.Of(new ArticleReader().Read(article.Html, article.BaseAddress)) : "";
    }

    public static TheoryData<string> Behind => new(
        // Readers' letters, longer than the article.
        Boxes(14, i => $"<div class='z{i}'><div><a href='/u/{i}'>ada{i}</a> · {i} h</div><p>{Sentence(i)}</p><button>Reply</button></div>"),
        Boxes(9, i => $"<li><p><time>{i}.3.2026</time></p><p>{Sentence(i)}</p><a href='#r{i}'>Antworten</a></li>"),
        Boxes(12, i => $"<section><div><a href='/u/{i}'>Марія {i}</a></div><div>{Sentence(i)}</div><div><a href='#{i}'>Відповісти</a></div>"
            + "</section>"),
        // Other stories with a line of each.
        Boxes(6, i => $"<article><a href='/s/{i}'><img src='/{i}.jpg' width='90' height='60'><h3>Story {i} of this week</h3></a>"
            + $"<p>{Sentence(i)[..140]}...</p></article>"),
        Boxes(5, i => $"<div><h4><a href='/s/{i}'>第{i}話の続きを読む</a></h4><p>{Sentence(i)[..120]}…</p></div>"));

    [Theory]
    [MemberData(nameof(Behind))]
    public void What_readers_wrote_and_other_stories_are_no_part_whatever_they_are_called(string boxes)
    {
        string text = TextOf($"<div class='q2'><h1>Who keeps the key</h1>{MadePage.Words(1, 4)}</div><div class='q3'>{boxes}</div>");

        Assert.Contains("Paragraph 4 of article 1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("beside the harbour for", text, StringComparison.Ordinal);
    }

    public static TheoryData<string> Parts => new(
        // An interview, a live report, a list of places, entries of a dictionary, sections of a law.
        Boxes(8, i => $"<div class='qa'><p><b>Were you there in {1990 + i}?</b></p><p>{Sentence(i)}</p></div>"),
        Boxes(8, i => $"<div class='e{i}'><time>{i}:05</time><h2>Hour {i}</h2><p>{Sentence(i)}</p></div>"),
        Boxes(8, i => $"<div><h2>{i}. Hut {i}</h2><img src='/{i}.jpg' width='600' height='400'><p>{Sentence(i)}</p></div>"),
        Boxes(8, i => $"<div><h2><a href='/hut/{i}'>Hut {i}</a></h2><p>{Sentence(i)}</p><p>{Sentence(i + 9)}</p></div>"),
        Boxes(8, i => $"<section><h3>§ {i}</h3><ol><li>{Sentence(i)}</li></ol></section>"));

    [Theory]
    [MemberData(nameof(Parts))]
    public void Parts_of_the_article_that_repeat_a_shape_stay(string boxes)
    {
        string text = TextOf($"<div class='q2'><h1>Who keeps the key</h1>{MadePage.Words(1, 3)}<div>{boxes}</div></div>");

        Assert.All(Enumerable.Range(1, 8), i => Assert.Contains($"Reader {i} has lived", text, StringComparison.Ordinal));
        Assert.Contains("Paragraph 1 of article 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void All_posts_of_a_thread_are_its_text()
    {
        string text = TextOf("<div class='q2'>" + Boxes(5, i => $"<div class='post bg{i}'><div class='who'><a href='/u/{i}'>"
            + $"digger{i}</a><br>Joined: 200{i}</div><div class='said'><p>by digger{i}</p><div>{Sentence(i)} {Sentence(i + 30)}</div></div>"
            + "<a href='#top'>Top</a></div>")
            + "</div>");

        Assert.All(Enumerable.Range(1, 5), i => Assert.Contains($"Reader {i} has lived", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Short_sentences_are_text_as_long_ones_are()
    {
        string talk = Boxes(12, i => $"<p><b>{(i % 2 == 0 ? "ANA" : "BEN")}:</b> That was, as far as I know, "
            + $"in the year of the {i}th flood.</p>");

        string text = TextOf($"<main><h1>Episode</h1><p>The ice came early that year, and stayed in the harbour until May.</p>"
            + $"<pre>key = none</pre><div>{MadePage.Words(1, 3)}</div><h2>Transcript</h2><div>{talk}</div></main>");

        Assert.All(["The ice came early", "key = none", "of the 1th flood", "of the 12th flood"],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<div class='r'><h4>The morning letter</h4><p>All that is new on the coast, every day before breakfast.</p>"
        + "<form><input type='email'><button>Go</button></form></div>", "The morning letter")]
    [InlineData("<div><p>Abonnieren Sie unseren Brief, jeden Sonntag, kostenlos.</p><div><form><input name='m'></form></div></div>",
        "Brief")]
    [InlineData("<p><b>यह भी पढ़ें:</b> <a href='/s/1'>रात की रेल तट पर क्यों लौटी</a></p>", "रात की रेल")]
    [InlineData("<p>Lesen Sie auch: <a href='/s/2'>Warum die Nachtzüge wieder fahren</a></p>", "Nachtzüge")]
    [InlineData("<p>另请阅读：<a href='/s/3'>夜班火车为什么回到海岸边上</a></p>", "夜班火车")]
    public void Invitations_and_labelled_links_between_the_paragraphs_go(string box, string words)
    {
        string text = TextOf($"<div class='q2'><h1>Who keeps the key</h1>{MadePage.Words(1)}{box}{MadePage.Words(2)}</div>");

        Assert.DoesNotContain(words, text, StringComparison.Ordinal);
        Assert.All(["Paragraph 4 of article 1", "Paragraph 1 of article 2"],
            kept => Assert.Contains(kept, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ท่าเรือปิดในฤดูหนาวและไม่มีใครรู้ว่ากุญแจอยู่ที่ไหน วิศวกรอธิบายว่าสะพานเก่าไม่ได้พังในวันเดียวแต่ส่งสัญญาณมาหลายปี",
        "สงวนลิขสิทธิ์")]
    [InlineData("កំពង់ផែត្រូវបានបិទក្នុងរដូវរងា ហើយគ្មាននរណាដឹងថាកូនសោនៅទីណាទេ វិស្វករបានពន្យល់ថាស្ពានចាស់មិនដួលរលំក្នុងមួយថ្ងៃទេ",
        "រក្សាសិទ្ធិ")]
    public void Scripts_without_signs_between_sentences_have_articles(string words, string rights)
    {
        string text = TextOf($"<div class='q2'><h1>Who keeps the key</h1><div>"
            + $"{string.Concat(Enumerable.Repeat($"<p>{words} {words}</p>", 5))}</div></div><div class='q9'>{rights}</div>");

        Assert.Contains(words[..20], text, StringComparison.Ordinal);
        Assert.DoesNotContain(rights, text, StringComparison.Ordinal);
    }
}
