using System.Net.Http.Headers;
using FeedBook.Text;

namespace FeedBook.Fetching;

/// <summary>
/// Answers kept on disk for the next run. One file an answer, written beside and then moved, so that any number of processes
/// may use the folder at once and a crash leaves nothing half-written in place. Trouble with the disk never fails a fetch.
/// </summary>
internal sealed class DiskCache(string folder, long maxBytes, TimeProvider time)
{
    private long writtenSinceSweep = -1;

    /// <summary>The name of what is kept for an address asked for in a certain way.</summary>
    public static string Key(Uri address, string accept) => StableId.Hash(address.AbsoluteUri + "\n" + accept, 40);

    /// <summary>What is kept; null when there is nothing, it is broken, or it is longer than the limit. The caller disposes it.</summary>
    public CacheEntry? Find(string key, long limit)
    {
        CacheEntry? entry = CacheEntry.Open(PathOf(key));
        if (entry is not null && entry.BodyLength > limit)
        {
            entry.Dispose();
            return null;
        }

        return entry;
    }

    /// <summary>Notes that an entry was used, so that it is not among the first to go.</summary>
    public void Touch(CacheEntry entry) => Quietly(() => File.SetLastAccessTimeUtc(entry.Path, time.GetUtcNow().UtcDateTime));

    /// <summary>Notes that the server said that an entry still holds.</summary>
    public void Renew(CacheEntry entry) => Quietly(() =>
    {
        File.SetLastWriteTimeUtc(entry.Path, time.GetUtcNow().UtcDateTime);
        File.SetLastAccessTimeUtc(entry.Path, time.GetUtcNow().UtcDateTime);
    });

    /// <summary>Starts to keep an answer; null when it must not or cannot be kept. The caller ends it.</summary>
    public CacheWrite? Begin(string key, Uri address, ResourceKind kind, HttpResponseMessage response, FetchOptions options)
    {
        CacheControlHeaderValue? control = response.Headers.CacheControl;
        if (control?.NoStore == true || response.Headers.Vary.Contains("*") || response.Content.Headers.ContentLength > maxBytes / 4)
        {
            return null;
        }

        string? tag = response.Headers.NonValidated.TryGetValues("ETag", out var tags) ? tags.ToString() : null;
        string? modified = response.Content.Headers.NonValidated.TryGetValues("Last-Modified", out var dates) ? dates.ToString() : null;
        TimeSpan? life = control?.NoCache == true ? TimeSpan.Zero : control?.MaxAge - (response.Headers.Age ?? TimeSpan.Zero) ?? (response.Content.Headers.Expires - (response.Headers.Date ?? time.GetUtcNow()));
        if (life is null && tag is null && modified is null && kind == ResourceKind.Image)
        {
            life = options.PictureFreshness;
        }

        if (tag is null && modified is null && life is not { Ticks: > 0 })
        {
            return null;
        }

        (string? mediaType, string? charset) = ContentTypes.Of(response);
        var head = new CacheHead(address, tag, modified, mediaType, charset, life is { Ticks: > 0 } ? (long)life.Value.TotalSeconds : 0);
        try
        {
            SweepWhenDue();
            string path = PathOf(key);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new CacheWrite(this, head, path, time);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Counts what was written since the folder was last measured.</summary>
    public void Written(long bytes) => Interlocked.Add(ref writtenSinceSweep, bytes);

    private string PathOf(string key) => Path.Combine(folder, key[..2], key + ".fbc");

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
                // Left by a process that did not live to move it.
                Quietly(file.Delete);
            }
            else if (file.Extension == ".fbc")
            {
                files.Add((file, file.Length, file.LastAccessTimeUtc > file.LastWriteTimeUtc ? file.LastAccessTimeUtc : file.LastWriteTimeUtc));
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
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process was faster, or the disk is read-only: the cache is a help, not a need.
        }
    }
}
