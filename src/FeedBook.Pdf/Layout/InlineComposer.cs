using System.Collections.Immutable;
using System.Globalization;
using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using FeedBook.Pdf.Text;
using FeedBook.Text;

namespace FeedBook.Pdf.Layout;

/// <summary>Turns inlines into styled runs of a paragraph, each with its place in the tag tree.</summary>
/// <param name="composition">The chapter.</param>
/// <param name="setting">How the block is set.</param>
/// <param name="builder">The paragraph.</param>
internal sealed class InlineComposer(Composition composition, Setting setting, ParagraphBuilder builder)
{
    private static readonly Ink LinkInk = new(0.08, 0.25, 0.45);
    private static readonly Ink CodeGround = Ink.Gray(0.945);
    private static readonly Ink MarkGround = new(1, 0.94, 0.62);

    /// <summary>How a run is set: what changes from one inline to the next.</summary>
    internal sealed record Voice
    {
        public required StructureElement Element { get; init; }

        public required FontRole Role { get; init; }

        public required double Size { get; init; }

        public required string Language { get; init; }

        public required Ink Ink { get; init; }

        public double Rise { get; init; }

        public bool IsBold { get; init; }

        public bool IsItalic { get; init; }

        public bool IsUnderlined { get; init; }

        public bool IsStruck { get; init; }

        public Ink? Ground { get; init; }

        public LinkTarget? Link { get; init; }

        public int Anchor { get; init; }
    }

    /// <summary>How plain text of the block is set.</summary>
    public static Voice PlainVoice(Setting setting, StructureElement element) => new()
    {
        Element = element,
        Role = setting.Role,
        Size = setting.Size,
        Language = setting.Language,
        Ink = setting.Ink,
        IsBold = setting.IsBold,
        IsItalic = setting.IsItalic,
    };

    /// <summary>Adds inlines.</summary>
    public void Add(ImmutableArray<Inline> inlines, Voice voice)
    {
        for (int i = 0; i < inlines.Length; i++)
        {
            if (inlines[i] is Ruby ruby)
            {
                // A reading may reach over its neighbours, unless these have readings too.
                bool isAlone = ruby.Segments.Length == 1 && (i == 0 || inlines[i - 1] is not Ruby)
                    && (i + 1 == inlines.Length || inlines[i + 1] is not Ruby);
                AddRuby(ruby, voice, isAlone ? voice.Size * 0.25 : 0);
            }
            else
            {
                Add(inlines[i], voice);
            }
        }
    }

    /// <summary>
    /// Adds inlines whose links lead out of the book even where it holds what they lead to, and whose addresses are printed already.
    /// </summary>
    public void AddOutside(ImmutableArray<Inline> inlines, Voice voice)
    {
        foreach (Inline inline in inlines)
        {
            if (inline is Link link)
            {
                var element = new StructureElement("Link", voice.Element);
                Add(link.Content,
                    voice with { Element = element,
                    Link = new LinkTarget(element, LinkAddress.Action(link.Address), link.Title ?? LinkAddress.Ascii(link.Address)) });
            }
            else
            {
                Add(inline, voice);
            }
        }
    }

    /// <summary>Adds plain text.</summary>
    public void Add(string text, Voice voice, FootNote? note = null) =>
        builder.AddText(text, StyleOf(voice), TagOf(voice) with { Note = note });

    private void Add(Inline inline, Voice voice)
    {
        switch (inline)
        {
            case TextRun text:
                Add(text.Value, voice);
                break;
            case Styled styled:
                AddStyled(styled, voice);
                break;
            case Link link:
                AddLink(link, voice);
                break;
            case Span span:
                AddSpan(span, voice);
                break;
            case Formula formula:
                Add(formula.Content,
                    voice with { Element = new StructureElement("Formula", voice.Element) { AlternativeText = formula.Tex
                    ?? InlineText.Of(formula.Content) } });
                break;
            case LineBreak:
                builder.AddLineBreak();
                break;
            case InlineImage image:
                AddImage(image.Image, voice);
                break;
            case NoteReference reference:
                AddNote(reference, voice);
                break;
        }
    }

