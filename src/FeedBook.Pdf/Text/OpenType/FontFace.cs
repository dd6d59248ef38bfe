using System.Text;

namespace FeedBook.Pdf.Text.OpenType;

/// <summary>
/// A parsed face: characters to glyphs, metrics, outlines, and what shapes text with it. Lengths in font units
/// (<see cref="UnitsPerEm"/> to the em), y upwards. Thread-safe; immutable but for the memory
/// of <see cref="Composites"/>, which no result depends on.
/// </summary>
internal sealed class FontFace
{
    private readonly CharacterMap _characters;
    private readonly ushort[] _advances;
    private readonly Lazy<ShapingFont> _shaping;

    private FontFace(byte[] data, int faceIndex)
    {
        var tables = FontTables.Read(data, faceIndex);
        Tables = tables;
        FontBytes head = tables["head"];
        FontBytes hhea = tables["hhea"];
        FontBytes os2 = tables["OS/2"];
        FontBytes post = tables["post"];
        UnitsPerEm = head.U16(18) is int units and > 0 ? units : 1000;
        GlyphCount = tables["maxp"].U16(4);
        (XMin, YMin, XMax, YMax) = (head.I16(36), head.I16(38), head.I16(40), head.I16(42));
        _shaping = new(() => new ShapingFont(data, faceIndex));
        var outlines = new Lazy<PostScriptOutlines>(() => new PostScriptOutlines(Shaping, UnitsPerEm));
        Glyphs = tables["glyf"].IsEmpty
            ? new GlyphTable(glyph => outlines.Value.Describe(glyph), GlyphCount)
            : new GlyphTable(tables["glyf"], tables["loca"], head.U16(50) != 0, GlyphCount);
        Composites = new GlyphComposites(GlyphCount);
        _characters = CharacterMap.Read(tables["cmap"], GlyphCount);
        _advances = ReadAdvances(tables["hmtx"], Math.Max(1, hhea.U16(34)), GlyphCount);

        // USE_TYPO_METRICS (OS/2 fsSelection bit 7) says that the font's maker stands by the typographic set.
        bool typographic = os2.Length >= 74 && (os2.U16(62) & 0x80) != 0;
        Ascent = typographic ? os2.I16(68) : hhea.I16(4);
        Descent = typographic ? os2.I16(70) : hhea.I16(6);
        LineGap = typographic ? os2.I16(72) : hhea.I16(8);
        if (Ascent <= 0)
        {
            (Ascent, Descent, LineGap) = (UnitsPerEm * 4 / 5, -UnitsPerEm / 5, 0);
        }

        CapHeight = os2.Length >= 90 && os2.I16(88) > 0 ? os2.I16(88) : TopOf('H', UnitsPerEm * 7 / 10);
        XHeight = os2.Length >= 90 && os2.I16(86) > 0 ? os2.I16(86) : TopOf('x', UnitsPerEm / 2);
        Weight = os2.Length >= 6 && os2.U16(4) is int weight and > 0 ? weight : 400;
        StrikeoutThickness = os2.I16(26) is int strike and > 0 ? strike : UnitsPerEm / 20;
        StrikeoutPosition = os2.I16(28) is int height and > 0 ? height : XHeight / 2;
        UnderlinePosition = post.I16(8) is int under and < 0 ? under : -UnitsPerEm / 10;
        UnderlineThickness = post.I16(10) is int line and > 0 ? line : UnitsPerEm / 20;
        ItalicAngle = post.I16(4) + (post.U16(6) / 65536.0);
        IsFixedPitch = post.U32(12) != 0;
        IsItalic = (os2.U16(62) & 1) != 0 || (head.U16(44) & 2) != 0 || ItalicAngle != 0;
        FamilyName = Name(16) ?? Name(1) ?? "Unnamed";
        PostScriptName = Clean(Name(6) ?? FamilyName);
    }

    public FontTables Tables { get; }

    public GlyphTable Glyphs { get; }

    /// <summary>Glyphs made up for texts that the font draws with several; numbered from <see cref="GlyphCount"/>.</summary>
    public GlyphComposites Composites { get; }

    public int GlyphCount { get; }

    public int UnitsPerEm { get; }

    public int Ascent { get; }

    /// <summary>Negative below the baseline.</summary>
    public int Descent { get; }

    public int LineGap { get; }

    public int CapHeight { get; }

    public int XHeight { get; }

    public int UnderlinePosition { get; }

    public int UnderlineThickness { get; }

    public int StrikeoutPosition { get; }

    public int StrikeoutThickness { get; }

    public int XMin { get; }

    public int YMin { get; }

    public int XMax { get; }

    public int YMax { get; }

    /// <summary>100 to 900.</summary>
    public int Weight { get; }

    /// <summary>Degrees anticlockwise from the vertical: negative for a slant to the right.</summary>
    public double ItalicAngle { get; }

    public bool IsItalic { get; }

    public bool IsFixedPitch { get; }

    public string FamilyName { get; }

    /// <summary>Only letters, digits and hyphens; never empty.</summary>
    public string PostScriptName { get; }

    /// <summary>The face as the shaper wants it.</summary>
    public ShapingFont Shaping => _shaping.Value;

    /// <summary>Throws <see cref="FontFormatException"/> when the face cannot be used.</summary>
    public static FontFace Parse(byte[] data, int faceIndex) => new(data, faceIndex);

    /// <summary>The glyph of a character; 0 when the face has none.</summary>
    public int Glyph(int codePoint) => _characters.Glyph(codePoint);

    /// <summary>The glyph of a character with a variation selector; 0 when the face has no such variant.</summary>
    public int Variant(int codePoint, int selector) => _characters.Variant(codePoint, selector);

    /// <summary>The advance width of a glyph, made-up ones included.</summary>
    public int Advance(int glyph) => (uint)glyph < (uint)_advances.Length ? _advances[glyph] : Composites.Advance(glyph);

    /// <summary>A glyph as the <c>glyf</c> table describes it, made-up ones included; empty for a blank one.</summary>
    public ReadOnlySpan<byte> Describe(int glyph) => glyph < GlyphCount ? Glyphs.Bytes(glyph) : Composites.Describe(glyph, Glyphs);

    private static ushort[] ReadAdvances(FontBytes hmtx, int metrics, int glyphCount)
    {
        var advances = new ushort[glyphCount];
        for (int i = 0; i < glyphCount; i++)
        {
            advances[i] = (ushort)hmtx.U16(4 * Math.Min(i, metrics - 1));
        }

        return advances;
    }

    private static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '-')
            {
                clean.Append(c);
            }
        }

        return clean.Length == 0 ? "Font" : clean.ToString();
    }

    private int TopOf(char letter, int otherwise) =>
        Glyph(letter) is int glyph and > 0 && Glyphs.Top(glyph) is int top and > 0 ? top : otherwise;

    private string? Name(int id)
    {
        FontBytes table = Tables["name"];
        int count = table.U16(2);
        FontBytes strings = table.From(table.U16(4));
        string? found = null;
        for (int i = 0; i < count; i++)
        {
            int at = 6 + (12 * i);
            if (table.U16(at + 6) != id)
            {
                continue;
            }

            ReadOnlySpan<byte> bytes = strings.Slice(table.U16(at + 10), table.U16(at + 8)).Span;
            int platform = table.U16(at);
            if (platform == 3 && table.U16(at + 4) == 0x0409)
            {
                return Encoding.BigEndianUnicode.GetString(bytes);
            }

            found ??= platform == 1 ? Encoding.Latin1.GetString(bytes) : Encoding.BigEndianUnicode.GetString(bytes);
        }

        return found;
    }
}
