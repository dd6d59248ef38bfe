using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Security.Cryptography;
using FeedBook.Fetching;

namespace FeedBook.Media;

/// <summary>
/// Where a book's pictures lie while the book is made. Those that come in memory lie in one file without a name; larger ones have files of
/// their own in a folder below the system's temporary folder, made when the first of them comes and gone when the store is disposed.
/// One copy of each content, named by its hash. Safe for use by several threads at once.
/// </summary>
internal sealed class MediaStore : IDisposable
{
    private readonly Lazy<TemporaryFolder> folder = new(() => Made(() => TemporaryFolder.Make("feedbook-media-")));
    private readonly Lazy<ImagePack> pack = new(() => Made(() => new ImagePack()));
    private readonly ConcurrentDictionary<string, StoredImage> images = new(StringComparer.Ordinal);
    private int scratch;
    private bool disposed;

    /// <summary>The pictures in the store.</summary>
    public IReadOnlyCollection<StoredImage> Images => [.. images.Values];

    /// <summary>The files in the store's folder; none where there is no folder.</summary>
    internal IEnumerable<string> Files => folder.IsValueCreated ? folder.Value.Files : [];

    /// <summary>A path in the store's folder for a file on its way; no other caller gets the same.</summary>
    internal string ScratchPath()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return Path.Combine(folder.Value.Path, $"part-{Interlocked.Increment(ref scratch)}");
    }

    /// <summary>Takes a picture from memory.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="facts">What the bytes say.</param>
    /// <exception cref="IOException">The disk failed.</exception>
    internal StoredImage Add(ReadOnlySpan<byte> bytes, ImageFacts facts)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Add(bytes, facts, hash);
    }

    /// <summary>Takes a picture from memory.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="facts">What the bytes say.</param>
    /// <param name="hash">The SHA-256 of the bytes.</param>
    /// <exception cref="IOException">The disk failed.</exception>
    internal StoredImage Add(ReadOnlySpan<byte> bytes, ImageFacts facts, ReadOnlySpan<byte> hash)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        string name = NameOf(hash);
        if (images.TryGetValue(name, out StoredImage? known))
        {
            return known;
        }

        long start = pack.Value.Append(bytes);
        return images.GetOrAdd(name, new StoredImage(name, pack.Value, start, bytes.Length, Crc32.HashToUInt32(bytes), facts));
    }

    /// <summary>Takes a picture's file over: it is moved into its place, or deleted when the store has its content already.</summary>
    /// <param name="path">A file made at a <see cref="ScratchPath"/>.</param>
    /// <param name="facts">What its bytes say.</param>
    /// <param name="hash">The SHA-256 of its bytes.</param>
    /// <exception cref="IOException">The disk failed.</exception>
    internal StoredImage Take(string path, ImageFacts facts, ReadOnlySpan<byte> hash)
    {
        long length = new FileInfo(path).Length;
        string name = NameOf(hash);
        if (images.TryGetValue(name, out StoredImage? known))
        {
            File.Delete(path);
            return known;
        }

        return Place(path, name, facts, length);
    }

    /// <summary>Takes a picture out that nothing refers to any more. Streams that are open stay readable.</summary>
    internal void Remove(StoredImage image)
    {
        if (images.TryRemove(image.Name, out StoredImage? removed) && removed.Crc is null)
        {
            File.Delete(Path.Combine(folder.Value.Path, image.Name));
        }
    }

    /// <summary>A file that only this user may read.</summary>
    internal static FileStream Create(string path)
    {
        var options =
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>Deletes all that the store holds.</summary>
    public void Dispose()
    {
        disposed = true;
        if (pack.IsValueCreated)
        {
            pack.Value.Dispose();
        }

        if (folder.IsValueCreated)
        {
            folder.Value.Dispose();
        }
    }

    private StoredImage Place(string part, string name, ImageFacts facts, long length)
    {
        string path = Path.Combine(folder.Value.Path, name);
        File.Move(part, path, overwrite: true);
        return images.GetOrAdd(name,
            new StoredImage(name, path, facts.Kind, facts.Width, facts.Height, length, facts.Orientation, facts.IsAnimated));
    }

    private static string NameOf(ReadOnlySpan<byte> hash) => "img-" + Convert.ToHexStringLower(hash[..8]);

    private static T Made<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MediaStoreException(exception);
        }
    }
}
