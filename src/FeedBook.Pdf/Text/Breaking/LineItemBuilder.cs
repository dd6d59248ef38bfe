using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf.Text;

/// <summary>Cuts a shaped paragraph into items and break places.</summary>
internal sealed class LineItemBuilder(ShapedParagraph paragraph, WordDivider? divider)
{
    private readonly LineItems _result = new();
    private readonly string _text = paragraph.Text;
    private SquareFill _fillBefore;
    private int _characterBefore;
    private float _pendingHalf;
    private int _glueEnd;
    private int _boxGlyph = -1;
    private int _boxText;
    private float _boxWidth;

    public LineItems Build()
    {
        int run = 0;
        int at = 0;
        while (at < _text.Length)
        {
            if (run < paragraph.Runs.Count && paragraph.Runs[run].TextStart == at)
            {
                AddRun(run);
                at = paragraph.Runs[run].TextEnd;
                run++;
                continue;
            }

            AddBreakBefore(at, null);
            if (paragraph.Boxes.TryGetValue(at, out InlineBox? box))
            {
                AddGap(box.Kind == InlineBoxKind.Ideograph ? 0x4E00 : Characters.ObjectReplacement, SquareFill.None, 0);
                _result.Items.Add(new LineItem(false, (float)box.Width, 0, 0, at, at + 1, -1, 0, 0));
                _characterBefore = box.Kind == InlineBoxKind.Ideograph ? 0x4E00 : Characters.ObjectReplacement;
                _fillBefore = box.Kind == InlineBoxKind.Ideograph ? SquareFill.Whole : SquareFill.None;
            }

            at++;
        }

        FlushHalf(_text.Length);
        _result.Places.Add(new BreakPlace(_result.Items.Count, _text.Length, 0, LineEnd.Final));
        return _result;
    }

    private void AddRun(int index)
    {
        ShapedRun run = paragraph.Runs[index];
        List<ShapedGlyph> glyphs = paragraph.Glyphs;
        float em = (float)run.Style.Size;
        bool keeps = run.Style.KeepSpaces;

        // Characters before the first glyph (controls) may be break places too.
        int textAt = run.TextStart;
        for (int g = run.GlyphStart; g < run.GlyphEnd;)
        {
            int start = glyphs[g].Cluster;
            int next = g;
            float width = 0;
            do
            {
                width += glyphs[next].Advance;
                next++;
            }
            while (next < run.GlyphEnd && glyphs[next].Cluster == start);
            int end = next < run.GlyphEnd ? glyphs[next].Cluster : run.TextEnd;
            for (; textAt <= start; textAt++)
            {
                if (paragraph.Breaks[textAt] != BreakKind.None)
                {
                    Flush(index, textAt, g);
                    AddBreakBefore(textAt, run);
                }
            }

            textAt = start + 1;
            char c = _text[start];
            if (c == ' ' && !keeps)
            {
                Flush(index, start, g);
                FlushHalf(start);
                _result.Items.Add(new LineItem(true, width, width * 0.5f, width / 3, start, end, index, g, next));
                (_characterBefore, _fillBefore) = (c, SquareFill.None);
            }
            else if (c == '\u00A0' && !keeps && !IsSetOffSign(start))
            {
                // Never a line's end, but it gives like any space: ink to whoever trims a line.
                Flush(index, start, g);
                FlushHalf(start);
                _result.Items.Add(new LineItem(false, width, width * 0.5f, width / 3, start, end, index, g, next));
                (_characterBefore, _fillBefore) = (c, SquareFill.None);
            }
            else
            {
                AddCluster(index, run, g, next, start, end, width, em, keeps);
                textAt = AddPlacesInside(index, run, g, next, start, end, width, textAt);
            }

            g = next;
        }

        Flush(index, run.TextEnd, run.GlyphEnd);
        for (; textAt < run.TextEnd; textAt++)
        {
            if (paragraph.Breaks[textAt] != BreakKind.None)
            {
                AddBreakBefore(textAt, run);
            }
        }
    }

    // The space before French ; : ! ? and inside « » is a part of the sign: it does not give.
    private bool IsSetOffSign(int space) =>
        (space + 1 < _text.Length && _text[space + 1] is ':' or ';' or '!' or '?' or '»' or '›' or '%')
            || (space > 0 && _text[space - 1] is '«' or '‹');

