using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace FeedBook.Pdf.Drawing;

/// <summary>
/// A PDF file on its way to a stream that need not seek. Objects are handed over in any order and leave memory at the next
/// <see cref="FlushAsync"/>; only their places stay. Small objects are gathered in object streams, the places in a
/// cross-reference stream (ISO 32000-1 §7.5.7, §7.5.8). Not safe for several threads.
/// </summary>
internal sealed class PdfFile : IDisposable
{
    private const int ObjectsAStream = 128;

#pragma warning disable CA2213 // the stream is the caller's and stays open
    private readonly Stream output;
#pragma warning restore CA2213
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly PdfBuffer pending = new();
    private readonly List<Place> places = [default];
    private readonly PdfBuffer gathered = new();
    private readonly List<(int Number, int Offset)> gatheredPlaces = [];
    private long flushed;
    private int gatheringNumber;

    /// <summary>Starts a file.</summary>
    /// <param name="output">Where to; stays open.</param>
    public PdfFile(Stream output)
    {
        this.output = output;
        // §7.5.2: four bytes above 127 tell transfer programs that the file is binary.
        pending.Raw("%PDF-1.7\n%"u8).Raw([0xE2, 0xE3, 0xCF, 0xD3]).Raw("\n"u8);
    }

    private enum PlaceKind : byte
    {
        Reserved,
        Plain,
        Gathered,
    }

    private long Position => flushed + pending.Length;

    /// <summary>How many objects there are by now, written or promised.</summary>
    public int Count => places.Count - 1;

    /// <summary>Promises an object: its number may be referred to at once and it must be written before the end.</summary>
    public int Reserve()
    {
        places.Add(default);
        return places.Count - 1;
    }

    /// <summary>Writes an object that is no stream and returns its number.</summary>
    public int Write(PdfBuffer body)
    {
        int number = Reserve();
        Write(number, body);
        return number;
    }

    /// <summary>Writes a promised object that is no stream.</summary>
    public void Write(int number, PdfBuffer body)
    {
        if (gatheredPlaces.Count == 0)
        {
            gatheringNumber = Reserve();
        }

        places[number] = new(PlaceKind.Gathered, gatheringNumber, gatheredPlaces.Count);
        gatheredPlaces.Add((number, gathered.Length));
        gathered.Raw(body.Span).Raw("\n"u8);
        if (gatheredPlaces.Count == ObjectsAStream)
        {
            EndGathering();
        }
    }

    /// <summary>Writes a stream and returns its number.</summary>
    /// <param name="entries">The dictionary's entries besides <c>Length</c> and, when <paramref name="compress"/>, <c>Filter</c>; may be
    /// empty.</param>
    /// <param name="data">The data.</param>
    /// <param name="compress">True to deflate the data; false when it is written as it is.</param>
    public int WriteStream(ReadOnlySpan<byte> entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        int number = Reserve();
        WriteStream(number, entries, data, compress);
        return number;
    }

    /// <summary>Writes a promised stream. See <see cref="WriteStream(ReadOnlySpan{byte}, ReadOnlySpan{byte}, bool)"/>.</summary>
    public void WriteStream(int number, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> data, bool compress = true)
    {
        places[number] = new(PlaceKind.Plain, Position, 0);
        pending.Integer(number).Raw(" 0 obj\n<<"u8).Raw(entries);
        if (compress)
        {
            byte[] deflated = Deflate(data);
            pending.Raw("/Filter/FlateDecode/Length "u8).Integer(deflated.Length).Raw(">>stream\n"u8).Raw(deflated);
        }
        else
        {
            pending.Raw("/Length "u8).Integer(data.Length).Raw(">>stream\n"u8).Raw(data);
        }

        pending.Raw("\nendstream\nendobj\n"u8);
    }

    /// <summary>The data in zlib's format, checksum included.</summary>
    public static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var memory = new MemoryStream(Math.Max(64, data.Length / 2));
        // The trailer is written when the stream is disposed: only then are the bytes whole.
        using (var zlib = new ZLibStream(memory, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return memory.ToArray();
    }

    /// <summary>Sends what was written so far on its way.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (pending.Length == 0)
        {
            return;
        }

        hash.AppendData(pending.Span);
        await output.WriteAsync(pending.Memory, cancellationToken).ConfigureAwait(false);
        flushed += pending.Length;
        pending.Clear();
    }

    /// <summary>Writes the cross-reference stream and the end, and flushes.</summary>
    /// <param name="root">The catalog's number.</param>
    /// <param name="info">The information dictionary's number.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="InvalidOperationException">An object was promised and never written.</exception>
    public async ValueTask EndAsync(int root, int info, CancellationToken cancellationToken)
    {
        if (gatheredPlaces.Count > 0)
        {
            EndGathering();
        }

        int number = Reserve();
        places[number] = new(PlaceKind.Plain, Position, 0);
        hash.AppendData(pending.Span);
        hash.AppendData(Table());
        // §14.4: both halves are the same in a file that was never changed. The content's hash makes the file its own name.
        byte[] id = hash.GetHashAndReset()[..16];
        byte[] table = Deflate(Table());
        long start = Position;
        pending.Integer(number).Raw(" 0 obj\n<</Type/XRef/Size "u8).Integer(places.Count)
            .Raw("/W[1 5 2]/Root "u8).Reference(root).Raw("/Info "u8).Reference(info)
            .Raw("/ID["u8).Hex(id).Hex(id).Raw("]/Filter/FlateDecode/Length "u8).Integer(table.Length)
            .Raw(">>stream\n"u8).Raw(table).Raw("\nendstream\nendobj\nstartxref\n"u8).Integer(start).Raw("\n%%EOF\n"u8);
        await output.WriteAsync(pending.Memory, cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        pending.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();

    private void EndGathering()
    {
        var data = new PdfBuffer();
        foreach ((int number, int offset) in gatheredPlaces)
        {
            data.Integer(number).Space().Integer(offset).Space();
        }

        int first = data.Length;
        data.Raw(gathered.Span);
        var entries = new PdfBuffer().Raw("/Type/ObjStm/N "u8).Integer(gatheredPlaces.Count).Raw("/First "u8).Integer(first);
        gathered.Clear();
        gatheredPlaces.Clear();
        WriteStream(gatheringNumber, entries.Span, data.Span);
    }

    private byte[] Table()
    {
        byte[] table = new byte[places.Count * 8];
        // Object 0 is the head of the free list, generation 65535 (§7.5.4).
        table[6] = table[7] = 0xFF;
        for (int i = 1; i < places.Count; i++)
        {
            Place place = places[i];
            if (place.Kind == PlaceKind.Reserved)
            {
                throw new InvalidOperationException($"Object {i} was promised and never written.");
            }

            Span<byte> entry = table.AsSpan(i * 8, 8);
            entry[0] = (byte)place.Kind;
            entry[1] = (byte)(place.Where >> 32);
            BinaryPrimitives.WriteUInt32BigEndian(entry[2..], (uint)place.Where);
            BinaryPrimitives.WriteUInt16BigEndian(entry[6..], (ushort)place.Index);
        }

        return table;
    }

    /// <summary>Where an object is: its offset, or the object stream that holds it and its index there.</summary>
    private readonly record struct Place(PlaceKind Kind, long Where, int Index);
}
