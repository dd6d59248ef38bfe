using System.Globalization;
using System.Text;
using System.Xml;

namespace FeedBook.Pdf.Drawing;

/// <summary>The XMP packet: what the book says of itself, and which standards the file keeps (ISO 16684-1).</summary>
internal static class Xmp
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private const string Basic = "http://ns.adobe.com/xap/1.0/";
    private const string PdfSchema = "http://ns.adobe.com/pdf/1.3/";
    private const string Ua = "http://www.aiim.org/pdfua/ns/id/";
    private const string Archive = "http://www.aiim.org/pdfa/ns/id/";

    /// <summary>The packet in UTF-8. <c>XmlWriter</c> escapes whatever a title holds.</summary>
    public static byte[] Packet(BookMetadata book, string producer, bool isArchival)
    {
        using var memory = new MemoryStream();
        memory.Write("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"u8);
        using (var xml = XmlWriter.Create(memory,
            new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("x", "xmpmeta", "adobe:ns:meta/");
            xml.WriteStartElement("rdf", "RDF", Rdf);
            xml.WriteStartElement("rdf", "Description", Rdf);
            xml.WriteAttributeString("rdf", "about", Rdf, "");
            Declare(xml);
            xml.WriteElementString("pdfuaid", "part", Ua, "1");
            if (isArchival)
            {
                xml.WriteElementString("pdfaid", "part", Archive, "2");
                xml.WriteElementString("pdfaid", "conformance", Archive, "A");
            }

            xml.WriteElementString("dc", "format", Dc, "application/pdf");
            xml.WriteElementString("dc", "identifier", Dc, book.Identifier);
            Array(xml, "title", "Alt", [book.Title]);
            Array(xml, "creator", "Seq", book.Authors);
            Array(xml, "language", "Bag", [book.Language]);
            Array(xml, "description", "Alt", book.Description is null ? [] : [book.Description]);
            Array(xml, "publisher", "Bag", book.Publisher is null ? [] : [book.Publisher]);
            Array(xml, "rights", "Alt", book.Rights is null ? [] : [book.Rights]);
            xml.WriteElementString("xmp", "CreateDate", Basic, Date(book.Date ?? book.Modified));
            xml.WriteElementString("xmp", "ModifyDate", Basic, Date(book.Modified));
            xml.WriteElementString("xmp", "CreatorTool", Basic, producer);
            xml.WriteElementString("pdf", "Producer", PdfSchema, producer);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        memory.Write("\n<?xpacket end=\"w\"?>"u8);
        return memory.ToArray();
    }

    private static void Declare(XmlWriter xml)
    {
        foreach ((string prefix, string ns) in new[] { ("dc", Dc), ("xmp", Basic), ("pdf", PdfSchema), ("pdfuaid", Ua),
            ("pdfaid", Archive) })
        {
            xml.WriteAttributeString("xmlns", prefix, null, ns);
        }
    }

    private static void Array(XmlWriter xml, string name, string kind, IEnumerable<string> values)
    {
        string[] items = [.. values];
        if (items.Length == 0)
        {
            return;
        }

        xml.WriteStartElement("dc", name, Dc);
        xml.WriteStartElement("rdf", kind, Rdf);
        foreach (string item in items)
        {
            xml.WriteStartElement("rdf", "li", Rdf);
            if (kind == "Alt")
            {
                xml.WriteAttributeString("xml", "lang", null, "x-default");
            }

            xml.WriteString(item);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Date(DateTimeOffset date) =>
        date.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
