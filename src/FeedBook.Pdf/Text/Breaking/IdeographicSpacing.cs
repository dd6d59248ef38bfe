using System.Globalization;
using FeedBook.Pdf.Text.OpenType;
using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf.Text;

/// <summary>How a full-width character fills its square.</summary>
internal enum SquareFill : byte
{
    /// <summary>No ideographic character at all.</summary>
    None,

    /// <summary>All of it: a letter.</summary>
    Whole,

    /// <summary>The right half: an opening bracket.</summary>
    Right,

    /// <summary>The left half: a closing bracket; in mainland China and Japan a comma, a full stop.</summary>
    Left,

    /// <summary>
    /// The middle half, a quarter blank on either side: a comma or a full stop in Taiwan and Hong Kong, a colon in Japan.
    /// </summary>
    Middle,
}

/// <summary>
/// The rules of Chinese and Japanese spacing (W3C clreq and jlreq): what blank halves may go, and where a quarter em comes in.
/// </summary>
internal static class IdeographicSpacing
{
    /// <summary>Between ideographs and Latin letters or digits, in ems.</summary>
    public const float LatinGap = 0.25f;

    /// <summary>How far each gap between ideographs may open before the line looks loose, in ems.</summary>
    public const float Give = 0.05f;

    // Ink that ends before this part of the square leaves its other half blank.
    private const double Half = 0.52;

    /// <summary>
    /// How a character of a square's width fills it in a face. Where a mark stands in its square differs by region; its ink tells.
    /// </summary>
    public static SquareFill Fill(int c, FontFace face, int glyph)
    {
        if (c < 0x2018)
        {
            return SquareFill.None;
        }

        if (Characters.IsIdeographOrKana(c) || c is >= 0x2E80 and < 0x3000)
        {
            return SquareFill.Whole;
        }

        bool isSquare = face.Advance(glyph) >= face.UnitsPerEm * 0.9;
        if (!isSquare || !IsMark(c))
        {
            return Characters.IsIdeographic(c) ? SquareFill.Whole : SquareFill.None;
        }

        (int left, int right) = face.Glyphs.Sides(glyph);
        int em = face.UnitsPerEm;
        return right <= left ? SquareFill.Whole
            : right <= em * Half ? SquareFill.Left
            : left >= em * (1 - Half) ? SquareFill.Right
            : left >= em * 0.25 && right <= em * 0.75 ? SquareFill.Middle
            : SquareFill.Whole;
    }

    // Brackets, quotation marks, commas and stops; dashes, ellipses and symbols fill their square as they are.
    private static bool IsMark(int c) => CharUnicodeInfo.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation => true,
        UnicodeCategory.OtherPunctuation => c is >= 0x3001 and not (0x3003 or 0x303D),
        _ => false,
    };

    /// <summary>True for what a quarter em sets apart from an ideograph beside it.</summary>
    public static bool IsLatinLike(int c) =>
        c is >= '0' and <= '9' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 0xC0 and < 0x530 and not (0xD7 or 0xF7))
        or (>= 0x1E00 and < 0x2000);
}
