using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf.Text;

// Where lines may end: between clusters, and inside those that hyphenation takes apart.
internal sealed partial class LineItemBuilder
{
    private const int AfterHyphenPenalty = 50;
    private const int WithinHangulPenalty = 50;
    private const int WithinPhrasePenalty = 150;
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
