using System.Globalization;
using System.Xml;

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
                WriteHeader(xml, chapter, context.Labels);
            }
            else
            {
                xml.WriteAttributeString("aria-label", chapter.Title);
            }

            var writer = new XhtmlWriter(xml, context);
            writer.Write(plan.Parts[part]);
            writer.WriteNotes(plan.NotesOfPart[part]);
            xml.WriteEndElement();
            figures.AddRange(writer.Figures);
        }, context.Rules);
    }

    /// <summary>The line below a title: authors, source, date. Empty when nothing is known.</summary>
    public static string Byline(Chapter chapter)
    {
        IEnumerable<string?> parts =
        [
            chapter.Authors.IsEmpty ? null : string.Join(", ", chapter.Authors),
            chapter.Source is null || chapter.Authors.Contains(chapter.Source) ? null : chapter.Source,
            (chapter.Published ?? chapter.Updated)?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        ];
        return string.Join(" · ", parts.Where(text => !string.IsNullOrWhiteSpace(text)));
    }

    private static void WriteHeader(XmlWriter xml, Chapter chapter, BookLabels labels)
    {
        xml.WriteStartElement("header");
        xml.WriteAttributeString("class", "chapter-header");
        xml.WriteStartElement("h1");
        xml.WriteAttributeString("id", "title");
        xml.WriteString(chapter.Title);
        xml.WriteEndElement();
        string byline = Byline(chapter);
        if (byline.Length > 0)
        {
            XhtmlFile.WriteText(xml, "p", "byline", byline);
        }

        if (chapter.Address is not null && HrefText.Of(chapter.Address) is { } address)
        {
            xml.WriteStartElement("p");
            xml.WriteAttributeString("class", "original");
            XhtmlFile.WriteLink(xml, address, $"{labels.Original}: {chapter.Address.Host}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteRaw("\n");
    }
}
