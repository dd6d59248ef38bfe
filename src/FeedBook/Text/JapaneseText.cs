using System.Text;

namespace FeedBook.Text;

/// <summary>
/// Shift_JIS and EUC-JP with what the platform's code pages lack: the characters of IBM that NEC put into rows 89 to 92, and EUC's third
/// set (JIS X 0212), which the platform has in a code page of its own.
/// </summary>
internal static class JapaneseText
{
    private const byte ThirdSet = 0x8F;

    // Code page 20932 writes the third set in two bytes, the second without its high bit.
    private const int SupplementPage = 20932;
    private const int RowLength = 94, PairRowLength = 188;

    /// <summary>Whether the platform's decoder is not enough.</summary>
    public static bool IsNeeded(ReadOnlySpan<byte> bytes, string name) => name switch
    {
        "shift_jis" => bytes.ContainsAnyInRange((byte)0xED, (byte)0xEE),
        "euc-jp" => bytes.Contains(ThirdSet) || bytes.ContainsAnyInRange((byte)0xF9, (byte)0xFC),
        _ => false,
    };

    /// <summary>The text of the bytes; U+FFFD for what is no code.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string name)
    {
        bool euc = name == "euc-jp";
        Encoding platform = EncodingLabels.Decoder(name), pairs = EncodingLabels.Decoder("shift_jis");
        Encoding? supplement =
            CodePagesEncodingProvider.Instance.GetEncoding(SupplementPage, EncoderFallback.ReplacementFallback,
            new DecoderReplacementFallback("\uFFFD"));
        var text = new StringBuilder(bytes.Length);
        int from = 0, at = 0;
        Span<byte> pair = stackalloc byte[2];
        while (at + 1 < bytes.Length)
        {
            byte lead = bytes[at], trail = bytes[at + 1];
            bool third = euc && lead == ThirdSet && at + 2 < bytes.Length && trail >= 0xA1 && bytes[at + 2] >= 0xA1
                && supplement is not null;
            if (third)
            {
                (pair[0], pair[1]) = (trail, (byte)(bytes[at + 2] & 0x7F));
                text.Append(platform.GetString(bytes[from..at])).Append(supplement!.GetString(pair));
                at += 3;
                from = at;
            }
            else if (Selected(euc, lead, trail, pair))
            {
                text.Append(platform.GetString(bytes[from..at])).Append(pairs.GetString(pair));
                at += 2;
                from = at;
            }
            else
            {
                at += IsLead(euc, lead) ? 2 : 1;
            }
        }

        return text.Append(platform.GetString(bytes[from..])).ToString();
    }

    private static bool IsLead(bool euc, byte lead) => euc ? lead >= 0x8E : lead is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC);

    // The code at IBM's own place of a character that NEC put into its rows.
    private static bool Selected(bool euc, byte lead, byte trail, Span<byte> pair)
    {
        int index = euc
            ? lead is >= 0xF9 and <= 0xFC && trail is >= 0xA1 and <= 0xFE ? ((lead - 0xF9) * RowLength) + trail - 0xA1 : -1
            : lead is 0xED or 0xEE && trail is >= 0x40 and not 0x7F and <= 0xFC ? ((lead - 0xED) * PairRowLength)
                + trail - (trail > 0x7F ? 0x41 : 0x40) : -1;
        int place = index switch
        {
            >= 0 and < 360 => index + 28,
            >= 362 and < 372 => index - 362,
            >= 372 and < 376 => index - 352,
            _ => -1,
        };
        if (place < 0)
        {
            return false;
        }

        int within = place % PairRowLength;
        (pair[0], pair[1]) = ((byte)(0xFA + (place / PairRowLength)), (byte)(within + (within < 63 ? 0x40 : 0x41)));
        return true;
    }
}
