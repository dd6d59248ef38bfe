namespace FeedBook.Feeds.Markup;

/// <summary>
/// The entities that a document type declares in the document itself. Nothing outside is ever opened, an entity is expanded one
/// level deep, and the whole document's expansion has a limit: a billion laughs end as two or three.
/// </summary>
internal sealed class DeclaredEntities(FeedNotes notes)
{
    private const int LongestValue = 4096;
    private const int MostEntities = 256;
    private const int MostCharacters = 256 * 1024;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private int _expanded;

    /// <summary>Takes the declarations out of an internal subset.</summary>
    public void Read(string subset)
    {
        for (int at = subset.IndexOf("<!ENTITY", StringComparison.Ordinal); at >= 0 && _values.Count < MostEntities;
            at = subset.IndexOf("<!ENTITY", at + 8, StringComparison.Ordinal))
        {
            int i = SkipSpace(subset, at + 8);
            int nameEnd = i;
            while (nameEnd < subset.Length && !char.IsWhiteSpace(subset[nameEnd]) && subset[nameEnd] is not '"' and not '\'' and not '>')
            {
                nameEnd++;
            }

            string name = subset[i..nameEnd];
            i = SkipSpace(subset, nameEnd);
            if (i >= subset.Length || name is "" or "%" || subset[i] is not '"' and not '\'')
            {
                notes.Count(Mend.EntityRefused, name); // a parameter entity, or one from elsewhere (SYSTEM, PUBLIC)
                continue;
            }

            int close = subset.IndexOf(subset[i], i + 1);
            if (close < 0 || close - i > LongestValue)
            {
                notes.Count(Mend.EntityRefused, name);
                continue;
            }

            _values.TryAdd(name, subset[(i + 1)..close]);
        }
    }

    /// <summary>The entity's replacement text; null when it is not declared here; empty when its expansion is refused.</summary>
    public string? Expand(string name)
    {
        if (!_values.TryGetValue(name, out string? value))
        {
            return null;
        }

        _expanded += value.Length;
        if (_expanded > MostCharacters)
        {
            notes.Count(Mend.EntityRefused, name);
            return "";
        }

        // Entities inside are decoded by the common rules only: those of the document's own are not looked up again.
        if (value.Contains('&', StringComparison.Ordinal))
        {
            foreach (string other in _values.Keys)
            {
                if (value.Contains("&" + other + ";", StringComparison.Ordinal))
                {
                    notes.Count(Mend.EntityRefused, name);
                    return "";
                }
            }

            return Entities.Decode(value, null, notes);
        }

        return value;
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
