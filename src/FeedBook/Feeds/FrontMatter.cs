namespace FeedBook.Feeds;

/// <summary>
/// The front matter of static site generators, as far as archives use it: <c>name: value</c> lines between two rules, quoted values, lists
/// in brackets or on lines of their own.
/// </summary>
internal static class FrontMatter
{
    private const int Longest = 16 * 1024;

    /// <summary>Reads the front matter at a place and moves it behind; null when there is none.</summary>
    public static Dictionary<string, string>? Read(string text, ref int at)
    {
        if (string.CompareOrdinal(text, at, "---", 0, 3) != 0)
        {
            return null;
        }

        int start = text.IndexOf('\n', at);
        int end = start < 0 ? -1 : text.IndexOf("\n---", start, Math.Min(Longest, text.Length - start), StringComparison.Ordinal);
        if (end < 0 || text[at..start].Trim() != "---")
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? last = null;
        foreach (string line in text[start..end].Split('\n'))
        {
            string trimmed = line.Trim();
            int colon = trimmed.IndexOf(':', StringComparison.Ordinal);
            if (trimmed.StartsWith("- ", StringComparison.Ordinal) && last is not null)
            {
                values[last] = values[last].Length == 0 ? Unquoted(trimmed[2..]) : values[last] + ", " + Unquoted(trimmed[2..]);
            }
            else if (colon > 0 && trimmed.AsSpan(0, colon).IndexOfAny(" \"'") < 0)
            {
                last = trimmed[..colon];
                values[last] = Unquoted(trimmed[(colon + 1)..]);
            }
        }

        if (values.Count == 0)
        {
            return null;
        }

        int after = text.IndexOf('\n', end + 1);
        at = after < 0 ? text.Length : after + 1;
        return values;
    }

    /// <summary>The parts of a list value; empty when it is not there.</summary>
    public static IEnumerable<string> List(Dictionary<string, string> values, string name) =>
        values.TryGetValue(name, out string? value)
            ? value.Trim('[', ']', ' ').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Unquoted)
            : [];

    private static string Unquoted(string value)
    {
        string trimmed = value.Trim();
        if (trimmed.Length >= 2 && trimmed[0] == '"' && trimmed[^1] == '"')
        {
            return trimmed[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        }

        return trimmed.Length >= 2 && trimmed[0] == '\'' && trimmed[^1] == '\''
            ? trimmed[1..^1].Replace("''", "'", StringComparison.Ordinal) : trimmed;
    }
}
