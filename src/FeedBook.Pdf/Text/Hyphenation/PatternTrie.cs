namespace FeedBook.Pdf.Text.Hyphenation;

/// <summary>Patterns such as <c>.hy3ph</c>, letter by letter; some 16 bytes a letter.</summary>
internal sealed class PatternTrie
{
    private readonly List<Node> _building = [new Node()];
    private readonly List<byte> _values = [];
    private Node[] _nodes = [];
    private byte[] _numbers = [];

    /// <summary>Adds a pattern: letters, dots for a word's ends, digits between them.</summary>
    public void Add(ReadOnlySpan<char> pattern)
    {
        int node = 0;
        Span<byte> values = stackalloc byte[pattern.Length + 1];
        values.Clear();
        int letters = 0;
        foreach (char c in pattern)
        {
            if (char.IsAsciiDigit(c))
            {
                values[letters] = (byte)(c - '0');
                continue;
            }

            letters++;
            node = Child(node, c);
        }

        Node end = _building[node];
        end.Values = _values.Count;
        end.Count = (byte)(letters + 1);
        _building[node] = end;
        foreach (byte value in values[..(letters + 1)])
        {
            _values.Add(value);
        }
    }

    /// <summary>Ends the adding.</summary>
    public void Seal()
    {
        _nodes = [.. _building];
        _numbers = [.. _values];
        _building.Clear();
        _values.Clear();
    }

    /// <summary>Raises the values by every pattern that begins where the text does.</summary>
    public void Apply(ReadOnlySpan<char> text, Span<byte> values)
    {
        int node = 0;
        foreach (char c in text)
        {
            node = Find(node, c);
            if (node == 0)
            {
                return;
            }

            ref readonly Node found = ref _nodes[node];
            for (int k = 0; k < found.Count; k++)
            {
                values[k] = Math.Max(values[k], _numbers[found.Values + k]);
            }
        }
    }

    private int Find(int node, char c)
    {
        int child = _nodes[node].FirstChild;
        while (child != 0 && _nodes[child].Letter != c)
        {
            child = _nodes[child].NextSibling;
        }

        return child;
    }

    private int Child(int parent, char c)
    {
        int child = _building[parent].FirstChild;
        while (child != 0 && _building[child].Letter != c)
        {
            child = _building[child].NextSibling;
        }

        if (child == 0)
        {
            child = _building.Count;
            Node above = _building[parent];
            _building.Add(new Node { Letter = c, NextSibling = above.FirstChild });
            above.FirstChild = child;
            _building[parent] = above;
        }

        return child;
    }

    private struct Node
    {
        public int FirstChild;
        public int NextSibling;
        public int Values;
        public char Letter;
        public byte Count;
    }
}
