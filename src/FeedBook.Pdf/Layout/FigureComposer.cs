using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using FeedBook.Pdf.Text;
using Align = FeedBook.Content.TextAlignment;

namespace FeedBook.Pdf.Layout;

/// <summary>Sets figures: what is shown, then the caption and the credit, never apart.</summary>
internal static class FigureComposer
{
    internal static readonly Ink CaptionInk = Ink.Gray(0.18);
    internal static readonly Ink CreditInk = Ink.Gray(0.42);

    /// <summary>Sets an image without a caption.</summary>
    public static void Compose(Composition composition, ImageBlock image, Setting setting, List<Fragment> galley)
    {
        int first = galley.Count;
        Show(composition, [image], setting, new FragmentStack(), galley);
        ParagraphComposer.Space(galley, first, setting.Leading * 0.8, setting.Leading * 0.8);
    }

    /// <summary>Sets a figure: images in rows, anything else as it is set without a caption, and the caption kept with it.</summary>
    public static void Compose(Composition composition, Figure figure, Setting setting, List<Fragment> galley)
    {
        int first = galley.Count;
        bool isGroup = figure.Body.Length != 1 || figure.Body[0] is not ImageBlock;
        // An image's caption belongs into its Figure; around several, or around a table, stands a division with the caption in it.
        var element = new StructureElement(isGroup ? "Div" : "Figure", setting.Element)
        {
            AlternativeText = isGroup ? null : ImageLookup.Alternative(composition, ((ImageBlock)figure.Body[0]).Image),
        };
        Setting inner = setting with { Element = element, HasIndents = false };
        // Made before what it belongs to, hung in after it.
        var captionElement = new StructureElement("Caption", null) { Language = ParagraphComposer.LanguageChange(setting) };
        int index = 0;
        FragmentStack? caption = null;
        if (figure.Placement == CaptionPlacement.Above)
        {
            FragmentStack above = Caption(composition, figure, inner, captionElement, (setting.Width, false));
            Append(above, galley, setting);
            if (first < galley.Count)
            {
                galley[first].KeepsWithPrevious = false;
            }

            ParagraphComposer.KeepWithNext(galley, first);
            inner = inner with { ColumnHeight = setting.ColumnHeight - above.Height - setting.Leading };
            caption = new FragmentStack();
        }

        while (index < figure.Body.Length)
        {
            int start = galley.Count;
            ImageBlock[] images = [.. figure.Body.Skip(index).TakeWhile(block => block is ImageBlock).Cast<ImageBlock>()];
            if (images.Length == 0)
            {
                index += BlockComposer.Compose(composition, figure.Body, index, inner, galley);
            }
            else
            {
                index += images.Length;
                bool isLast = index == figure.Body.Length;
                caption = figure.Placement == CaptionPlacement.Above ? new FragmentStack() : isLast
                    ? Caption(composition, figure, inner, captionElement, CaptionMeasure(setting, images)) : null;
                bool isOutside = caption is not null && caption.Height > setting.ColumnHeight * 0.45;
                bool shown =
                    Show(composition, images, inner, isOutside || caption is null ? new FragmentStack() : caption, galley, isGroup ? null
                    : element);
                caption = caption is not null && shown && !isOutside ? new FragmentStack() : caption;
            }

            if (start < galley.Count)
            {
                galley[^1].KeepsWithNext = index < figure.Body.Length;
            }
        }

        caption ??= Caption(composition, figure, inner, captionElement, (setting.Width, false));
        if (captionElement.Kids.Count > 0)
        {
            element.Adopt(captionElement);
        }

        Append(caption, galley, setting);
        ParagraphComposer.Space(galley, first, setting.Leading * 0.9, setting.Leading * 0.9);
        if (first < galley.Count && figure.Caption.Length > 0)
        {
            string title = (figure.Number is null ? "" : figure.Number + ". ") + InlineText.Of(figure.Caption);
            galley[first].Placed = place => composition.Context.Figures.Add((title, place));
        }
    }

