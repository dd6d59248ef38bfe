using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>Sets a table that no page is wide enough for: each row as a list of its cells, each cell after its column's name.</summary>
internal static class LinearTable
{
    /// <summary>Sets the rows. The setting's element is the table; its rows and cells keep their tags.</summary>
    public static void Set(Composition composition, List<IReadOnlyList<(TableCell Cell, int Column)>> head,
        List<IReadOnlyList<(TableCell Cell, int Column)>> body, Setting setting, List<Fragment> galley)
    {
        var names = new Dictionary<int, string>();
        foreach ((TableCell cell, int column) in head.SelectMany(row => row))
        {
            string name = string.Join(' ', CellText.Lines(cell.Blocks).Where(line => CellText.ImageWidth(line) == 0));
            for (int i = column; i < column + cell.ColumnSpan; i++)
            {
                names[i] = names.TryGetValue(i, out string? above) ? above + " / " + name : name;
            }
        }

        bool areNamed = names.Count > 0;
        foreach (IReadOnlyList<(TableCell Cell, int Column)> row in areNamed && body.Count > 0 ? body : [.. head, .. body])
        {
            int first = galley.Count;
            var tr = new StructureElement("TR", setting.Element);
            foreach ((TableCell cell, int column) in row)
            {
                var td = new StructureElement(cell.IsHeader ? "TH" : "TD", tr) { Attributes = cell.IsHeader ? "<</O/Table/Scope/Row>>"
                    : null };
                Cell(composition, cell, names.GetValueOrDefault(column), setting with { Element = td, IsBold = cell.IsHeader }, galley);
            }

            if (first < galley.Count)
            {
                galley.Add(new RuleFragment(setting.Left, setting.Width, 0.35, Ink.Gray(0.7)) { Before = setting.Leading * 0.35,
                    After = setting.Leading * 0.35, Frame = setting.Frame, IsTurned = setting.IsTurned, KeepsWithPrevious = true });
            }
        }
    }

    private static void Cell(Composition composition, TableCell cell, string? name, Setting setting, List<Fragment> galley)
    {
        int first = galley.Count;
        ImmutableArray<Block> blocks = cell.Blocks;
        if (!string.IsNullOrEmpty(name))
        {
            Inline label = new Styled(TextStyle.Strong, [new TextRun(name + ": ")]);
            blocks = blocks is [Content.Paragraph start, ..]
                ? [start with { Content = [label, .. start.Content] }, .. blocks.Skip(1)]
                : [new Content.Paragraph([label]), .. blocks];
        }

        BlockComposer.Compose(composition, blocks, setting, galley);
        if (first < galley.Count)
        {
            galley[first].Before = setting.Leading * 0.08;
        }
    }
}
