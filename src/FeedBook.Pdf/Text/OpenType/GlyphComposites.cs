using System.Buffers.Binary;

namespace FeedBook.Pdf.Text.OpenType;

/// <summary>A glyph within a made-up one, and where it is drawn there. Font units.</summary>
internal readonly record struct GlyphPart(ushort Glyph, short X, short Y);

/// <summary>
/// Glyphs made up of others: a letter with its marks, an Arabic letter whose dots the font draws as marks. Drawn as one glyph, they can
/// stand in a PDF for exactly the text that they are; drawn one after the other, their dots would stand for nothing and part the
/// letters of a word for who searches it. Numbered upwards from the font's own glyphs; the same parts have the same number. Thread-safe.
/// </summary>
/// <param name="first">The first free number.</param>
internal sealed class GlyphComposites(int first)
{
    private const int ArgumentsAreWords = 0x0001;
    private const int ArgumentsAreOffsets = 0x0002;
    private const int MoreComponents = 0x0020;
    private const int HeaderLength = 10;
    private const int PartLength = 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private Composite[] _composites = [];
    private int _count;

    /// <summary>The number of a glyph of these parts; 0 when no number is left.</summary>
    /// <param name="parts">In the order in which they are drawn.</param>
    /// <param name="advance">Font units.</param>
    public int Number(ReadOnlySpan<GlyphPart> parts, int advance)
    {
        Span<char> key = stackalloc char[(3 * parts.Length) + 1];
        for (int i = 0; i < parts.Length; i++)
        {
            (key[3 * i], key[(3 * i) + 1], key[(3 * i) + 2]) = ((char)parts[i].Glyph, (char)parts[i].X, (char)parts[i].Y);
        }

        key[^1] = (char)advance;
        lock (_gate)
        {
            Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
            if (lookup.TryGetValue(key, out int known))
            {
                return known;
            }

            int number = first + _count;
            if (number > ushort.MaxValue)
            {
                return 0;
            }

            // Readers hold no lock: they see the old array or the new one, each whole.
            Composite[] grown = _count < _composites.Length ? _composites : new Composite[Math.Max(16, 2 * _count)];
            if (!ReferenceEquals(grown, _composites))
            {
                _composites.CopyTo(grown, 0);
            }

            grown[_count] = new Composite(parts.ToArray(), advance);
            Volatile.Write(ref _composites, grown);
            _count++;
            lookup[key] = number;
            return number;
        }
    }

    /// <summary>The advance width of a made-up glyph; 0 for other numbers.</summary>
    public int Advance(int glyph) => Find(glyph)?.Advance ?? 0;

    /// <summary>The made-up glyph as the <c>glyf</c> table describes composite ones; empty for other numbers.</summary>
    public byte[] Describe(int glyph, GlyphTable table)
    {
        if (Find(glyph) is not { } composite)
        {
            return [];
        }

        var bytes = new byte[HeaderLength + (PartLength * composite.Parts.Length)];
        (int left, int bottom, int right, int top) = (short.MaxValue, short.MaxValue, short.MinValue, short.MinValue);
        for (int i = 0; i < composite.Parts.Length; i++)
        {
            GlyphPart part = composite.Parts[i];
            Span<byte> entry = bytes.AsSpan(HeaderLength + (PartLength * i));
            int flags = ArgumentsAreWords | ArgumentsAreOffsets | (i + 1 < composite.Parts.Length ? MoreComponents : 0);
            BinaryPrimitives.WriteUInt16BigEndian(entry, (ushort)flags);
            BinaryPrimitives.WriteUInt16BigEndian(entry[2..], part.Glyph);
            BinaryPrimitives.WriteInt16BigEndian(entry[4..], part.X);
            BinaryPrimitives.WriteInt16BigEndian(entry[6..], part.Y);
            ReadOnlySpan<byte> own = table.Bytes(part.Glyph);
            if (own.Length >= HeaderLength)
            {
                left = Math.Min(left, part.X + BinaryPrimitives.ReadInt16BigEndian(own[2..]));
                bottom = Math.Min(bottom, part.Y + BinaryPrimitives.ReadInt16BigEndian(own[4..]));
                right = Math.Max(right, part.X + BinaryPrimitives.ReadInt16BigEndian(own[6..]));
                top = Math.Max(top, part.Y + BinaryPrimitives.ReadInt16BigEndian(own[8..]));
            }
        }

        if (left > right)
        {
            // Every part is blank.
            return [];
        }

        BinaryPrimitives.WriteInt16BigEndian(bytes, -1);
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(2), (short)left);
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(4), (short)bottom);
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(6), (short)right);
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(8), (short)top);
        return bytes;
    }

    private Composite? Find(int glyph)
    {
        Composite[] composites = Volatile.Read(ref _composites);
        int index = glyph - first;
        return (uint)index < (uint)composites.Length ? composites[index] : null;
    }

    private sealed record Composite(GlyphPart[] Parts, int Advance);
}
