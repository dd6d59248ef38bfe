using System.Globalization;
using System.Text;
using System.Xml;
using FeedBook.Text;

namespace FeedBook.Epub;

/// <summary>The pages before and between the chapters: cover, title page, a page for each section.</summary>
internal static class FrontPages
{
    /// <summary>
    /// The cover picture on a page of its own, as Kobo asks; title and date below a picture that says neither, so that issues can be told
    /// apart.
    /// </summary>
    public static ReadOnlyMemory<byte> WriteCover(Book book, string imagePath, BookLabels labels, bool isNamed, ReadingSystemRules rules) =>
        XhtmlFile.Write(labels.Cover, book.Metadata.Language, book.Metadata.Direction, xml =>
        {
            xml.WriteStartElement("section");
            xml.WriteAttributeString("class", isNamed ? "cover named" : "cover");
            XhtmlFile.WriteType(xml, "cover");
            xml.WriteStartElement("img");
            xml.WriteAttributeString("src", imagePath);
            xml.WriteAttributeString("alt", $"{labels.Cover}: {ShortLabel.Of(book.Metadata.Title)}");
            XhtmlFile.WriteType(xml, "cover", "doc-cover");
            xml.WriteEndElement();
            if (isNamed)
            {
                XhtmlFile.WriteText(xml, "p", "cover-title", ShortLabel.Of(book.Metadata.Title));
                if ((book.Metadata.Subtitle ?? DateOf(book.Metadata)) is { Length: > 0 } line)
                {
                    XhtmlFile.WriteText(xml, "p", "cover-date", line);
                }
            }

            xml.WriteEndElement();
        }, rules);

