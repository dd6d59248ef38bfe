using System.IO.Compression;

namespace FeedBook.Pdf.Text.Words;

/// <summary>The words of a language, sorted by UTF-16 units. Immutable, thread-safe.</summary>
internal sealed class WordList
{
    private readonly string _letters;
    private readonly int[] _starts;

    private WordList(string letters, int[] starts) => (_letters, _starts) = (letters, starts);

    /// <summary>Reads a packed list from the assembly: a word a line, sorted (see cut-words.py).</summary>
    public static WordList Read(string language)
    {
        using Stream packed = typeof(WordList).Assembly.GetManifestResourceStream($"FeedBook.Pdf.{language}.words.br")
            ?? throw new InvalidOperationException($"The assembly lacks the words of '{language}'.");
        using var reader = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress));
        string letters = reader.ReadToEnd() + "\n";
        var starts = new List<int>();
        for (int at = 0; at < letters.Length; at = letters.IndexOf('\n', at) + 1)
        {
            starts.Add(at);
        }

        starts.Add(letters.Length);
        return new WordList(letters, [.. starts]);
    }

    /// <summary>Adds to <paramref name="lengths"/> the length of every word that the text begins with, ascending.</summary>
    public void FindAll(ReadOnlySpan<char> text, List<int> lengths)
    {
        // The words that begin as the text does lie side by side; each letter narrows them down.
        int from = 0;
        int to = _starts.Length - 1;
        for (int depth = 0; depth < text.Length && from < to; depth++)
        {
            char c = text[depth];
            from = First(from, to, depth, c);
            to = First(from, to, depth, (char)(c + 1));
            if (from < to && LetterOf(from, depth + 1) == '\n')
            {
                lengths.Add(depth + 1);
            }
        }
    }

    /// <summary>The first word of a range whose letter at a depth is not below <paramref name="c"/>.</summary>
    private int First(int from, int to, int depth, char c)
    {
        while (from < to)
        {
            int middle = (from + to) >> 1;
            if (LetterOf(middle, depth) < c)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }

    // A word that is over counts as a line's end, which is below every letter.
    private char LetterOf(int word, int depth) => _letters[Math.Min(_starts[word] + depth, _starts[word + 1] - 1)];
}
