using System.Buffers;
using System.Globalization;
using System.Text;

namespace FeedBook.Text;

/// <summary>
/// UTF-8 with faults that still tell what was meant: single bytes of an old code page among sound sequences, and letters beyond U+FFFF
/// written as two surrogates of three bytes (CESU-8).
/// </summary>
internal static class MixedUtf8
{
    /// <summary>The bytes of a letter that is written as two surrogates.</summary>
    public const int PairLength = 6;

    /// <summary>The text; U+FFFD for what tells nothing.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="page">The code page of its single bytes.</param>
    /// <param name="mended">How many faults were read as what they meant.</param>
    /// <param name="lost">How many were replaced.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding page, out int mended, out int lost)
    {
        (mended, lost) = (0, 0);
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            int fault = FirstFault(bytes, out int length);
            text.Append(Encoding.UTF8.GetString(bytes[..fault]));
            if (fault == bytes.Length)
            {
                break;
            }

            ReadOnlySpan<byte> rest = bytes[fault..];
            if (Pair(rest) is { } rune)
            {
                text.Append(rune.ToString());
                mended++;
                length = PairLength;
            }
            else if (length == 1 && Meant(rest[..1], page) is { } letter)
            {
                text.Append(letter);
                mended++;
            }
            else
            {
                text.Append('\uFFFD');
                lost++;
            }

            bytes = rest[length..];
        }

        return text.ToString();
    }

    /// <summary>How many letters are written as two surrogates.</summary>
    public static int CountPairs(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        for (int at = bytes.IndexOf((byte)0xED); at >= 0 && at < bytes.Length;)
        {
            bool pair = Pair(bytes[at..]) is not null;
            count += pair ? 1 : 0;
            int step = pair ? PairLength : 1, next = bytes[Math.Min(bytes.Length, at + step)..].IndexOf((byte)0xED);
            at = next < 0 ? -1 : at + step + next;
        }

        return count;
    }

    private static int FirstFault(ReadOnlySpan<byte> bytes, out int length)
    {
        int at = 0;
        length = 0;
        while (at < bytes.Length)
        {
            int high = bytes[at..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (high < 0)
            {
                return bytes.Length;
            }

            at += high;
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out int used) != OperationStatus.Done)
            {
                length = Math.Max(1, used);
                return at;
            }

            at += used;
        }

        return bytes.Length;
    }

    // CESU-8: ED A0..AF xx ED B0..BF xx.
    private static Rune? Pair(ReadOnlySpan<byte> b) =>
        b is [0xED, >= 0xA0 and <= 0xAF, >= 0x80 and <= 0xBF, 0xED, >= 0xB0 and <= 0xBF, >= 0x80 and <= 0xBF, ..]
            ? new Rune((char)(0xD000 | ((b[1] & 0x3F) << 6) | (b[2] & 0x3F)), (char)(0xD000 | ((b[4] & 0x3F) << 6) | (b[5] & 0x3F)))
            : null;

    // A letter, or a sign that writers set; ÿ is what damage leaves more often than a word.
    private static string? Meant(ReadOnlySpan<byte> one, Encoding page)
    {
        if (one[0] == 0xFF)
        {
            return null;
        }

        string letter = page.GetString(one);
        return letter.Length == 1 && (char.IsLetter(letter[0]) || char.GetUnicodeCategory(letter[0]) is UnicodeCategory.DashPunctuation
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.CurrencySymbol or UnicodeCategory.SpaceSeparator
            || letter[0] is '…' or '•' or '·' or '°' or '§' or '©' or '®' or '™' or '¿' or '¡' or '№' or '½' or '²')
            ? letter : null;
    }
}
