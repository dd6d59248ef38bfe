using System.Globalization;
using System.Xml;
using FeedBook.Text;

namespace FeedBook.Epub;

/// <summary>An entry of the table of contents.</summary>
/// <param name="Title">Never empty.</param>
/// <param name="File">Where it leads.</param>
/// <param name="Chapter">The chapter; null for a section.</param>
/// <param name="Entries">The entries below it; empty for a chapter.</param>
internal sealed record NavigationEntry(string Title, string File, Chapter? Chapter, IReadOnlyList<NavigationEntry> Entries);

/// <summary>An entry of the list of illustrations.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="Caption">Never empty.</param>
/// <param name="Chapter">The chapter it stands in, in whose language the caption is.</param>
internal sealed record ListedFigure(string Address, string Caption, Chapter Chapter);

/// <summary>What the navigation documents hold, gathered while the chapters were written.</summary>
internal sealed record Navigation(IReadOnlyList<NavigationEntry> Contents, IReadOnlyList<ListedFigure> Figures, bool HasCover, string Start)
{
    /// <summary>Whether title page and contents are pages of the book.</summary>
    public bool HasPages { get; init; } = true;
}

/// <summary>The navigation document (EPUB 3.3 §7): contents, figures, landmarks.</summary>
internal static class NavDocument
{
    public static ReadOnlyMemory<byte> Write(Navigation navigation, BookMetadata metadata, BookLabels labels) =>
        XhtmlFile.Write(labels.Contents, metadata.Language, metadata.Direction, xml =>
        {
            xml.WriteAttributeString("class", "book");
            StartNav("toc", "doc-toc", labels.Contents);
            WriteEntries(xml, navigation.Contents, metadata);
            xml.WriteEndElement();
            if (navigation.Figures.Count > 0)
            {
                StartNav("loi", null, labels.Figures);
                xml.WriteStartElement("ol");
                foreach (ListedFigure figure in navigation.Figures)
                {
                    WriteItem(xml, figure, metadata);
                }

                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            StartNav("landmarks", null, null);
            xml.WriteStartElement("ol");
            if (navigation.HasCover)
            {
                WriteLandmark("cover", "cover.xhtml", labels.Cover);
            }

            if (navigation.HasPages)
            {
                WriteLandmark("titlepage", "title.xhtml", labels.TitlePage);
                WriteLandmark("toc", "nav.xhtml", labels.Contents);
            }

            WriteLandmark("bodymatter", navigation.Start, labels.Start);
            xml.WriteEndElement();
            xml.WriteEndElement();

            void StartNav(string type, string? role, string? title)
            {
                xml.WriteStartElement("nav");
                XhtmlFile.WriteType(xml, type, role);
                xml.WriteAttributeString("id", type);
                xml.WriteAttributeString("class", "toc");
                if (title is null)
                {
                    // Landmarks are for the reader's menus, not for the page.
                    xml.WriteAttributeString("hidden", "hidden");
                    xml.WriteAttributeString("aria-label", type);
                    return;
                }

                xml.WriteAttributeString("aria-labelledby", type + "-title");
                xml.WriteStartElement("h1");
                xml.WriteAttributeString("id", type + "-title");
                xml.WriteString(title);
                xml.WriteEndElement();
            }

            void WriteLandmark(string type, string file, string title)
            {
                xml.WriteStartElement("li");
                xml.WriteStartElement("a");
                XhtmlFile.WriteType(xml, type);
                xml.WriteAttributeString("href", file);
                xml.WriteString(title);
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
        }, expected: (navigation.Contents.Count + navigation.Figures.Count) * 200);

    private static void WriteEntries(XmlWriter xml, IReadOnlyList<NavigationEntry> entries, BookMetadata metadata)
    {
        xml.WriteStartElement("ol");
        foreach (NavigationEntry entry in entries)
        {
            xml.WriteStartElement("li");
            xml.WriteStartElement("a");
            xml.WriteAttributeString("href", entry.File);
            if (entry.Chapter is not null)
            {
                FrontPages.WriteLanguage(xml, entry.Chapter, metadata);
            }

            xml.WriteString(ShortLabel.Of(entry.Title));
            xml.WriteEndElement();
            if (entry.Entries.Count > 0)
            {
                WriteEntries(xml, entry.Entries, metadata);
            }

            xml.WriteEndElement();
            xml.WriteRaw("\n");
        }

        xml.WriteEndElement();
    }

    private static void WriteItem(XmlWriter xml, ListedFigure figure, BookMetadata metadata)
    {
        xml.WriteStartElement("li");
        xml.WriteStartElement("a");
        xml.WriteAttributeString("href", figure.Address);
        FrontPages.WriteLanguage(xml, figure.Chapter, metadata);
        xml.WriteString(figure.Caption);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteRaw("\n");
    }
}

/// <summary>The NCX of EPUB 2, for readers that know no navigation document (EPUB 3.3 §5.9.2 allows it beside one).</summary>
internal static class NcxDocument
{
    private const string Ncx = "http://www.daisy.org/z3986/2005/ncx/";

    public static ReadOnlyMemory<byte> Write(Navigation navigation, BookMetadata metadata) => XhtmlFile.WriteXml(xml =>
    {
        xml.WriteStartElement("ncx", Ncx);
        xml.WriteAttributeString("version", "2005-1");
        xml.WriteAttributeString("xml", "lang", null, metadata.Language);
        xml.WriteStartElement("head");
        Meta("dtb:uid", metadata.Identifier);
        Meta("dtb:depth", navigation.Contents.Any(entry => entry.Entries.Count > 0) ? "2" : "1");
        Meta("dtb:totalPageCount", "0");
        Meta("dtb:maxPageNumber", "0");
        xml.WriteEndElement();
        Label("docTitle", ShortLabel.Of(metadata.Title));
        xml.WriteStartElement("navMap");
        int order = 0;
        Points(navigation.Contents);
        xml.WriteEndElement();
        xml.WriteEndElement();

        void Meta(string name, string content)
        {
            xml.WriteStartElement("meta");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("content", content);
            xml.WriteEndElement();
        }

        void Label(string element, string text)
        {
            xml.WriteStartElement(element);
            xml.WriteElementString("text", text);
            xml.WriteEndElement();
        }

        void Points(IReadOnlyList<NavigationEntry> entries)
        {
            foreach (NavigationEntry entry in entries)
            {
                string number = (++order).ToString(CultureInfo.InvariantCulture);
                xml.WriteStartElement("navPoint");
                xml.WriteAttributeString("id", "n" + number);
                xml.WriteAttributeString("playOrder", number);
                Label("navLabel", ShortLabel.Of(entry.Title));
                xml.WriteStartElement("content");
                xml.WriteAttributeString("src", entry.File);
                xml.WriteEndElement();
                Points(entry.Entries);
                xml.WriteEndElement();
            }
        }
    }, expected: navigation.Contents.Count * 300);
}
