using System.Text;

namespace FeedBook.Feeds;

/// <summary>
/// Text without markup → HTML that keeps its lines: a blank line parts paragraphs, a line break stays one. Text that a program wrapped at a
/// fixed width, or that the feed's own layout indents, runs on.
/// </summary>
internal static class PlainTextHtml
{
    private const int NarrowestWrap = 40;
    private const int WidestWrap = 100;
    private const int FewestWrappedLines = 3;

    /// <summary>HTML of a text in which every sign is itself.</summary>
    public static string Encoded(string text) =>
        Lines(text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;",
            StringComparison.Ordinal));

    /// <summary>HTML of a text without tags whose references are already HTML's.</summary>
    public static string Lines(string text)
    {
        if (text.AsSpan().IndexOfAny('\n', '\r', '\u2028') < 0)
        {
            return text;
        }

        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        var html = new StringBuilder(text.Length + 32);
        int start = 0;
        while (start < lines.Length)
        {
            int end = start;
            while (end < lines.Length && !string.IsNullOrWhiteSpace(lines[end]))
            {
                end++;
            }

            if (end > start)
            {
                Paragraph(lines.AsSpan(start, end - start), html);
            }

            start = end + 1;
        }

        return html.ToString();
    }

    private static void Paragraph(ReadOnlySpan<string> lines, StringBuilder html)
    {
        string between = IsWrapped(lines) || IsLaidOut(lines) ? " " : "<br>";
        html.Append("<p>");
        for (int i = 0; i < lines.Length; i++)
        {
            html.Append(i == 0 ? "" : between).Append(lines[i].Trim());
        }

        html.Append("</p>");
    }

    // Wrapped by a program: at no break would the next line's first word have found room in the widest line.
    private static bool IsWrapped(ReadOnlySpan<string> lines)
    {
        int widest = 0;
        foreach (string line in lines)
        {
            widest = Math.Max(widest, line.TrimEnd().Length);
        }

        if (lines.Length < FewestWrappedLines || widest is < NarrowestWrap or > WidestWrap)
        {
            return false;
        }

        for (int i = 0; i + 1 < lines.Length; i++)
        {
            string next = lines[i + 1].TrimStart();
            int word = next.IndexOf(' ', StringComparison.Ordinal);
            if (lines[i].TrimEnd().Length + 1 + (word < 0 ? next.Length : word) <= widest)
            {
                return false;
            }
        }

        return true;
    }

    // Indented by the document's layout: every line but the first starts with the same white space, which a writer of lines does not do.
    private static bool IsLaidOut(ReadOnlySpan<string> lines)
    {
        if (lines.Length < 2)
        {
            return false;
        }

        int indent = Indent(lines[1]);
        if (indent < 2)
        {
            return false;
        }

        foreach (string line in lines[1..])
        {
            if (Indent(line) != indent)
            {
                return false;
            }
        }

        return true;
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ', '\t').Length;
}
