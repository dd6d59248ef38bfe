using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using FeedBook.Text;
using Align = FeedBook.Content.TextAlignment;

namespace FeedBook.Pdf.Layout;

/// <summary>Sets what stands above a chapter's text: the section it begins, its title, its byline, its address.</summary>
internal static class ChapterHeadComposer
{
    private const int LongestAddress = 90;

    /// <summary>Sets the head of a chapter that begins a page or may do so.</summary>
    /// <param name="composition">The chapter.</param>
    /// <param name="section">The section's title when the chapter begins it; otherwise null.</param>
    /// <param name="width">How wide the lines are.</param>
    public static List<Fragment> Compose(Composition composition, string? section, double width)
    {
        var galley = new List<Fragment>();
        Setting page = Page(composition, width), small = Small(composition, page);
        if (section is not null)
        {
            Setting line = small with { IsBold = true, Ink = TitlePage.Accent };
            ParagraphComposer.Plain(composition, section, line, new StructureElement("P", composition.Element), galley);
            galley[^1].After = page.Size * 0.35;
        }

        string title = composition.Chapter.Title;
        Title(composition, page, title.Length switch { <= 60 => 2.3, <= 110 => 1.95, <= 200 => 1.6, <= 500 => 1.25, _ => 1 }, galley);
        galley[^1].After = page.Size * 0.6;
        int byline = galley.Count;
        if (Byline(composition) is { Length: > 0 } text)
        {
            ParagraphComposer.Plain(composition, text, small, new StructureElement("P", composition.Element), galley);
        }

        if (composition.Chapter.Address is { Scheme: "http" or "https" } address)
        {
            string readable = LinkAddress.Readable(address);
            Setting line = small with { Size = small.Size * 0.92 };
            Link(composition, address, readable.Length <= LongestAddress ? readable : readable[..(LongestAddress - 2)] + "…", "", line,
                galley);
        }

        ParagraphComposer.KeepWithNext(galley, byline);
        galley.Add(new RuleFragment(page.Left, width, 0.5, Ink.Gray(0.62)) { Before = page.Size * 0.7, After = page.Leading,
            KeepsWithNext = true });
        return galley;
    }

    /// <summary>
    /// Sets the head of an item of a few lines, which stands between others as a news item does: a smaller title, one line below it.
    /// </summary>
    /// <inheritdoc cref="Compose" path="/param"/>
    public static List<Fragment> ComposeShort(Composition composition, string? section, double width)
    {
        var galley = new List<Fragment>();
        Setting page = Page(composition, width), small = Small(composition, page);
        if (section is not null)
        {
            Setting line = small with { Size = page.Size * 1.15, IsBold = true, Ink = TitlePage.Accent };
            ParagraphComposer.Plain(composition, section, line, new StructureElement("P", composition.Element), galley);
            galley.Add(new RuleFragment(page.Left, width, 0.5, TitlePage.Accent) { Before = page.Size * 0.15, After = page.Size * 0.7 });
            ParagraphComposer.KeepWithNext(galley, 0);
        }

        string title = composition.Chapter.Title;
        Title(composition, page, title.Length switch { <= 500 => 1.2, _ => 1 }, galley);
        galley[^1].After = page.Size * 0.2;
        int byline = galley.Count;
        string text = Byline(composition);
        if (composition.Chapter.Address is { Scheme: "http" or "https" } address)
        {
            Link(composition, address, address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host, text,
                small, galley);
        }
        else if (text.Length > 0)
        {
            ParagraphComposer.Plain(composition, text, small, new StructureElement("P", composition.Element), galley);
        }

        ParagraphComposer.KeepWithNext(galley, byline);
        galley[^1].After = page.Size * 0.35;
        return galley;
    }

    private static Setting Page(Composition composition, double width) =>
        composition.Page with { Width = width, HasIndents = false, Alignment = Align.Start };

    private static Setting Small(Composition composition, Setting page) => page with
    {
        Role = composition.Context.Options.HeadingFont,
        Size = Math.Max(page.Size * 0.8, 5.5),
        LineHeight = 1.45,
        Ink = Ink.Gray(0.36),
    };

    // The longer a title, the smaller: 2,000 characters must not fill pages in display type.
    private static void Title(Composition composition, Setting page, double scale, List<Fragment> galley)
    {
        int first = galley.Count;
        scale = Math.Min(scale, Math.Max(1.25, page.Width / page.Size / 14));
        Setting own = page with { Size = page.Size * scale, LineHeight = 1.2, IsBold = true, IsBalanced = true };
        ParagraphComposer.Plain(composition, composition.Chapter.Title, own, new StructureElement("H1", composition.Element), galley);
        galley[first].Anchors.AddRange(composition.StartAnchors);
        // The lines of a title keep together, unless it is a page long.
        for (int i = first; i < galley.Count && galley.Count - first < 14; i++)
        {
            galley[i].KeepsWithNext = true;
        }
    }

    private static void Link(Composition composition, Uri address, string text, string before, Setting setting, List<Fragment> galley)
    {
        ImmutableArray<Inline> link = [new Link(address, [new TextRun(text)])];
        var element = new StructureElement("P", composition.Element);
        ParagraphComposer.Lines(composition, setting, galley, inlines =>
        {
            InlineComposer.Voice voice = InlineComposer.PlainVoice(setting, element);
            if (before.Length > 0)
            {
                inlines.Add(before + "  ·  ", voice);
            }

            inlines.AddOutside(link, voice);
        });
    }

    private static string Byline(Composition composition)
    {
        const string Between = "  ·  ";
        Chapter chapter = composition.Chapter;
        string date = (chapter.Published ?? chapter.Updated) is { } day ? WrittenDate.Of(day, chapter.Language) : "";
        string[] parts = [composition.Context.Names.Byline(chapter, Between), date];
        return string.Join(Between, parts.Where(part => part.Length > 0));
    }
}
