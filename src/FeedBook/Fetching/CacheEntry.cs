using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace FeedBook.Fetching;

/// <summary>What a cache keeps of an answer besides its body.</summary>
internal sealed record CacheHead(Uri Address, string? ETag, string? LastModified, string? MediaType, string? Charset, long FreshSeconds)
{
    /// <summary>The head as lines; an absent value is an empty line.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Join('\n', Address.AbsoluteUri, ETag, LastModified, MediaType, Charset, FreshSeconds.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Reads the lines; null when they are not what <see cref="ToBytes"/> writes.</summary>
    public static CacheHead? Parse(ReadOnlySpan<byte> bytes)
    {
        string[] lines = Encoding.UTF8.GetString(bytes).Split('\n');
        return lines.Length == 6 && Uri.TryCreate(lines[0], UriKind.Absolute, out Uri? address) && long.TryParse(lines[5], NumberStyles.None, CultureInfo.InvariantCulture, out long fresh)
            ? new CacheHead(address, NullIfEmpty(lines[1]), NullIfEmpty(lines[2]), NullIfEmpty(lines[3]), NullIfEmpty(lines[4]), fresh)
            : null;
    }

    private static string? NullIfEmpty(string line) => line.Length == 0 ? null : line;
}

/// <summary>
/// An answer in the cache, open for reading. A file is: <c>FBC1</c>, the head's length (4 bytes), the body's length (8 bytes), the head, the body.
/// Its time of last change is when the server last said that it holds.
/// </summary>
internal sealed class CacheEntry : IDisposable
{
    public const int FixedLength = 16;
    public static ReadOnlySpan<byte> Magic => "FBC1"u8;

    private readonly CacheHead head;
    private readonly DateTimeOffset held;
    private FileStream? file;

    private CacheEntry(string path, FileStream file, CacheHead head, long bodyLength, DateTimeOffset held)
    {
        Path = path;
        this.file = file;
        this.head = head;
        BodyLength = bodyLength;
        this.held = held;
    }

    public string Path { get; }

    public long BodyLength { get; }

    public string? ETag => head.ETag;

    public string? LastModified => head.LastModified;

    /// <summary>Opens an entry; null when there is none or its file is not whole.</summary>
    public static CacheEntry? Open(string path)
    {
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
            Span<byte> start = stackalloc byte[FixedLength];
            file.ReadExactly(start);
            int headLength = BinaryPrimitives.ReadInt32LittleEndian(start[4..]);
            long bodyLength = BinaryPrimitives.ReadInt64LittleEndian(start[8..]);
            if (start[..4].SequenceEqual(Magic) && headLength is > 0 and < 64 * 1024 && file.Length == FixedLength + headLength + bodyLength)
            {
                byte[] lines = new byte[headLength];
                file.ReadExactly(lines);
                if (CacheHead.Parse(lines) is { } head)
                {
                    var entry = new CacheEntry(path, file, head, bodyLength, File.GetLastWriteTimeUtc(path));
                    file = null;
                    return entry;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Not there, or taken away meanwhile.
        }
        finally
        {
            file?.Dispose();
        }

        return null;
    }

    /// <summary>Whether it may be used without asking the server.</summary>
    public bool IsFresh(DateTimeOffset now) => head.FreshSeconds > 0 && now < held.AddSeconds(head.FreshSeconds) && now >= held.AddMinutes(-1);

    /// <summary>The answer as it came. The entry hands its file over.</summary>
    public Resource ToResource()
    {
        FileStream open = file!;
        file = null;
#pragma warning disable CA2000 // handed over to the caller
        return new Resource(head.Address, new FileSection(open, open.Position, BodyLength)) { MediaType = head.MediaType, Charset = head.Charset, Length = BodyLength, FromCache = true };
#pragma warning restore CA2000
    }

    public void Dispose()
    {
        file?.Dispose();
        file = null;
    }
}

/// <summary>An answer on its way into the cache. Unless committed, nothing stays.</summary>
internal sealed class CacheWrite : IDisposable
{
    private readonly DiskCache cache;
    private readonly string path;
    private readonly string part;
    private readonly int bodyStart;
    private readonly TimeProvider time;
    private bool committed;

    public CacheWrite(DiskCache cache, CacheHead head, string path, TimeProvider time)
    {
        this.cache = cache;
        this.path = path;
        this.time = time;
        part = $"{path}.{Guid.NewGuid():N}.part";
        byte[] lines = head.ToBytes();
        bodyStart = CacheEntry.FixedLength + lines.Length;
        File = new FileStream(part, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0, Options = FileOptions.Asynchronous });
        Span<byte> start = stackalloc byte[CacheEntry.FixedLength];
        CacheEntry.Magic.CopyTo(start);
        BinaryPrimitives.WriteInt32LittleEndian(start[4..], lines.Length);
        BinaryPrimitives.WriteInt64LittleEndian(start[8..], -1);
        File.Write(start);
        File.Write(lines);
    }

    /// <summary>Where the body goes, from the file's position on.</summary>
    public FileStream File { get; }

    /// <summary>Puts the answer in place and gives its body to read. It is readable even when it could not be put in place.</summary>
    public Stream Commit(long bodyLength)
    {
#pragma warning disable CA2000 // handed over to the caller
        var content = new FileSection(new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous), bodyStart, bodyLength);
#pragma warning restore CA2000
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, bodyLength);
        File.Position = 8;
        File.Write(length);
        File.Dispose();
        try
        {
            System.IO.File.SetLastWriteTimeUtc(part, time.GetUtcNow().UtcDateTime);
            System.IO.File.Move(part, path, overwrite: true);
            committed = true;
            cache.Written(bodyLength);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // On Windows the old entry may be open elsewhere: it stays, and this answer is used once.
        }

        return content;
    }

    public void Dispose()
    {
        File.Dispose();
        if (!committed)
        {
            try
            {
                System.IO.File.Delete(part);
            }
            catch (IOException)
            {
                // Swept later.
            }
        }
    }
}
