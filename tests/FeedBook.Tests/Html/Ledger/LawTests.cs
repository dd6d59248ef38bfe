using FeedBook.Content;
using FeedBook.Html;
using FeedBook.Html.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace FeedBook.Tests.Html.Ledger;

/// <summary>
/// The law: every text of the source has one fate, and the body keeps the source's order. The HTML is built from a grammar: elements that
/// hold what they may hold in real pages, each text a word of its own, so that a lost, doubled or moved word cannot hide behind another.
/// </summary>
public sealed class LawTests
{
    private static readonly string[] Classes = ["next", "icon", "share", "button", "caption", "credit",
        "related", "hidden-title", "ad", "meta", "social", "prev", "tooltip", "nav", "teaser", "toolbar", "print"];

    private static Gen<Func<Counter, string>> Word => Gen.Elements("harbour", "boat", "winter", "字", "Eis", "лёд", "نهر").Select(Make);

    private static Gen<Func<Counter, string>> Inline(int depth) => depth == 0 ? Word : Gen.Frequency(
        (6, Word),
        (1, Wrap("b", Inline(depth - 1))),
        (1, Wrap("button", Inline(depth - 1))),
        (1, Wrap("label", Inline(depth - 1))),
        (1, Wrap("template", Inline(depth - 1))),
        (1, Wrap("svg", Wrap("text", Inline(depth - 1)))),
        (1, Wrap("ruby", Sequence([Word, Wrap("rt", Word), Wrap("rt", Word)]))),
        (1, Wrap("math", Sequence([Wrap("mi", Word), Wrap("mo", Word)]))),
        (1, Wrap("a href='https://news.example/x'", Inline(depth - 1))),
        (1, Constant("<br>")),
        (1, Constant(" < ")),
        (1, Constant("<img src='https://news.example/{0}.jpg' width=600 height=400>")),
        (2, from name in Gen.Elements(Classes) from inner in Inline(depth - 1) select Compose($"<span class='{name}'>", inner, "</span>")));

    private static Gen<Func<Counter, string>> Line(int depth) => Many(Inline(depth), 1, 5);

    private static Gen<Func<Counter, string>> Block(int depth) => depth == 0 ? Wrap("p", Line(1)) : Gen.Frequency(
        (5, Wrap("p", Line(2))),
        (1, Wrap("h2", Line(1))),
        (1, Wrap("div", Many(Block(depth - 1), 1, 3))),
        (1, Wrap("section", Line(1))),
        (1, Wrap("ul", Many(Wrap("li", Line(1)), 1, 3))),
        (1, Wrap("blockquote", Block(depth - 1))),
        (1, Wrap("table", Many(Wrap("tr", Sequence([Wrap("th", Line(1)), Wrap("td", Line(1))])), 2, 3))),
        (1, Wrap("dl", Sequence([Wrap("dt", Line(1)), Wrap("dd", Line(1))]))),
        (1, Wrap("details", Sequence([Wrap("summary", Word), Block(depth - 1)]))),
        (2, Wrap("figure", Sequence([Constant("<img src='https://news.example/{0}.jpg' width=600 height=400>"),
                Wrap("figcaption", Line(1))]))),
        (1, Wrap("figure", Sequence([Wrap("figure", Sequence([Constant("<img src='https://news.example/{0}.jpg'>"),
                Wrap("figcaption", Line(0))])), Wrap("figcaption", Line(0))]))),
        (1, Wrap("figure", Sequence([Wrap("table", Wrap("tr", Sequence([Wrap("td", Word), Wrap("td", Word)]))),
                Wrap("figcaption", Line(0))]))),
        (1, Constant("<!-- a remark -->")),
        (2, from name in Gen.Elements(Classes) from inner in Many(Block(depth - 1), 1, 2)
                select Compose($"<div class='{name}'>", inner, "</div>")));

    private static Arbitrary<string> Pages => Many(Block(2), 1, 6).Select(make => make(new Counter())).ToArbitrary();

    [SeededProperty(400)]
    public Property Every_word_has_a_fate() => Prop.ForAll(Pages, html =>
    {
        new ArticleReader().Read(Item(html), out WordAccount words);
        return (words.Unaccounted.Count == 0).Label($"lost: {string.Join(' ', words.Unaccounted)} in {html}");
    });

    [SeededProperty(400)]
    public Property The_body_keeps_the_order_of_the_source() => Prop.ForAll(Pages, html =>
    {
        new ArticleReader().Read(Item(html), out WordAccount words);
        return (words.Moved.Count == 0).Label($"moved: {string.Join(' ', words.Moved)} in {html}");
    });

    [SeededProperty(400)]
    public Property No_word_is_printed_twice() => Prop.ForAll(Pages, html =>
    {
        string text = ContentText.Of(new ArticleReader().Read(Item(html), out _));
        return Enumerable.Range(0, 400).All(number => Count(text, $"w{number}w") <= 1).Label($"doubled in {html}");
    });

    private static int Count(string text, string word) => text.Split(word).Length - 1;

    private static FeedItem Item(string html) =>
        new() { Id = "law", ContentHtml = html, BaseAddress = new Uri("https://news.example/story/") };

    // A word with its own number, so that it stands once in the page.
    private static Func<Counter, string> Make(string stem) => counter => $"{stem}w{counter.Next()}w ";

    private static Gen<Func<Counter, string>> Constant(string text) =>
        Gen.Constant<Func<Counter, string>>(counter => text.Replace("{0}", $"image{counter.Next()}", StringComparison.Ordinal));

    private static Gen<Func<Counter, string>> Wrap(string start, Gen<Func<Counter, string>> inner) =>
        inner.Select(make => Compose($"<{start}>", make, $"</{start.Split(' ')[0]}>"));

    private static Func<Counter, string> Compose(string start, Func<Counter, string> inner, string end) =>
        counter => start + inner(counter) + end;

    private static Gen<Func<Counter, string>> Sequence(Gen<Func<Counter, string>>[] parts) => Gen.CollectToArray(parts).Select(Join);

    private static Gen<Func<Counter, string>> Many(Gen<Func<Counter, string>> part, int least, int most) =>
        Gen.Choose(least, most).SelectMany(count => Gen.ArrayOf(part, count)).Select(Join);

    private static Func<Counter, string> Join(IEnumerable<Func<Counter, string>> parts) =>
        counter => string.Concat(parts.Select(part => part(counter)));

    private sealed class Counter
    {
        private int last;

        public int Next() => last++;
    }
}