    /// <summary>The title page.</summary>
    public static ReadOnlyMemory<byte> WriteTitlePage(Book book, BookNames names, ReadingSystemRules rules)
    {
        BookMetadata metadata = book.Metadata;
        return XhtmlFile.Write(metadata.Title, metadata.Language, metadata.Direction, xml =>
        {
            xml.WriteAttributeString("class", "book");
            xml.WriteStartElement("section");
            xml.WriteAttributeString("class", "title-page");
            XhtmlFile.WriteType(xml, "titlepage");
            XhtmlFile.WriteText(xml, "h1", null, metadata.Title);
            foreach (string? line in (string?[])[metadata.Subtitle, DateOf(metadata), string.Join(", ", names.Authors), metadata.Publisher,
                metadata.Rights])
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    XhtmlFile.WriteText(xml, "p", "center", line);
                }
            }

            xml.WriteEndElement();
        }, rules);
    }

    /// <summary>A section's page: its title and its chapters.</summary>
    public static ReadOnlyMemory<byte> WriteSection(BookSection section, IReadOnlyList<(Chapter Chapter, string File)> chapters,
        BookMetadata metadata, BookNames names, ReadingSystemRules rules) =>
        XhtmlFile.Write(section.Title!, metadata.Language, metadata.Direction, xml =>
        {
            xml.WriteAttributeString("class", "book");
            xml.WriteStartElement("section");
            xml.WriteAttributeString("class", "section-page toc");
            XhtmlFile.WriteType(xml, "part", "doc-part");
            xml.WriteAttributeString("aria-labelledby", "title");
            xml.WriteStartElement("h1");
            xml.WriteAttributeString("id", "title");
            xml.WriteString(section.Title);
            xml.WriteEndElement();
            xml.WriteStartElement("ol");
            foreach ((Chapter chapter, string file) in chapters)
            {
                xml.WriteStartElement("li");
                xml.WriteStartElement("a");
                xml.WriteAttributeString("href", file);
                WriteLanguage(xml, chapter, metadata);
                xml.WriteString(ShortLabel.Of(chapter.Title));
                xml.WriteEndElement();
                ChapterDocument.WriteByline(xml, "span", " ", chapter, names);

                xml.WriteEndElement();
                xml.WriteRaw("\n");
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }, rules);

    /// <summary>Marks a chapter's title in a list where it is in another language than the book.</summary>
    public static void WriteLanguage(XmlWriter xml, Chapter chapter, BookMetadata metadata)
    {
        XhtmlFile.WriteLanguage(xml, chapter.Language == metadata.Language ? null : chapter.Language);
        XhtmlFile.WriteDirection(xml, chapter.Direction == metadata.Direction ? null : chapter.Direction);
    }

    /// <summary>A drawn cover for a book without a picture: its title, its date and its sources, as SVG.</summary>
    public static ReadOnlyMemory<byte> DrawCover(Book book) => XhtmlFile.WriteXml(xml =>
    {
        const string Svg = "http://www.w3.org/2000/svg";
        xml.WriteStartElement("svg", Svg);
        xml.WriteAttributeString("version", "1.1");
        xml.WriteAttributeString("width", "1200");
        xml.WriteAttributeString("height", "1600");
        xml.WriteAttributeString("viewBox", "0 0 1200 1600");
        Shape("rect", ("width", "1200"), ("height", "1600"), ("fill", "#f4f1ea"));
        Shape("rect", ("x", "60"), ("y", "60"), ("width", "1080"), ("height", "1480"), ("fill", "none"), ("stroke", "#333333"),
            ("stroke-width", "6"));
        int y = 420;
        foreach (string line in Lines(book.Metadata.Title, 16, 6))
        {
            TextLine(line, y, 110, "bold");
            y += 140;
        }

        Shape("rect", ("x", "450"), ("y", Number(y - 40)), ("width", "300"), ("height", "6"), ("fill", "#333333"));
        y += 60;
        foreach (string line in Lines(book.Metadata.Subtitle ?? DateOf(book.Metadata) ?? "", 32, 2))
        {
            TextLine(line, y, 56, "normal");
            y += 76;
        }

        y = 1180;
        foreach (string line in book.Sections.Select(section => section.Title).OfType<string>().Distinct().Take(5))
        {
            TextLine(Lines(line, 36, 1).FirstOrDefault() ?? "", y, 46, "normal");
            y += 64;
        }

        xml.WriteEndElement();

        void Shape(string name, params (string Name, string Value)[] attributes)
        {
            xml.WriteStartElement(name, Svg);
            foreach ((string attribute, string value) in attributes)
            {
                xml.WriteAttributeString(attribute, value);
            }

            xml.WriteEndElement();
        }

        void TextLine(string line, int baseline, int size, string weight)
        {
            xml.WriteStartElement("text", Svg);
            xml.WriteAttributeString("x", "600");
            xml.WriteAttributeString("y", Number(baseline));
            xml.WriteAttributeString("font-family", "serif");
            xml.WriteAttributeString("font-size", Number(size));
            xml.WriteAttributeString("font-weight", weight);
            xml.WriteAttributeString("text-anchor", "middle");
            xml.WriteAttributeString("fill", "#222222");
            xml.WriteString(line);
            xml.WriteEndElement();
        }
    });

    /// <summary>The book's date as a reader writes it; null when it has none.</summary>
    public static string? DateOf(BookMetadata metadata) => metadata.Date is { } date ? WrittenDate.Of(date, metadata.Language) : null;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // Breaks a line by its width in half-ems, at spaces or, in scripts without them, anywhere.
    private static List<string> Lines(string text, int width, int most)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        double used = 0;
        foreach (string word in Words(text))
        {
            double own = word.EnumerateRunes().Sum(rune => rune.Value >= 0x1100 ? 2 : 1);
            if (used + own > width && line.Length > 0)
            {
                lines.Add(line.ToString().Trim());
                line.Clear();
                used = 0;
            }

            line.Append(word);
            used += own;
        }

        lines.Add(line.ToString().Trim());
        lines.RemoveAll(each => each.Length == 0);
        if (lines.Count > most)
        {
            lines.RemoveRange(most, lines.Count - most);
            lines[^1] += "…";
        }

        return lines;
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            word.Append(rune.ToString());
            if (Rune.IsWhiteSpace(rune) || rune.Value >= 0x2E80)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        yield return word.ToString();
    }
}
