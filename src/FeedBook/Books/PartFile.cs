using System.Text;
using FeedBook.Fetching;

namespace FeedBook.Books;

/// <summary>
/// A book's file while it is written: beside its place under a name of its own, locked until it is moved there. A process that is killed
/// leaves it behind; the next book in the same folder takes it away.
/// </summary>
internal sealed class PartFile : IAsyncDisposable
{
    private const string Extension = ".part";

    // Between the making of a part and its lock a system may pause. A part without a byte is let be for this long.
    private static readonly TimeSpan TimeToLock = TimeSpan.FromMinutes(1);

    private readonly string path;
    private readonly string target;

    private PartFile(string path, string target)
    {
        this.path = path;
        this.target = target;

        // Others may neither read nor write, but the file may be moved while it is open (which needs leave on Windows alone): it is never
        // without its lock and not in its place.
        FileShare share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;
        Content = new FileStream(path, FileMode.CreateNew, FileAccess.Write, share, 1 << 16, FileOptions.Asynchronous);

        // Now that the lock is taken the part has a byte, which the book writes over: a part without one is let be for a while.
        Content.SetLength(1);
    }

    /// <summary>Where the book is written to.</summary>
    public FileStream Content { get; }

    /// <summary>
    /// Makes a part, and takes away what killed processes left in the same folder, for this place or for another: a book named by its day
    /// never comes to the same place again.
    /// </summary>
    /// <param name="target">The book's place, a full path.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static PartFile For(string target)
    {
        // A link is followed: what it leads to is written, and it stays a link.
        target = new FileInfo(target).LinkTarget is null ? target : File.ResolveLinkTarget(target, returnFinalTarget: true)!.FullName;
        if (File.Exists(target))
        {
            // Moving another file there would pass over both.
            if ((File.GetAttributes(target) & FileAttributes.ReadOnly) != 0)
            {
                throw new UnauthorizedAccessException($"'{target}' is read-only.");
            }

            if (!LocalFile.IsPlainFile(target))
            {
                throw new IOException($"'{target}' is no plain file.");
            }
        }

        string folder = Path.GetDirectoryName(target)!;
        Sweep(folder);
        return new PartFile(Path.Combine(folder, NameFor(Path.GetFileName(target))), target);
    }

    /// <summary>Moves the whole book into its place.</summary>
    public async Task MoveAsync(CancellationToken cancellationToken)
    {
        // Without this a crash of the machine soon after the move could leave an empty file where an older book was.
        await Content.FlushAsync(cancellationToken).ConfigureAwait(false);
        RandomAccess.FlushToDisk(Content.SafeFileHandle);
        File.Move(path, target, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Content.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            // After a move there is nothing left here; after anything else the part is worthless.
            File.Delete(path);
        }
    }

    // Names have at most 255 bytes in most file systems, and the book's own may have all of them.
    private static string NameFor(string name)
    {
        string end = $".{Path.GetRandomFileName()}{Extension}";
        while (Encoding.UTF8.GetByteCount(name) > 254 - end.Length)
        {
            name = name[..^(name.Length > 1 && char.IsLowSurrogate(name[^1]) ? 2 : 1)];
        }

        return $".{name}{end}";
    }

    private static void Sweep(string folder)
    {
        foreach (string left in Listed(folder))
        {
            try
            {
                if (IsPart(Path.GetFileName(left))
                    && !(new FileInfo(left) is { Length: 0 } empty && DateTime.UtcNow - empty.LastWriteTimeUtc < TimeToLock))
                {
                    // The system lets go of a lock when a process dies; whoever still writes has it.
                    new FileStream(left, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Being written, or another user's: not ours to take away.
            }
        }
    }

    // Tidying costs no book: a folder may be open for writing and not for listing.
    private static string[] Listed(string folder)
    {
        try
        {
            return Directory.GetFiles(folder, ".*" + Extension);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // '.book.epub.abcdefgh.abc.part', as GetRandomFileName has it: another name was given by someone else.
    private static bool IsPart(string name) =>
        name.Length > Extension.Length + 14 && name[0] == '.' && name.EndsWith(Extension, StringComparison.Ordinal)
        && name[..^Extension.Length][^13..] is ['.', .. { Length: 12 } random]
            && random.Index().All(each => each.Index == 8 ? each.Item == '.' : char.IsAsciiLetterOrDigit(each.Item));
}
