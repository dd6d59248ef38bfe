using System.Text;

namespace FeedBook.Text;

/// <summary>The encoding chosen for some bytes, and why.</summary>
/// <param name="Name">Its WHATWG name in lower case.</param>
/// <param name="Encoding">Its decoder; never throws, puts U+FFFD for what it does not know.</param>
/// <param name="Skip">The length of the byte order mark.</param>
/// <param name="Note">What was not as declared, as a sentence; null when all was.</param>
internal sealed record DecodedAs(string Name, Encoding Encoding, int Skip, string? Note)
{
    /// <summary>The text, where the platform's decoder alone does not give it; null where it does.</summary>
    public string? Text { get; init; }
}

/// <summary>
/// Bytes → text, for feeds and pages: byte order mark, transport, declaration, in that order; where the bytes contradict them, or nothing
/// is declared, what the bytes look like in the document's language (<see cref="EncodingGuess"/>). Never fails: what cannot be read becomes
/// U+FFFD.
/// </summary>
internal static class TextDecoding
{
    private const int HeadLength = 2048;

    // What it takes to believe the bytes and not the declaration, or nothing at all. Measured on texts of 20 languages, see
    // EncodingGuessTests.
    private const int FewestAgainstPairs = 8, FewestLetters = 4, FewestAgainstDeclared = 16;
    private const double Likely = 0.45, Sure = 0.6, Margin = 0.35;

    /// <summary>The text of the bytes and how it was read.</summary>
    /// <param name="bytes">A whole document.</param>
    /// <param name="charset">What the transport declared; null when nothing.</param>
    /// <param name="how">The encoding used.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset, out DecodedAs how)
    {
        how = Choose(bytes, charset);
        return how.Text ?? how.Encoding.GetString(bytes[how.Skip..]);
    }

