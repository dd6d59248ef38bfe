using System.Globalization;
using System.Xml;
using FeedBook.Text;

namespace FeedBook.Epub;

/// <summary>The files of one chapter: a header (title, byline, date, source), the article, its notes.</summary>
internal static class ChapterDocument
{
    /// <summary>Writes one part of a chapter and says which figures stand in it.</summary>
    public static ReadOnlyMemory<byte> Write(ChapterPlan plan, int part, XhtmlContext context, List<WrittenFigure> figures)
    {
        Chapter chapter = plan.Chapter;
        return XhtmlFile.Write(chapter.Title, chapter.Language, chapter.Direction, xml =>
        {
            xml.WriteAttributeString("class", "book");
            xml.WriteStartElement("section");
            if (part == 0)
            {
                XhtmlFile.WriteType(xml, "chapter", "doc-chapter");
                xml.WriteAttributeString("aria-labelledby", "title");
                WriteHeader(xml, chapter, context);
            }
            else
            {
                xml.WriteAttributeString("aria-label", ShortLabel.Of(chapter.Title));
            }

            var writer = new XhtmlWriter(xml, context);
            writer.Write(plan.Parts[part]);
            writer.WriteNotes(plan.NotesOfPart[part]);
            xml.WriteEndElement();
            figures.AddRange(writer.Figures);
        }, context.Rules);
    }

    /// <summary>The line below a title: authors, source, date. Nothing when nothing is known.</summary>
    public static void WriteByline(XmlWriter xml, string element, string before, Chapter chapter, BookNames names)
    {
        string text = names.Byline(chapter);
        DateTimeOffset? date = chapter.Published ?? chapter.Updated;
        if (text.Length == 0 && date is null)
        {
            return;
        }

        xml.WriteString(before);
        xml.WriteStartElement(element);
        xml.WriteAttributeString("class", "byline");
        xml.WriteString(text.Length > 0 && date is not null ? text + " · " : text);
        if (date is { } day)
        {
            xml.WriteStartElement("time");
            xml.WriteAttributeString("datetime", day.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
            xml.WriteString(WrittenDate.Of(day, chapter.Language));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteHeader(XmlWriter xml, Chapter chapter, XhtmlContext context)
    {
        xml.WriteStartElement("header");
        xml.WriteAttributeString("class", "chapter-header");
        xml.WriteStartElement("h1");
        xml.WriteAttributeString("id", "title");
        xml.WriteString(chapter.Title);
        xml.WriteEndElement();
        WriteByline(xml, "p", "", chapter, context.Names);

        if (chapter.Address is not null && HrefText.Of(chapter.Address) is { } address)
        {
            xml.WriteStartElement("p");
            xml.WriteAttributeString("class", "original");
            XhtmlFile.WriteLink(xml, address, $"{context.Labels.Original}: {chapter.Address.Host}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteRaw("\n");
    }
}
