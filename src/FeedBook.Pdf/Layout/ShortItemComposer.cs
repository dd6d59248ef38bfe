using System.Collections.Immutable;
using FeedBook.Content;

namespace FeedBook.Pdf.Layout;

/// <summary>
/// Sets the text of an item of a few lines: its picture, where it begins with one, stands beside the lines and not above them.
/// </summary>
internal static class ShortItemComposer
{
    // Of the measure. What is left holds a line of some fifty letters.
    private const double ImageShare = 0.25;

    // Of the image's width: a portrait is made narrower.
    private const double MostAspect = 0.75;

    // In multiples of the type's size: a narrower measure has no room for two.
    private const double LeastMeasure = 30;

    /// <summary>Sets the text, then the notes that nothing called.</summary>
    public static IEnumerable<Fragment> Body(Composition composition)
    {
        ImmutableArray<Block> blocks = composition.Chapter.Article.Blocks;
        Setting page = composition.Page;
        if (page.Width < page.Size * LeastMeasure || blocks is not [var first, _, ..] || Image(first) is not { Stored: not null } image
            || ImageLookup.NaturalSize(image).Width < page.Width * ImageShare * 0.5 || !blocks.Skip(1).All(IsText))
        {
            return ChapterComposer.Body(composition);
        }

        double width = page.Width * ImageShare, gap = page.Size * 1.3, measure = page.Width - width - gap;
        var shown = new List<Fragment>();
        Setting beside = page with { Width = width, Left = 0, ImageHeight = width * MostAspect, HasIndents = false };
        BlockComposer.Compose(composition, first, default(Neighbours), beside, shown);
        var text = new List<Fragment>();
        BlockComposer.Compose(composition, blocks.RemoveAt(0), page with { Width = measure, Left = 0 }, text);
        if (shown.Count == 0 || text.Count == 0)
        {
            return [.. shown, .. text, .. ChapterComposer.Notes(composition)];
        }

        // The image's top stands at the height of the letters, not of the line.
        shown.Insert(0, new SpaceFragment(page.Leading * 0.25));
        shown[1].Before = text[0].Before = 0;
        SetCell left = new(page.IsRightToLeft ? measure + gap : 0, new FragmentStack(shown)),
            right = new(page.IsRightToLeft ? 0 : width + gap, new FragmentStack(text));
        SetCell[] cells = [left, right];
        var row = new TableRowFragment(cells, page.Left, page.Width, 0, TableRowFragment.HeightOf(cells, 0), null, null, null);
        return [row, .. ChapterComposer.Notes(composition)];
    }

    private static ImageReference? Image(Block block) => block switch
    {
        ImageBlock image => image.Image,
        Figure { Body: [ImageBlock image] } figure when ContentText.Of(figure.Caption).Length
            + ContentText.Of(figure.Credit).Length < 160 => image.Image,
        _ => null,
    };

    private static bool IsText(Block block) => block is Paragraph or ListBlock or Heading or Quotation or Aside or Embed;
}
