using System.Security.Cryptography;

namespace FeedBook.Media;

/// <summary>
/// A picture that was fetched, checked and stored for a book: one for each distinct content, named by its hash.
/// Valid until the <see cref="Book"/> it belongs to is disposed. Safe to share between threads.
/// </summary>
public sealed class StoredImage
{
    private readonly string? path;
    private readonly byte[]? bytes;
    private readonly ImagePack? pack;
    private readonly long start;

    /// <summary>Describes a picture in a file. The file must exist for as long as the picture is used.</summary>
    /// <param name="name">The picture's name in a book: lower-case letters, digits and hyphens, without an extension.</param>
    /// <param name="path">The file that holds it.</param>
    /// <param name="kind">Its kind, told by its bytes.</param>
    /// <param name="width">Its width in pixels as stored, before <paramref name="orientation"/> is applied; at least 1.</param>
    /// <param name="height">Its height in pixels as stored; at least 1.</param>
    /// <param name="length">Its size in bytes.</param>
    /// <param name="orientation">Its EXIF orientation, 1 to 8; 1 is upright.</param>
    /// <param name="isAnimated">True for a picture of several frames.</param>
    internal StoredImage(string name, string path, ImageKind kind, int width, int height, long length, int orientation = 1,
        bool isAnimated = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(orientation, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(orientation, 8);
        Name = name;
        this.path = path;
        Kind = kind;
        Width = width;
        Height = height;
        Length = length;
        Orientation = orientation;
        IsAnimated = isAnimated;
    }

    private StoredImage(byte[] bytes, ImageFacts facts)
    {
        this.bytes = bytes;
        Name = "img-" + Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));
        Kind = facts.Kind;
        Width = facts.Width;
        Height = facts.Height;
        Length = bytes.Length;
        Orientation = facts.Orientation;
        IsAnimated = facts.IsAnimated;
    }

    /// <summary>A picture from memory, for a book that is put together by hand. It is valid as long as it is referred to.</summary>
    /// <param name="file">The whole file: JPEG, PNG, GIF, WebP or another kind; they are copied. SVG is cleaned of scripts and outside
    /// references.</param>
    /// <exception cref="InvalidDataException">It is no picture, or a broken one; the message says why.</exception>
    public static StoredImage FromBytes(ReadOnlyMemory<byte> file)
    {
        byte[] bytes = file.ToArray();
        ImageFacts facts = ImageProbe.Read(bytes);
        if (facts.Kind == ImageKind.Svg)
        {
            using var content = new MemoryStream(bytes);
            SvgCleaner.Result clean = SvgCleaner.Clean(content);
            return clean.Bytes is null ? throw new InvalidDataException(clean.Facts.Fault) : new StoredImage(clean.Bytes, clean.Facts);
        }

        return facts.Fault is null && facts.Kind != ImageKind.Unknown ? new StoredImage(bytes, facts)
            : throw new InvalidDataException(facts.Fault ?? "It is no picture.");
    }

    /// <summary>Describes a picture in a pack.</summary>
    internal StoredImage(string name, ImagePack pack, long start, long length, uint crc, ImageFacts facts)
    {
        Name = name;
        this.pack = pack;
        this.start = start;
        Crc = crc;
        Kind = facts.Kind;
        Width = facts.Width;
        Height = facts.Height;
        Length = length;
        Orientation = facts.Orientation;
        IsAnimated = facts.IsAnimated;
    }

    /// <summary>The picture's name in a book, made from its content: the same bytes have the same name.</summary>
    public string Name { get; }

    /// <summary>Its kind, told by its bytes.</summary>
    public ImageKind Kind { get; }

    /// <summary>Its width in pixels as stored, before <see cref="Orientation"/> is applied.</summary>
    public int Width { get; }

    /// <summary>Its height in pixels as stored, before <see cref="Orientation"/> is applied.</summary>
    public int Height { get; }

    /// <summary>Its width in pixels as it is looked at: <see cref="Orientation"/> is applied.</summary>
    public int UprightWidth => Orientation >= 5 ? Height : Width;

    /// <summary>Its height in pixels as it is looked at: <see cref="Orientation"/> is applied.</summary>
    public int UprightHeight => Orientation >= 5 ? Width : Height;

    /// <summary>Its size in bytes.</summary>
    public long Length { get; }

    /// <summary>Its EXIF orientation, 1 to 8; 1 is upright, 5 to 8 stand on their side.</summary>
    public int Orientation { get; }

    /// <summary>True for a picture of several frames.</summary>
    public bool IsAnimated { get; }

    /// <summary>The CRC-32 of its bytes; null for a picture in a file of its own, whose bytes may not be the store's.</summary>
    internal uint? Crc { get; }

    /// <summary>Opens the picture's bytes from the start. The caller disposes the stream.</summary>
    /// <exception cref="IOException">The book was disposed, or its temporary folder was taken away.</exception>
    public Stream OpenRead() => bytes is not null ? new MemoryStream(bytes, writable: false) : pack?.Open(start, Length)
        ?? new FileStream(path!, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 4096,
            FileOptions.SequentialScan);
}