    private void AddCluster(int index, ShapedRun run, int glyph, int glyphEnd, int start, int end, float width, float em, bool keeps)
    {
        int c = Characters.At(_text, start, out _);
        SquareFill fill = keeps ? SquareFill.None : IdeographicSpacing.Fill(c, run.Face, paragraph.Glyphs[glyph].Glyph);

        if (fill == SquareFill.None && _fillBefore == SquareFill.None)
        {
            BeginBox(start, glyph);
            _boxWidth += width;
            _characterBefore = c;
        }
        else
        {
            Flush(index, start, glyph);
            if (!keeps)
            {
                AddGap(c, fill, em);
            }

            float half = fill is SquareFill.Left or SquareFill.Right ? em / 2 : 0;
            if (fill == SquareFill.None)
            {
                BeginBox(start, glyph);
                _boxWidth += width;
            }
            else
            {
                _result.Items.Add(new LineItem(false, width - half, 0, 0, start, end, index, glyph, glyphEnd, fill == SquareFill.Right
                    ? -half : 0));
                _pendingHalf = fill == SquareFill.Left ? half : 0;
            }

            (_characterBefore, _fillBefore) = (c, fill);
        }

        _glueEnd = end;
    }

    /// <summary>The room between the cluster before and one that begins with <paramref name="c"/>.</summary>
    private void AddGap(int c, SquareFill fill, float em)
    {
        int at = _glueEnd;
        if (_fillBefore == SquareFill.Left)
        {
            if (fill == SquareFill.Left)
            {
                _pendingHalf = 0;
                return;
            }

            _pendingHalf = fill == SquareFill.Middle ? Math.Min(_pendingHalf, em / 4) : _pendingHalf;
            FlushHalf(at);
            return;
        }

        if (fill == SquareFill.Right)
        {
            if (_fillBefore != SquareFill.Right)
            {
                // Behind a mark in the middle of its square a quarter is blank already.
                float half = _fillBefore == SquareFill.Middle ? em / 4 : em / 2;
                AddRoom(half, 0, half / 2, at);
            }

            return;
        }

        if (fill != SquareFill.None && _fillBefore != SquareFill.None)
        {
            AddRoom(0, IdeographicSpacing.Give * em, 0, at);
        }
        else if ((fill == SquareFill.Whole && Characters.IsIdeographOrKana(c) && IdeographicSpacing.IsLatinLike(_characterBefore))
            || (_fillBefore == SquareFill.Whole && Characters.IsIdeographOrKana(_characterBefore) && IdeographicSpacing.IsLatinLike(c)))
        {
            AddRoom(IdeographicSpacing.LatinGap * em, em / 8, em / 8, at);
        }
    }

    private void AddRoom(float width, float stretch, float shrink, int at) =>
        _result.Items.Add(new LineItem(true, width, stretch, shrink, at, at, -1, 0, 0));

    private void FlushHalf(int at)
    {
        if (_pendingHalf > 0)
        {
            AddRoom(_pendingHalf, 0, _pendingHalf / 2, at);
            _pendingHalf = 0;
        }
    }

    private void BeginBox(int text, int glyph)
    {
        if (_boxGlyph < 0)
        {
            (_boxGlyph, _boxText, _boxWidth) = (glyph, text, 0);
        }
    }

    private void Flush(int run, int textEnd, int glyphEnd)
    {
        if (_boxGlyph >= 0 && glyphEnd > _boxGlyph)
        {
            _result.Items.Add(new LineItem(false, _boxWidth, 0, 0, _boxText, textEnd, run, _boxGlyph, glyphEnd));
        }

        _boxGlyph = -1;
        _boxWidth = 0;
    }

    private const int AfterHyphenPenalty = 50;
    private const int WithinHangulPenalty = 50;
    private const int WithinPhrasePenalty = 900;
    private const int HyphenPenalty = 60;
    private const int SoftHyphenPenalty = 40;

