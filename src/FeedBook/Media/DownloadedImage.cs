using System.Security.Cryptography;
using FeedBook.Fetching;

namespace FeedBook.Media;

/// <summary>A fetched file in the store's folder, not yet looked at.</summary>
internal sealed class DownloadedImage
{
    private DownloadedImage(string path, byte[] hash, long length, string? mediaType)
    {
        Path = path;
        Hash = hash;
        Length = length;
        MediaType = mediaType;
    }

    public string Path { get; }

    /// <summary>The SHA-256 of the bytes.</summary>
    public byte[] Hash { get; private set; }

    public long Length { get; private set; }

    /// <summary>What the server calls it; null when it does not say.</summary>
    public string? MediaType { get; }

    /// <summary>Writes a resource to a file of its own.</summary>
    /// <exception cref="ResourceException">Reading it failed, or it has more bytes than allowed.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public static async Task<DownloadedImage> WriteAsync(Resource resource, MediaStore store, long maxBytes, CancellationToken cancellationToken)
    {
        string path = store.ScratchPath();
        byte[] buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(64 * 1024);
        bool whole = false;
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long length = 0;
            using (FileStream file = MediaStore.Create(path))
            {
                for (int read; (read = await resource.Content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
                {
                    // The loader has a limit of its own, but it may be the caller's.
                    if ((length += read) > maxBytes)
                    {
                        throw new ResourceException(ResourceFailure.TooLarge, $"More than {maxBytes:N0} bytes.");
                    }

                    hash.AppendData(buffer.AsSpan(0, read));

                    // Into the page cache; an asynchronous write would only add a thread.
#pragma warning disable CA1849
                    file.Write(buffer.AsSpan(0, read));
#pragma warning restore CA1849
                }
            }

            whole = true;
            return new DownloadedImage(path, hash.GetHashAndReset(), length, resource.MediaType);
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
            if (!whole)
            {
                File.Delete(path);
            }
        }
    }

    public FileStream Open() => new(Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);

    /// <summary>Cuts the file and puts the end mark behind it.</summary>
    public void Mend(ImageRepair repair)
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        file.SetLength(repair.Keep);
        file.Position = repair.Keep;
        file.Write(repair.Tail.Span);
        file.Position = 0;
        Hash = SHA256.HashData(file);
        Length = file.Length;
    }

    public void Delete() => File.Delete(Path);
}
