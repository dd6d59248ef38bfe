using System.Globalization;
using FeedBook.Content;

namespace FeedBook.Epub;

/// <summary>The package document (EPUB 3.3 §5): metadata, manifest, spine.</summary>
internal static class PackageDocument
{
    private const string Opf = "http://www.idpf.org/2007/opf";
    private const string Dc = "http://purl.org/dc/elements/1.1/";

    /// <param name="book">The book.</param>
    /// <param name="resources">What was written: the manifest lists this and nothing else.</param>
    /// <param name="accessibility">What the book offers to whom.</param>
    /// <param name="rules">How the reading system wants the language named.</param>
    public static ReadOnlyMemory<byte> Write(Book book, IReadOnlyList<EpubResource> resources, AccessibilityFacts accessibility,
        ReadingSystemRules rules) => XhtmlFile.WriteXml(xml =>
    {
        BookMetadata metadata = book.Metadata;
        xml.WriteStartElement("package", Opf);
        xml.WriteAttributeString("version", "3.0");
        xml.WriteAttributeString("unique-identifier", "identifier");
        xml.WriteAttributeString("xml", "lang", null, metadata.Language);
        if (metadata.Direction == TextDirection.RightToLeft)
        {
            xml.WriteAttributeString("dir", "rtl");
        }

        xml.WriteStartElement("metadata");
        xml.WriteAttributeString("xmlns", "dc", null, Dc);
        Core("identifier", metadata.Identifier, "identifier");
        Core("title", metadata.Title);
        Core("language", rules.Language(metadata.Language));
        foreach (string author in metadata.Authors)
        {
            Core("creator", author);
        }

        Core("publisher", metadata.Publisher);
        Core("description", metadata.Description);
        Core("rights", metadata.Rights);
        Core("date", metadata.Date?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        Meta("dcterms:modified", metadata.Modified.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        foreach ((string property, string value) in accessibility.Properties())
        {
            Meta(property, value);
        }

        if (resources.FirstOrDefault(resource => resource.Properties == "cover-image") is { } cover)
        {
            // For readers of EPUB 2; EPUB 3 goes by the property.
            xml.WriteStartElement("meta");
            xml.WriteAttributeString("name", "cover");
            xml.WriteAttributeString("content", cover.Id);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();

        xml.WriteStartElement("manifest");
        foreach (EpubResource resource in resources)
        {
            xml.WriteStartElement("item");
            xml.WriteAttributeString("id", resource.Id);
            xml.WriteAttributeString("href", resource.Path);
            xml.WriteAttributeString("media-type", resource.MediaType);
            if (resource.Properties is not null)
            {
                xml.WriteAttributeString("properties", resource.Properties);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();

        xml.WriteStartElement("spine");
        if (resources.FirstOrDefault(resource => resource.MediaType == "application/x-dtbncx+xml") is { } ncx)
        {
            xml.WriteAttributeString("toc", ncx.Id);
        }

        if (metadata.Direction == TextDirection.RightToLeft)
        {
            xml.WriteAttributeString("page-progression-direction", "rtl");
        }

        foreach (EpubResource resource in resources.Where(resource => resource.InSpine).OrderBy(resource => resource.SpineOrder))
        {
            xml.WriteStartElement("itemref");
            xml.WriteAttributeString("idref", resource.Id);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();

        void Core(string name, string? value, string? id = null)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                return;
            }

            xml.WriteStartElement("dc", name, Dc);
            if (id is not null)
            {
                xml.WriteAttributeString("id", id);
            }

            xml.WriteString(value);
            xml.WriteEndElement();
        }

        void Meta(string property, string value)
        {
            xml.WriteStartElement("meta");
            xml.WriteAttributeString("property", property);
            xml.WriteString(value);
            xml.WriteEndElement();
        }
    }, expected: resources.Count * 160);
}
