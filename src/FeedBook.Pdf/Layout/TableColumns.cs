using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Pdf.Text;

namespace FeedBook.Pdf.Layout;

/// <summary>How wide the columns of a table want to be.</summary>
/// <param name="Least">Each column's widest word.</param>
/// <param name="Most">Each column's widest line.</param>
internal sealed record TableColumns(double[] Least, double[] Most)
{
    /// <summary>How many columns the cells reach over, spans counted.</summary>
    public static int Count(IEnumerable<IReadOnlyList<(TableCell Cell, int Column)>> rows) =>
        rows.SelectMany(row => row).Select(placed => placed.Column + placed.Cell.ColumnSpan).DefaultIfEmpty(0).Max();

    /// <summary>Measures the cells' words in type of one size; other sizes are in proportion.</summary>
    public static TableColumns Measure(Composition composition, IReadOnlyList<IReadOnlyList<(TableCell Cell, int Column)>> rows,
        int columns, Setting setting)
    {
        double[] least = new double[columns], most = new double[columns];
        RunStyle style = composition.Context.Style(setting.Role, true, false, setting.Language, setting.Size);
        var seen = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (bool spans in (ReadOnlySpan<bool>)[false, true])
        {
            foreach ((TableCell cell, int column) in rows.SelectMany(row => row).Where(placed => placed.Cell.ColumnSpan > 1 == spans))
            {
                (double narrow, double wide) = Of(cell.Blocks);
                int span = Math.Min(cell.ColumnSpan, columns - column);
                double lacksNarrow = narrow - least.AsSpan(column, span).ToArray().Sum(),
                    lacksWide = wide - most.AsSpan(column, span).ToArray().Sum();
                for (int i = column; i < column + span; i++)
                {
                    least[i] += Math.Max(0, lacksNarrow) / span;
                    most[i] += Math.Max(0, lacksWide) / span;
                }
            }
        }

        for (int i = 0; i < columns; i++)
        {
            least[i] = Math.Max(least[i], setting.Size);
            most[i] = Math.Max(most[i], least[i]);
        }

        return new TableColumns(least, most);

        (double Least, double Most) Of(ImmutableArray<Block> blocks)
        {
            double narrow = 0, wide = 0;
            foreach (string line in CellText.Lines(blocks))
            {
                double images = CellText.ImageWidth(line);
                if (images > 0)
                {
                    narrow = Math.Max(narrow, Math.Min(images, 40));
                    wide = Math.Max(wide, images);
                    continue;
                }

                wide = Math.Max(wide, WidthOf(line.Length > 400 ? line[..400] : line));
                foreach (string word in CellText.Words(line))
                {
                    narrow = Math.Max(narrow, WidthOf(word.Length > 30 ? word[..30] : word));
                }
            }

            return (narrow, wide);
        }

        double WidthOf(string text)
        {
            if (!seen.TryGetValue(text, out double width))
            {
                // Half a point for what rounding takes away.
                width = composition.Context.Shaper.WidthOf(text, style) + 0.5;
                if (seen.Count < 20000)
                {
                    seen.Add(text, width);
                }
            }

            return width;
        }
    }

    /// <summary>Deals a width out: what each column needs first, the rest in proportion to what it still wants.</summary>
    public double[] Fit(double width)
    {
        double least = Least.Sum(), most = Most.Sum();
        if (most <= width)
        {
            return [.. Most];
        }

        // Columns that ask for less than their share get all they ask for; the others share what is left. A column of dates
        // stays on one line beside one of long texts.
        double[] widths = [.. Least];
        bool[] settled = new bool[widths.Length];
        double left = Math.Max(0, width - least);
        for (bool changed = true; changed;)
        {
            changed = false;
            int open = settled.Count(done => !done);
            for (int i = 0; i < widths.Length; i++)
            {
                if (!settled[i] && Most[i] - Least[i] <= left / Math.Max(1, open))
                {
                    left -= Most[i] - Least[i];
                    widths[i] = Most[i];
                    settled[i] = changed = true;
                    open--;
                }
            }
        }

        double wanted = 0;
        for (int i = 0; i < widths.Length; i++)
        {
            wanted += settled[i] ? 0 : Most[i] - Least[i];
        }

        for (int i = 0; i < widths.Length; i++)
        {
            widths[i] += settled[i] || wanted <= 0 ? 0 : left * (Most[i] - Least[i]) / wanted;
        }

        double sum = widths.Sum();
        return sum <= width ? widths : [.. widths.Select(column => column * width / sum)];
    }
}

/// <summary>What a table's cell holds, as far as its width is concerned.</summary>
internal static class CellText
{
    private const char ImageMark = '\uFFFC';

    /// <summary>The lines of text of blocks; an image is a line of its own that <see cref="ImageWidth"/> reads.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            switch (block)
            {
                case Content.Paragraph paragraph:
                    yield return InlineText.Of(paragraph.Content);
                    break;
                case Heading heading:
                    yield return InlineText.Of(heading.Content);
                    break;
                case CodeBlock code:
                    foreach (string line in code.Text.Split('\n'))
                    {
                        yield return line.Replace(' ', '\u00A0')[..Math.Min(line.Length, 60)];
                    }

                    break;
                case ImageBlock { Image.Stored: not null } image:
                    yield return ImageMark + ImageLookup.NaturalSize(image.Image)
                        .Width.ToString(System.Globalization.CultureInfo.InvariantCulture);
                    break;
                case ListBlock list:
                    foreach (string line in Lines(list.Items.SelectMany(item => item.Blocks)))
                    {
                        yield return "•\u00A0\u00A0" + line;
                    }

                    break;
                default:
                    foreach (string line in Lines(Inside(block)))
                    {
                        yield return line;
                    }

                    break;
            }
        }
    }

    /// <summary>The width of an image that stands as a line; 0 for text.</summary>
    public static double ImageWidth(string line) =>
        line.Length > 0 && line[0] == ImageMark ? double.Parse(line.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) : 0;

    /// <summary>The pieces of a line that are not parted; ideographs may be parted anywhere.</summary>
    public static IEnumerable<string> Words(string line)
    {
        int start = 0;
        for (int i = 0; i <= line.Length; i++)
        {
            if (i == line.Length || line[i] == ' ' || line[i] is >= '\u2E80' and < '\uD800')
            {
                if (i > start)
                {
                    yield return line[start..i];
                }

                start = i + 1;
            }
        }
    }

    private static IEnumerable<Block> Inside(Block block) => block switch
    {
        Quotation quotation => quotation.Blocks,
        Aside aside => aside.Blocks,
        Figure figure => [.. figure.Body, .. figure.Caption.IsEmpty ? (Block[])[] : [new Content.Paragraph(figure.Caption)]],
        DefinitionList list =>
            list.Entries.SelectMany(entry => entry.Terms.Select(term => (Block)new Content.Paragraph(term))
            .Concat(entry.Definitions.SelectMany(definition => definition))),
        Table table => table.Head.Concat(table.Body).SelectMany(row => row.Cells).SelectMany(cell => cell.Blocks),
        _ => [],
    };
}
