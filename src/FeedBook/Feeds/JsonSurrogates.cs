using FeedBook.Feeds.Markup;

namespace FeedBook.Feeds;

/// <summary>Halves of surrogate pairs that stand alone as escapes in JSON: no letter, and no string can hold them.</summary>
internal static class JsonSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>The same bytes where nothing is wrong; else a copy in which each lone half is the escape of U+FFFD.</summary>
    public static ReadOnlyMemory<byte> Mend(ReadOnlyMemory<byte> utf8, FeedNotes notes)
    {
        byte[]? copy = null;
        int at = 0, mended = 0;
        ReadOnlySpan<byte> bytes = utf8.Span;
        while (at < bytes.Length)
        {
            int escape = bytes[at..].IndexOf((byte)'\\');
            if (escape < 0)
            {
                break;
            }

            at += escape;
            if (!IsHalf(bytes, at, out bool high))
            {
                at += 2; // what is escaped is no escape itself
            }
            else if (high && IsHalf(bytes, at + EscapeLength, out bool second) && !second)
            {
                at += EscapeLength * 2;
            }
            else
            {
                copy ??= utf8.ToArray();
                @"\ufffd"u8.CopyTo(copy.AsSpan(at));
                mended++;
                at += EscapeLength;
            }
        }

        if (copy is null)
        {
            return utf8;
        }

        notes.Add(DiagnosticIds.EncodingMended, DiagnosticSeverity.Warning, $"{mended} halves of letters (lone surrogates) were replaced.");
        return copy;
    }

    private static bool IsHalf(ReadOnlySpan<byte> bytes, int at, out bool high)
    {
        high = false;
        if (at + EscapeLength > bytes.Length || bytes[at] != '\\' || bytes[at + 1] != 'u' || (bytes[at + 2] | 0x20) != 'd')
        {
            return false;
        }

        int third = bytes[at + 3] | 0x20;
        high = bytes[at + 3] is (byte)'8' or (byte)'9' || third is 'a' or 'b';
        return (high || third is >= 'c' and <= 'f') && char.IsAsciiHexDigit((char)bytes[at + 4])
            && char.IsAsciiHexDigit((char)bytes[at + 5]);
    }
}
