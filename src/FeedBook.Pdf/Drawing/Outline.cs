namespace FeedBook.Pdf.Drawing;

/// <summary>Where in the file something is: a page and the height on it, in points from the page's foot.</summary>
/// <param name="Page">The page's object number.</param>
/// <param name="Left">In points from the page's left edge.</param>
/// <param name="Top">In points from the page's foot.</param>
internal readonly record struct Destination(int Page, double Left, double Top)
{
    /// <summary>The destination as PDF syntax: the place at the window's top left, the zoom as it is.</summary>
    public string Syntax => FormattableString.Invariant($"[{Page} 0 R/XYZ {Left:0.##} {Top:0.##} null]");
}

/// <summary>A line of the bookmarks.</summary>
/// <param name="Title">The text.</param>
/// <param name="Target">Where it leads.</param>
internal sealed record OutlineItem(string Title, Destination Target)
{
    /// <summary>The lines below it.</summary>
    public List<OutlineItem> Items { get; } = [];
}

/// <summary>Writes the bookmarks (ISO 32000-1 §12.3.3).</summary>
internal static class Outline
{
    /// <summary>Writes the tree. The first level is open, deeper ones are closed.</summary>
    /// <returns>The outline's object number.</returns>
    public static int Write(PdfFile file, IReadOnlyList<OutlineItem> items)
    {
        int root = file.Reserve();
        (int first, int last) = Level(file, items, root);
        file.Write(root,
            new PdfBuffer().Raw("<</Type/Outlines/First "u8).Reference(first).Raw("/Last "u8).Reference(last).Raw("/Count "u8)
            .Integer(items.Count).Raw(">>"u8));
        return root;
    }

    // The depth is that of sections, chapters and headings: at most eight.
    private static (int First, int Last) Level(PdfFile file, IReadOnlyList<OutlineItem> items, int parent)
    {
        int[] numbers = [.. items.Select(_ => file.Reserve())];
        for (int i = 0; i < items.Count; i++)
        {
            OutlineItem item = items[i];
            var entry = new PdfBuffer().Raw("<</Title"u8).Text(item.Title).Raw("/Parent "u8).Reference(parent).Raw("/Dest"u8)
                .Raw(item.Target.Syntax);
            if (i > 0)
            {
                entry.Raw("/Prev "u8).Reference(numbers[i - 1]);
            }

            if (i + 1 < items.Count)
            {
                entry.Raw("/Next "u8).Reference(numbers[i + 1]);
            }

            if (item.Items.Count > 0)
            {
                (int first, int last) = Level(file, item.Items, numbers[i]);
                entry.Raw("/First "u8).Reference(first).Raw("/Last "u8).Reference(last).Raw("/Count "u8).Integer(-item.Items.Count);
            }

            file.Write(numbers[i], entry.Raw(">>"u8));
        }

        return (numbers[0], numbers[^1]);
    }
}