    /// <summary>
    /// Sets images with a caption below; for each that cannot be shown, what is said instead. Returns whether the caption was taken in.
    /// </summary>
    internal static bool Show(Composition composition, IReadOnlyList<ImageBlock> images, Setting setting, FragmentStack caption,
        List<Fragment> galley, StructureElement? figure = null)
    {
        var shown = new List<FigureImage>();
        foreach (ImageBlock image in images)
        {
            PdfImage? drawn = ImageLookup.Find(composition, image.Image);
            if (drawn is null)
            {
                Flush(new FragmentStack(), keepsWithNext: true);
                Placeholder(composition, image.Image, setting, figure, galley);
                continue;
            }

            StructureElement? element = figure
                ?? (image.Image.AlternativeText is "" ? null
                : new StructureElement("Figure", setting.Element) { AlternativeText = ImageLookup.Alternative(composition, image.Image) });
            (double width, double height) = ImageLookup.NaturalSize(image.Image);
            LinkTarget? link = image.Link is null || element is null ? null : Linked(image.Link, element);
            shown.Add(new FigureImage(drawn, width, height, (link?.Element ?? element)?.Content()) { Link = link });
        }

        if (shown.Count == 0)
        {
            return false;
        }

        Flush(caption, keepsWithNext: false);
        return true;

        void Flush(FragmentStack below, bool keepsWithNext)
        {
            if (shown.Count > 0)
            {
                Fragments(shown, setting, below, galley, keepsWithNext);
                shown.Clear();
            }
        }
    }

    private static LinkTarget Linked(Uri address, StructureElement element) =>
        new(new StructureElement("Link", element), LinkAddress.Action(address), LinkAddress.Ascii(address));

    // More rows than one page can hold are several fragments; the caption goes with the last.
    private static void Fragments(List<FigureImage> shown, Setting setting, FragmentStack caption, List<Fragment> galley,
        bool keepsWithNext)
    {
        double most = setting.ColumnHeight * (caption.Fragments.Count > 0 ? 1 : 0.98);
        List<IReadOnlyList<FigureImage>> rows = FigureFragment.Arrange(shown, setting.Width, MostHeight(setting));
        var open = new List<IReadOnlyList<FigureImage>>();
        double height = 0;
        foreach (IReadOnlyList<FigureImage> row in rows)
        {
            double rowHeight = row.Max(drawn => drawn.Height);
            if (open.Count > 0 && (height + rowHeight) * 0.62 > most - caption.Height)
            {
                Add(new FragmentStack());
                (open, height) = ([], 0);
            }

            open.Add(row);
            height += rowHeight;
        }

        Add(caption);
        galley[^1].KeepsWithNext = keepsWithNext;

        void Add(FragmentStack below) =>
            galley.Add(new FigureFragment(open, below, setting.Left, setting.Width, setting.Leading * 0.4, most)
        {
            Frame = setting.Frame,
            IsTurned = setting.IsTurned,
            Before = setting.Leading * 0.4,
        });
    }

    private static void Placeholder(Composition composition, ImageReference image, Setting setting, StructureElement? figure,
        List<Fragment> galley)
    {
        int first = galley.Count;
        StructureElement element = figure
            ?? new StructureElement("Figure", setting.Element) { AlternativeText = ImageLookup.Alternative(composition, image) };
        var frame = new Frame(setting.Frame, setting.Left, setting.Width) { Fill = Ink.Gray(0.955), Padding = setting.Leading * 0.7 };
        Setting small =
            Small(composition, setting, setting.Width - 24, setting.Left + 12, 0.82, CreditInk) with { Frame = frame,
            Alignment = Align.Center, Element = element };
        string text = string.IsNullOrWhiteSpace(image.AlternativeText) ? composition.Context.Labels(setting.Language).Picture
            : image.AlternativeText;
        ParagraphComposer.Plain(composition, text, small, element, galley);
        if (image.PublishedAddress is { Scheme: "http" or "https" } published)
        {
            ImmutableArray<Inline> address = [new Link(published, [new TextRun(published.Host)])];
            ParagraphComposer.Inlines(composition, address, small with { Size = small.Size * 0.88 }, element, galley);
        }

        ParagraphComposer.Space(galley, first, setting.Leading * 0.4, setting.Leading * 0.4);
        ParagraphComposer.KeepWithNext(galley, first);
        galley[^1].KeepsWithNext = false;
    }