    private void AddStyled(Styled styled, Voice voice)
    {
        Voice inner = styled.Style switch
        {
            TextStyle.Emphasis => voice with { IsItalic = !voice.IsItalic },
            TextStyle.Strong => voice with { IsBold = true },
            TextStyle.Underline => voice with { IsUnderlined = true },
            TextStyle.Strikethrough => voice with { IsStruck = true },
            TextStyle.Superscript => voice with { Size = Math.Max(voice.Size * 0.68, 4), Rise = voice.Rise + (voice.Size * 0.36) },
            TextStyle.Subscript => voice with { Size = Math.Max(voice.Size * 0.68, 4), Rise = voice.Rise - (voice.Size * 0.16) },
            TextStyle.Small => voice with { Size = Math.Max(voice.Size * 0.84, 4) },
            TextStyle.Mark => voice with { Ground = MarkGround },
            TextStyle.Code =>
                voice with { Role = FontRole.Mono, Size = voice.Role == FontRole.Mono ? voice.Size : voice.Size * 0.9, Ground = CodeGround,
                Element = new StructureElement("Code", voice.Element) },
            _ => voice,
        };
        if (styled.Style == TextStyle.Quote)
        {
            (string open, string close) = QuotationMarks(voice.Language);
            Add(open, inner);
            Add(styled.Content, inner);
            Add(close, inner);
            return;
        }

        Add(styled.Content, inner);
    }

    private void AddLink(Link link, Voice voice)
    {
        if (Target(link, voice) is not { } target)
        {
            Add(link.Content, voice);
            return;
        }

        Add(link.Content, voice with { Element = target.Element, Link = target, Ink = setting.HasPlainLinks ? voice.Ink : LinkInk });
        if (composition.Context.Options.HasLinkNotes && link.Address.IsAbsoluteUri
            && target.Action.StartsWith("/A", StringComparison.Ordinal)
            && !InlineText.Of(link.Content).Contains(LinkAddress.Readable(link.Address), StringComparison.OrdinalIgnoreCase))
        {
            string number = composition.LinkNumber(link.Address).ToString(CultureInfo.InvariantCulture);
            // A word joiner keeps the number on the link's line.
            Add("\u2060[" + number + "]",
                voice with { Size = Math.Max(voice.Size * 0.62, 4), Rise = voice.Rise + (voice.Size * 0.36), Ink = Ink.Gray(0.35) });
        }
    }

    private LinkTarget? Target(Link link, Voice voice)
    {
        if (!link.Address.IsAbsoluteUri)
        {
            string id = Uri.UnescapeDataString(link.Address.OriginalString.TrimStart('#'));
            int anchor = composition.Anchor(id);
            return anchor == 0 ? null
                : new LinkTarget(new StructureElement("Link", voice.Element), LinkAddress.GoTo(anchor), link.Title
                ?? InlineText.Of(link.Content));
        }

        var element = new StructureElement("Link", voice.Element);
        return composition.Context.Targets.Find(link.Address) is { } start
            ? new LinkTarget(element, LinkAddress.GoTo(start), link.Title ?? InlineText.Of(link.Content))
            : new LinkTarget(element, LinkAddress.Action(link.Address), link.Title ?? LinkAddress.Ascii(link.Address));
    }

    private void AddSpan(Span span, Voice voice)
    {
        Voice inner = voice with { Anchor = composition.Anchor(span.Id) };
        if (span.Language is not null && span.Language != voice.Language)
        {
            inner = inner with { Language = span.Language,
                Element = new StructureElement("Span", voice.Element) { Language = span.Language } };
        }

        TextDirection? direction = span.Direction
            ?? (span.Language is null ? null : LanguageTag.IsRightToLeft(span.Language) ? TextDirection.RightToLeft
            : TextDirection.LeftToRight);
        if (direction is { } way)
        {
            builder.OpenIsolate(way == TextDirection.RightToLeft ? ParagraphDirection.RightToLeft : ParagraphDirection.LeftToRight);
        }

        Add(span.Content, inner);
        if (direction is not null)
        {
            builder.CloseIsolate();
        }
    }

