using FeedBook.Pdf.Text.OpenType;

namespace FeedBook.Pdf.Text;

/// <summary>
/// Gathers, while pages are drawn, what a document uses of one face, and gives the subset at the end. One number (CID) for each pair of
/// glyph and text, so that a glyph that two characters share copies right. One thread.
/// </summary>
/// <param name="face">The face.</param>
internal sealed class FontUse(FontFace face)
{
    private const int MaximumCids = 65_535;

    // Stands for "no text of its own" in ToUnicode, where an empty string is not allowed.
    private const string NoText = "\u200B";

    private readonly List<ushort> _glyphs = [0];
    private readonly List<string> _texts = [NoText];
    private readonly Dictionary<(int Glyph, int Character), int> _single = [];
    private readonly Dictionary<string, int> _several = new(StringComparer.Ordinal);
    private bool _finished;

    public FontFace Face { get; } = face;

    /// <summary>True when no further pair can be numbered: begin another use of the face, as another font of the document.</summary>
    public bool IsFull => _glyphs.Count > MaximumCids;

    /// <summary>True when nothing has been drawn with the face.</summary>
    public bool IsEmpty => _glyphs.Count == 1;

    /// <summary>
    /// The number by which a glyph is drawn: 1 to 65535, two bytes big-endian in an Identity-H string; the same for the same pair.
    /// Throws <see cref="InvalidOperationException"/> when <see cref="IsFull"/> or finished and the pair is new.
    /// </summary>
    /// <param name="glyph">The glyph's number in the face.</param>
    /// <param name="text">What it stands for; may be empty.</param>
    public int Cid(ushort glyph, ReadOnlySpan<char> text)
    {
        if (text.Length <= 1)
        {
            int character = text.IsEmpty ? -1 : text[0];
            if (!_single.TryGetValue((glyph, character), out int cid))
            {
                cid = Add(glyph, text.IsEmpty ? NoText : text.ToString());
                _single.Add((glyph, character), cid);
            }

            return cid;
        }

        // The glyph's number is the first character of the key: no tuple, no string made for a pair that is known.
        Span<char> key = text.Length < 64 ? stackalloc char[text.Length + 1] : new char[text.Length + 1];
        key[0] = (char)glyph;
        text.CopyTo(key[1..]);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = _several.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(key, out int found))
        {
            found = Add(glyph, text.ToString());
            lookup[key] = found;
        }

        return found;
    }

    /// <summary>The advance width that the PDF viewer will use, in thousandths of an em, as in <c>W</c>.</summary>
    public int WidthOf(int cid) => Thousandths(Face.Advance(_glyphs[cid]));

    /// <summary>The subset and all that the font's objects need. Called once, after the last page.</summary>
    public EmbeddedFont Finish()
    {
        _finished = true;
        var unicode = new KeyValuePair<int, string>[_glyphs.Count - 1];
        var widths = new int[_glyphs.Count];
        for (int cid = 0; cid < widths.Length; cid++)
        {
            widths[cid] = WidthOf(cid);
            if (cid > 0)
            {
                unicode[cid - 1] = new(cid, _texts[cid]);
            }
        }

        byte[] file = FontSubset.Make(Face, _glyphs);
        return EmbeddedFont.Describe(Face, file, widths, unicode);
    }

    private int Add(ushort glyph, string text)
    {
        if (IsFull || _finished)
        {
            throw new InvalidOperationException(IsFull ? "The font has no more numbers." : "The font is finished.");
        }

        _glyphs.Add(glyph);
        _texts.Add(text);
        return _glyphs.Count - 1;
    }

    private int Thousandths(int units) => (int)Math.Round(units * 1000.0 / Face.UnitsPerEm, MidpointRounding.AwayFromZero);
}
