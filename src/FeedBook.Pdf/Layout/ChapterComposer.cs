using System.Collections.Immutable;
using System.Globalization;
using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using FeedBook.Text;

namespace FeedBook.Pdf.Layout;

/// <summary>Sets a chapter from its title to the addresses of its links, block by block as the pages ask for them.</summary>
internal static class ChapterComposer
{
    /// <summary>How the text of a chapter is set.</summary>
    /// <param name="options">The options.</param>
    /// <param name="language">The chapter's language.</param>
    /// <param name="isRightToLeft">True when its lines begin on the right.</param>
    /// <param name="element">The chapter's element.</param>
    /// <param name="columns">How many columns a page has.</param>
    public static Setting Setting(PdfOptions options, string language, bool isRightToLeft, StructureElement element, int columns)
    {
        PageGeometry page = PageGeometry.Of(options, false, false, columns), turned = PageGeometry.Of(options, false, true, 1);
        // Han characters fill their squares and Arabic reaches deep: long texts in both want more air than Latin letters do.
        double air = LanguageTag.Primary(language) switch
        {
            "zh" or "ja" or "ko" or "yue" => 1.14,
            "ar" or "fa" or "ps" or "ug" => 1.2,
            _ => 1,
        };
        return new Setting
        {
            Left = 0,
            Width = page.ColumnWidth,
            ColumnHeight = page.TextHeight,
            Turned = options.IsBooklet ? null : (turned.ColumnWidth, turned.TextHeight),
            Size = options.FontSize,
            LineHeight = options.LineHeight * air,
            Role = options.TextFont,
            Language = language,
            IsRightToLeft = isRightToLeft,
            Element = element,
            HasIndents = true,
        };
    }

    /// <summary>Sets the text, then the notes that nothing called, then the addresses of links.</summary>
    public static IEnumerable<Fragment> Body(Composition composition)
    {
        var galley = new List<Fragment>();
        ImmutableArray<Block> blocks = composition.Chapter.Article.Blocks;
        for (int i = 0; i < blocks.Length;)
        {
            galley.Clear();
            i += BlockComposer.Compose(composition, blocks, i, composition.Page, galley);
            foreach (Fragment fragment in galley)
            {
                yield return fragment;
            }
        }

        foreach (Fragment fragment in Notes(composition))
        {
            yield return fragment;
        }
    }

    /// <summary>Sets the notes that nothing called, then the addresses of links.</summary>
    public static List<Fragment> Notes(Composition composition)
    {
        var galley = new List<Fragment>();
        Setting small = composition.Page with { Size = composition.Page.Size * 0.86, HasIndents = false };
        foreach (Footnote note in composition.Uncalled.ToArray())
        {
            int first = galley.Count;
            var element =
                new StructureElement("Note", composition.Element) {
                Id = string.Create(CultureInfo.InvariantCulture, $"note{++composition.Context.NoteCount}") };
            galley.AddRange(BlockComposer.Numbered(composition, note.Blocks, small with { Element = element }, note.Label.Length is > 0
                and < 5 ? note.Label : "*"));
            ParagraphComposer.Space(galley, first, small.Leading * 0.3, 0);
        }

        ParagraphComposer.Space(galley, 0, composition.Page.Leading * 1.2, 0);
        galley.AddRange(LinkNotes.Compose(composition));
        return galley;
    }
}
