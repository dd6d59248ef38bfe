namespace FeedBook.Html.Tree;

/// <summary>
/// HTML that a program has wrapped for XML once more than XML took off again: <c>&lt;![CDATA[…]]&gt;</c> around the whole text.
/// </summary>
internal static class CharacterData
{
    private const string Start = "<![CDATA[", End = "]]>";

    /// <summary>The text without its wrappers.</summary>
    public static string Unwrap(string html)
    {
        ReadOnlySpan<char> text = html.AsSpan().Trim();
        if (!text.StartsWith(Start, StringComparison.Ordinal))
        {
            return html;
        }

        while (text.StartsWith(Start, StringComparison.Ordinal))
        {
            text = text[Start.Length..].TrimStart();
            text = text.EndsWith(End, StringComparison.Ordinal) ? text[..^End.Length].TrimEnd() : text;
        }

        return text.ToString();
    }
}
