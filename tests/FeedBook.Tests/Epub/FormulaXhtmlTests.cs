using System.Xml.Linq;
using FeedBook.Content;
using FeedBook.Epub;

namespace FeedBook.Tests.Epub;

/// <summary>Formulas in EPUB: MathML where it is shown, letters elsewhere, and a manifest that says which files hold MathML.</summary>
public sealed class FormulaXhtmlTests
{
    private static readonly XNamespace MathMl = "http://www.w3.org/1998/Math/MathML";

    private static readonly Formula Half = new(MadeBooks.Run("1/2"))
    {
        MathMl = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" alttext=\"\\frac12\"><mfrac><mn>1</mn><mn>2</mn></mfrac></math>",
        Tex = "\\frac12",
    };

    [Fact]
    public async Task The_manifest_names_the_files_that_hold_MathML_and_no_others()
    {
        using Book book =
            MadeBooks.Of(MadeBooks.Chapter("With", new Paragraph([new TextRun("a "), Half])),
            MadeBooks.Chapter("Without", MadeBooks.Para("b")));
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        XElement[] items =
            [.. epub.Package.Descendants(OpenedEpub.Opf + "item").Where(item => (string?)item.Attribute("properties") == "mathml")];
        Assert.Equal(["c0001.xhtml"], items.Select(item => (string?)item.Attribute("href")));
        XElement math = Assert.Single(epub.Chapters.First().Descendants(MathMl + "math"));
        Assert.Equal("\\frac12", (string?)math.Attribute("alttext"));
        Assert.Equal(["mfrac", "mn", "mn"], math.Descendants().Select(element => element.Name.LocalName));
        Assert.Contains("MathML", Features(epub));
    }

    [Fact]
    public async Task A_book_without_formulas_does_not_offer_them()
    {
        using Book book = MadeBooks.Of(MadeBooks.Para("b"));
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        Assert.DoesNotContain("MathML", Features(epub));
    }

    [Fact]
    public async Task Kindle_gets_the_letters()
    {
        using Book book = MadeBooks.Of(new Paragraph([new TextRun("So "), Half, new TextRun(".")]));
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book, EpubOptions.Kindle);

        Assert.Contains("So 1/2.", epub.ChapterText, StringComparison.Ordinal);
        Assert.Empty(epub.Chapters.Single().Descendants(MathMl + "math"));
        Assert.DoesNotContain(epub.Package.Descendants(OpenedEpub.Opf + "item"), item => (string?)item.Attribute("properties") == "mathml");
        Assert.DoesNotContain("MathML", Features(epub));
    }

    [Theory]
    [InlineData("<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</math>")]
    [InlineData("<math><mi>x</mi></math>")]
    [InlineData("x")]
    [InlineData("")]
    public async Task Broken_MathML_of_a_caller_stands_in_its_letters(string markup)
    {
        using Book book = MadeBooks.Of(new Paragraph([new Formula(MadeBooks.Run("the letters")) { MathMl = markup }]));
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        Assert.Contains("the letters", epub.ChapterText, StringComparison.Ordinal);
        Assert.DoesNotContain("mathml", epub.Text("EPUB/package.opf"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rewriter_reaches_the_letters_of_a_formula()
    {
        var article = new Article { Blocks = [new Paragraph([Half]), new Paragraph([new Formula(MadeBooks.Run("gone"))])] };

        Article changed = new Letters().Rewrite(article);

        Formula formula = Assert.IsType<Formula>(Assert.Single(Assert.IsType<Paragraph>(Assert.Single(changed.Blocks)).Content));
        Assert.Equal("1:2", ContentText.Of(formula.Content));
        Assert.Equal(Half.MathMl, formula.MathMl);
        Assert.Same(article, new Same().Rewrite(article));
    }

    private static IEnumerable<string> Features(OpenedEpub epub) =>
        epub.Package.Descendants(OpenedEpub.Opf + "meta")
            .Where(meta => (string?)meta.Attribute("property") == "schema:accessibilityFeature").Select(meta => meta.Value);

    private sealed class Letters : ContentRewriter
    {
        protected override Inline? Rewrite(Inline inline) => inline switch
        {
            TextRun { Value: "gone" } => null,
            TextRun text => new TextRun(text.Value.Replace('/', ':')),
            _ => base.Rewrite(inline),
        };
    }

    private sealed class Same : ContentRewriter;
}
