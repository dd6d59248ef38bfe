using FeedBook.Pdf.Text.OpenType;

namespace FeedBook.Pdf.Text;

/// <summary>
/// Fonts in order of preference for one kind of text: each character is drawn by the first that has it. Belongs to one
/// <see cref="FontLibrary"/>.
/// </summary>
internal sealed class FontChain
{
    private const int CachedCharacters = 0x600;

    private readonly FontLibrary _library;
    private readonly FontChoice[] _choices;
    private readonly ResolvedFace?[] _faces;
    private readonly bool[] _refused;
    private readonly byte[] _cache = new byte[CachedCharacters];

    internal FontChain(FontLibrary library, FontChoice[] choices)
    {
        (_library, _choices) = (library, choices);
        _faces = new ResolvedFace?[choices.Length];
        _refused = new bool[choices.Length];
        ResolvedFace? primary = null;
        for (int i = 0; i < choices.Length && primary is null; i++)
        {
            primary = Face(i);
        }

        PrimaryFace = primary
            ?? throw new FeedBookException("No font can be used: add the package FeedBook.Fonts or fonts of your own to the options.");
    }

    /// <summary>The first usable font: its metrics are the line's.</summary>
    public FontFace Primary => PrimaryFace.Face;

    internal ResolvedFace PrimaryFace { get; }

    internal FontLibrary Library => _library;

    /// <summary>Points above the baseline for text of this size.</summary>
    public double Ascent(double size) => size * Primary.Ascent / Primary.UnitsPerEm;

    /// <summary>Points below the baseline, positive.</summary>
    public double Descent(double size) => -size * Primary.Descent / Primary.UnitsPerEm;

    /// <summary>Points that the font asks for between lines.</summary>
    public double LineGap(double size) => size * Primary.LineGap / Primary.UnitsPerEm;

    /// <summary>Points from the baseline to the top of a capital.</summary>
    public double CapHeight(double size) => size * Primary.CapHeight / Primary.UnitsPerEm;

    /// <summary>Points from the baseline to the top of an x.</summary>
    public double XHeight(double size) => size * Primary.XHeight / Primary.UnitsPerEm;

    /// <summary>The first face that has the character; null when none has.</summary>
    internal ResolvedFace? Resolve(int codePoint)
    {
        if (codePoint < CachedCharacters && _cache[codePoint] is byte cached and > 0)
        {
            return _faces[cached - 1];
        }

        for (int i = 0; i < _choices.Length; i++)
        {
            if (!_refused[i] && _choices[i].Font.MayHave(codePoint) && Face(i) is { } face && face.Face.Glyph(codePoint) != 0)
            {
                if (codePoint < CachedCharacters && i < byte.MaxValue)
                {
                    _cache[codePoint] = (byte)(i + 1);
                }

                return face;
            }
        }

        return null;
    }

    /// <summary>The first face of those that may have the character and pass the test; null when none does.</summary>
    internal ResolvedFace? Find(int codePoint, Func<FontFace, bool> test)
    {
        for (int i = 0; i < _choices.Length; i++)
        {
            if (!_refused[i] && _choices[i].Font.MayHave(codePoint) && Face(i) is { } face && test(face.Face))
            {
                return face;
            }
        }

        return null;
    }

    private ResolvedFace? Face(int index)
    {
        if (_faces[index] is null && !_refused[index])
        {
            FontFace? face = _library.Load(_choices[index].Font);
            _refused[index] = face is null;
            _faces[index] = face is null ? null : new ResolvedFace(face, _choices[index].Synthesis);
        }

        return _faces[index];
    }
}
