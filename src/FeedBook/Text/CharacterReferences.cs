using System.Buffers;

namespace FeedBook.Text;

/// <summary>
/// HTML's character references: the names of its table, its rules for numbers, and where a reference ends (HTML §13.2.5.72 ff.).
/// </summary>
internal static class CharacterReferences
{
    private const char Replacement = '\uFFFD';

    // HTML §13.2.5.80: numbers 128 to 159 are Windows-1252, as old editors wrote them.
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    // The names that may end without their semicolon have two to six letters.
    private const int LongestBareName = 6, LongestName = 31;

    // Where each name starts in the table, and the first name of each letter.
    private static readonly ushort[] Starts = FindStarts();
    private static readonly ushort[] Letters = FindLetters();

    /// <summary>The character that a number from 128 to 159 means.</summary>
    public static char FromWindows1252(int code) => Windows1252[code - 0x80];

    /// <summary>Looks up a name.</summary>
    /// <param name="name">The name, without '&amp;' and ';'.</param>
    /// <param name="units">The one or two UTF-16 units it stands for, the first in the lower half.</param>
    /// <param name="bare">Whether it is read without its semicolon too.</param>
    /// <returns>False when HTML has no such name.</returns>
    public static bool TryGetNamed(ReadOnlySpan<char> name, out uint units, out bool bare)
    {
        units = 0;
        bare = false;
        if (name.IsEmpty || name[0] >= 'z' + 1)
        {
            return false;
        }

        int low = Letters[name[0]], high = Letters[name[0] + 1] - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1, end = Starts[middle + 1] - 1;
            int order = NamedCharacters.Names.AsSpan(Starts[middle], end - Starts[middle]).SequenceCompareTo(name);
            if (order == 0)
            {
                units = NamedCharacters.Values[middle];
                bare = NamedCharacters.Names[end] == '!';
                return true;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return false;
    }

    /// <summary>
    /// Reads the number of a numeric reference, without judging it. Two references that are the halves of one letter are read as that
    /// letter.
    /// </summary>
    /// <param name="text">Text that begins with '&amp;#'.</param>
    /// <param name="code">The number; -1 where it is larger than any character's.</param>
    /// <returns>How many letters the reference takes; zero when it is none.</returns>
    public static int ReadNumber(ReadOnlySpan<char> text, out int code)
    {
        int length = OneNumber(text, out code);
        if (code is >= 0xD800 and <= 0xDBFF && text[length..] is ['&', '#', ..]
            && OneNumber(text[length..], out int second) is > 0 and int more && second is >= 0xDC00 and <= 0xDFFF)
        {
            code = char.ConvertToUtf32((char)code, (char)second);
            length += more;
        }

        return length;
    }

    /// <summary>A text with its character references resolved; the very same instance where it has none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="inAttribute">
    /// Whether it is an attribute's value, where a name without its semicolon before a letter, a digit or '=' is none.
    /// </param>
    public static string Decode(string text, bool inAttribute = false) =>
        text.Contains('&', StringComparison.Ordinal) ? Decode(text.AsSpan(), inAttribute) : text;

    /// <summary>A text with its character references resolved.</summary>
    /// <param name="text">The text.</param>
    /// <param name="inAttribute">Whether it is an attribute's value.</param>
    public static string Decode(ReadOnlySpan<char> text, bool inAttribute = false)
    {
        int at = text.IndexOf('&');
        if (at < 0)
        {
            return text is [var only] && only <= ' ' ? White(only) : text.ToString();
        }

        // No reference is shorter than what it stands for.
        char[]? rented = null;
        Span<char> decoded = text.Length <= 512 ? stackalloc char[text.Length] : (rented = ArrayPool<char>.Shared.Rent(text.Length));
        text[..at].CopyTo(decoded);
        int written = at;
        while (at < text.Length)
        {
            if (text[at] == '&' && Read(text[at..], inAttribute, out uint units) is > 0 and int length)
            {
                decoded[written++] = (char)units;
                if (units > char.MaxValue)
                {
                    decoded[written++] = (char)(units >> 16);
                }

                at += length;
                continue;
            }

            int next = text[(at + 1)..].IndexOf('&');
            next = next < 0 ? text.Length : at + 1 + next;
            text[at..next].CopyTo(decoded[written..]);
            written += next - at;
            at = next;
        }

        string result = decoded[..written].ToString();
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return result;
    }

    // Between blocks stands a line end or a space: half of all texts are one of these.
    private static string White(char c) => c switch
    {
        '\n' => "\n",
        ' ' => " ",
        _ => c.ToString(),
    };

    private static int Read(ReadOnlySpan<char> text, bool inAttribute, out uint units)
    {
        if (text.Length > 2 && text[1] == '#')
        {
            int length = ReadNumber(text, out int code);
            units = Units(code);
            return length;
        }

        int end = 1;
        while (end < text.Length && end <= LongestName && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        if (end < text.Length && text[end] == ';' && TryGetNamed(text[1..end], out units, out _))
        {
            return end + 1;
        }

        // The longest such name at the front: "&copy2024" is "©2024" in a text, and stays as it is in an address.
        for (int cut = Math.Min(end - 1, LongestBareName); cut > 1; cut--)
        {
            if (TryGetNamed(text[1..(cut + 1)], out units, out bool bare) && bare)
            {
                int after = cut + 1;
                return inAttribute && after < text.Length && (text[after] == '=' || char.IsAsciiLetterOrDigit(text[after])) ? 0 : after;
            }
        }

        units = 0;
        return 0;
    }

    private static uint Units(int code) => code switch
    {
        <= 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) => Replacement,
        >= 0x80 and <= 0x9F => FromWindows1252(code),
        <= 0xFFFF => (uint)code,
        _ => (uint)(0xD800 + ((code - 0x10000) >> 10)) | (uint)(0xDC00 + ((code - 0x10000) & 0x3FF)) << 16,
    };

    private static int OneNumber(ReadOnlySpan<char> text, out int code)
    {
        bool hexadecimal = text.Length > 2 && text[2] is 'x' or 'X';
        int start = hexadecimal ? 3 : 2, end = start;
        code = 0;
        while (end < text.Length && (hexadecimal ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            int digit = char.IsAsciiDigit(text[end]) ? text[end] - '0' : (text[end] | 0x20) - 'a' + 10;
            code = code < 0 ? -1 : (code * (hexadecimal ? 16 : 10)) + digit;
            code = code > 0x10FFFF ? -1 : code;
            end++;
        }

        return end == start ? 0 : end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    private static ushort[] FindStarts()
    {
        var starts = new ushort[NamedCharacters.Count + 1];
        ReadOnlySpan<char> names = NamedCharacters.Names;
        for (int i = 0, at = 0; i < NamedCharacters.Count; i++)
        {
            at += names[at..].IndexOfAny(';', '!') + 1;
            starts[i + 1] = (ushort)at;
        }

        return starts;
    }

    private static ushort[] FindLetters()
    {
        var letters = new ushort['z' + 2];
        int name = 0;
        for (int letter = 0; letter < letters.Length; letter++)
        {
            while (name < NamedCharacters.Count && NamedCharacters.Names[Starts[name]] < letter)
            {
                name++;
            }

            letters[letter] = (ushort)name;
        }

        return letters;
    }
}
