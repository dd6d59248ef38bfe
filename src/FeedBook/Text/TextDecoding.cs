using System.Text;

namespace FeedBook.Text;

/// <summary>The encoding chosen for some bytes, and why.</summary>
/// <param name="Name">Its WHATWG name in lower case.</param>
/// <param name="Encoding">Its decoder; never throws, puts U+FFFD for what it does not know.</param>
/// <param name="Skip">The length of the byte order mark.</param>
/// <param name="Note">What was not as declared, as a sentence; null when all was.</param>
internal sealed record DecodedAs(string Name, Encoding Encoding, int Skip, string? Note);

/// <summary>
/// Bytes → text, for feeds and pages: byte order mark, transport, declaration, the bytes themselves, windows-1252, in that order.
/// Never fails: what cannot be read becomes U+FFFD.
/// </summary>
internal static class TextDecoding
{
    private const int HeadLength = 2048;

    /// <summary>The text of the bytes and how it was read.</summary>
    /// <param name="bytes">A whole document.</param>
    /// <param name="charset">What the transport declared; null when nothing.</param>
    /// <param name="how">The encoding used.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset, out DecodedAs how)
    {
        how = Choose(bytes, charset);
        return how.Encoding.GetString(bytes[how.Skip..]);
    }

    /// <summary>Chooses the encoding of the bytes without decoding them.</summary>
    public static DecodedAs Choose(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (Mark(bytes) is { } marked)
        {
            return Make(marked.Name, marked.Length, null);
        }

        if (Pattern(bytes) is { } wide)
        {
            return Make(wide, 0, null);
        }

        string? declared = Declared(bytes[..Math.Min(bytes.Length, HeadLength)]);
        string? note = null;
        string? name = null;
        foreach (string? label in (string?[])[charset, declared])
        {
            if (string.IsNullOrWhiteSpace(label))
            {
                continue;
            }

            string? known = EncodingLabels.Canonical(label);
            if (known is null)
            {
                note = $"The encoding '{label.Trim()}' is unknown.";
            }
            else if (known.StartsWith("utf-16", StringComparison.Ordinal) || known.StartsWith("utf-32", StringComparison.Ordinal))
            {
                // The bytes themselves would have shown it: the declaration is wrong (HTML §13.2.3.2 reads it as UTF-8).
                note = $"The text is declared as {known} and is not.";
            }
            else if (name is null || !Reads(name, bytes))
            {
                name = known;
            }
        }

        return Verify(bytes, name, note);
    }

    private static DecodedAs Verify(ReadOnlySpan<byte> bytes, string? name, string? note)
    {
        if (name is null or "utf-8" || IsSingleByte(name))
        {
            Utf8Shape(bytes, out int sequences, out int bad);
            if (bad == 0)
            {
                // Three multi-byte sequences and no error: text in another encoding does not look like this by chance.
                return name is null or "utf-8" ? Make(name ?? "utf-8", 0, note)
                    : sequences >= 3 ? Make("utf-8", 0, $"The text is declared as {name} and is UTF-8.") : Make(name, 0, note);
            }

            if (name is null or "utf-8")
            {
                // A document with far more sound sequences than bad bytes is damaged UTF-8; otherwise it is Latin text of the old kind.
                return sequences >= bad
                    ? Make("utf-8", 0, $"{bad} bytes are not UTF-8 and were replaced.")
                    : Make("windows-1252", 0, name is null ? note : "The text is declared as UTF-8 and is not; it was read as windows-1252.");
            }
        }

        return Make(name, 0, note);
    }

    private static DecodedAs Make(string name, int skip, string? note) => new(name, EncodingLabels.Decoder(name), skip, note);

    private static bool IsSingleByte(string name) =>
        name.StartsWith("windows-", StringComparison.Ordinal) || name.StartsWith("iso-8859", StringComparison.Ordinal) || name is "koi8-r" or "koi8-u" or "ibm866" or "macintosh";

    // Whether the first choice holds; if the bytes speak against UTF-8, a second opinion is taken.
    private static bool Reads(string name, ReadOnlySpan<byte> bytes)
    {
        if (name != "utf-8")
        {
            return true;
        }

        Utf8Shape(bytes, out int sequences, out int bad);
        return sequences >= bad;
    }

    private static (string Name, int Length)? Mark(ReadOnlySpan<byte> b) => b switch
    {
        [0xFF, 0xFE, 0, 0, ..] => ("utf-32le", 4),
        [0, 0, 0xFE, 0xFF, ..] => ("utf-32be", 4),
        [0xEF, 0xBB, 0xBF, ..] => ("utf-8", 3),
        [0xFF, 0xFE, ..] => ("utf-16le", 2),
        [0xFE, 0xFF, ..] => ("utf-16be", 2),
        _ => null,
    };

    // XML 1.0 appendix F: '<' and its neighbour as the wide encodings write them.
    private static string? Pattern(ReadOnlySpan<byte> b) => b switch
    {
        [not 0, 0, 0, 0, _, 0, 0, 0, ..] => "utf-32le",
        [0, 0, 0, not 0, 0, 0, 0, _, ..] => "utf-32be",
        [not 0, 0, not 0, 0, ..] => "utf-16le",
        [0, not 0, 0, not 0, ..] => "utf-16be",
        _ => null,
    };

    // encoding="…" of an XML declaration, charset=… of a meta element.
    private static string? Declared(ReadOnlySpan<byte> head)
    {
        string text = Encoding.Latin1.GetString(head);
        int declaration = text.IndexOf("<?xml", StringComparison.Ordinal);
        int end = declaration < 0 ? -1 : text.IndexOf('>', declaration);
        if (end > 0 && Value(text[declaration..end], "encoding") is { } encoding)
        {
            return encoding;
        }

        for (int meta = text.IndexOf("<meta", StringComparison.OrdinalIgnoreCase); meta >= 0; meta = text.IndexOf("<meta", meta + 5, StringComparison.OrdinalIgnoreCase))
        {
            int close = text.IndexOf('>', meta);
            if (close > 0 && Value(text[meta..close], "charset") is { } charset)
            {
                return charset;
            }
        }

        return null;
    }

    private static string? Value(string tag, string name)
    {
        int at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        int start = at + name.Length;
        while (start < tag.Length && (tag[start] is '=' or '"' or '\'' || char.IsWhiteSpace(tag[start])))
        {
            start++;
        }

        int end = start;
        while (end < tag.Length && (char.IsAsciiLetterOrDigit(tag[end]) || tag[end] is '-' or '_' or '.' or ':'))
        {
            end++;
        }

        return end > start ? tag[start..end] : null;
    }

    /// <summary>Counts the sound multi-byte sequences and the bytes that are part of none.</summary>
    internal static void Utf8Shape(ReadOnlySpan<byte> bytes, out int sequences, out int bad)
    {
        sequences = bad = 0;
        while (true)
        {
            int high = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (high < 0)
            {
                return;
            }

            bytes = bytes[high..];
            while (!bytes.IsEmpty && bytes[0] >= 0x80)
            {
                System.Buffers.OperationStatus status = Rune.DecodeFromUtf8(bytes, out _, out int used);
                if (status == System.Buffers.OperationStatus.Done)
                {
                    sequences++;
                }
                else if (status == System.Buffers.OperationStatus.NeedMoreData)
                {
                    return; // cut in the middle of a character: no sign against UTF-8
                }
                else
                {
                    bad++;
                }

                bytes = bytes[used..];
            }
        }
    }
}
