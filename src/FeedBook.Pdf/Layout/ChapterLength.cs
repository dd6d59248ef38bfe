using FeedBook.Content;

namespace FeedBook.Pdf.Layout;

/// <summary>Tells items of a few lines from articles, before anything is set: how a chapter begins depends on it.</summary>
internal static class ChapterLength
{
    // Of a column's height, the head not counted: two such items share a page with room for their heads.
    private const double MostOfColumn = 0.4;

    // Of a column's height: what the picture of a short item is shrunk to.
    private const double MostOfImage = 0.22;

    /// <summary>How high the images of short items are at most.</summary>
    public static double ImageHeight(Setting setting) => setting.ColumnHeight * MostOfImage;

    /// <summary>True for a chapter of a few lines.</summary>
    public static bool IsShort(Chapter chapter, Setting setting)
    {
        double most = setting.ColumnHeight * MostOfColumn, height = 0;
        foreach (Block block in chapter.Article.Blocks.Concat(chapter.Article.Notes.SelectMany(note => note.Blocks)))
        {
            height += HeightOf(block, setting);
            if (height > most)
            {
                return false;
            }
        }

        return true;
    }

    private static double HeightOf(Block block, Setting setting) => block switch
    {
        Content.Paragraph paragraph => Lines(ContentText.Of(paragraph.Content), setting) * setting.Leading,
        Heading heading => (Lines(ContentText.Of(heading.Content), setting) + 1) * setting.Leading * 1.2,
        CodeBlock code => code.Text.Split('\n').Length * setting.Leading * 0.8,
        ImageBlock image => HeightOf(image.Image, setting),
        Figure figure => figure.Body.Sum(each => HeightOf(each, setting))
            + (Lines(ContentText.Of(figure.Caption), setting) * setting.Leading),
        ListBlock list => list.Items.SelectMany(item => item.Blocks).Sum(each => HeightOf(each, setting)),
        DefinitionList list =>
            list.Entries.Sum(entry => (entry.Terms.Length * setting.Leading)
            + entry.Definitions.SelectMany(blocks => blocks).Sum(each => HeightOf(each, setting))),
        Quotation quotation => quotation.Blocks.Sum(each => HeightOf(each, setting)) + setting.Leading,
        Aside aside => aside.Blocks.Sum(each => HeightOf(each, setting)) + (setting.Leading * 2),
        Table table => table.Head.Concat(table.Body)
            .Sum(row => row.Cells.Select(cell => cell.Blocks.Sum(each => HeightOf(each, setting))).DefaultIfEmpty(0).Max()
            + (setting.Leading * 0.6)),
        _ => setting.Leading * 2.5,
    };

    private static double HeightOf(ImageReference image, Setting setting) => image.Stored is null
        ? setting.Leading * 3.5
        : Math.Min(ImageLookup.NaturalSize(image).Height, ImageHeight(setting)) + setting.Leading;

    private static double Lines(string text, Setting setting)
    {
        double lines = 0;
        foreach (string line in text.Split('\n'))
        {
            lines += Math.Ceiling(TextWidth.Ems(line) * setting.Size / setting.Width);
        }

        return lines;
    }
}