    private void AddBreakBefore(int at, ShapedRun? run)
    {
        BreakKind kind = paragraph.Breaks[at];
        if (kind == BreakKind.None || (paragraph.Style.KeepsPhrases && IsWithinHangulWord(at)))
        {
            // A title in Korean breaks between words, where one is not wider than the line.
            return;
        }

        // A closing bracket's blank half belongs to the end of the line, where it vanishes.
        FlushHalf(at);
        int item = _result.Items.Count;
        if (kind == BreakKind.Mandatory)
        {
            _result.Places.Add(new BreakPlace(item, at, 0, LineEnd.Forced));
            (_fillBefore, _characterBefore) = (SquareFill.None, 0);
            return;
        }

        char before = _text[at - 1];
        if (before == Characters.SoftHyphen && run is not null)
        {
            _result.Places.Add(new BreakPlace(item, at, SoftHyphenPenalty, LineEnd.Hyphenated, true, HyphenWidth(run)));
            return;
        }

        bool hyphen = before is '-' or '\u2010';
        int penalty = hyphen ? AfterHyphenPenalty : IsWithinHangulWord(at)
            ? WithinHangulPenalty : before == '/' ? HyphenPenalty : 0;
        if (paragraph.Style.KeepsPhrases && IsWithinPhrase(_text, at))
        {
            penalty += WithinPhrasePenalty;
        }

        _result.Places.Add(new BreakPlace(item, at, penalty, hyphen ? LineEnd.Hyphenated : LineEnd.Wrapped));
        if (run is not null && UnicodeTable.Instance[_text[at]].LineBreak == LineBreakClass.SA
            && UnicodeTable.Instance[before].LineBreak is LineBreakClass.SA or LineBreakClass.CM)
        {
            // Between words without a space a line gives a little, or hardly any line of such a script could be full.
            AddRoom(0, IdeographicSpacing.Give * (float)run.Style.Size, 0, at);
        }
    }

    /// <summary>True for a place between two Han or kana letters: a title had better break at a space or a mark.</summary>
    public static bool IsWithinPhrase(string text, int at) =>
        at > 0 && at < text.Length && Characters.IsIdeographOrKana(text[at - 1]) && Characters.IsIdeographOrKana(text[at]);

    private bool IsWithinHangulWord(int at) =>
        at > 0 && at < _text.Length && _text[at - 1] is >= '\uAC00' and <= '\uD7A3' && _text[at] is >= '\uAC00' and <= '\uD7A3';

    /// <summary>
    /// Places within a cluster and after it up to the next: where hyphenation and soft hyphens take words, and ligatures, apart.
    /// </summary>
    private int AddPlacesInside(int index, ShapedRun run, int glyph, int glyphEnd, int start, int end, float width, int textAt)
    {
        bool split = false;
        for (int at = start + 1; at <= end && at < _text.Length; at++)
        {
            bool soft = at < end && paragraph.Breaks[at] != BreakKind.None && _text[at - 1] == Characters.SoftHyphen;
            bool pattern = divider is not null && divider.MayDivide(at);
            if (at < end)
            {
                textAt = at + 1;
            }

            if (!soft && !pattern)
            {
                continue;
            }

            bool inside = at < end && HasInk(at, end);
            if (!inside)
            {
                if (pattern && at == end)
                {
                    Flush(index, end, glyphEnd);
                    _result.Places.Add(new BreakPlace(_result.Items.Count, at, HyphenPenalty, LineEnd.Hyphenated, true, HyphenWidth(run)));
                }
                else if (soft)
                {
                    Flush(index, end, glyphEnd);
                    _result.Places.Add(new BreakPlace(_result.Items.Count, at, SoftHyphenPenalty, LineEnd.Hyphenated, true,
                        HyphenWidth(run)));
                }

                continue;
            }

            if (split)
            {
                continue;
            }

            // A ligature's letters share its width until it is really taken apart.
            split = true;
            float before = width * (at - start) / (end - start);
            SplitBox(index, glyph, start, width);
            _result.Places.Add(new BreakPlace(
                _result.Items.Count, at, soft ? SoftHyphenPenalty : HyphenPenalty, LineEnd.Hyphenated, true, before + HyphenWidth(run),
                    width - before, true));
            _result.Items.Add(new LineItem(false, width, 0, 0, start, end, index, glyph, glyphEnd));
        }

        return textAt;
    }

    /// <summary>Takes the last cluster off the open box, to stand by itself.</summary>
    private void SplitBox(int index, int glyph, int start, float width)
    {
        if (_boxGlyph == glyph)
        {
            (_boxGlyph, _boxWidth) = (-1, 0);
            return;
        }

        _boxWidth -= width;
        Flush(index, start, glyph);
    }

    private bool HasInk(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (!Characters.IsIgnorable(_text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static float HyphenWidth(ShapedRun run)
    {
        int glyph = run.Face.Glyph('-');
        return glyph > 0 ? (float)(run.Face.Advance(glyph) * run.Scale) : (float)run.Style.Size / 3;
    }
}
