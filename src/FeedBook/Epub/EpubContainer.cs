using System.IO.Compression;
using System.Text;
using FeedBook.Media;

namespace FeedBook.Epub;

/// <summary>
/// The zip around an EPUB (EPUB 3.3 §4.2). It remembers what it was given, so that the manifest lists what was written and nothing else.
/// Every entry bears the same time: the same book has the same bytes.
/// </summary>
internal sealed class EpubContainer : IAsyncDisposable
{
    /// <summary>The folder of the publication's resources inside the container.</summary>
    public const string Folder = "EPUB/";

    // The first instant that a zip entry can bear, so that no zone and no clock shows in the bytes.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive archive;
    private readonly List<EpubResource> resources = [];

    private EpubContainer(ZipArchive archive) => this.archive = archive;

    /// <summary>What was written so far, in order.</summary>
    public IReadOnlyList<EpubResource> Resources => resources;

    /// <summary>Starts a container on a stream: writes <c>mimetype</c> and <c>META-INF/container.xml</c>.</summary>
    public static async Task<EpubContainer> CreateAsync(Stream output, CancellationToken cancellationToken)
    {
        ZipArchive archive = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken).ConfigureAwait(false);
        var container = new EpubContainer(archive);

        // EPUB 3.3 §4.2.2: first in the archive, stored, without an extra field.
        await container.AddAsync("mimetype", "application/epub+zip"u8.ToArray(), CompressionLevel.NoCompression, cancellationToken).ConfigureAwait(false);
        await container.AddAsync("META-INF/container.xml", ContainerXml, CompressionLevel.Optimal, cancellationToken).ConfigureAwait(false);
        return container;
    }

    private static byte[] ContainerXml =>
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
          <rootfiles>
            <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
          </rootfiles>
        </container>

        """u8.ToArray();

    /// <summary>Writes a text resource, compressed.</summary>
    public async Task AddTextAsync(EpubResource resource, ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        await AddAsync(Folder + resource.Path, text, CompressionLevel.Optimal, cancellationToken).ConfigureAwait(false);
        resources.Add(resource);
    }

    /// <summary>Writes the package document, which is the one resource the manifest does not list.</summary>
    public Task AddPackageAsync(ReadOnlyMemory<byte> package, CancellationToken cancellationToken) =>
        AddAsync(Folder + "package.opf", package, CompressionLevel.Optimal, cancellationToken);

    /// <summary>Writes a picture as it is: it is compressed already.</summary>
    public async Task AddImageAsync(EpubResource resource, StoredImage image, CancellationToken cancellationToken)
    {
        CompressionLevel level = image.Kind is ImageKind.Svg or ImageKind.Bmp ? CompressionLevel.Optimal : CompressionLevel.NoCompression;
        Stream source = image.OpenRead();
        await using (source.ConfigureAwait(false))
        {
            Stream entry = await OpenAsync(Folder + resource.Path, level, cancellationToken).ConfigureAwait(false);
            await using (entry.ConfigureAwait(false))
            {
                await source.CopyToAsync(entry, cancellationToken).ConfigureAwait(false);
            }
        }

        resources.Add(resource);
    }

    /// <summary>Writes the zip's directory.</summary>
    public ValueTask DisposeAsync() => archive.DisposeAsync();

    private async Task AddAsync(string name, ReadOnlyMemory<byte> content, CompressionLevel level, CancellationToken cancellationToken)
    {
        Stream entry = await OpenAsync(name, level, cancellationToken).ConfigureAwait(false);
        await using (entry.ConfigureAwait(false))
        {
            await entry.WriteAsync(content, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<Stream> OpenAsync(string name, CompressionLevel level, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ZipArchiveEntry entry = archive.CreateEntry(name, level);
        entry.LastWriteTime = EntryTime;
        return entry.OpenAsync(cancellationToken);
    }
}

/// <summary>A resource of the publication, as the manifest lists it (EPUB 3.3 §5.6.2).</summary>
/// <param name="Id">Its id in the package document: an NCName.</param>
/// <param name="Path">Its path below <see cref="EpubContainer.Folder"/>: only <c>[a-z0-9-./]</c>, as Kobo asks.</param>
/// <param name="MediaType">Its media type.</param>
internal sealed record EpubResource(string Id, string Path, string MediaType)
{
    /// <summary>The value of the manifest's <c>properties</c>; null for none.</summary>
    public string? Properties { get; init; }

    /// <summary>Whether the spine lists it.</summary>
    public bool InSpine { get; init; }

    /// <summary>Its place in the spine, where <see cref="InSpine"/>.</summary>
    public int SpineOrder { get; init; }
}
