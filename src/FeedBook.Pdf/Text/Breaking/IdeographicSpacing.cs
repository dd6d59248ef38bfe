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

    /// <summary>The left half: a closing bracket, a comma, a full stop.</summary>
    Left,
}

/// <summary>The rules of Chinese and Japanese spacing (W3C clreq and jlreq): what blank halves may go, and where a quarter em comes in.</summary>
internal static class IdeographicSpacing
{
    /// <summary>Between ideographs and Latin letters or digits, in ems.</summary>
    public const float LatinGap = 0.25f;

    /// <summary>How far each gap between ideographs may open before the line looks loose, in ems.</summary>
    public const float Give = 0.05f;

    public static SquareFill Fill(int c) => c switch
    {
        0x2018 or 0x201C or 0x3008 or 0x300A or 0x300C or 0x300E or 0x3010 or 0x3014 or 0x3016 or 0x3018 or 0x301A or 0x301D or 0xFF08 or 0xFF3B or 0xFF5B or 0xFF5F
            => SquareFill.Right,
        0x2019 or 0x201D or 0x3001 or 0x3002 or 0x3009 or 0x300B or 0x300D or 0x300F or 0x3011 or 0x3015 or 0x3017 or 0x3019 or 0x301B or 0x301E or 0x301F
            or 0xFF09 or 0xFF0C or 0xFF0E or 0xFF3D or 0xFF5D or 0xFF60
            => SquareFill.Left,
        _ => Characters.IsIdeographic(c) ? SquareFill.Whole : SquareFill.None,
    };

    /// <summary>True for what a quarter em sets apart from an ideograph beside it.</summary>
    public static bool IsLatinLike(int c) => c is >= '0' and <= '9' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 0xC0 and < 0x530 and not (0xD7 or 0xF7)) or (>= 0x1E00 and < 0x2000);
}
