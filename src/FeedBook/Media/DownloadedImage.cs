using System.Buffers;
using System.Security.Cryptography;
using FeedBook.Fetching;

namespace FeedBook.Media;

/// <summary>
/// A fetched file, not yet looked at: below a MiB in memory, else in a file of the store's folder. Whoever has it disposes it; it is
/// used by one thread at a time.
/// </summary>
internal sealed class DownloadedImage : IDisposable
{
    private const int InMemory = 1 << 20;

    private readonly MediaStore store;

    // One of the two, or both when the bytes were written out for someone who opens files.
    private byte[]? pooled;
    private string? path;

    private DownloadedImage(MediaStore store, byte[]? pooled, string? path, byte[] hash, long length, string? mediaType)
    {
        this.store = store;
        this.pooled = pooled;
        this.path = path;
        Hash = hash;
        Length = length;
        MediaType = mediaType;
    }

    /// <summary>The SHA-256 of the bytes.</summary>
    public byte[] Hash { get; private set; }

    public long Length { get; private set; }

    /// <summary>What the server calls it; null when it does not say.</summary>
    public string? MediaType { get; }

    private ArraySegment<byte> Bytes => new(pooled!, 0, (int)Length);

    /// <summary>Takes a resource's bytes.</summary>
    /// <exception cref="ResourceException">Reading it failed, or it has more bytes than allowed.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public static async Task<DownloadedImage> ReadAsync(Resource resource, MediaStore store, long maxBytes,
        CancellationToken cancellationToken)
    {
        Stream content = resource.Content;
        long expected = content.CanSeek ? content.Length - content.Position : 64 * 1024;

        // One byte more, so that the read that finds the end needs no larger array.
        byte[]? buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(expected + 1, 4096, InMemory));
        try
        {
            int filled = 0;
            for (int read; (read = await content.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false)) > 0;)
            {
                filled += read;

                // The loader has a limit of its own, but it may be the caller's.
                CheckLength(filled, maxBytes);
                if (filled < buffer.Length)
                {
                    continue;
                }

                if (filled >= InMemory)
                {
                    return await WriteAsync(resource, buffer, filled, store, maxBytes, cancellationToken).ConfigureAwait(false);
                }

                byte[] larger = ArrayPool<byte>.Shared.Rent(2 * filled);
                buffer.CopyTo(larger, 0);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }

            var taken = new DownloadedImage(store, buffer, null, SHA256.HashData(buffer.AsSpan(0, filled)), filled, resource.MediaType);
            buffer = null;
            return taken;
        }
        finally
        {
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    /// <summary>What the bytes say.</summary>
    public ImageFacts Probe()
    {
        if (pooled is not null)
        {
            return ImageProbe.Read(Bytes);
        }

        using Stream content = Open();
        return ImageProbe.Read(content);
    }

    /// <summary>Whether its pixels show anything; <see cref="Media.Blankness.None"/> for a file too large to be blank.</summary>
    /// <param name="facts">What the bytes say.</param>
    public Blankness Blankness(ImageFacts facts) => pooled is not null ? BlanknessProbe.Of(facts, Bytes) : Media.Blankness.None;

    /// <summary>The bytes from the start.</summary>
    public Stream Open() => pooled is not null
        ? new MemoryStream(pooled, 0, (int)Length, writable: false)
        : new FileStream(path!, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0,
            FileOptions.SequentialScan);

    /// <summary>The path of a file that holds the bytes; gone when this is disposed. From now on they are in memory no more.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public string ToFile()
    {
        if (path is null)
        {
            path = store.ScratchPath();
            using (FileStream file = MediaStore.Create(path))
            {
                file.Write(Bytes);
            }

            ReturnBuffer();
        }

        return path;
    }

    /// <summary>A copy in a file that stays when this is disposed.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public string Copy()
    {
        string copy = store.ScratchPath();
        using FileStream file = MediaStore.Create(copy);
        using Stream content = Open();
        content.CopyTo(file);
        return copy;
    }

    /// <summary>Cuts the bytes and puts the end mark behind them.</summary>
    public void Mend(ImageRepair repair)
    {
        if (pooled is not null)
        {
            int keep = (int)repair.Keep;
            if (keep + repair.Tail.Length > pooled.Length)
            {
                byte[] larger = ArrayPool<byte>.Shared.Rent(keep + repair.Tail.Length);
                Bytes.AsSpan(0, keep).CopyTo(larger);
                ReturnBuffer();
                pooled = larger;
            }

            repair.Tail.Span.CopyTo(pooled.AsSpan(keep));
            Length = keep + repair.Tail.Length;
            Hash = SHA256.HashData(Bytes);
            return;
        }

        using var file = new FileStream(path!, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        file.SetLength(repair.Keep);
        file.Position = repair.Keep;
        file.Write(repair.Tail.Span);
        file.Position = 0;
        Hash = SHA256.HashData(file);
        Length = file.Length;
    }

    /// <summary>Gives the bytes to the store.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public StoredImage Store(ImageFacts facts)
    {
        if (pooled is not null)
        {
            return store.Add(Bytes, facts, Hash);
        }

        StoredImage stored = store.Take(path!, facts, Hash);
        path = null;
        return stored;
    }

    public void Dispose()
    {
        ReturnBuffer();
        if (path is not null)
        {
            File.Delete(path);
            path = null;
        }
    }

    private static async Task<DownloadedImage> WriteAsync(Resource resource, byte[] buffer, int filled, MediaStore store, long maxBytes,
        CancellationToken cancellationToken)
    {
        string path = store.ScratchPath();
        bool whole = false;
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long length = 0;
            using (FileStream file = MediaStore.Create(path))
            {
                for (int read = filled; read > 0; read = await resource.Content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false))
                {
                    CheckLength(length += read, maxBytes);
                    hash.AppendData(buffer.AsSpan(0, read));

#pragma warning disable CA1849 // into the page cache; an asynchronous write would only add a thread
                    file.Write(buffer.AsSpan(0, read));
#pragma warning restore CA1849
                }
            }

            whole = true;
            return new DownloadedImage(store, null, path, hash.GetHashAndReset(), length, resource.MediaType);
        }
        finally
        {
            if (!whole)
            {
                File.Delete(path);
            }
        }
    }

    private static void CheckLength(long length, long maxBytes)
    {
        if (length > maxBytes)
        {
            throw new ResourceException(ResourceFailure.TooLarge, $"More than {maxBytes:N0} bytes.");
        }
    }

    private void ReturnBuffer()
    {
        if (pooled is not null)
        {
            ArrayPool<byte>.Shared.Return(pooled);
            pooled = null;
        }
    }
}
