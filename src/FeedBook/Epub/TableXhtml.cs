using System.Collections.Immutable;
using System.Xml;
using FeedBook.Content;

namespace FeedBook.Epub;

/// <summary>Writes tables.</summary>
internal readonly struct TableXhtml(XmlWriter xml, InlineWriter inlines, XhtmlWriter blocks)
{
    public void Write(Table table)
    {
        blocks.Start("table", null, table);
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
