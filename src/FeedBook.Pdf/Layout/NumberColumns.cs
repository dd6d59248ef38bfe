using FeedBook.Content;
using FeedBook.Pdf.Text;
using Align = FeedBook.Content.TextAlignment;
using Rows = System.Collections.Generic.List<System.Collections.Generic.IReadOnlyList<(FeedBook.Content.TableCell Cell, int Column)>>;

namespace FeedBook.Pdf.Layout;

/// <summary>How the cells of a table's columns are aligned where they are numbers: units below units.</summary>
internal sealed class NumberColumns
{
    private readonly bool[] areNumbers;
    private readonly Dictionary<TableCell, double> tails = new(ReferenceEqualityComparer.Instance);
    private readonly double[] longest, whole;
    private readonly bool isRightToLeft;

    /// <summary>Measures what stands behind the units of each number.</summary>
    /// <param name="composition">The chapter.</param>
    /// <param name="body">The body's rows, placed.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="setting">How the cells are set.</param>
    public NumberColumns(Composition composition, Rows body, int columns, Setting setting)
    {
        areNumbers = TableNumbers.Columns(body, columns);
        (longest, whole) = (new double[columns], new double[columns]);
        isRightToLeft = setting.IsRightToLeft;
        RunStyle style = composition.Context.Style(setting.Role, false, false, setting.Language, setting.Size);
        for (int i = 0; i < columns && !isRightToLeft; i++)
        {
            if (!areNumbers[i])
            {
                continue;
            }

            TableCell[] cells =
                [.. body.SelectMany(row => row).Where(placed => placed.Column == i
                && TableNumbers.TextOf(placed.Cell) is { Length: > 0 } text && TableNumbers.IsNumber(text)).Select(placed => placed.Cell)];
            string[] texts = [.. cells.Select(cell => TableNumbers.TextOf(cell)!)];
            int[] wholes = TableNumbers.WholeParts(texts);
            for (int j = 0; j < cells.Length; j++)
            {
                // A space before a unit counts, which alone at a line's beginning it would not.
                double units = composition.Context.Shaper.WidthOf(texts[j][..wholes[j]], style);
                double tail = wholes[j] < texts[j].Length ? composition.Context.Shaper.WidthOf(texts[j], style) - units : 0;
                tails[cells[j]] = tail;
                longest[i] = Math.Max(longest[i], tail);
                whole[i] = Math.Max(whole[i], units);
            }
        }
    }

    /// <summary>Gives the columns the room that their numbers need when they stand units below units.</summary>
    public void Widen(TableColumns wishes)
    {
        for (int i = 0; i < longest.Length; i++)
        {
            // Half a point for what rounding takes away.
            double width = whole[i] + longest[i] + (whole[i] > 0 ? 0.5 : 0);
            wishes.Least[i] = Math.Max(wishes.Least[i], width);
            wishes.Most[i] = Math.Max(wishes.Most[i], width);
        }
    }

    /// <summary>How a cell is aligned where its source does not say, and how much white stands at its end.</summary>
    public (Align Alignment, double Room) Of(TableCell cell, int column, bool isHead)
    {
        if (isRightToLeft || cell.ColumnSpan > 1 || !areNumbers[column])
        {
            return (Align.Start, 0);
        }

        return (Align.End, isHead || cell.Alignment is not null ? 0 : longest[column] - tails.GetValueOrDefault(cell, longest[column]));
    }
}
