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
            // A wrapper that ends before the text does is a wrapper of a part; whoever reads the markup opens it there.
            int end = text.IndexOf(End, StringComparison.Ordinal);
            if (end >= 0 && !IsEnds(text[end..]))
            {
                break;
            }

            text = text[Start.Length..].TrimStart();
            text = text.EndsWith(End, StringComparison.Ordinal) ? text[..^End.Length].TrimEnd() : text;
        }

        return text.ToString();
    }

    // Whether there is nothing but ends of wrappers within wrappers.
    private static bool IsEnds(ReadOnlySpan<char> text)
    {
        while (text.StartsWith(End, StringComparison.Ordinal))
        {
            text = text[End.Length..].TrimStart();
        }

        return text.IsEmpty;
    }
}
