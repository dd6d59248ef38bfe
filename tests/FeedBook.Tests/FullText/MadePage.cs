using System.Text;

namespace FeedBook.Tests.FullText;

/// <summary>Whole pages around an article, as sites make them: a header, menus, related stories, comments, a footer.</summary>
internal static class MadePage
{
    /// <summary>The shapes of pages.</summary>
    public static readonly string[] Shapes = ["semantic", "boxes", "table"];

    /// <summary>A page.</summary>
    /// <param name="article">The article's HTML.</param>
    /// <param name="shape">One of <see cref="Shapes"/>.</param>
    /// <param name="title">The article's title.</param>
    /// <param name="head">What else stands in the page's head.</param>
    public static string Of(string article, string shape = "semantic", string title = "The harbour opens again", string head = "")
    {
        string links = string.Concat(Enumerable.Range(1, 8).Select(i => $"<li><a href='/topic/{i}'>Topic {i}</a></li>"));
        string related = string.Concat(Enumerable.Range(1, 5).Select(i =>
            $"<li><a href='/story/{i}'><img src='/thumb{i}.jpg' width='90' height='60' alt=''> Another story, number {i}, of this week</a>"
                + $"</li>"));
        string comments = string.Concat(Enumerable.Range(1, 6).Select(i =>
            $"<div class='comment'><b>reader{i}</b> <span>{i} hours ago</span><p>Comment {i}: I have lived there for years, and nobody "
            + "ever asked us what we thought, which is a pity.</p></div>"));
        return shape switch
        {
            "boxes" => $"<html lang='en'><head><title>{title} - Coast Daily</title>{head}</head><body><div id='top'><a href='/'>Coast Daily"
                + $"</a><ul class='mainmenu'>{links}</ul></div><div class='wrap'><div class='col-a'><h1>{title}</h1><div class='txt'>"
                + $"{article}</div></div><div class='col-b sidebar'><h3>Related</h3><ul>{related}</ul></div></div><div class='comments'>"
                + $"<h3>6 comments</h3>{comments}</div><div id='footer'>Coast Daily, all rights reserved. <ul>{links}</ul></div></body>"
                    + $"</html>",
            "table" => $"<html><head><title>{title}</title>{head}</head><body><table><tr><td colspan=2><a href='/'>Home</a> <a href='/n'>"
                + $"News"
                + $"</a> <a href='/s'>Sport</a></td></tr><tr><td width=120><ul>{links}</ul></td><td><h1>{title}</h1>{article}</td></tr>"
                + $"<tr><td colspan=2><a href='/imprint'>Imprint</a></td></tr></table></body></html>",
            _ => $"<!DOCTYPE html><html lang='en'><head><title>{title} | Coast Daily</title>{head}</head><body><header><a href='/'>Coast "
                + $"Daily</a></header><nav><ul>{links}</ul></nav><main><article><h1>{title}</h1>{article}</article><aside><h2>Related "
                    + $"stories"
                + $"</h2><ul>{related}</ul></aside><section class='comments'><h2>Comments</h2>{comments}</section></main><footer><p>Coast "
                + "Daily, all rights reserved.</p></footer></body></html>",
        };
    }

    /// <summary>The bytes of a page.</summary>
    public static WebPage Page(string html) => new(Encoding.UTF8.GetBytes(html), new Uri("https://coast.example/2026/harbour"), "utf-8");

    /// <summary>Paragraphs of running text, each unlike the others.</summary>
    public static string Words(int number, int paragraphs = 4) => string.Concat(Enumerable.Range(1, paragraphs).Select(i =>
        $"<p>Paragraph {i} of article {number} tells, at some length and with a comma or two, how the harbour was closed for the winter, "
        + $"who kept the keys, and why number {number * i} of the old ferries never came back. It goes on for another sentence.</p>"));
}
