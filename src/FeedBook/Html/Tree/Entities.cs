using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Net;

namespace FeedBook.Html.Tree;

/// <summary>Character references as a browser reads them (HTML §13.2.5.72 ff.).</summary>
internal static class Entities
{
    // The platform's decoder knows the names of HTML 4. These are the newer ones that feeds hold, and the commonest of all for speed.
    private static readonly FrozenDictionary<string, string> Newer = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["amp"] = "&", ["lt"] = "<", ["gt"] = ">", ["quot"] = "\"", ["apos"] = "'", ["nbsp"] = "\u00A0", ["ndash"] = "\u2013", ["mdash"] = "\u2014", ["hellip"] = "\u2026",
        ["lsquo"] = "\u2018", ["rsquo"] = "\u2019", ["ldquo"] = "\u201C", ["rdquo"] = "\u201D", ["bull"] = "\u2022", ["middot"] = "\u00B7",
        ["NewLine"] = "\n", ["Tab"] = "\t", ["colon"] = ":", ["semi"] = ";", ["comma"] = ",", ["period"] = ".", ["excl"] = "!", ["quest"] = "?",
        ["num"] = "#", ["dollar"] = "$", ["percnt"] = "%", ["lpar"] = "(", ["rpar"] = ")", ["ast"] = "*", ["plus"] = "+", ["sol"] = "/", ["equals"] = "=",
        ["commat"] = "@", ["lbrack"] = "[", ["lsqb"] = "[", ["rbrack"] = "]", ["rsqb"] = "]", ["bsol"] = "\\", ["Hat"] = "^", ["lowbar"] = "_", ["grave"] = "`",
        ["lbrace"] = "{", ["lcub"] = "{", ["rbrace"] = "}", ["rcub"] = "}", ["verbar"] = "|", ["vert"] = "|", ["AMP"] = "&", ["LT"] = "<", ["GT"] = ">", ["QUOT"] = "\"",
        ["NonBreakingSpace"] = "\u00A0", ["hyphen"] = "\u2010", ["dash"] = "\u2010", ["horbar"] = "\u2015", ["Vert"] = "\u2016", ["mldr"] = "\u2026", ["nldr"] = "\u2025",
        ["check"] = "\u2713", ["cross"] = "\u2717", ["star"] = "\u2606", ["starf"] = "\u2605", ["phone"] = "\u260E", ["female"] = "\u2640", ["male"] = "\u2642",
        ["half"] = "\u00BD", ["COPY"] = "\u00A9", ["REG"] = "\u00AE", ["TRADE"] = "\u2122", ["rarrw"] = "\u219D", ["map"] = "\u21A6", ["larrhk"] = "\u21A9", ["rarrhk"] = "\u21AA",
        ["inodot"] = "\u0131", ["Scaron"] = "\u0160", ["ccaron"] = "\u010D", ["Ccaron"] = "\u010C", ["zcaron"] = "\u017E", ["Zcaron"] = "\u017D", ["ecaron"] = "\u011B", ["rcaron"] = "\u0159",
        ["lstrok"] = "\u0142", ["Lstrok"] = "\u0141", ["aogon"] = "\u0105", ["eogon"] = "\u0119", ["cacute"] = "\u0107", ["nacute"] = "\u0144", ["sacute"] = "\u015B", ["zacute"] = "\u017A", ["zdot"] = "\u017C",
        ["ncaron"] = "\u0148", ["uring"] = "\u016F", ["dcaron"] = "\u010F", ["tcaron"] = "\u0165", ["odblac"] = "\u0151", ["udblac"] = "\u0171", ["gbreve"] = "\u011F", ["scedil"] = "\u015F", ["Idot"] = "\u0130",
        ["amacr"] = "\u0101", ["emacr"] = "\u0113", ["imacr"] = "\u012B", ["omacr"] = "\u014D", ["umacr"] = "\u016B", ["dstrok"] = "\u0111", ["Dstrok"] = "\u0110",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // HTML 4's Latin-1 names, which browsers read without their semicolon too.
    private static readonly FrozenSet<string> Bare = FrozenSet.Create(StringComparer.Ordinal,
        "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo", "not", "shy", "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para",
        "middot", "cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute", "Ecirc",
        "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN", "szlig",
        "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave", "eacute", "ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc",
        "otilde", "ouml", "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml", "amp", "lt", "gt", "quot");

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> NewerName = Newer.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BareName = Bare.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text with its character references resolved; the very same instance where it has none.</summary>
    public static string Decode(string text) => text.Contains('&', StringComparison.Ordinal) ? Decode(text.AsSpan()) : text;

    /// <summary>The text with its character references resolved.</summary>
    public static string Decode(ReadOnlySpan<char> text)
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
            if (text[at] == '&' && Reference(text[at..], out string value, out int length))
            {
                value.CopyTo(decoded[written..]);
                written += value.Length;
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

    private static bool Reference(ReadOnlySpan<char> text, out string value, out int length)
    {
        if (text.Length > 2 && text[1] == '#')
        {
            return Number(text, out value, out length);
        }

        int end = 1;
        while (end < text.Length && end < 32 && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        ReadOnlySpan<char> name = text[1..end];
        if (end < text.Length && text[end] == ';' && name.Length > 1)
        {
            length = end + 1;
            if (NewerName.TryGetValue(name, out value!))
            {
                return true;
            }

            string whole = text[..length].ToString();
            value = WebUtility.HtmlDecode(whole);
            if (!ReferenceEquals(value, whole) && value != whole)
            {
                return true;
            }
        }

        // The longest legacy name at the front: "&copy2024" is "©2024", "&nbspx" is a space and "x".
        for (int cut = Math.Min(name.Length, 6); cut > 1; cut--)
        {
            if (BareName.Contains(name[..cut]))
            {
                value = WebUtility.HtmlDecode(string.Concat("&", name[..cut], ";"));
                length = cut + 1;
                return true;
            }
        }

        value = "";
        length = 0;
        return false;
    }

    private static bool Number(ReadOnlySpan<char> text, out string value, out int length)
    {
        bool hexadecimal = text[2] is 'x' or 'X';
        int start = hexadecimal ? 3 : 2, end = start;
        while (end < text.Length && (hexadecimal ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            end++;
        }

        value = "\uFFFD";
        length = end < text.Length && text[end] == ';' ? end + 1 : end;
        if (end == start)
        {
            return false;
        }

        if (end - start < 9 && int.TryParse(text[start..end], hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int code))
        {
            value = Character(code);
        }

        return true;
    }

    // HTML §13.2.5.80: numbers 128 to 159 are Windows-1252, as old editors wrote them.
    private static string Character(int code) => code switch
    {
        0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) => "\uFFFD",
        >= 0x80 and <= 0x9F => "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ"[code - 0x80].ToString(),
        '\u2018' => "\u2018",
        '\u2019' => "\u2019",
        '\u201C' => "\u201C",
        '\u201D' => "\u201D",
        '\u2013' => "\u2013",
        '\u2014' => "\u2014",
        '\u2026' => "\u2026",
        '\u00A0' => "\u00A0",
        <= 0xFFFF => ((char)code).ToString(),
        _ => char.ConvertFromUtf32(code),
    };
}
