using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using FeedBook.Feeds.Markup;

namespace FeedBook.Feeds;

/// <summary>Titles and names as a reader should see them, however often the publisher escaped them.</summary>
internal static class PlainText
{
    private const int MostDecodings = 3;

    // What publishers really put into titles. Anything else in angle brackets is part of the title: 'List<T>', 'The <main> element'.
    private static readonly FrozenSet<string> Formatting = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "a", "abbr", "acronym", "b", "big", "blink", "cite", "code", "del", "dfn", "div", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6",
            "i", "ins", "kbd", "label",
        "mark", "nobr", "p", "pre", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "bdi", "bdo",
            "ruby", "rt", "rb", "rp", "time", "center", "blockquote", "ul", "ol", "li");

    private static readonly SearchValues<char> Unwanted = SearchValues.Create("\t\n\r\u00A0\u2028\u2029\uFEFF\u00AD");

    private static readonly FrozenSet<string> Voids = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "br", "wbr", "img", "hr");

    /// <summary>Text without markup: entities decoded, white space collapsed. Null when nothing is left.</summary>
    /// <param name="text">As it stands once the document's own layer of escaping is gone.</param>
    public static string? From(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (text.Contains("<![CDATA[", StringComparison.Ordinal))
        {
            text = text.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal);
        }

        for (int i = 0; i < MostDecodings; i++)
        {
            string before = text;
            if (text.Contains('<', StringComparison.Ordinal))
            {
                text = StripTags(text);
            }

            if (text.Contains('&', StringComparison.Ordinal))
            {
                text = Entities.Decode(text, null, null);
            }

            if (before == text)
            {
                break;
            }
        }

        text = Collapse(FeedBook.Text.XmlText.Clean(text));
        return text.Length == 0 || !text.AsSpan().ContainsAnyExceptInRange('\0', ' ') || IsInvisible(text) ? null : text;
    }

    // Signs that print nothing: those of format, and letters and spaces that stand for none (Unicode's Default_Ignorable_Code_Point).
    private static bool IsInvisible(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool seen =
                Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.Control)
                && !Rune.IsWhiteSpace(rune)
                && rune.Value is not (0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164
                    or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xE0000 and <= 0xE0FFF));
            if (seen)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>White space collapsed to single spaces and trimmed; soft hyphens and marks without width at the ends go.</summary>
    public static string Collapse(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        bool clean = !trimmed.ContainsAny(Unwanted) && trimmed.IndexOf("  ", StringComparison.Ordinal) < 0;
        if (clean)
        {
            return trimmed.Length == text.Length ? text : trimmed.ToString();
        }

        var result = new StringBuilder(trimmed.Length);
        bool space = false;
        foreach (char c in trimmed)
        {
            if (char.IsWhiteSpace(c))
            {
                space = true;
            }
            else if (c is not '\uFEFF' and not '\u00AD')
            {
                if (space && result.Length > 0)
                {
                    result.Append(' ');
                }

                space = false;
                result.Append(c);
            }
        }

        return result.ToString();
    }

    // Takes out comments, void tags, and tags of formatting elements that have their counterpart.
    private static string StripTags(string text)
    {
        var tokens = new TagTokenizer(text, 0, null);
        var result = new StringBuilder(text.Length);
        int done = 0;
        Dictionary<string, int>? ends = null;
        while (true)
        {
            TokenKind kind = tokens.Read();
            int start = kind == TokenKind.None ? text.Length : tokens.TokenStart;
            if (kind is TokenKind.None)
            {
                AppendBetween(text, done, start, result);
                return result.ToString();
            }

            if (kind is TokenKind.StartTag or TokenKind.EndTag)
            {
                AppendBetween(text, done, start, result);
                done = tokens.Position;
                ends ??= CountEnds(text);
                bool remove = Voids.Contains(tokens.Name)
                    || (Formatting.Contains(tokens.Name)
                    && (kind == TokenKind.EndTag || tokens.Attributes.Count > 0 || ends.ContainsKey(tokens.Name)));
                if (!remove)
                {
                    result.Append(text, start, done - start);
                }
                else if (IsBreak(tokens.Name))
                {
                    result.Append(' ');
                }
            }
        }
    }

    private static bool IsBreak(string name) =>
        name.Equals("br", StringComparison.OrdinalIgnoreCase) || name.Equals("p", StringComparison.OrdinalIgnoreCase)
            || name.Equals("div", StringComparison.OrdinalIgnoreCase)
        || name.Equals("li", StringComparison.OrdinalIgnoreCase) || name.Equals("hr", StringComparison.OrdinalIgnoreCase)
            || (name.Length == 2 && name[0] is 'h' or 'H');

    // What lies between two tags: text, or comments, which go.
    private static void AppendBetween(string text, int from, int to, StringBuilder result)
    {
        while (from < to)
        {
            int comment = text.IndexOf("<!--", from, to - from, StringComparison.Ordinal);
            int end = comment < 0 ? -1 : text.IndexOf("-->", comment, to - comment, StringComparison.Ordinal);
            if (end < 0)
            {
                result.Append(text, from, to - from);
                return;
            }

            result.Append(text, from, comment - from);
            from = end + 3;
        }
    }

    private static Dictionary<string, int> CountEnds(string text)
    {
        var ends = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var tokens = new TagTokenizer(text, 0, null);
        for (TokenKind kind = tokens.Read(); kind != TokenKind.None; kind = tokens.Read())
        {
            if (kind == TokenKind.EndTag)
            {
                ends[tokens.Name] = ends.GetValueOrDefault(tokens.Name) + 1;
            }
        }

        return ends;
    }
}
