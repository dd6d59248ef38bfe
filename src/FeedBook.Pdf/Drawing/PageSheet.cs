namespace FeedBook.Pdf.Drawing;

/// <summary>
/// A page of the file while it is being drawn. In a booklet several pages of the book share one sheet; each draws on a
/// <see cref="PageCanvas"/> of its own.
/// </summary>
/// <param name="number">The page's object number.</param>
/// <param name="width">In points.</param>
/// <param name="height">In points.</param>
internal sealed class PageSheet(int number, double width, double height)
{
    /// <summary>The page's object number.</summary>
    public int Number { get; } = number;

    /// <summary>In points.</summary>
    public double Width { get; } = width;

    /// <summary>In points.</summary>
    public double Height { get; } = height;

    /// <summary>The node of the page tree above it.</summary>
    public required int Parent { get; init; }

    /// <summary>The content streams of those who drew on the sheet, in the order in which they ended.</summary>
    public PdfBuffer Content { get; } = new();

    /// <summary>The elements of the marked contents, by marked-content id.</summary>
    public List<StructureElement> Marks { get; } = [];

    /// <summary>The names and numbers of the fonts used.</summary>
    public SortedDictionary<string, int> Fonts { get; } = new(StringComparer.Ordinal);

    /// <summary>The names and numbers of the images used.</summary>
    public SortedDictionary<string, int> Images { get; } = new(StringComparer.Ordinal);

    /// <summary>The annotations' numbers.</summary>
    public List<int> Annotations { get; } = [];

    /// <summary>Writes the page.</summary>
    /// <param name="file">The file.</param>
    /// <param name="tags">The tag tree.</param>
    public void Write(PdfFile file, StructureTree tags)
    {
        int content = file.WriteStream([], Content.Span);
        var page = new PdfBuffer().Raw("<</Type/Page/Parent "u8).Reference(Parent).Raw("/MediaBox[0 0 "u8).Number(Width).Space()
            .Number(Height)
            .Raw("]/Contents "u8).Reference(content).Raw("/Resources<<"u8);
        Names(page, "/Font<<", Fonts);
        Names(page, "/XObject<<", Images);
        page.Raw(">>"u8);
        if (Annotations.Count > 0)
        {
            page.Raw("/Annots["u8);
            foreach (int annotation in Annotations)
            {
                page.Reference(annotation).Space();
            }

            page.Raw("]"u8);
        }

        // ISO 14289-1 §7.18.3: the tab order is that of the tags.
        page.Raw("/Tabs/S"u8);
        if (Marks.Count > 0)
        {
            int key = tags.NextKey();
            tags.SetParents(key, Marks);
            page.Raw("/StructParents "u8).Integer(key);
        }

        file.Write(Number, page.Raw(">>"u8));
    }

    private static void Names(PdfBuffer page, string key, SortedDictionary<string, int> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        page.Raw(key);
        foreach ((string name, int number) in names)
        {
            page.Name(name).Space().Reference(number);
        }

        page.Raw(">>"u8);
    }
}
