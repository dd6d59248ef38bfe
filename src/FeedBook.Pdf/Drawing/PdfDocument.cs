namespace FeedBook.Pdf.Drawing;

/// <summary>
/// A PDF document while it is written: pages, fonts, images, tags, bookmarks and what the file says of itself. Only the
/// object table, the bookmarks, the open part of the tag tree and the fonts' use stay in memory.
/// </summary>
internal sealed class PdfDocument : IDisposable
{
    private const string Producer = "FeedBook";

    private readonly BookMetadata metadata;
    private readonly bool isArchival;
    private readonly List<PageRun> runs = [];
    private readonly HashSet<int> openAnchors = [];
    private readonly int pages;

    /// <summary>Starts a document.</summary>
    /// <param name="output">Where to; any writable stream.</param>
    /// <param name="metadata">What the book says of itself.</param>
    /// <param name="isArchival">True for PDF/A-2a.</param>
    public PdfDocument(Stream output, BookMetadata metadata, bool isArchival)
    {
        this.metadata = metadata;
        this.isArchival = isArchival;
        File = new PdfFile(output);
        Tags = new StructureTree(File, metadata.Language);
        Fonts = new FontObjects(File);
        Images = new ImageObjects(File, isArchival);
        pages = File.Reserve();
    }

    /// <summary>The file.</summary>
    public PdfFile File { get; }

    /// <summary>The tag tree.</summary>
    public StructureTree Tags { get; }

    /// <summary>The fonts.</summary>
    public FontObjects Fonts { get; }

    /// <summary>The images.</summary>
    public ImageObjects Images { get; }

    /// <summary>The bookmarks, first level.</summary>
    public List<OutlineItem> Bookmarks { get; } = [];

    /// <summary>
    /// The page labels: the page's index in the file from 0, the style (<c>D</c>, <c>r</c>; null for none) and the first number. Empty for
    /// plain ones.
    /// </summary>
    public List<(int Index, string? Style, int Start)> PageLabels { get; } = [];

    /// <summary>Writes the destination that was promised as an object, once; the number 0 stands for none.</summary>
    public void Anchor(int number, Destination target)
    {
        if (number != 0 && openAnchors.Remove(number))
        {
            File.Write(number, new PdfBuffer().Raw(target.Syntax));
        }
    }

    /// <summary>Promises a destination, as an object that links may name before it is known where it is.</summary>
    public int PromiseAnchor()
    {
        int number = File.Reserve();
        openAnchors.Add(number);
        return number;
    }

    /// <summary>Starts a run of pages. The reader sees the runs in the order of their <paramref name="position"/>.</summary>
    public PageRun AddRun(int position)
    {
        var run = new PageRun();
        runs.Insert(Math.Min(position, runs.Count), run);
        return run;
    }

    /// <summary>Promises a page at the end of a run.</summary>
    public PageSheet AddPage(PageRun run, double width, double height)
    {
        int number = File.Reserve();
        return new PageSheet(number, width, height) { Parent = run.Add(File, number) };
    }

    /// <summary>Writes a page that is drawn.</summary>
    public void Write(PageSheet sheet) => sheet.Write(File, Tags);

    /// <summary>Writes everything that is left.</summary>
    public async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        await Fonts.EndAsync(cancellationToken).ConfigureAwait(false);
        PageTree.Write(File, pages, runs);
        var catalog = new PdfBuffer().Raw("<</Type/Catalog/Pages "u8).Reference(pages).Raw("/Lang"u8).Text(metadata.Language)
            .Raw("/MarkInfo<</Marked true>>/StructTreeRoot "u8).Reference(Tags.End())
            .Raw("/ViewerPreferences<</DisplayDocTitle true"u8)
            .Raw(metadata.Direction == Content.TextDirection.RightToLeft ? "/Direction/R2L>>" : ">>");
        if (Bookmarks.Count > 0)
        {
            catalog.Raw("/PageMode/UseOutlines/Outlines "u8).Reference(Outline.Write(File, Bookmarks));
        }

        WritePageLabels(catalog);
        catalog.Raw("/Metadata "u8)
            .Reference(File.WriteStream("/Type/Metadata/Subtype/XML"u8, Xmp.Packet(metadata, Producer, isArchival), compress: false));
        if (isArchival)
        {
            int profile = File.WriteStream("/N 3"u8, SrgbProfile.Create());
            catalog.Raw(
                "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB "u8
                + "IEC61966-2.1)/DestOutputProfile "u8)
                .Reference(profile).Raw(">>]"u8);
        }

        int root = File.Write(catalog.Raw(">>"u8));
        await File.EndAsync(root, File.Write(Info()), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => File.Dispose();

    private void WritePageLabels(PdfBuffer catalog)
    {
        if (PageLabels.Count == 0)
        {
            return;
        }

        catalog.Raw("/PageLabels<</Nums["u8);
        foreach ((int index, string? style, int start) in PageLabels)
        {
            catalog.Integer(index).Raw("<<"u8);
            if (style is not null)
            {
                catalog.Raw("/S"u8).Name(style).Raw("/St "u8).Integer(start);
            }

            catalog.Raw(">>"u8);
        }

        catalog.Raw("]>>"u8);
    }

    // PDF/A wants the dictionary and the XMP packet to say the same.
    private PdfBuffer Info()
    {
        var info = new PdfBuffer().Raw("<</Title"u8).Text(metadata.Title);
        if (metadata.Authors.Length > 0)
        {
            info.Raw("/Author"u8).Text(string.Join(", ", metadata.Authors));
        }

        if (metadata.Description is not null)
        {
            info.Raw("/Subject"u8).Text(metadata.Description);
        }

        return info.Raw("/Creator"u8).Text(Producer).Raw("/Producer"u8).Text(Producer)
            .Raw("/CreationDate"u8).Date(metadata.Date ?? metadata.Modified).Raw("/ModDate"u8).Date(metadata.Modified).Raw(">>"u8);
    }
}
