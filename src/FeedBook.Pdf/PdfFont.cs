using System.Buffers.Binary;
using System.Text;
using FeedBook.Pdf.Text.OpenType;

namespace FeedBook.Pdf;

/// <summary>
/// One face of a TrueType or OpenType font or collection (<c>.ttf</c>, <c>.otf</c>, <c>.ttc</c>). Nothing is read before a character needs
/// it; immutable, and shared by any number of documents and threads. Curves of PostScript outlines (CFF) are embedded as TrueType's.
/// A font that cannot be used is left out when it is first needed: the book is made without it and says so in a diagnostic.
/// </summary>
public sealed class PdfFont
{
    // Bytes: the room that is made on a font's word alone.
    private const int MostTrusted = 64 << 20;

    private readonly Func<byte[]> _load;
    private readonly int _faceIndex;
    private readonly Lock _gate = new();
    private readonly CodePointSet? _coverage;

    // Weak, so that a server which once printed a Chinese book does not keep 20 MB of outlines for ever; whoever uses the face holds it.
    private readonly WeakReference<FontFace> _face = new(null!);

    private PdfFont(Func<byte[]> load, int faceIndex, CodePointSet? coverage, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(faceIndex);
        _load = load;
        _faceIndex = faceIndex;
        _coverage = coverage;
        Name = name;
    }

    /// <summary>Where the font comes from, for messages: a file's name, or what the caller named it.</summary>
    public string Name { get; }

    /// <summary>A face of a font file.</summary>
    /// <param name="path">The file; read when the face is first needed, and again if it is needed after having been let go.</param>
    /// <param name="faceIndex">Which face of a collection (<c>.ttc</c>), from 0.</param>
    public static PdfFont FromFile(string path, int faceIndex = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new PdfFont(() => File.ReadAllBytes(path), faceIndex, null, Path.GetFileName(path));
    }

    /// <summary>A face of a font in memory.</summary>
    /// <param name="data">The whole file; must not change afterwards.</param>
    /// <param name="faceIndex">Which face of a collection (<c>.ttc</c>), from 0.</param>
    public static PdfFont FromBytes(ReadOnlyMemory<byte> data, int faceIndex = 0)
    {
        byte[] bytes = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(data, out ArraySegment<byte> whole)
            && whole.Array is { } array && whole.Offset == 0 && whole.Count == array.Length ? array : data.ToArray();
        return new PdfFont(() => bytes, faceIndex, null, "a font given as bytes");
    }

    /// <summary>A face of a font that is read from a stream when first needed: an embedded, perhaps compressed resource.</summary>
    /// <param name="open">Opens a new stream of the font's bytes; may be called again after the face has been let go, and by any
    /// thread.</param>
    /// <param name="faceIndex">Which face of a collection (<c>.ttc</c>), from 0.</param>
    /// <param name="coverage">
    /// The characters that the face has, as hexadecimal ranges (<c>20-7E A0 4E00-9FFF</c>): a character outside them never causes the
    /// stream to be opened. Null: unknown, the font itself is asked.
    /// </param>
    /// <param name="name">The font's name for messages.</param>
    public static PdfFont FromStream(Func<Stream> open, int faceIndex = 0, string? coverage = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new PdfFont(() => ReadAll(open), faceIndex, coverage is null ? null : CodePointSet.Parse(coverage), name
            ?? "a font given as a stream");
    }

    /// <summary>Which face of a collection it is, from 0.</summary>
    public int FaceIndex => _faceIndex;

    /// <summary>
    /// The whole font file, for other writers to embed. Read anew from a file or a stream each time, and throws what reading it throws; the
    /// caller must not change it.
    /// </summary>
    public ReadOnlyMemory<byte> GetData() => _load();

    /// <summary>Whether the font has a glyph for a character. Reads the font only where its coverage was not given.</summary>
    /// <param name="character">The character.</param>
    /// <exception cref="InvalidDataException">The font cannot be used; the message says why. What reading it throws comes too.</exception>
    public bool Has(Rune character)
    {
        if (!MayHave(character.Value))
        {
            return false;
        }

        try
        {
            return Load().Glyph(character.Value) != 0;
        }
        catch (FontFormatException failure)
        {
            throw new InvalidDataException(failure.Message, failure);
        }
    }

    /// <summary>False when it is known without reading the font that it lacks the character.</summary>
    internal bool MayHave(int codePoint) => _coverage is null || _coverage.Contains(codePoint);

    /// <summary>The parsed face. Throws <see cref="FontFormatException"/> when it cannot be used, and what reading throws.</summary>
    internal FontFace Load()
    {
        if (_face.TryGetTarget(out FontFace? face))
        {
            return face;
        }

        lock (_gate)
        {
            if (!_face.TryGetTarget(out face))
            {
                face = FontFace.Parse(_load(), _faceIndex);
                _face.SetTarget(face);
            }

            return face;
        }
    }

    // A font's table directory tells how long the file is: a large one, unpacked as it is read, then needs its own room and no more.
    private static byte[] ReadAll(Func<Stream> open)
    {
        using Stream stream = open();
        var bytes = new byte[12];
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read == bytes.Length && BinaryPrimitives.ReadUInt32BigEndian(bytes) is 0x00010000 or 0x74727565)
        {
            Array.Resize(ref bytes, 12 + (16 * BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(4))));
            read += stream.ReadAtLeast(bytes.AsSpan(read), bytes.Length - read, throwOnEndOfStream: false);
            long end = read;
            for (int at = 12; at + 16 <= read; at += 16)
            {
                end = Math.Max(end, (long)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 8))
                    + BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 12)));
            }

            Array.Resize(ref bytes, (int)Math.Min((end + 3) & ~3, MostTrusted));
        }

        // A collection, and a directory that lies, are read to the end all the same.
        while (true)
        {
            read += stream.ReadAtLeast(bytes.AsSpan(read), bytes.Length - read, throwOnEndOfStream: false);
            if (read < bytes.Length)
            {
                return bytes.Length - read < 4 ? bytes : bytes[..read];
            }

            int next = stream.ReadByte();
            if (next < 0)
            {
                return bytes;
            }

            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, 1 << 16));
            bytes[read++] = (byte)next;
        }
    }
}
