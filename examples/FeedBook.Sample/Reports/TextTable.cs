using System.Globalization;
using System.Text;

namespace FeedBook.Sample.Reports;

/// <summary>A table of plain text: columns as wide as what stands in them, on a screen cut to its width.</summary>
/// <param name="headings">The columns' headings; one that starts with '#' is a column of numbers, set to the right.</param>
internal sealed class TextTable(params string[] headings)
{
    private const int Gap = 2, Least = 8;

    private readonly List<string[]> rows = [];
    private readonly List<Func<string, string>> paints = [];

    public void Add(Func<string, string> paint, params string[] cells)
    {
        rows.Add([.. cells.Select(Terminal.Clean)]);
        paints.Add(paint);
    }

    /// <summary>Writes the table.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="width">The columns of the screen.</param>
    /// <param name="heading">How the heading looks.</param>
    public void Write(TextWriter writer, int width, Func<string, string> heading)
    {
        string[] names = [.. headings.Select(name => name.TrimStart('#'))];
        int[] widths =
            [.. names.Select((name, column) => Math.Max(WidthOf(name), rows.Select(row => WidthOf(row[column])).DefaultIfEmpty(0).Max()))];
        while (widths.Sum() + ((widths.Length - 1) * Gap) > width && widths.Max() > Least)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
        }

        writer.WriteLine(heading(Line(names, widths)));
        for (int row = 0; row < rows.Count; row++)
        {
            writer.WriteLine(paints[row](Line(rows[row], widths)));
        }
    }

    private string Line(string[] cells, int[] widths)
    {
        var line = new StringBuilder();
        for (int column = 0; column < cells.Length; column++)
        {
            string cell = Cut(cells[column], widths[column]);
            string space = new(' ', Math.Max(0, widths[column] - WidthOf(cell)));
            line.Append(column == 0 ? "" : new string(' ', Gap)).Append(headings[column].StartsWith('#') ? space + cell : cell + space);
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>The text, or its beginning and '…' where it is wider than so many columns.</summary>
    public static string Cut(string text, int width)
    {
        if (WidthOf(text) <= width)
        {
            return text;
        }

        // At a word's end where one is near.
        var cut = new StringBuilder();
        int used = 1, space = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            used += WidthOf(rune);
            if (used > width)
            {
                break;
            }

            space = rune.Value == ' ' ? cut.Length : space;
            cut.Append(rune);
        }

        return cut.ToString(0, space > cut.Length * 2 / 3 ? space : cut.Length) + "…";
    }

    public static int WidthOf(string text) => text.EnumerateRunes().Sum(WidthOf);

    // UAX 11 in short: East Asian letters and pictographs take two columns, marks none.
    private static int WidthOf(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
        : rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F)
            or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) ? 2
        : 1;
}
