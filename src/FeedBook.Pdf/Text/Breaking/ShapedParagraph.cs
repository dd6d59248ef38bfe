using FeedBook.Pdf.Text.Unicode;
using FeedBook.Pdf.Text.Words;

namespace FeedBook.Pdf.Text;

/// <summary>A shaped paragraph, to be broken into lines as often as needed. One thread at a time.</summary>
internal sealed class ShapedParagraph
{
    // A word of a million letters has as many places: which of them is best is not worth a minute.
    private const int MostPlacesWithinWords = 20_000;

    private readonly TextShaper _shaper;
    private readonly ParagraphStyle _style;
    private readonly IReadOnlyList<TextSpan> _spans;
    private readonly IReadOnlyDictionary<int, InlineBox> _boxes;
    private readonly byte[] _levels;
    private readonly BreakKind[] _breaks;
    private readonly List<ShapedGlyph> _glyphs;
    private readonly List<ShapedRun> _runs = [];
    private readonly byte _baseLevel;
    private readonly bool _keepsSpaces;
    private LineItems? _plain;
    private LineItems? _hyphenated;

    internal ShapedParagraph(TextShaper shaper, ParagraphStyle style, string text, IReadOnlyList<TextSpan> spans, IReadOnlyDictionary<int,
        InlineBox> boxes)
    {
        (_shaper, _style, Text, _spans, _boxes) = (shaper, style, text, spans, boxes);
        string analysed = boxes.Count == 0 ? text : StandIns(text, boxes);
        byte? level = style.Direction switch
        {
            ParagraphDirection.LeftToRight => 0,
            ParagraphDirection.RightToLeft => 1,
            _ => null,
        };
        _levels = level == 1 || BidiAlgorithm.IsNeeded(analysed) ? BidiAlgorithm.Resolve(analysed, level, out _baseLevel) : [];
        _breaks = LineBreakRules.Find(analysed);
        WordBreaks.Add(analysed, _breaks, shaper.Fonts.Report.ScriptsWithoutWords);
        _glyphs = new List<ShapedGlyph>(text.Length);
        foreach (TextSpan span in spans)
        {
            _keepsSpaces |= span.Style.KeepSpaces;
            shaper.Shape(text, span, _levels, style.Language, _glyphs, _runs);
        }
    }

    /// <summary>The text after folding: U+FFFC for boxes, U+2028 for forced breaks.</summary>
    public string Text { get; }

    public bool IsRightToLeft => (_baseLevel & 1) != 0;

    /// <summary>Points of the longest line when nothing but forced breaks ends one.</summary>
    public double NaturalWidth => Plain.Places.Count == 0 ? 0 : LineMeasure.Of(Plain).WidestLine();

    /// <summary>Points of the widest piece that only an emergency break would part; hyphenation is not counted on.</summary>
    public double MinimumWidth => Plain.Places.Count == 0 ? 0
        : LineMeasure.Of(Plain).WidestPiece(_style.Alignment == LineAlignment.Justify);

    internal ParagraphStyle Style => _style;

    internal TextShaper Shaper => _shaper;

    internal IReadOnlyList<TextSpan> Spans => _spans;

    internal IReadOnlyDictionary<int, InlineBox> Boxes => _boxes;

    internal List<ShapedGlyph> Glyphs => _glyphs;

    internal List<ShapedRun> Runs => _runs;

    internal BreakKind[] Breaks => _breaks;

    internal byte LevelAt(int index) => _levels.Length == 0 ? (byte)0 : (uint)index < (uint)_levels.Length ? _levels[index] : _baseLevel;

    internal byte BaseLevel => _baseLevel;

    private LineItems Plain => _plain ??= new LineItemBuilder(this, null).Build();

    private LineItems Hyphenated => _hyphenated ??= new LineItemBuilder(this, new WordDivider(this)).Build();

    /// <summary>
    /// Breaks the paragraph into lines. May be called again with another shape; the shaping is kept. Empty when there is no text.
    /// </summary>
    public IReadOnlyList<ParagraphLine> Break(LineShape shape)
    {
        if (Text.Length == 0)
        {
            return [];
        }

        bool mayHyphenate = _style.Hyphenate && !_keepsSpaces;
        var composer = new LineComposer(this, shape);
        double narrowest = NarrowestLine(shape);
        if (_style.TotalFit && !_keepsSpaces)
        {
            LineItems plain = EmergencyBreaks.Add(this, Plain, narrowest, out bool added);
            // A title's line may be shorter, where it then ends at a space or a mark.
            double strict = _style.KeepsPhrases ? TotalFit.Title : TotalFit.Strict;
            int[]? tight = added ? null : TotalFit.Find(plain, shape, _style, strict);
            if (tight is not null && !TotalFit.EndsInRunt(plain, shape, _style, tight))
            {
                return composer.Compose(plain, tight);
            }

            LineItems whole = mayHyphenate ? Hyphenated : Plain, all = EmergencyBreaks.Add(this, whole, narrowest, out _);
            if (all.Places.Count - whole.Places.Count > MostPlacesWithinWords)
            {
                return composer.Compose(all, FirstFit.Find(all, shape, _style));
            }

            int[]? loose = TotalFit.Find(all, shape, _style, TotalFit.Tolerant);
            if (tight is not null && (loose is null || TotalFit.EndsInRunt(all, shape, _style, loose)))
            {
                // Looser lines and divided words would not help: the even ones stay.
                return composer.Compose(plain, tight);
            }

            if ((loose ?? TotalFit.Find(all, shape, _style, TotalFit.Anything)) is { } found)
            {
                return composer.Compose(all, found);
            }
        }

        LineItems items = EmergencyBreaks.Add(this, mayHyphenate ? Hyphenated : Plain, narrowest, out _);
        return composer.Compose(items, FirstFit.Find(items, shape, _style));
    }

    /// <summary>The whole text on one line, whatever its width.</summary>
    internal ParagraphLine Unbroken()
    {
        var composer = new LineComposer(this, new LineShape(0));
        LineItems items = Plain;
        return composer.ComposeWhole(items);
    }

    private double NarrowestLine(LineShape shape)
    {
        double narrowest = shape.Width;
        for (int i = 0; i < shape.FirstCount; i++)
        {
            narrowest = Math.Min(narrowest, shape.Line(i).Width);
        }

        return Math.Min(narrowest, shape.Line(0).Width - _style.FirstIndent);
    }

    /// <summary>Boxes as characters that break, and read, as they shall.</summary>
    private static string StandIns(string text, IReadOnlyDictionary<int, InlineBox> boxes) =>
        string.Create(text.Length, (text, boxes), static (span, from) =>
    {
        from.text.CopyTo(span);
        foreach ((int at, InlineBox box) in from.boxes)
        {
            span[at] = box.Kind switch
            {
                InlineBoxKind.Attached => '\u0301',
                _ when box.IsRightToLeft => '\u05D0',
                InlineBoxKind.Ideograph => '\u4E00',
                _ => Characters.ObjectReplacement,
            };
        }
    });
}
