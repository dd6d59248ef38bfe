using FeedBook.Content;
using static FeedBook.Tests.MadeBooks;

namespace FeedBook.Tests.Content;

public sealed class ContentTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_walker_finds_every_picture_wherever_it_stands()
    {
        var article = new Article
        {
            Blocks =
            [
                new Figure([new ImageBlock(Missing("https://e.org/1"))], [new InlineImage(Missing("https://e.org/2"))], []),
                new ListBlock(false, [new ListItem([new Quotation([new ImageBlock(Missing("https://e.org/3"))])])]),
                new Table([],
                    [new TableRow(
                    [new TableCell(
                    [new Paragraph([new Link(new Uri("https://e.org"), [new InlineImage(Missing("https://e.org/4"))])])])])]),
                new DefinitionList(
                    [new DefinitionEntry([[new InlineImage(Missing("https://e.org/5"))]], [[new ImageBlock(Missing("https://e.org/6"))]])]),
                new Embed(EmbedKind.Video, new Uri("https://e.org/v")) { Poster = Missing("https://e.org/7") },
            ],
            Notes = [new Footnote("n", [new ImageBlock(Missing("https://e.org/8"))])],
        };

        Assert.Equal(Enumerable.Range(1, 8).Select(i => $"https://e.org/{i}"),
            ContentWalker.Images(article).Select(image => image.Address.AbsoluteUri));
    }

    [Fact]
    public void A_rewriter_that_changes_nothing_gives_the_same_instance()
    {
        using Book book = Everything(folder);
        Article article = book.Chapters.First().Article;

        Assert.Same(article, new Nothing().Rewrite(article));
    }

    [Fact]
    public void A_rewriter_reaches_every_picture_and_every_text()
    {
        using Book book = Everything(folder);
        Article article = book.Chapters.First().Article;

        Article changed = new Loud().Rewrite(article);

        Assert.Equal(ContentWalker.Images(article).Count(), ContentWalker.Images(changed).Count(image => image.AlternativeText == "seen"));
        Assert.Equal(
            ContentText.Of(article with { Blocks = [.. article.Blocks.Where(block => block is not (CodeBlock or Embed))] })
                .ToUpperInvariant(),
            ContentText.Of(changed with { Blocks = [.. changed.Blocks.Where(block => block is not (CodeBlock or Embed))] }));
    }

    [Fact]
    public void What_a_rewriter_empties_goes()
    {
        var article =
            new Article { Blocks = [new Quotation([Para("x")]),
            new Figure([new ImageBlock(Missing("https://e.org/1"))], Run("kept"), [])] };

        Article changed = new Forgetful().Rewrite(article);

        Assert.Equal("paragraph \"kept\"", ContentPrinter.Print(changed));
    }

    [Fact]
    public void A_tree_prints_as_the_specs_show_it()
    {
        using Book book = Everything(folder);

        Assert.Equal(
            """
            heading 2 #h "Head"
            paragraph "a " emphasis("b") link(#h "up") link(#nowhere "lost") br ruby("漢"^"かん" "字"^"じ") span(#s lang=he dir=rtl "שלום") image(https://example.org/inline.png alt="x") note(n "*")
            list a start=3
              item
                paragraph "one"
                list
                  item
                    paragraph "deep"
              item #li 9
            definitions
              term "term"
              definition
                paragraph "said"
              definition
                paragraph "only said"
            table
              caption "A table"
              head
                header columns=2
                  paragraph "h"
              row
                cell align=end
                  paragraph "1"
                cell
            quotation
              paragraph "quoted"
            pull quote
              paragraph "pulled"
            aside
              paragraph "beside"
            code text "a <b>\n  c"
            rule
            figure #fig number="Figure 1"
              image https://example.org/one.png alt=""
              image https://example.org/two.png
              caption "Two"
              credit "Credit"
            video https://video.example/watch?v=1 "A film"
            note n "*"
              paragraph "note"
              paragraph "more"
            """.ReplaceLineEndings("\n"),
            ContentPrinter.Print(book.Chapters.First().Article));
    }

    private sealed class Nothing : ContentRewriter;

    private sealed class Loud : ContentRewriter
    {
        protected override ImageReference Rewrite(ImageReference image) => image with { AlternativeText = "seen" };

        protected override Inline? Rewrite(Inline inline) =>
            inline is TextRun text ? new TextRun(text.Value.ToUpperInvariant()) : base.Rewrite(inline);
    }

    private sealed class Forgetful : ContentRewriter
    {
        protected override Block? Rewrite(Block block) => block is ImageBlock or Paragraph ? null : base.Rewrite(block);
    }
}