    private void AddRuby(Ruby ruby, Voice voice, double overhang)
    {
        var element = new StructureElement("Ruby", voice.Element);
        foreach (RubySegment segment in ruby.Segments)
        {
            // A reading longer than its text is wanted on several lines nowhere: the pair stands as one, as a Han character does.
            var baseElement = new StructureElement("RB", element);
            var baseBuilder =
                new ParagraphBuilder(composition.Context.Shaper,
                new ParagraphStyle { Alignment = LineAlignment.Left, Language = voice.Language,
                Direction = ParagraphDirection.LeftToRight });
            new InlineComposer(composition, setting, baseBuilder).Add(segment.Base, voice with { Element = baseElement });
            ShapedParagraph text = baseBuilder.Build();
            ParagraphLine line = text.Break(new LineShape(1e6))[0];
            var reading = new StructureElement("RT", element);
            ParagraphLine? above = segment.Reading.Length == 0 ? null : composition.Context.Shaper.Line(
                segment.Reading,
                composition.Context.Style(voice.Role, false, false, voice.Language, voice.Size * 0.5),
                tag: new InlineTag(reading.Content(), voice.Ink));
            var drawing = new RubyDrawing(line, above, voice.Size, overhang, TagOf(voice with { Element = baseElement }));
            builder.AddBox(new InlineBox(drawing.Width, drawing.Ascent, voice.Size * 0.2, drawing) { Kind = InlineBoxKind.Ideograph });
        }
    }

    private void AddImage(ImageReference image, Voice voice)
    {
        PdfImage? drawn = ImageLookup.Find(composition, image);
        if (drawn is null)
        {
            if (!string.IsNullOrWhiteSpace(image.AlternativeText))
            {
                Add("[" + image.AlternativeText + "]", voice with { Ink = Ink.Gray(0.4) });
            }

            return;
        }

        (double width, double height) = ImageLookup.NaturalSize(image);
        // Taller than three lines, an image in a line tears the text apart.
        double scale = Math.Min(1, Math.Min(setting.Width / width, Math.Max(setting.Leading * 3, setting.ColumnHeight / 3) / height));
        bool isDecoration = image.AlternativeText is "";
        StructureElement element = isDecoration ? voice.Element
            : new StructureElement("Figure", voice.Element) { AlternativeText = ImageLookup.Alternative(composition, image) };
        var drawing = new ImageDrawing(drawn, width * scale, height * scale, TagOf(voice with { Element = element }), isDecoration);
        builder.AddBox(new InlineBox(drawing.Width, drawing.Height - drawing.Descent(voice.Size), drawing.Descent(voice.Size), drawing));
    }

    private void AddNote(NoteReference reference, Voice voice)
    {
        if (composition.Call(reference.NoteId) is not { } note)
        {
            Add(reference.Label, voice with { Size = Math.Max(voice.Size * 0.68, 4), Rise = voice.Rise + (voice.Size * 0.36) });
            return;
        }

        var element = new StructureElement("Link", new StructureElement("Reference", voice.Element));
        string number = note.Number.ToString(CultureInfo.InvariantCulture);
        Voice raised =
            voice with { Element = element, Ink = LinkInk, Size = Math.Max(voice.Size * 0.68, 4), Rise = voice.Rise + (voice.Size * 0.36),
            Link = new LinkTarget(element, LinkAddress.GoTo(note.Anchor), number) };
        Add("\u2060" + number, raised, note.Note);
    }

    private RunStyle StyleOf(Voice voice) =>
        composition.Context.Style(voice.Role, voice.IsBold, voice.IsItalic, voice.Language, voice.Size, voice.Rise,
            hyphenates: voice.Role != FontRole.Mono);

    private static InlineTag TagOf(Voice voice) => new(voice.Element.Content(), voice.Ink)
    {
        Link = voice.Link,
        IsUnderlined = voice.IsUnderlined,
        IsStruck = voice.IsStruck,
        Ground = voice.Ground,
        Anchor = voice.Anchor,
    };

    private static (string Open, string Close) QuotationMarks(string language) => LanguageTag.Primary(language) switch
    {
        "de" or "cs" or "sk" => ("„", "“"),
        "fr" => ("«\u202F", "\u202F»"),
        "ru" or "es" or "it" or "uk" or "el" or "ar" or "fa" => ("«", "»"),
        "ja" => ("「", "」"),
        "zh" when language.Contains("Hant", StringComparison.Ordinal) || language.Contains("TW", StringComparison.Ordinal)
            || language.Contains("HK", StringComparison.Ordinal) => ("「", "」"),
        _ => ("“", "”"),
    };
}
