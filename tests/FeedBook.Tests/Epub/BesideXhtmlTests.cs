using System.Xml.Linq;
using FeedBook.Content;
using static FeedBook.Tests.MadeBooks;

namespace FeedBook.Tests.Epub;

/// <summary>What stands beside the text in an EPUB.</summary>
public sealed class BesideXhtmlTests
{
    [Fact]
    public async Task Boxes_are_asides_and_pull_quotes_are_told_from_quotations()
    {
        Book book = Of(Para("Text."), new Aside([Para("Built in 1812.")]), new Quotation([Para("Pulled.")]) { IsPullQuote = true },
            new Quotation([Para("Quoted.")]));

        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        XDocument chapter = epub.Chapters.Single();
        XElement aside = Assert.Single(chapter.Descendants(OpenedEpub.Xhtml + "aside"));
        Assert.Equal(("beside", "Built in 1812."), ((string?)aside.Attribute("class"), aside.Value.Trim()));
        Assert.Equal(["pull-quote", null], chapter.Descendants(OpenedEpub.Xhtml + "blockquote")
            .Select(each => (string?)each.Attribute("class")));
        Assert.Empty(epub.Faults());
    }

    [Fact]
    public async Task A_long_box_is_cut_between_its_blocks_as_a_quotation_is()
    {
        string words = new string('w', 60) + " ";
        var box = new Aside([.. Enumerable.Range(0, 400).Select(i => (Block)Para($"p{i} " + string.Concat(
            Enumerable.Repeat(words, 20))))]) { Id = "box" };

        using OpenedEpub epub = await OpenedEpub.WriteAsync(Of(box));

        Assert.True(epub.Chapters.Count() > 1);
        Assert.All(epub.Chapters, chapter => Assert.NotEmpty(chapter.Descendants(OpenedEpub.Xhtml + "aside")));
        Assert.Equal(400, epub.Chapters.Sum(chapter => chapter.Descendants(OpenedEpub.Xhtml + "aside")
            .Elements(OpenedEpub.Xhtml + "p").Count()));
        Assert.Empty(epub.Faults());
    }
}
