using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using FeedBook.Text;

namespace FeedBook.Fetching;

/// <summary>
/// Answers kept on disk for the next run. One file an answer, written apart and then moved, so that any number of processes
/// may use the folder at once and a crash leaves nothing half-written in place. Trouble with the disk never fails a fetch.
/// </summary>
internal sealed class DiskCache
{
    private const string Parts = "parts";

    private readonly string folder;
    private readonly long maxBytes;
    private readonly TimeProvider time;
    private long writtenSinceSweep = -1;

    public DiskCache(string folder, long maxBytes, TimeProvider time)
    {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.time = time;
        Quietly(SweepParts);
    }

    /// <summary>The name of what is kept for an address asked for in a certain way.</summary>
    public static string Key(Uri address, string accept) => StableId.Hash(address.AbsoluteUri + "\n" + accept, 40);

    /// <summary>What is kept; null when there is nothing, it is broken, or it is longer than the limit. The caller disposes it.</summary>
    public Task<CacheEntry?> FindAsync(string key, long limit, CancellationToken cancellationToken) =>
        CacheEntry.OpenAsync(PathOf(key), limit, cancellationToken);

    /// <summary>Notes that an entry was used, so that it is not among the first to go.</summary>
    public void Touch(CacheEntry entry) => Quietly(() => File.SetLastAccessTimeUtc(entry.Path, time.GetUtcNow().UtcDateTime));

    /// <summary>Notes that the server said that an entry still holds.</summary>
    public void Renew(CacheEntry entry) => Quietly(() =>
    {
        File.SetLastWriteTimeUtc(entry.Path, time.GetUtcNow().UtcDateTime);
        File.SetLastAccessTimeUtc(entry.Path, time.GetUtcNow().UtcDateTime);
    });

    /// <summary>Keeps an answer where that is possible; where it is not, an older one stays as it was.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="head">What is kept of it beside the body.</param>
    /// <param name="body">The body, whole, at its start before and after.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task KeepAsync(string key, CacheHead head, Stream body, CancellationToken cancellationToken)
    {
        byte[] lines = head.ToBytes();
        if (body.Length > maxBytes / 4 || lines.Length >= CacheEntry.LongestHead)
        {
            return;
        }

        string? part = null;
        try
        {
            SweepWhenDue();
            string path = PathOf(key);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Directory.CreateDirectory(Path.Combine(folder, Parts));
            part = Path.Combine(folder, Parts, $"{key}.{Guid.NewGuid():N}.part");
            FileStream file = Open(part);
            await using (file.ConfigureAwait(false))
            {
                await WriteAsync(file, lines, body, cancellationToken).ConfigureAwait(false);
                File.SetLastWriteTimeUtc(part, time.GetUtcNow().UtcDateTime);

                // While it is open and locked: it is never without its lock and not in its place.
                File.Move(part, path, overwrite: true);
                part = null;
            }

            Interlocked.Add(ref writtenSinceSweep, body.Length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // A full or read-only disk, or (on Windows) an old entry that is open elsewhere: this answer is used once.
        }
        finally
        {
            body.Position = 0;
            if (part is not null)
            {
                Quietly(() => File.Delete(part));
            }
        }
    }

    private static FileStream Open(string part) => new(part, new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        Share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None,
        BufferSize = 0,
        Options = FileOptions.Asynchronous,
    });

    private static async Task WriteAsync(FileStream file, byte[] lines, Stream body, CancellationToken cancellationToken)
    {
        byte[] start = new byte[CacheEntry.FixedLength];
        CacheEntry.Magic.CopyTo(start);
        BinaryPrimitives.WriteInt32LittleEndian(start.AsSpan(4), lines.Length);
        BinaryPrimitives.WriteInt64LittleEndian(start.AsSpan(8), body.Length);
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sum.AppendData(lines);
        file.Position = start.Length;
        await file.WriteAsync(lines, cancellationToken).ConfigureAwait(false);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            for (int read; (read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                sum.AppendData(buffer.AsSpan(0, read));
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        sum.GetHashAndReset(start.AsSpan(16));
        file.Position = 0;
        await file.WriteAsync(start, cancellationToken).ConfigureAwait(false);
    }

    private string PathOf(string key) => Path.Combine(folder, key[..2], key + ".fbc");

    // What processes left that did not live to move it: the system lets go of a lock when a process dies. One that is made and not locked
    // yet may go too; its answer is then used once.
    private void SweepParts()
    {
        var parts = new DirectoryInfo(Path.Combine(folder, Parts));
        if (!parts.Exists)
        {
            return;
        }

        foreach (FileInfo part in parts.EnumerateFiles("*.part"))
        {
            Quietly(() =>
                new FileStream(part.FullName, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose());
        }
    }

    // The folder is measured at the first write and then after each sixteenth of the limit, not at each file.
    private void SweepWhenDue()
    {
        long written = Interlocked.Read(ref writtenSinceSweep);
        if ((written >= 0 && written < maxBytes / 16) || Interlocked.CompareExchange(ref writtenSinceSweep, 0, written) != written)
        {
            return;
        }

        var root = new DirectoryInfo(folder);
        if (!root.Exists)
        {
            return;
        }

        DateTime now = time.GetUtcNow().UtcDateTime;
        long total = 0;
        var files = new List<(FileInfo File, long Length, DateTime Used)>();
        foreach (FileInfo file in root.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }))
        {
            if (file.Extension == ".part" && file.LastWriteTimeUtc < now - TimeSpan.FromHours(1))
            {
                // Of an older version, which had no locks.
                Quietly(file.Delete);
            }
            else if (file.Extension == ".fbc")
            {
                files.Add((file, file.Length, file.LastAccessTimeUtc > file.LastWriteTimeUtc ? file.LastAccessTimeUtc
                    : file.LastWriteTimeUtc));
                total += files[^1].Length;
            }
        }

        foreach ((FileInfo file, long length, _) in files.OrderBy(file => file.Used))
        {
            if (total <= maxBytes * 7 / 8)
            {
                break;
            }

            Quietly(file.Delete);
            total -= length;
        }
    }

    private static void Quietly(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Another process was faster, or the disk is read-only: the cache is a help, not a need.
        }
    }
}
