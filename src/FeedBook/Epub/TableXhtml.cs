using System.Collections.Immutable;
using System.Xml;
using FeedBook.Content;

namespace FeedBook.Epub;

/// <summary>Writes tables.</summary>
internal readonly struct TableXhtml(XmlWriter xml, InlineWriter inlines, XhtmlWriter blocks)
{
    // A line of small type on a screen of six inches.
    private const int Line = 40;

    // The white at a cell's sides, in letters.
    private const int CellWhite = 2;

    // Feeds send tables of 10,000 columns too.
    private const int MostColumns = 200;

    public void Write(Table table)
    {
        List<IReadOnlyList<(TableCell Cell, int Column)>> head = TableGrid.Place(table.Head), body = TableGrid.Place(table.Body);
        int columns = head.Concat(body).SelectMany(row => row).Select(placed => placed.Column + placed.Cell.ColumnSpan).DefaultIfEmpty(0)
            .Max();
        // Where a screen has no room for the columns, each row becomes a list of its cells, each after its column's name.
        int letters = LettersAcross(head.Concat(body));
        bool isWide = letters > Line;
        string[]? labels = isWide ? Labels(head, columns) : null;
        bool[] numbers = columns <= MostColumns ? TableNumbers.Columns(body, columns) : new bool[columns];
        // An address without a place to break would push the table off the screen.
        bool isLong = head.Concat(body).SelectMany(row => row).SelectMany(placed => placed.Cell.Blocks)
            .Any(block => LongestWord(ContentText.Of(block)) > Line * 3 / 4);
        blocks.Start("table", isWide ? "wide" + (letters > 2 * Line ? " wider" : "") + (labels is null ? "" : " labelled")
            + (isLong ? " long" : "") : null, table);
        if (!table.Caption.IsEmpty)
        {
            xml.WriteStartElement("caption");
            inlines.Write(table.Caption);
            xml.WriteEndElement();
        }

        WriteRows("thead", table.Head, head, numbers, null);
        WriteRows("tbody", table.Body, body, numbers, labels);
        xml.WriteEndElement();
    }

    // How many letters the columns need side by side, each for its longest word.
    private static int LettersAcross(IEnumerable<IReadOnlyList<(TableCell Cell, int Column)>> rows)
    {
        var columns = new List<int>();
        foreach ((TableCell cell, int column) in rows.SelectMany(row => row))
        {
            if (column >= MostColumns)
            {
                return int.MaxValue;
            }

            while (columns.Count <= column)
            {
                columns.Add(CellWhite);
            }

            int word = CellWhite + cell.Blocks.Select(block => LongestWord(ContentText.Of(block))).DefaultIfEmpty().Max();
            columns[column] = Math.Max(columns[column], word - (CellWhite * (cell.ColumnSpan - 1)));
        }

        return columns.Sum();
    }

    // The columns' names as text; null where the head says more than text, or nothing.
    private static string[]? Labels(List<IReadOnlyList<(TableCell Cell, int Column)>> head, int columns)
    {
        if (head.Count == 0 || columns > MostColumns || head.SelectMany(row => row).Any(placed => TableNumbers.TextOf(placed.Cell) is null))
        {
            return null;
        }

        string[] labels = new string[columns];
        Array.Fill(labels, "");
        foreach ((TableCell cell, int column) in head.SelectMany(row => row))
        {
            string text = TableNumbers.TextOf(cell)!.ReplaceLineEndings(" ");
            for (int i = column; i < Math.Min(columns, column + cell.ColumnSpan) && text.Length > 0; i++)
            {
                labels[i] = labels[i].Length > 0 ? labels[i] + " / " + text : text;
            }
        }

        return Array.Exists(labels, label => label.Length > 0) ? labels : null;
    }

    private static int LongestWord(string text)
    {
        int longest = 0, length = 0;
        foreach (char c in text)
        {
            length = char.IsWhiteSpace(c) ? 0 : length + 1;
            longest = Math.Max(longest, length);
        }

        return longest;
    }

    private void WriteRows(string part, ImmutableArray<TableRow> rows, List<IReadOnlyList<(TableCell Cell, int Column)>> placed,
        bool[] numbers, string[]? labels)
    {
        if (rows.IsEmpty)
        {
            return;
        }

        xml.WriteStartElement(part);
        foreach (IReadOnlyList<(TableCell Cell, int Column)> row in placed)
        {
            xml.WriteStartElement("tr");
            foreach ((TableCell cell, int column) in row)
            {
                bool isNumber = column < numbers.Length && numbers[column] && cell.ColumnSpan == 1;
                blocks.Start(cell.IsHeader ? "th" : "td", XhtmlWriter.Aligned(cell.Alignment)
                    ?? (isNumber && cell.Alignment is null ? "numeric" : null));
                blocks.Attribute("colspan", cell.ColumnSpan, 1);
                blocks.Attribute("rowspan", cell.RowSpan, 1);
                if (labels?[column] is { Length: > 0 } label)
                {
                    xml.WriteAttributeString("data-label", label);
                }

                blocks.WriteTight(cell.Blocks);
                xml.WriteFullEndElement();
            }

            xml.WriteFullEndElement();
        }

        xml.WriteEndElement();
    }
}
