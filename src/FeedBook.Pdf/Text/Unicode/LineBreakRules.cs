using System.Globalization;
using static FeedBook.Pdf.Text.Unicode.LineBreakClass;

namespace FeedBook.Pdf.Text.Unicode;

/// <summary>Whether a line may end before a character.</summary>
internal enum BreakKind : byte
{
    None,
    Allowed,
    Mandatory,
}

/// <summary>
/// The Unicode Line Breaking Algorithm (UAX #14, revision 50, with its simple rule for numbers). Kinsoku falls out of its classes: no
/// closing punctuation or small kana at a line's start, no opening bracket at its end. One rule of ours: quotation marks beside
/// ideographs open and close like brackets, as revision 53 has it.
/// </summary>
internal static class LineBreakRules
{
    /// <summary>For each UTF-16 unit: may the line end before it? The first has none; the end of the text is not told.</summary>
    public static BreakKind[] Find(ReadOnlySpan<char> text)
    {
        var breaks = new BreakKind[text.Length];
        if (text.IsEmpty)
        {
            return breaks;
        }

        var state = new State(text);
        for (int i = state.Start(); i < text.Length;)
        {
            breaks[i] = state.Step(i, out int length);
            i += length;
        }

        return breaks;
    }

    private ref struct State(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private readonly UnicodeTable _unicode = UnicodeTable.Instance;

        // The class before the current place, marks absorbed (LB9); the one before it; the one before any spaces.
        private LineBreakClass _before;
        private LineBreakClass _beforeThat;
        private LineBreakClass _beforeSpaces;
        private LineBreakClass _raw;
        private int _beforeCharacter;
        private int _flags;

        public int Start()
        {
            int c = Characters.At(_text, 0, out int length);
            _raw = Resolve(c, 0, length);
            _before = _raw is CM or ZWJ ? AL : _raw;
            _beforeThat = XX;
            _beforeSpaces = _before;
            _beforeCharacter = c;
            _flags = _before == RI ? 1 : 0;
            return length;
        }

        public BreakKind Step(int at, out int length)
        {
            int c = Characters.At(_text, at, out length);
            LineBreakClass next = Resolve(c, at, length);
            LineBreakClass rawBefore = _raw;
            _raw = next;

            // LB4, LB5.
            if (_before is BK or LF or NL || (_before == CR && next != LF))
            {
                Advance(next is CM or ZWJ ? AL : next, c);
                return BreakKind.Mandatory;
            }

            // LB9: marks go with what they stand on, except spaces and breaks; LB10: alone they are letters.
            if (next is CM or ZWJ)
            {
                if (_before is not (SP or BK or CR or LF or NL or ZW))
                {
                    return BreakKind.None;
                }

                next = AL;
            }

            bool allowed = rawBefore == ZWJ ? _before is SP or ZW && IsAllowed(next, c) : IsAllowed(next, c);
            Advance(next, c);
            return allowed ? BreakKind.Allowed : BreakKind.None;
        }

        private void Advance(LineBreakClass next, int c)
        {
            _flags = next == RI ? _flags + 1 : 0;
            _beforeThat = _before;
            _before = next;
            _beforeCharacter = c;
            if (next != SP)
            {
                _beforeSpaces = next;
            }
        }

        private readonly bool IsAllowed(LineBreakClass next, int c)
        {
            LineBreakClass b = _before;
            bool spaces = b == SP;

            // LB6, LB7, LB8.
            if (next is BK or CR or LF or NL or SP or ZW)
            {
                return false;
            }

            if (_beforeSpaces == ZW)
            {
                return true;
            }

            // LB11, LB12, LB12a, LB13.
            if (next == WJ || b is WJ or GL || (next == GL && b is not (SP or BA or HY)) || next is CL or CP or EX or IS or SY)
            {
                return false;
            }

            // LB14 to LB17 look through spaces.
            if (_beforeSpaces == OP || (_beforeSpaces == QU && next == OP) || (_beforeSpaces is CL or CP && next == NS)
                || (_beforeSpaces == B2 && next == B2))
            {
                return false;
            }

            // LB18, LB19, LB20.
            if (spaces)
            {
                return true;
            }

            if (next == QU || b == QU)
            {
                return false;
            }

            if (next == CB || b == CB)
            {
                return true;
            }

            return !(IsBoundWord(b, next) || IsBoundNumber(b, next) || IsBoundSyllable(b, next) || IsBoundBracket(b, next, c)
                || (b == RI && next == RI && (_flags & 1) == 1)
                || (next == EM
                    && (b == EB
                    || (_unicode[_beforeCharacter].IsPictograph
                    && CharUnicodeInfo.GetUnicodeCategory(_beforeCharacter) == UnicodeCategory.OtherNotAssigned))));
        }

        /// <summary>LB21 to LB24, LB28, LB29.</summary>
        private readonly bool IsBoundWord(LineBreakClass b, LineBreakClass next) =>
            next is BA or HY or NS or IN || b == BB
            || (_beforeThat == HL && b is HY or BA)
            || (b == SY && next == HL)
            || (b is AL or HL && next is NU or PR or PO or AL or HL)
            || (b == NU && next is AL or HL)
            || (b == PR && next is ID or EB or EM or AL or HL)
            || (b is ID or EB or EM && next == PO)
            || (b == PO && next is AL or HL)
            || (b == IS && next is AL or HL);

        /// <summary>LB25.</summary>
        private static bool IsBoundNumber(LineBreakClass b, LineBreakClass next) =>
            (b is CL or CP or NU && next is PO or PR) || (b is PO or PR && next is OP or NU) || (b is HY or IS or NU or SY && next == NU);

        /// <summary>LB26, LB27.</summary>
        private static bool IsBoundSyllable(LineBreakClass b, LineBreakClass next) =>
            (b == JL && next is JL or JV or H2 or H3) || (b is JV or H2 && next is JV or JT) || (b is JT or H3 && next == JT)
            || (b is JL or JV or JT or H2 or H3 && next == PO) || (b == PR && next is JL or JV or JT or H2 or H3);

        /// <summary>LB30: brackets within words, but not the full-width ones.</summary>
        private readonly bool IsBoundBracket(LineBreakClass b, LineBreakClass next, int c) =>
            (b is AL or HL or NU && next == OP && !IsWide(c)) || (b == CP && next is AL or HL or NU && !IsWide(_beforeCharacter));

        private readonly bool IsWide(int c) => _unicode[c].Width is EastAsianWidth.Wide or EastAsianWidth.Full or EastAsianWidth.Half;

        /// <summary>LB1, and quotation marks beside ideographs.</summary>
        private readonly LineBreakClass Resolve(int c, int at, int length)
        {
            LineBreakClass found = _unicode[c].LineBreak;
            switch (found)
            {
                case AI or SG or XX:
                    return AL;
                case SA:
                    return CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                        ? CM : AL;
                case CJ:
                    return NS;
                case QU when c >= 0x80:
                    bool beside = (at > 0 && Characters.IsIdeographic(_text[at - 1]))
                        || (at + length < _text.Length && Characters.IsIdeographic(_text[at + length]));
                    return !beside ? QU : CharUnicodeInfo.GetUnicodeCategory(c) switch
                    {
                        UnicodeCategory.InitialQuotePunctuation => OP,
                        UnicodeCategory.FinalQuotePunctuation => CL,
                        _ => QU,
                    };
                default:
                    return found;
            }
        }
    }
}
