namespace FeedBook.Pdf.Drawing;

/// <summary>Name trees (ISO 32000-1 §7.9.6): names in byte order, some at a leaf.</summary>
internal static class NameTree
{
    private const int LeafSize = 128;

    /// <summary>Writes a tree.</summary>
    /// <param name="file">The file.</param>
    /// <param name="number">The promised root.</param>
    /// <param name="entries">ASCII names, sorted ordinally and distinct, and their values as PDF syntax.</param>
    public static void Write(PdfFile file, int number, IReadOnlyList<(string Name, string Value)> entries)
    {
        var root = new PdfBuffer().Raw("<</Kids["u8);
        var leaf = new PdfBuffer();
        for (int first = 0; first < entries.Count; first += LeafSize)
        {
            int end = Math.Min(first + LeafSize, entries.Count);
            leaf.Clear();
            leaf.Raw("<</Limits["u8).Text(entries[first].Name).Text(entries[end - 1].Name).Raw("]/Names["u8);
            for (int i = first; i < end; i++)
            {
                leaf.Text(entries[i].Name).Raw(entries[i].Value).Space();
            }

            root.Reference(file.Write(leaf.Raw("]>>"u8))).Space();
        }

        file.Write(number, entries.Count == 0 ? new PdfBuffer().Raw("<</Names[]>>"u8) : root.Raw("]>>"u8));
    }
}
