using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf.Text;

/// <summary>Which form each Arabic letter takes among its neighbours (The Unicode Standard, 9.2, rules R1 to R7).</summary>
internal static class ArabicJoining
{
    public const uint Isolated = 1u << 1;
    public const uint Final = 1u << 2;
    public const uint Medial = 1u << 3;
    public const uint Initial = 1u << 4;

    /// <summary>The form of the character at a place, as a feature mask; 0 for what does not join.</summary>
    public static uint Form(ReadOnlySpan<char> text, int index, UnicodeTable unicode)
    {
        int c = Characters.At(text, index, out int length);
        JoiningType type = unicode[c].Joining;
        if (type is JoiningType.U or JoiningType.T or JoiningType.C)
        {
            return 0;
        }

        bool before = type is JoiningType.R or JoiningType.D && JoinsOnward(Before(text, index, unicode));
        bool after = type is JoiningType.L or JoiningType.D && JoinsBack(After(text, index + length, unicode));
        return (before, after) switch
        {
            (true, true) => Medial,
            (true, false) => Final,
            (false, true) => Initial,
            _ => Isolated,
        };
    }

    private static bool JoinsOnward(JoiningType type) => type is JoiningType.D or JoiningType.L or JoiningType.C;

    private static bool JoinsBack(JoiningType type) => type is JoiningType.D or JoiningType.R or JoiningType.C;

    private static JoiningType Before(ReadOnlySpan<char> text, int index, UnicodeTable unicode)
    {
        while (index > 0)
        {
            index -= index > 1 && char.IsLowSurrogate(text[index - 1]) && char.IsHighSurrogate(text[index - 2]) ? 2 : 1;
            JoiningType type = unicode[Characters.At(text, index, out _)].Joining;
            if (type != JoiningType.T)
            {
                return type;
            }
        }

        return JoiningType.U;
    }

    private static JoiningType After(ReadOnlySpan<char> text, int index, UnicodeTable unicode)
    {
        while (index < text.Length)
        {
            JoiningType type = unicode[Characters.At(text, index, out int length)].Joining;
            if (type != JoiningType.T)
            {
                return type;
            }

            index += length;
        }

        return JoiningType.U;
    }
}
