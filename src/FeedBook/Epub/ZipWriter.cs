using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace FeedBook.Epub;

/// <summary>
/// Writes a zip to any stream, only ever asynchronously and without seeking. Sizes and checksums stand in each entry's own header:
/// the framework's archive puts them behind the entry when it cannot seek, which streaming unzippers refuse for stored entries,
/// and it blocks on the stream while it does so, which web servers refuse. Every entry bears the same time, so that the same
/// content has the same bytes.
/// </summary>
internal sealed class ZipWriter(Stream output)
{
    // APPNOTE 4.4.6: 1980-01-01 00:00, the first instant that a zip entry can bear.
    private const ushort DosDate = (1 << 5) | 1;
    private const ushort Stored = 0;
    private const ushort Deflated = 8;
    private const uint Far = uint.MaxValue;

    private readonly List<Entry> entries = [];

    // Small entries go out together: each write to a file costs a change of thread.
    private readonly byte[] gathered = new byte[1 << 18];
    private int filled;
    private long position;

    /// <summary>The bytes written so far, those still gathered among them.</summary>
    public long Length => position;

    private sealed record Entry(byte[] Name, ushort Method, uint Crc, long CompressedSize, long Size, long Offset);

    /// <summary>Writes an entry whose content is compressed where that makes it smaller.</summary>
    public async Task AddAsync(string name, ReadOnlyMemory<byte> content, bool compress, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> body = compress ? Deflate(content) : content;
        ushort method = Deflated;
        if (body.Length >= content.Length)
        {
            (body, method) = (content, Stored);
        }

        uint crc = Crc32.HashToUInt32(content.Span);
        await StartAsync(name, method, crc, body.Length, content.Length, cancellationToken).ConfigureAwait(false);
        await WriteAsync(body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a stored entry from something that can be opened twice: once for its checksum, once for its bytes.</summary>
    /// <exception cref="IOException">It changed in between.</exception>
    public async Task AddStoredAsync(string name, Func<Stream> open, CancellationToken cancellationToken)
    {
        byte[] block = ArrayPool<byte>.Shared.Rent(1 << 16);
        var crc = new Crc32();
        long length = 0;
        try
        {
            Stream source = open();
            await using (source.ConfigureAwait(false))
            {
                for (int read; (read = await source.ReadAsync(block, cancellationToken).ConfigureAwait(false)) > 0; length += read)
                {
                    crc.Append(block.AsSpan(0, read));
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }

        await AddStoredAsync(name, open, crc.GetCurrentHashAsUInt32(), length, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a stored entry whose checksum and length are known.</summary>
    /// <exception cref="IOException">It is not as long as that.</exception>
    public async Task AddStoredAsync(string name, Func<Stream> open, uint crc, long length, CancellationToken cancellationToken)
    {
        await StartAsync(name, Stored, crc, length, length, cancellationToken).ConfigureAwait(false);
        long start = position;
        Stream source = open();
        await using (source.ConfigureAwait(false))
        {
            for (int read;
                (read = await source.ReadAsync(await RoomAsync(cancellationToken).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false)) > 0;)
            {
                filled += read;
                position += read;
            }
        }

        if (position - start != length)
        {
            throw new IOException($"{name} changed while it was written.");
        }
    }

    /// <summary>Writes the directory. Nothing can be added afterwards.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        long start = position;
        foreach (Entry entry in entries)
        {
            await WriteAsync(DirectoryHeader(entry), cancellationToken).ConfigureAwait(false);
        }

        await WriteAsync(End(start, position - start), cancellationToken).ConfigureAwait(false);
        await PassOnAsync(cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static ReadOnlyMemory<byte> Deflate(ReadOnlyMemory<byte> content)
    {
        var compressed = new MemoryStream(content.Length / 2);
        using (var deflate = new DeflateStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content.Span);
        }

        return compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
    }

    // APPNOTE 4.3.7.
    private async Task StartAsync(string name, ushort method, uint crc, long compressedSize, long size, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (size >= Far || compressedSize >= Far)
        {
            throw new IOException($"{name} is 4 GiB or larger, which no reader of EPUB takes.");
        }

        var entry = new Entry(Encoding.ASCII.GetBytes(name), method, crc, compressedSize, size, position);
        byte[] header = new byte[30 + entry.Name.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034B50);
        WriteCommon(header.AsSpan(4), entry);
        entry.Name.CopyTo(header, 30);
        entries.Add(entry);
        await WriteAsync(header, cancellationToken).ConfigureAwait(false);
    }

    // The 26 bytes that a local header and a directory header share: version needed, flags, method, time, checksum, sizes, name length,
    // extra length.
    private static void WriteCommon(Span<byte> header, Entry entry)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(header, 20);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], entry.Method);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], DosDate);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], entry.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(header[14..], (uint)entry.CompressedSize);
        BinaryPrimitives.WriteUInt32LittleEndian(header[18..], (uint)entry.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)entry.Name.Length);
    }

    // APPNOTE 4.3.12; an offset beyond 4 GiB goes into a Zip64 extra field (4.5.3).
    private static byte[] DirectoryHeader(Entry entry)
    {
        bool far = entry.Offset >= Far;
        byte[] header = new byte[46 + entry.Name.Length + (far ? 12 : 0)];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x02014B50);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), 45);
        WriteCommon(header.AsSpan(6), entry);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), far ? Far : (uint)entry.Offset);
        entry.Name.CopyTo(header, 46);
        if (far)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(30), 12);
            Span<byte> extra = header.AsSpan(46 + entry.Name.Length);
            BinaryPrimitives.WriteUInt16LittleEndian(extra, 1);
            BinaryPrimitives.WriteUInt16LittleEndian(extra[2..], 8);
            BinaryPrimitives.WriteInt64LittleEndian(extra[4..], entry.Offset);
        }

        return header;
    }

    // APPNOTE 4.3.14 to 4.3.16.
    private byte[] End(long start, long length)
    {
        bool zip64 = entries.Count >= ushort.MaxValue || start >= Far || length >= Far;
        byte[] end = new byte[(zip64 ? 56 + 20 : 0) + 22];
        Span<byte> rest = end;
        if (zip64)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(rest, 0x06064B50);
            BinaryPrimitives.WriteInt64LittleEndian(rest[4..], 44);
            BinaryPrimitives.WriteUInt16LittleEndian(rest[12..], 45);
            BinaryPrimitives.WriteUInt16LittleEndian(rest[14..], 45);
            BinaryPrimitives.WriteInt64LittleEndian(rest[24..], entries.Count);
            BinaryPrimitives.WriteInt64LittleEndian(rest[32..], entries.Count);
            BinaryPrimitives.WriteInt64LittleEndian(rest[40..], length);
            BinaryPrimitives.WriteInt64LittleEndian(rest[48..], start);
            BinaryPrimitives.WriteUInt32LittleEndian(rest[56..], 0x07064B50);
            BinaryPrimitives.WriteInt64LittleEndian(rest[64..], start + length);
            BinaryPrimitives.WriteUInt32LittleEndian(rest[72..], 1);
            rest = rest[76..];
        }

        ushort count = (ushort)Math.Min(entries.Count, ushort.MaxValue);
        BinaryPrimitives.WriteUInt32LittleEndian(rest, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[8..], count);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[10..], count);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[12..], (uint)Math.Min(length, Far));
        BinaryPrimitives.WriteUInt32LittleEndian(rest[16..], (uint)Math.Min(start, Far));
        return end;
    }

    private async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        position += bytes.Length;
        while (!bytes.IsEmpty)
        {
            Memory<byte> room = await RoomAsync(cancellationToken).ConfigureAwait(false);
            int count = Math.Min(room.Length, bytes.Length);
            bytes[..count].CopyTo(room);
            filled += count;
            bytes = bytes[count..];
        }
    }

    private async ValueTask<Memory<byte>> RoomAsync(CancellationToken cancellationToken)
    {
        if (filled == gathered.Length)
        {
            await PassOnAsync(cancellationToken).ConfigureAwait(false);
        }

        return gathered.AsMemory(filled);
    }

    private async ValueTask PassOnAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(gathered.AsMemory(0, filled), cancellationToken).ConfigureAwait(false);
        filled = 0;
    }
}
