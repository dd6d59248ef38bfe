using System.Security.Cryptography;
using System.Text;
using FeedBook.Pdf.Text.OpenType;

namespace FeedBook.Pdf.Text;

/// <summary>A subset and the numbers of its descriptor (ISO 32000-1, 9.7.4 and 9.8). Thousandths of an em.</summary>
internal sealed record EmbeddedFont
{
    private const int FixedPitch = 1;
    private const int Symbolic = 4;
    private const int Italic = 64;

    /// <summary>With the tag of a subset: <c>ABCDEF+NotoSerif-Regular</c>.</summary>
    public required string BaseFont { get; init; }

    /// <summary>A TrueType font whose glyph numbers are the CIDs (<c>CIDToGIDMap /Identity</c>).</summary>
    public required byte[] FontFile { get; init; }

    /// <summary>Advance widths by CID, from 0.</summary>
    public required IReadOnlyList<int> Widths { get; init; }

    /// <summary>What each CID stands for, ascending; never empty, U+200B for none.</summary>
    public required IReadOnlyList<KeyValuePair<int, string>> ToUnicode { get; init; }

    public required int Ascent { get; init; }

    /// <summary>Negative.</summary>
    public required int Descent { get; init; }

    public required int CapHeight { get; init; }

    public required int XHeight { get; init; }

    /// <summary>The thickness of upright stems, as far as the weight tells it.</summary>
    public required int StemV { get; init; }

    public required double ItalicAngle { get; init; }

    /// <summary>As ISO 32000-1, table 123 numbers them.</summary>
    public required int Flags { get; init; }

    /// <summary>Left, bottom, right, top.</summary>
    public required (int Left, int Bottom, int Right, int Top) BBox { get; init; }

    internal static EmbeddedFont Describe(FontFace face, byte[] file, int[] widths, KeyValuePair<int, string>[] unicode)
    {
        int Thousandths(int units) => (int)Math.Round(units * 1000.0 / face.UnitsPerEm, MidpointRounding.AwayFromZero);

        return new EmbeddedFont
        {
            BaseFont = $"{Tag(file, unicode)}+{face.PostScriptName}",
            FontFile = file,
            Widths = widths,
            ToUnicode = unicode,
            Ascent = Thousandths(face.Ascent),
            Descent = Thousandths(face.Descent),
            CapHeight = Thousandths(face.CapHeight),
            XHeight = Thousandths(face.XHeight),
            StemV = 10 + (220 * (Math.Clamp(face.Weight, 50, 950) - 50) / 900),
            ItalicAngle = face.ItalicAngle,
            Flags = Symbolic | (face.IsFixedPitch ? FixedPitch : 0) | (face.IsItalic ? Italic : 0),
            BBox = (Thousandths(face.XMin), Thousandths(face.YMin), Thousandths(face.XMax), Thousandths(face.YMax)),
        };
    }

    /// <summary>Six capitals from the content's hash: the same subset, the same name; another, in all likelihood another.</summary>
    private static string Tag(byte[] file, KeyValuePair<int, string>[] unicode)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(file);
        foreach ((_, string text) in unicode)
        {
            hash.AppendData(Encoding.BigEndianUnicode.GetBytes(text));
            hash.AppendData([0, 0]);
        }

        byte[] digest = hash.GetHashAndReset();
        Span<char> tag = stackalloc char[6];
        for (int i = 0; i < tag.Length; i++)
        {
            tag[i] = (char)('A' + (digest[i] % 26));
        }

        return new string(tag);
    }
}