    /// <summary>Chooses the encoding of the bytes without decoding them.</summary>
    /// <param name="bytes">A whole document.</param>
    /// <param name="charset">What the transport declared; null when nothing.</param>
    /// <param name="isCertain">Whether that holds whatever the bytes look like.</param>
    public static DecodedAs Choose(ReadOnlySpan<byte> bytes, string? charset, bool isCertain = false)
    {
        if (Mark(bytes) is { } marked)
        {
            return marked.Name == "utf-8" && Verify(bytes[marked.Length..], "utf-8", null) is { Name: "utf-8", Text: not null } damaged
                ? damaged with { Skip = marked.Length }
                : Make(marked.Name, marked.Length, null);
        }

        if (isCertain && charset is not null && EncodingLabels.Canonical(charset) is { } certain)
        {
            return Whole(bytes, certain, null);
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
        Utf8Shape(bytes, out int sequences, out int bad);
        bool utf8 = name is null or "utf-8";
        if (bad == 0)
        {
            // Three multi-byte sequences and no error: text in another encoding does not look like this by chance. Where every character
            // has two bytes it may, and takes more of them.
            return utf8 ? Make("utf-8", 0, note)
                : sequences >= (IsSingleByte(name!) ? 3 : FewestAgainstPairs) && name != "iso-2022-jp"
                    ? Make("utf-8", 0, $"The text is declared as {name} and is UTF-8.")
                : Whole(bytes, name!, note);
        }

        string? language = Language(bytes[..Math.Min(bytes.Length, HeadLength)]);
        if (utf8)
        {
            // A document with far more sound sequences than bad bytes is damaged UTF-8; otherwise it is text of the old kind.
            bad -= MixedUtf8.CountPairs(bytes) * MixedUtf8.PairLength;
            return sequences >= bad
                || (sequences > 1 && sequences * 2 >= bad
                && EncodingGuess.Of(bytes, language) is not { Score: >= Likely, Name: not "windows-1252" })
                ? Damaged(bytes, language)
                : Old(bytes, language, name is null ? note : "The text is declared as UTF-8 and is not");
        }

        return Contradicted(bytes, name!, language) is { } better
            ? Whole(bytes, better, $"The text is declared as {name} and is not; it was read as {better}.") : Whole(bytes, name!, note);
    }

    private static DecodedAs Damaged(ReadOnlySpan<byte> bytes, string? language)
    {
        string page = PageOf(bytes, language);
        string text = MixedUtf8.Decode(bytes, EncodingLabels.Decoder(page), out int mended, out int lost);
        string note = lost == 0 ? $"{mended} bytes are not UTF-8 and were read as {page}."
            : $"{lost + mended} bytes are not UTF-8; {lost} of them were replaced.";
        return new DecodedAs("utf-8", EncodingLabels.Decoder("utf-8"), 0, note) { Text = text };
    }

    // The code page of stray bytes: that of the script which the sound part is written in.
    private static string PageOf(ReadOnlySpan<byte> bytes, string? language)
    {
        Span<int> counts = stackalloc int[5];
        foreach (byte lead in bytes)
        {
            // The lead bytes of UTF-8 tell the block.
            int script =
                lead switch { 0xCE or 0xCF => 1, >= 0xD0 and <= 0xD3 => 2, 0xD6 or 0xD7 => 3, >= 0xD8 and <= 0xDB => 4, >= 0xC3
                and <= 0xC5 => 0, _ => -1 };
            if (script >= 0)
            {
                counts[script]++;
            }
        }

        int best = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return best switch
        {
            1 => "windows-1253", 2 => "windows-1251", 3 => "windows-1255", 4 => "windows-1256",
            _ => (language is null ? "" : LanguageTag.Primary(language)) switch
            {
                "pl" or "cs" or "sk" or "hu" or "ro" or "hr" or "sl" or "bs" => "windows-1250", "tr" or "az" =>
                    "windows-1254", "lt" or "lv" or "et" => "windows-1257",
                _ => "windows-1252",
            },
        };
    }

    private static DecodedAs Old(ReadOnlySpan<byte> bytes, string? language, string? note)
    {
        EncodingGuess.Guess? guess = EncodingGuess.Of(bytes, language);
        string name = guess is { Letters: >= FewestLetters, Score: >= Likely } ? guess.Value.Name : "windows-1252";
        string? told = note is null ? name == "windows-1252" ? null : $"The text names no encoding and is no UTF-8; it was read as {name}."
            : note.EndsWith('.') ? note : $"{note}; it was read as {name}.";
        return Whole(bytes, name, told);
    }

    // The encoding that a declaration should have named; null where the declared one holds. It takes much to overrule a publisher.
    private static string? Contradicted(ReadOnlySpan<byte> bytes, string name, string? language)
    {
        if (EncodingGuess.Fit(bytes, name, language) is not { Score: < Sure } declared || EncodingGuess.Of(bytes, language) is not { } best)
        {
            return null;
        }

        return best.Name != name && best.Letters >= FewestAgainstDeclared && best.Score >= Sure && best.Score - declared.Score >= Margin
            ? best.Name : null;
    }

    private static DecodedAs Whole(ReadOnlySpan<byte> bytes, string name, string? note) => Make(name, 0, note) with
    {
        Text = name == "big5" ? Big5Text.Decode(bytes) : JapaneseText.IsNeeded(bytes, name) ? JapaneseText.Decode(bytes, name) : null,
    };

    private static DecodedAs Make(string name, int skip, string? note) => new(name, EncodingLabels.Decoder(name), skip, note);

    // The language a document names: xml:lang, lang, <language>, "language".
    private static string? Language(ReadOnlySpan<byte> head)
    {
        string text = Encoding.Latin1.GetString(head);
        foreach (string sign in (string[])["xml:lang=", "<language>", "dc:language>", " lang=", "\"language\""])
        {
            int at = text.IndexOf(sign, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                int start = at + sign.Length;
                while (start < text.Length && text[start] is '"' or '\'' or ':' or ' ')
                {
                    start++;
                }

                int end = start;
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '-'))
                {
                    end++;
                }

                if (end - start is >= 2 and <= 16)
                {
                    return LanguageTag.Normalize(text[start..end]);
                }
            }
        }

        return null;
    }

    private static bool IsSingleByte(string name) =>
        name.StartsWith("windows-", StringComparison.Ordinal) || name.StartsWith("iso-8859", StringComparison.Ordinal) || name is "koi8-r"
            or "koi8-u" or "ibm866" or "macintosh";

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

        for (int meta = text.IndexOf("<meta", StringComparison.OrdinalIgnoreCase); meta >= 0;
            meta = text.IndexOf("<meta", meta + 5, StringComparison.OrdinalIgnoreCase))
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
