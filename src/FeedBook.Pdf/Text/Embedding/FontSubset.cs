using System.Buffers.Binary;
using System.Text;
using FeedBook.Pdf.Text.OpenType;

namespace FeedBook.Pdf.Text;

/// <summary>
/// Cuts a TrueType font down to the glyphs of a document, renumbered from 0. The tables are those that ISO 32000-1, 9.9 asks of a
/// <c>CIDFontType2</c>: no <c>cmap</c>, no names; instructions are kept for screens that use them.
/// </summary>
internal static class FontSubset
{
    private const ushort MostPoints = 4000;
    private const ushort MostContours = 400;
    private const uint Checksum = 0xB1B0AFBA;
    private static readonly string[] Copied = ["cvt ", "fpgm", "prep"];

    /// <summary>
    /// A font whose glyph number <c>n</c> is glyph <c>glyphs[n]</c> of the face. A glyph may stand in the list more than once.
    /// </summary>
    /// <param name="face">The face.</param>
    /// <param name="glyphs">Glyph numbers of the face; the first is 0, the empty box.</param>
    public static byte[] Make(FontFace face, IReadOnlyList<ushort> glyphs)
    {
        List<ushort> all = WithComponents(face, glyphs, out Dictionary<int, int> numbers);
        byte[] glyf = Glyphs(face, all, numbers, out int[] offsets);
        bool longOffsets = glyf.Length > 2 * ushort.MaxValue;
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = glyf,
            ["loca"] = Locations(offsets, longOffsets),
            ["hmtx"] = Metrics(face, all),
            ["head"] = Patched(face.Tables["head"], 54, head =>
            {
                BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
                BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), (short)(longOffsets ? 1 : 0));
            }),
            ["hhea"] = Patched(face.Tables["hhea"], 36, hhea => BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)all.Count)),
            ["maxp"] = Patched(face.Tables["maxp"], 32, maxp =>
            {
                BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)all.Count);
                if (BinaryPrimitives.ReadUInt32BigEndian(maxp) != 0x00010000)
                {
                    // A font with PostScript outlines counted neither points nor contours.
                    BinaryPrimitives.WriteUInt32BigEndian(maxp, 0x00010000);
                    Raise(maxp.AsSpan(6), MostPoints);
                    Raise(maxp.AsSpan(8), MostContours);
                    Raise(maxp.AsSpan(14), 2);
                }

                Raise(maxp.AsSpan(10), MostPoints);
                Raise(maxp.AsSpan(12), MostContours);

                // Made-up glyphs may hold more parts, and lie one level deeper, than the font's own.
                Raise(maxp.AsSpan(28), 8);
                Raise(maxp.AsSpan(30), (ushort)(BinaryPrimitives.ReadUInt16BigEndian(maxp.AsSpan(30)) + 1));
            }),
        };
        foreach (string tag in Copied)
        {
            if (!face.Tables[tag].IsEmpty)
            {
                tables.Add(tag, face.Tables[tag].Span.ToArray());
            }
        }

        return Assemble(tables);
    }

    /// <summary>The glyphs, and after them those of which composite ones are made.</summary>
    private static List<ushort> WithComponents(FontFace face, IReadOnlyList<ushort> glyphs, out Dictionary<int, int> numbers)
    {
        var all = new List<ushort>(glyphs);
        var known = new Dictionary<int, int>();
        for (int i = 0; i < glyphs.Count; i++)
        {
            known.TryAdd(glyphs[i], i);
        }

        for (int i = 0; i < glyphs.Count; i++)
        {
            face.Glyphs.VisitParts(face.Describe(glyphs[i]), component =>
            {
                bool isNew = known.TryAdd(component, all.Count);
                if (isNew)
                {
                    all.Add((ushort)component);
                }

                return isNew;
            });
        }

        numbers = known;
        return all;
    }

    private static byte[] Glyphs(FontFace face, List<ushort> all, Dictionary<int, int> numbers, out int[] offsets)
    {
        offsets = new int[all.Count + 1];
        int length = 0;
        for (int i = 0; i < all.Count; i++)
        {
            length += (face.Describe(all[i]).Length + 3) & ~3;
            offsets[i + 1] = length;
        }

        var glyf = new byte[length];
        for (int i = 0; i < all.Count; i++)
        {
            ReadOnlySpan<byte> source = face.Describe(all[i]);
            source.CopyTo(glyf.AsSpan(offsets[i]));
            int start = offsets[i];
            GlyphTable.VisitComponents(source, (at, component) =>
                BinaryPrimitives.WriteUInt16BigEndian(glyf.AsSpan(start + at), (ushort)numbers[component]));
        }

        return glyf;
    }

    private static byte[] Locations(int[] offsets, bool longOffsets)
    {
        var loca = new byte[offsets.Length * (longOffsets ? 4 : 2)];
        for (int i = 0; i < offsets.Length; i++)
        {
            if (longOffsets)
            {
                BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * i), offsets[i]);
            }
            else
            {
                BinaryPrimitives.WriteUInt16BigEndian(loca.AsSpan(2 * i), (ushort)(offsets[i] / 2));
            }
        }

        return loca;
    }

    private static byte[] Metrics(FontFace face, List<ushort> all)
    {
        FontBytes source = face.Tables["hmtx"];
        int full = Math.Max(1, face.Tables["hhea"].U16(34));
        var hmtx = new byte[4 * all.Count];
        for (int i = 0; i < all.Count; i++)
        {
            int glyph = all[i];
            int bearing = glyph >= face.GlyphCount ? LeftOf(face.Describe(glyph)) : glyph < full ? source.I16((4 * glyph) + 2)
                : source.I16((4 * full) + (2 * (glyph - full)));
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * i), (ushort)face.Advance(glyph));
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan((4 * i) + 2), (short)bearing);
        }

        return hmtx;
    }

    private static void Raise(Span<byte> field, ushort least) =>
        BinaryPrimitives.WriteUInt16BigEndian(field, Math.Max(least, BinaryPrimitives.ReadUInt16BigEndian(field)));

    private static int LeftOf(ReadOnlySpan<byte> glyph) => glyph.Length < 10 ? 0 : BinaryPrimitives.ReadInt16BigEndian(glyph[2..]);

    private static byte[] Patched(FontBytes table, int length, Action<byte[]> patch)
    {
        var copy = new byte[length];
        ReadOnlySpan<byte> source = table.Span;
        source[..Math.Min(source.Length, length)].CopyTo(copy);
        patch(copy);
        return copy;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        int at = 12 + (16 * tables.Count);
        int length = at + tables.Values.Sum(t => (t.Length + 3) & ~3);
        var font = new byte[length];
        int log = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(font, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(6), (ushort)(16 << log));
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(8), (ushort)log);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(10), (ushort)((16 * tables.Count) - (16 << log)));
        int entry = 12;
        int head = 0;
        foreach ((string tag, byte[] table) in tables)
        {
            table.CopyTo(font.AsSpan(at));
            Encoding.ASCII.GetBytes(tag, font.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(entry + 4), Sum(font.AsSpan(at, (table.Length + 3) & ~3)));
            BinaryPrimitives.WriteInt32BigEndian(font.AsSpan(entry + 8), at);
            BinaryPrimitives.WriteInt32BigEndian(font.AsSpan(entry + 12), table.Length);
            head = tag == "head" ? at : head;
            at += (table.Length + 3) & ~3;
            entry += 16;
        }

        BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(head + 8), unchecked(Checksum - Sum(font)));
        return font;
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (int i = 0; i + 4 <= bytes.Length; i += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]));
        }

        return sum;
    }
}
