using System.IO.Compression;

namespace FeedBook.Pdf.Text.Hyphenation;

/// <summary>
/// Liang's hyphenation (F. M. Liang, "Word hy-phen-a-tion by com-put-er", 1983) for one language. Immutable, thread-safe.
/// </summary>
internal sealed class Hyphenator
{
    private const int ShortestWord = 5;
    private const int LongestWord = 100;

    private readonly PatternTrie _patterns;
    private readonly Dictionary<string, bool[]> _exceptions;
    private readonly int _left;
    private readonly int _right;

    private Hyphenator(PatternTrie patterns, Dictionary<string, bool[]> exceptions, int left, int right) =>
        (_patterns, _exceptions, _left, _right) = (patterns, exceptions, left, right);

    /// <summary>The hyphenator for a BCP 47 tag; null when there are no patterns for it, or no language is given.</summary>
    public static Hyphenator? For(string? language) => string.IsNullOrEmpty(language) ? null : HyphenationLanguages.Find(language);

    /// <summary>Reads a packed file of TeX patterns from the assembly.</summary>
    /// <param name="resource">The resource's name.</param>
    /// <param name="left">The fewest letters before a hyphen.</param>
    /// <param name="right">The fewest letters after one.</param>
    public static Hyphenator Read(string resource, int left, int right)
    {
        using Stream packed = typeof(Hyphenator).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks the patterns '{resource}'.");
        using var reader = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress));
        var patterns = new PatternTrie();
        var exceptions = new Dictionary<string, bool[]>(StringComparer.Ordinal);
        string block = "";
        while (reader.ReadLine() is { } line)
        {
            int comment = line.IndexOf('%', StringComparison.Ordinal);
            ReadOnlySpan<char> rest = comment < 0 ? line : line.AsSpan(0, comment);
            foreach (Range range in rest.SplitAny(" \t"))
            {
                ReadOnlySpan<char> word = rest[range];
                if (word.StartsWith("\\"))
                {
                    int brace = word.IndexOf('{');
                    block = brace < 0 ? "" : word[1..brace].ToString();
                    word = brace < 0 ? [] : word[(brace + 1)..];
                }

                if (word.Contains('}'))
                {
                    word = word[..word.IndexOf('}')];
                    Add(block, word, patterns, exceptions);
                    block = "";
                    continue;
                }

                Add(block, word, patterns, exceptions);
            }
        }

        patterns.Seal();
        return new Hyphenator(patterns, exceptions, left, right);
    }

    /// <summary>Marks the places in a word before which a hyphen may stand. Places that are marked already stay so.</summary>
    /// <param name="word">Letters only; in any case.</param>
    /// <param name="places">One for each UTF-16 unit of the word; the first is never marked.</param>
    public void Divide(ReadOnlySpan<char> word, Span<bool> places)
    {
        if (word.Length is < ShortestWord or > LongestWord)
        {
            return;
        }

        Span<char> padded = stackalloc char[word.Length + 2];
        padded[0] = '.';
        padded[^1] = '.';
        for (int i = 0; i < word.Length; i++)
        {
            padded[i + 1] = char.ToLowerInvariant(word[i]);
        }

        Span<char> lower = padded[1..^1];
        Dictionary<string, bool[]>.AlternateLookup<ReadOnlySpan<char>> exceptions = _exceptions.GetAlternateLookup<ReadOnlySpan<char>>();
        if (exceptions.TryGetValue(lower, out bool[]? known))
        {
            for (int i = 1; i < word.Length; i++)
            {
                places[i] |= known[i];
            }

            return;
        }

        // Between padded[i - 1] and padded[i] stands values[i]; odd ones divide.
        Span<byte> values = stackalloc byte[padded.Length + 1];
        values.Clear();
        for (int i = 0; i < padded.Length; i++)
        {
            _patterns.Apply(padded[i..], values[i..]);
        }

        for (int i = _left; i <= word.Length - _right; i++)
        {
            places[i] |= (values[i + 1] & 1) != 0;
        }
    }

    private static void Add(string block, ReadOnlySpan<char> word, PatternTrie patterns, Dictionary<string, bool[]> exceptions)
    {
        if (word.IsEmpty)
        {
            return;
        }

        if (block == "patterns")
        {
            patterns.Add(word);
        }
        else if (block == "hyphenation")
        {
            string letters = word.ToString().Replace("-", "", StringComparison.Ordinal);
            var places = new bool[letters.Length];
            int at = 0;
            foreach (char c in word)
            {
                if (c == '-' && at < places.Length)
                {
                    places[at] = true;
                }
                else if (c != '-')
                {
                    at++;
                }
            }

            exceptions[letters] = places;
        }
    }
}
