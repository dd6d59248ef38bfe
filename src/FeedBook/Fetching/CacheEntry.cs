using System.Buffers.Binary;
using System.Security.Cryptography;

namespace FeedBook.Fetching;

/// <summary>
/// An answer in the cache, checked and open for reading. A file is: <c>FBC2</c>, the head's length (4 bytes), the body's length (8 bytes),
/// the SHA-256 of head and body, the head, the body. Its time of last change is when the server last said that it holds.
/// </summary>
internal sealed class CacheEntry : IDisposable
{
    public const int FixedLength = 16 + SHA256.HashSizeInBytes;
    public const int LongestHead = 64 * 1024;

    private const int InMemory = 1 << 20;

    private readonly CacheHead head;
    private readonly DateTimeOffset held;
    private Stream? body;

    private CacheEntry(string path, Stream body, CacheHead head, long bodyLength, DateTimeOffset held)
    {
        Path = path;
        this.body = body;
        this.head = head;
        BodyLength = bodyLength;
        this.held = held;
    }

    public static ReadOnlySpan<byte> Magic => "FBC2"u8;

    public string Path { get; }

    public long BodyLength { get; }

    public string? ETag => head.ETag;

    public string? LastModified => head.LastModified;

    /// <summary>Opens an entry; null when there is none, or its file is not as it was written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="longestBody">Longer ones are not opened.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<CacheEntry?> OpenAsync(string path, long longestBody, CancellationToken cancellationToken)
    {
        FileStream? file = null;
        try
        {
#pragma warning disable CA2000 // let go at the end, unless the entry has it
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0,
                FileOptions.Asynchronous);
#pragma warning restore CA2000
            byte[] start = new byte[FixedLength];
            await file.ReadExactlyAsync(start, cancellationToken).ConfigureAwait(false);
            int headLength = BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(4));
            long bodyLength = BinaryPrimitives.ReadInt64LittleEndian(start.AsSpan(8));
            if (!start.AsSpan(0, 4).SequenceEqual(Magic) || headLength is <= 0 or >= LongestHead || bodyLength < 0
                || bodyLength > longestBody
                || file.Length != FixedLength + headLength + bodyLength)
            {
                return null;
            }

            byte[] lines = new byte[headLength];
            await file.ReadExactlyAsync(lines, cancellationToken).ConfigureAwait(false);
            using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            sum.AppendData(lines);
#pragma warning disable CA2000 // bytes in memory, or the file itself
            Stream body = await ReadBodyAsync(file, bodyLength, sum, cancellationToken).ConfigureAwait(false);
#pragma warning restore CA2000
            if (sum.GetHashAndReset().AsSpan().SequenceEqual(start.AsSpan(16)) && CacheHead.Parse(lines) is { } head)
            {
                file = body is FileSection ? null : file;
                return new CacheEntry(path, body, head, bodyLength, File.GetLastWriteTimeUtc(path));
            }
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // Not there, taken away meanwhile, or no file.
        }
        finally
        {
            if (file is not null)
            {
                await file.DisposeAsync().ConfigureAwait(false);
            }
        }

        return null;
    }

    /// <summary>Whether it may be used without asking the server.</summary>
    public bool IsFresh(DateTimeOffset now)
    {
        // A clock that was wrong when it was written makes it old, not fresh.
        TimeSpan age = now - held;
        return head.FreshSeconds > 0 && age.TotalSeconds < head.FreshSeconds && age > TimeSpan.FromMinutes(-1);
    }

    /// <summary>The answer as it came. The entry hands its body over.</summary>
    public Resource ToResource()
    {
        Stream content = body!;
        body = null;
        return new Resource(head.Address, content)
        {
            MediaType = head.MediaType,
            Charset = head.Charset,
            Length = BodyLength,
            FromCache = true,
        };
    }

    public void Dispose()
    {
        body?.Dispose();
        body = null;
    }

    // What was summed is what is read: a small body stays in memory, a long one is a file that nobody writes to once it is in its place.
    private static async Task<Stream> ReadBodyAsync(FileStream file, long length, IncrementalHash sum, CancellationToken cancellationToken)
    {
        long start = file.Position;
        byte[] bytes = new byte[Math.Min(length, InMemory)];
        for (long left = length; left > 0;)
        {
            Memory<byte> part = bytes.AsMemory(0, (int)Math.Min(left, bytes.Length));
            await file.ReadExactlyAsync(part, cancellationToken).ConfigureAwait(false);
            sum.AppendData(part.Span);
            left -= part.Length;
        }

        return length <= InMemory ? new MemoryStream(bytes, writable: false) : new FileSection(file, start, length);
    }
}
