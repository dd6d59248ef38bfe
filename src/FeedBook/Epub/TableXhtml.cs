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

    public void Write(Table table)
    {
        blocks.Start("table", FitsByWords(table) ? "words" : null, table);
        if (!table.Caption.IsEmpty)
        {
            xml.WriteStartElement("caption");
            inlines.Write(table.Caption);
            xml.WriteEndElement();
        }

        WriteRows("thead", table.Head);
        WriteRows("tbody", table.Body);
        xml.WriteEndElement();
    }

    // Whether each column has room for its longest word. Elsewhere words are broken anywhere, lest the table is cut off at the screen's edge.
    private static bool FitsByWords(Table table)
    {
        var columns = new List<int>();
        foreach (TableRow row in table.Head.Concat(table.Body))
        {
            int column = 0;
            foreach (TableCell cell in row.Cells)
            {
                while (columns.Count <= column)
                {
                    columns.Add(CellWhite);
                }

                columns[column] = Math.Max(columns[column], CellWhite + cell.Blocks.Select(block => LongestWord(ContentText.Of(block))).DefaultIfEmpty().Max());
                column += cell.ColumnSpan;
                if (column > Line)
                {
                    return false;
                }
            }
        }

        return columns.Sum() <= Line;
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

    private void WriteRows(string part, ImmutableArray<TableRow> rows)
    {
        if (rows.IsEmpty)
        {
            return;
        }

        xml.WriteStartElement(part);
        foreach (TableRow row in rows)
        {
            xml.WriteStartElement("tr");
            foreach (TableCell cell in row.Cells)
            {
                blocks.Start(cell.IsHeader ? "th" : "td", XhtmlWriter.Aligned(cell.Alignment));
                blocks.Attribute("colspan", cell.ColumnSpan, 1);
                blocks.Attribute("rowspan", cell.RowSpan, 1);
                blocks.WriteTight(cell.Blocks);
                xml.WriteFullEndElement();
            }

            xml.WriteFullEndElement();
        }

        xml.WriteEndElement();
    }
}