    private static FragmentStack Caption(Composition composition, Figure figure, Setting setting, StructureElement caption,
        (double Width, bool IsNarrow) measure)
    {
        if (figure.Caption.IsEmpty && figure.Credit.IsEmpty)
        {
            return new FragmentStack();
        }

        var lines = new List<Fragment>();
        double width = measure.Width;
        double left = setting.Left + ((setting.Width - width) / 2);
        ImmutableArray<Inline> text = figure.Number is null
            ? figure.Caption
            : [new Styled(TextStyle.Strong,
                [new TextRun(figure.Number.Replace(' ', '\u00A0') + (figure.Caption.IsEmpty ? "" : ".\u2002"))]), .. figure.Caption];
        Setting captionSetting = Small(composition, setting, width, left, 0.84, CaptionInk);
        Setting creditSetting = Small(composition, setting, width, left, 0.73, CreditInk);
        ShapedParagraph? first = Build(text, captionSetting), second = Build(figure.Credit, creditSetting);
        // What fits on lines of its own is centred; a longer caption begins where the image does, and its credit with it.
        bool isCentred = Fits(first) && Fits(second);
        Set(first, captionSetting);
        int credit = lines.Count;
        Set(second, creditSetting);
        if (credit > 0 && credit < lines.Count)
        {
            lines[credit].Before = setting.Size * 0.18;
        }

        foreach (Fragment line in lines)
        {
            line.KeepsWithPrevious = true;
        }

        return new FragmentStack(lines);

        ShapedParagraph? Build(ImmutableArray<Inline> inlines, Setting own)
        {
            if (inlines.IsEmpty)
            {
                return null;
            }

            ParagraphBuilder builder = ParagraphComposer.Builder(composition.Context, own);
            new InlineComposer(composition, own, builder).Add(inlines, InlineComposer.PlainVoice(own, new StructureElement("P", caption)));
            return builder.Build();
        }

        bool Fits(ShapedParagraph? paragraph) =>
            paragraph is null || (paragraph.NaturalWidth <= width && !paragraph.Text.Contains('\u2028', StringComparison.Ordinal));

        void Set(ShapedParagraph? paragraph, Setting own)
        {
            if (paragraph is null)
            {
                return;
            }

            // Several lines below a small image are balanced in the middle; a last line of one character is never left.
            ParagraphComposer.Lines(composition.Context,
                own with { IsBalanced = !isCentred && (measure.IsNarrow || EndsInScraps(paragraph, own)) }, paragraph, lines, isCentred
                || measure.IsNarrow);
        }
    }

    private static bool EndsInScraps(ShapedParagraph paragraph, Setting setting)
    {
        IReadOnlyList<ParagraphLine> lines = paragraph.Break(new LineShape(setting.Width));
        return lines.Count > 1 && lines[^1].Width < setting.Size * 2.4;
    }

    private static void Append(FragmentStack caption, List<Fragment> galley, Setting setting)
    {
        for (int i = 0; i < caption.Fragments.Count; i++)
        {
            Fragment line = caption.Fragments[i].Fragment;
            if (i == 0)
            {
                line.Before = setting.Leading * 0.4;
                if (galley.Count > 0)
                {
                    galley[^1].After = 0;
                }
            }

            line.KeepsWithPrevious = i < 3;
            galley.Add(line);
        }
    }

    // As wide as what it belongs to, where that is wide enough to be read below; else wider, and centred.
    private static (double Width, bool IsNarrow) CaptionMeasure(Setting setting, ImageBlock[] images)
    {
        const double WideEnough = 0.6;
        FigureImage[] shown = [.. images.Where(image => image.Image.Stored is not null).Select(image =>
        {
            (double width, double height) = ImageLookup.NaturalSize(image.Image);
            return new FigureImage(null!, width, height, null);
        })];
        double widest = shown.Length == 0 ? setting.Width
            : FigureFragment.Arrange(shown, setting.Width, MostHeight(setting)).Max(FigureFragment.WidthOf);
        return widest >= setting.Width * WideEnough ? (Math.Min(widest, setting.Width), false)
            : (Math.Min(setting.Width, Math.Max(setting.Width * 0.72, 180)), true);
    }

    private static double MostHeight(Setting setting) => setting.ImageHeight ?? setting.ColumnHeight * 0.72;

    /// <summary>The smaller type of captions.</summary>
    internal static Setting Small(Composition composition, Setting setting, double width, double left, double scale, Ink ink) =>
        setting with
    {
        Role = composition.Context.Options.HeadingFont,
        Size = setting.Size * scale,
        LineHeight = Math.Min(setting.LineHeight, 1.4),
        Width = width,
        Left = left,
        Ink = ink,
        IsBold = false,
        IsItalic = false,
        HasIndents = false,
        Alignment = Align.Start,
    };
}
