using System.Text;
using FeedBook.Text;

namespace FeedBook.Feeds.Markup;

/// <summary>Entities and characters, as the tolerant path reads them.</summary>
internal static class Entities
{
    /// <summary>
    /// The text with the controls U+0080 to U+009F read as windows-1252 (HTML §13.2.5.80 does it for references; publishers
    /// write the characters themselves too). The very same instance where there are none.
    /// </summary>
    public static string MendC1(string text) => text.AsSpan().ContainsAnyInRange('\u0080', '\u009F')
        ? string.Create(text.Length, text, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = source[i] is >= '\u0080' and <= '\u009F' ? CharacterReferences.FromWindows1252(source[i]) : source[i];
            }
        })
        : text;

    /// <summary>Decodes every entity once; one that nobody knows, and a bare '&amp;', stay as they are.</summary>
    /// <param name="text">Markup text.</param>
    /// <param name="declared">Entities of the document's own; null when it has none.</param>
    /// <param name="notes">Is told of what XML would refuse; null when nobody asks.</param>
    public static string Decode(ReadOnlySpan<char> text, DeclaredEntities? declared, FeedNotes? notes)
    {
        int amp = text.IndexOf('&');
        if (amp < 0)
        {
            return text.ToString();
        }

        var result = new StringBuilder(text.Length);
        while (amp >= 0)
        {
            result.Append(text[..amp]);
            text = text[amp..];
            int used = One(text, declared, notes, result);
            if (used == 0)
            {
                notes?.Count(Mend.Ampersand);
                result.Append('&');
                used = 1;
            }

            text = text[used..];
            amp = text.IndexOf('&');
        }

        return result.Append(text).ToString();
    }

    private static int One(ReadOnlySpan<char> text, DeclaredEntities? declared, FeedNotes? notes, StringBuilder result)
    {
        if (text.Length > 2 && text[1] == '#')
        {
            return Number(text, notes, result);
        }

        int end = 1;
        while (end < text.Length && end < 40 && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        // Without its semicolon a name is part of an address more often than an entity: '&copy=2' is not ©.
        if (end == 1 || end >= text.Length || text[end] != ';')
        {
            return 0;
        }

        ReadOnlySpan<char> name = text[1..end];
        switch (name)
        {
            case "amp": result.Append('&'); break;
            case "lt": result.Append('<'); break;
            case "gt": result.Append('>'); break;
            case "quot": result.Append('"'); break;
            case "apos": result.Append('\''); break;
            default:
                if (declared?.Expand(name.ToString()) is { } own)
                {
                    result.Append(own);
                    break;
                }

                if (!CharacterReferences.TryGetNamed(name, out uint units, out _))
                {
                    return 0;
                }

                notes?.Count(Mend.HtmlEntity);
                result.Append((char)units);
                if (units > char.MaxValue)
                {
                    result.Append((char)(units >> 16));
                }

                break;
        }

        return end + 1;
    }

    private static int Number(ReadOnlySpan<char> text, FeedNotes? notes, StringBuilder result)
    {
        int length = CharacterReferences.ReadNumber(text, out int code);
        if (length == 0)
        {
            return 0;
        }

        if (code is >= 0x80 and <= 0x9F)
        {
            result.Append(CharacterReferences.FromWindows1252(code));
        }
        else if (code is < 0x20 and not (9 or 10 or 13) || !Rune.IsValid(code) || code is 0xFFFE or 0xFFFF)
        {
            notes?.Count(Mend.Control);
        }
        else
        {
            result.Append(new Rune(code).ToString());
        }

        return length;
    }
}
