using System.Globalization;
using System.Runtime.CompilerServices;

namespace FeedBook.Pdf.Text.Unicode;

/// <summary>Small questions about characters that several parts of the text room ask.</summary>
internal static class Characters
{
    public const char SoftHyphen = '\u00AD';
    public const char ObjectReplacement = '\uFFFC';
    public const char LineSeparator = '\u2028';
    public const int Replacement = 0xFFFD;

    /// <summary>The code point at a place; a lone surrogate counts as U+FFFD of one unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int At(ReadOnlySpan<char> text, int index, out int length)
    {
        char c = text[index];
        if (!char.IsSurrogate(c))
        {
            length = 1;
            return c;
        }

        if (char.IsHighSurrogate(c) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            length = 2;
            return char.ConvertToUtf32(c, text[index + 1]);
        }

        length = 1;
        return Replacement;
    }

    /// <summary>True for what is drawn as nothing: soft hyphens, joiners, direction marks, variation selectors and such.</summary>
    public static bool IsIgnorable(int c) => c switch
    {
        < 0xAD => c is < 0x20 or (>= 0x7F and < 0xA0),
        0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFEFF or 0xFFA0 => true,
        >= 0x180B and <= 0x180F => true,
        >= 0x200B and <= 0x200F => true,
        0x2028 or 0x2029 => true,
        >= 0x202A and <= 0x202E => true,
        >= 0x2060 and <= 0x206F => true,
        >= 0xFE00 and <= 0xFE0F => true,
        >= 0xFFF0 and <= 0xFFFB => true,
        >= 0xE0000 and <= 0xE0FFF => true,
        _ => false,
    };

    public static bool IsVariationSelector(int c) => c is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>
    /// True for what belongs to the character before it: combining marks, joiners, variation selectors, skin tones, tags.
    /// </summary>
    public static bool IsExtender(int c)
    {
        if (c < 0x300)
        {
            return false;
        }

        if (c is 0x200C or 0x200D or (>= 0x1F3FB and <= 0x1F3FF) or (>= 0xE0020 and <= 0xE007F) || IsVariationSelector(c))
        {
            return true;
        }

        return CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.SpacingCombiningMark;
    }

    /// <summary>True for Han, kana, bopomofo and their punctuation: what is set on a square.</summary>
    public static bool IsIdeographic(int c) => c >= 0x2E80 && (c switch
    {
        < 0x3130 => true,
        < 0x3190 => false,
        < 0xA000 => true,
        >= 0xF900 and <= 0xFAFF => true,
        >= 0xFE30 and <= 0xFE4F => true,
        >= 0xFF01 and <= 0xFF60 => true,
        >= 0x1B000 and <= 0x1B16F => true,
        >= 0x20000 and <= 0x3FFFF => true,
        _ => false,
    });

    /// <summary>True for Han and kana letters, not their punctuation.</summary>
    public static bool IsIdeographOrKana(int c) => c switch
    {
        < 0x2E80 => false,
        0x3005 or 0x3006 or 0x3007 => true,
        >= 0x2E80 and <= 0x2FDF => true,
        >= 0x3041 and <= 0x30FA or >= 0x30FC and <= 0x312F => true,
        >= 0x31A0 and <= 0x9FFF => true,
        >= 0xF900 and <= 0xFAFF => true,
        >= 0x1B000 and <= 0x1B16F => true,
        >= 0x20000 and <= 0x3FFFF => true,
        _ => false,
    };
}
