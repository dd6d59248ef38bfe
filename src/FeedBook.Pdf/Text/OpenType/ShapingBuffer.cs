namespace FeedBook.Pdf.Text.OpenType;

/// <summary>One glyph on its way through substitution and positioning.</summary>
internal struct ShapingGlyph
{
    /// <summary>The glyph's number in its face.</summary>
    public ushort Glyph;

    /// <summary>How many letters a ligature is made of; 0 for other glyphs.</summary>
    public byte Components;

    /// <summary>For a mark inside a ligature: on which of its letters it sits, from 1; 0: not inside one.</summary>
    public byte Component;

    /// <summary>The character (its place in the text) from which on the glyph stands for the text; glyphs of one cluster have the same.</summary>
    public int Cluster;

    /// <summary>Which features apply.</summary>
    public uint Mask;

    /// <summary>Font units.</summary>
    public int Advance;

    /// <summary>Font units, added to where the glyph is drawn, not to where the next one is.</summary>
    public int XOffset;

    /// <summary>Font units, upwards.</summary>
    public int YOffset;

    /// <summary>For an attached mark: how many glyphs back the one is that it sits on; 0: not attached.</summary>
    public short AttachedTo;
}

/// <summary>The glyphs of a run, in logical order, growing and shrinking as lookups apply. Reused; one thread.</summary>
internal sealed class ShapingBuffer
{
    private ShapingGlyph[] _glyphs = new ShapingGlyph[256];

    public int Count { get; private set; }

    public Span<ShapingGlyph> Glyphs => _glyphs.AsSpan(0, Count);

    public ref ShapingGlyph this[int index] => ref _glyphs[index];

    public void Clear() => Count = 0;

    public void Add(int glyph, int cluster, uint mask)
    {
        if (Count == _glyphs.Length)
        {
            Array.Resize(ref _glyphs, 2 * Count);
        }

        _glyphs[Count++] = new ShapingGlyph { Glyph = (ushort)glyph, Cluster = cluster, Mask = mask };
    }

    /// <summary>Makes room for <paramref name="count"/> copies of the glyph after it.</summary>
    public void Repeat(int index, int count)
    {
        while (Count + count > _glyphs.Length)
        {
            Array.Resize(ref _glyphs, 2 * _glyphs.Length);
        }

        Array.Copy(_glyphs, index + 1, _glyphs, index + 1 + count, Count - index - 1);
        Array.Fill(_glyphs, _glyphs[index], index + 1, count);
        Count += count;
    }

    public void RemoveAt(int index)
    {
        Count--;
        Array.Copy(_glyphs, index + 1, _glyphs, index, Count - index);
    }

    /// <summary>Makes one cluster of all glyphs from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public void MergeClusters(int first, int last)
    {
        int cluster = _glyphs[first].Cluster;
        for (int i = first + 1; i <= last; i++)
        {
            cluster = Math.Min(cluster, _glyphs[i].Cluster);
        }

        int replaced = _glyphs[last].Cluster;
        for (int i = first; i <= last; i++)
        {
            _glyphs[i].Cluster = cluster;
        }

        // What follows in the last glyph's own cluster belongs to it as well.
        for (int i = last + 1; i < Count && _glyphs[i].Cluster == replaced && replaced != cluster; i++)
        {
            _glyphs[i].Cluster = cluster;
        }
    }
}
