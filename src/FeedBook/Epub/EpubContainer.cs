using FeedBook.Media;

namespace FeedBook.Epub;

/// <summary>
/// The zip around an EPUB (EPUB 3.3 §4.2). It remembers what it was given, so that the manifest lists what was written and nothing else.
/// </summary>
internal sealed class EpubContainer
{
    /// <summary>The folder of the publication's resources inside the container.</summary>
    public const string Folder = "EPUB/";

    private readonly ZipWriter zip;
    private readonly List<EpubResource> resources = [];

    private EpubContainer(ZipWriter zip) => this.zip = zip;

    /// <summary>What was written so far, in order.</summary>
    public IReadOnlyList<EpubResource> Resources => resources;

    /// <summary>The bytes written so far.</summary>
    public long Length => zip.Length;

    /// <summary>Starts a container on a stream: writes <c>mimetype</c> and <c>META-INF/container.xml</c>.</summary>
    public static async Task<EpubContainer> CreateAsync(Stream output, CancellationToken cancellationToken)
    {
        var zip = new ZipWriter(output);

        // EPUB 3.3 §4.2.2: first in the archive, stored, without an extra field.
        await zip.AddAsync("mimetype", "application/epub+zip"u8.ToArray(), compress: false, cancellationToken).ConfigureAwait(false);
        await zip.AddAsync("META-INF/container.xml", ContainerXml, compress: true, cancellationToken).ConfigureAwait(false);
        return new EpubContainer(zip);
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
        await zip.AddAsync(Folder + resource.Path, text, compress: true, cancellationToken).ConfigureAwait(false);
        resources.Add(resource);
    }

    /// <summary>Writes a picture as it is: it is compressed already.</summary>
    public async Task AddImageAsync(EpubResource resource, StoredImage image, CancellationToken cancellationToken)
    {
        string name = Folder + resource.Path;
        await (image.Crc is { } crc ? zip.AddStoredAsync(name, image.OpenRead, crc, image.Length, cancellationToken)
            : zip.AddStoredAsync(name, image.OpenRead, cancellationToken)).ConfigureAwait(false);
        resources.Add(resource);
    }

    /// <summary>Writes the package document, which is the one resource the manifest does not list, and the zip's directory.</summary>
    public async Task FinishAsync(ReadOnlyMemory<byte> package, CancellationToken cancellationToken)
    {
        await zip.AddAsync(Folder + "package.opf", package, compress: true, cancellationToken).ConfigureAwait(false);
        await zip.FinishAsync(cancellationToken).ConfigureAwait(false);
    }
}
