using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using FeedBook.Content;

namespace FeedBook.Epub;

/// <summary>Writes lists and definition lists.</summary>
internal readonly struct ListXhtml(XmlWriter xml, InlineWriter inlines, XhtmlWriter blocks)
{
    public void Write(ListBlock list)
    {
        blocks.Start(list.IsOrdered ? "ol" : "ul", null, list);
        if (list.IsOrdered)
        {
            blocks.Attribute("start", list.Start, 1);
            if (ListNumerals.NameOf(list.Marker) is { } numbering)
            {
                xml.WriteAttributeString("style", $"list-style-type: {numbering}");
            }
            else if (list.Marker is 'a' or 'A' or 'i' or 'I')
            {
                xml.WriteAttributeString("type", list.Marker.ToString());
            }

            if (list.IsReversed)
            {
                xml.WriteAttributeString("reversed", "reversed");
            }
        }

        foreach (ListItem item in list.Items)
        {
            xml.WriteStartElement("li");
            if (item.Id is not null)
            {
                xml.WriteAttributeString("id", "a-" + item.Id);
            }

            if (list.IsOrdered && item.Number is { } number)
            {
                xml.WriteAttributeString("value", number.ToString(CultureInfo.InvariantCulture));
            }

            blocks.WriteTight(item.Blocks);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    public void Write(DefinitionList definitions)
    {
        blocks.Start("dl", null, definitions);
        foreach (DefinitionEntry entry in definitions.Entries)
        {
            // A group needs a term and a definition (EPUBCheck RSC-005), if only empty ones.
            foreach (ImmutableArray<Inline> term in entry.Terms.IsEmpty ? [[]] : entry.Terms)
            {
                xml.WriteStartElement("dt");
                inlines.Write(term);
                xml.WriteFullEndElement();
            }

            foreach (ImmutableArray<Block> definition in entry.Definitions.IsEmpty ? [[]] : entry.Definitions)
            {
                xml.WriteStartElement("dd");
                blocks.WriteTight(definition);
                xml.WriteFullEndElement();
            }
        }

        xml.WriteEndElement();
    }
}
