using System.Collections.Immutable;
using System.Globalization;
using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using FeedBook.Text;
using Align = FeedBook.Content.TextAlignment;

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
        // Han characters fill their squares and Arabic reaches deep: both want more air than Latin letters.
        double air = LanguageTag.Primary(language) switch { "zh" or "ja" or "ko" or "yue" => 1.14, "ar" or "fa" or "ur" or "ps" or "ug" => 1.2, _ => 1 };
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

    /// <summary>Sets the title, the byline and what else stands above the text.</summary>
    /// <param name="composition">The chapter.</param>
    /// <param name="section">The section's title when the chapter begins it; otherwise null.</param>
    /// <param name="width">How wide the lines are.</param>
    public static List<Fragment> Head(Composition composition, string? section, double width)
    {
        var galley = new List<Fragment>();
        Chapter chapter = composition.Chapter;
        PdfOptions options = composition.Context.Options;
        Setting page = composition.Page with { Width = width, HasIndents = false, Alignment = Align.Start };
        Setting small = page with { Role = options.HeadingFont, Size = Math.Max(page.Size * 0.8, 5.5), LineHeight = 1.45, Ink = Ink.Gray(0.36) };
        if (section is not null)
        {
            ParagraphComposer.Plain(composition, section, small with { IsBold = true, Ink = TitlePage.Accent }, new StructureElement("P", composition.Element), galley);
            galley[^1].After = page.Size * 0.35;
        }

        int title = galley.Count;
        ParagraphComposer.Plain(composition, chapter.Title, page with { Size = page.Size * TitleScale(chapter.Title, width / page.Size), LineHeight = 1.2, IsBold = true, IsBalanced = !page.IsRightToLeft }, new StructureElement("H1", composition.Element), galley);
        galley[title].Anchors.AddRange(composition.StartAnchors);
        // The lines of a title keep together, unless it is a page long.
        for (int i = title; i < galley.Count && galley.Count - title < 14; i++)
        {
            galley[i].KeepsWithNext = true;
        }

        galley[^1].After = page.Size * 0.6;
        int byline = galley.Count;
        if (Byline(chapter) is { Length: > 0 } text)
        {
            ParagraphComposer.Plain(composition, text, small, new StructureElement("P", composition.Element), galley);
        }

        if (chapter.Address is { } address && address.Scheme is "http" or "https")
        {
            ImmutableArray<Inline> link = [new Link(address, [new TextRun(Shorten(LinkAddress.Readable(address)))])];
            var element = new StructureElement("P", composition.Element);
            Setting line = small with { Size = small.Size * 0.92 };
            ParagraphComposer.Lines(composition, line, galley, inlines => inlines.AddOutside(link, InlineComposer.PlainVoice(line, element)));
        }

        ParagraphComposer.KeepWithNext(galley, byline);
        galley.Add(new RuleFragment(page.Left, width, 0.5, Ink.Gray(0.62)) { Before = page.Size * 0.7, After = page.Leading, KeepsWithNext = true });
        return galley;
    }

    /// <summary>Sets the text, then the notes that nothing called, then the addresses of links.</summary>
    public static IEnumerable<Fragment> Body(Composition composition)
    {
        var galley = new List<Fragment>();
        Block? previous = null;
        foreach (Block block in composition.Chapter.Article.Blocks)
        {
            galley.Clear();
            BlockComposer.Compose(composition, block, previous, composition.Page, galley);
            previous = block;
            foreach (Fragment fragment in galley)
            {
                yield return fragment;
            }
        }

        foreach (Fragment fragment in Notes(composition).Concat(LinkNotes.Compose(composition)))
        {
            yield return fragment;
        }
    }

    private static List<Fragment> Notes(Composition composition)
    {
        var galley = new List<Fragment>();
        Setting small = composition.Page with { Size = composition.Page.Size * 0.86, HasIndents = false };
        foreach (Footnote note in composition.Uncalled.ToArray())
        {
            int first = galley.Count;
            var element = new StructureElement("Note", composition.Element) { Id = string.Create(CultureInfo.InvariantCulture, $"note{++composition.Context.NoteCount}") };
            galley.AddRange(BlockComposer.Numbered(composition, note.Blocks, small with { Element = element }, note.Label.Length is > 0 and < 5 ? note.Label : "*"));
            ParagraphComposer.Space(galley, first, small.Leading * 0.3, 0);
        }

        ParagraphComposer.Space(galley, 0, composition.Page.Leading * 1.2, 0);
        return galley;
    }

    // The longer a title, the smaller: 2,000 characters must not fill pages in display type.
    private static double TitleScale(string title, double ems)
    {
        double scale = title.Length switch { <= 60 => 2.3, <= 110 => 1.95, <= 200 => 1.6, <= 500 => 1.25, _ => 1 };
        return Math.Min(scale, Math.Max(1.25, ems / 14));
    }

    private static string Byline(Chapter chapter)
    {
        string?[] parts =
        [
            string.Join(", ", chapter.Authors),
            chapter.Source is null || chapter.Authors.Contains(chapter.Source) ? null : chapter.Source,
            (chapter.Published ?? chapter.Updated) is { } date ? WrittenDate.Of(date, chapter.Language) : null,
        ];
        return string.Join("  ·  ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }

    private static string Shorten(string address) => address.Length <= 90 ? address : address[..88] + "…";
}
