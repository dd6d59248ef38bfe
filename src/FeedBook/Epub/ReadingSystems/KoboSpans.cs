using System.Globalization;
using System.Xml;

namespace FeedBook.Epub;

/// <summary>
/// Writes a page as Kobo's engine wants it: the body in two boxes, and each sentence and picture in a numbered span, by which it finds the
/// reader's place, highlights and counts. Everything passes through; nothing but these elements is added. Source: what Kobo's store
/// delivers, as github.com/pgaskin/kepubify describes it.
/// </summary>
/// <remarks>A span is called <c>kobo.P.S</c>: P is the paragraph or picture in the page, S the sentence in it.</remarks>
internal sealed class KoboSpans(XmlWriter xml) : XmlWriter
{
    private readonly List<string> open = [];
    private int paragraph;
    private int sentence;
    private int skipped;
    private bool paragraphIsNew;
    private bool inBody;
    private bool bodyIsNew;
    private bool inAttribute;

    public override WriteState WriteState => xml.WriteState;

    public override void WriteStartElement(string? prefix, string localName, string? ns)
    {
        StartBody();
        if (inBody && skipped == 0)
        {
            switch (localName)
            {
                case "p" or "ol" or "ul" or "table" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                    paragraphIsNew = true;
                    break;
                case "img":
                    paragraph++;
                    sentence = 0;
                    StartSpan();
                    break;
            }
        }

        if (skipped > 0 || IsSkipped(localName))
        {
            skipped++;
        }

        open.Add(localName);
        xml.WriteStartElement(prefix, localName, ns);
        if (localName == "body")
        {
            (inBody, bodyIsNew) = (true, true);
        }
    }

    public override void WriteEndElement() => End(full: false);

    public override void WriteFullEndElement() => End(full: true);

    public override void WriteString(string? text)
    {
        if (inAttribute || string.IsNullOrEmpty(text))
        {
            xml.WriteString(text);
            return;
        }

        StartBody();
        if (!inBody || skipped > 0 || (string.IsNullOrWhiteSpace(text) && open[^1] != "p"))
        {
            xml.WriteString(text);
            return;
        }

        if (paragraphIsNew)
        {
            paragraph++;
            sentence = 0;
            paragraphIsNew = false;
        }

        // Text before any paragraph counts as the first.
        paragraph = Math.Max(1, paragraph);
        int start = 0;
        while (start < text.Length)
        {
            int end = KoboSentences.EndOf(text, start);
            StartSpan();
            xml.WriteString(text[start..end]);
            xml.WriteEndElement();
            start = end;
        }
    }

    public override void WriteRaw(string data)
    {
        StartBody();
        xml.WriteRaw(data);
    }

    public override void WriteStartAttribute(string? prefix, string localName, string? ns)
    {
        inAttribute = true;
        xml.WriteStartAttribute(prefix, localName, ns);
    }

    public override void WriteEndAttribute()
    {
        xml.WriteEndAttribute();
        inAttribute = false;
    }

    public override void WriteStartDocument() => xml.WriteStartDocument();

    public override void WriteStartDocument(bool standalone) => xml.WriteStartDocument(standalone);

    public override void WriteEndDocument() => xml.WriteEndDocument();

    public override void WriteDocType(string name, string? pubid, string? sysid, string? subset) =>
        xml.WriteDocType(name, pubid, sysid, subset);

    public override void Flush() => xml.Flush();

    public override string? LookupPrefix(string ns) => xml.LookupPrefix(ns);

    public override void WriteWhitespace(string? ws) => xml.WriteWhitespace(ws);

    public override void WriteChars(char[] buffer, int index, int count) => WriteString(new string(buffer, index, count));

    public override void WriteRaw(char[] buffer, int index, int count) => WriteRaw(new string(buffer, index, count));

    // A page of ours holds none of these; they pass like everything else.
    public override void WriteBase64(byte[] buffer, int index, int count) => xml.WriteBase64(buffer, index, count);

    public override void WriteCData(string? text) => xml.WriteCData(text);

    public override void WriteCharEntity(char ch) => xml.WriteCharEntity(ch);

    public override void WriteComment(string? text) => xml.WriteComment(text);

    public override void WriteEntityRef(string name) => xml.WriteEntityRef(name);

    public override void WriteProcessingInstruction(string name, string? text) => xml.WriteProcessingInstruction(name, text);

    public override void WriteSurrogateCharEntity(char lowChar, char highChar) => xml.WriteSurrogateCharEntity(lowChar, highChar);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            xml.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool IsSkipped(string element) => element is "script" or "style" or "pre" or "audio" or "video" or "svg" or "math";

    private void End(bool full)
    {
        StartBody();
        string element = open[^1];
        open.RemoveAt(open.Count - 1);
        if (element == "body")
        {
            xml.WriteFullEndElement();
            xml.WriteFullEndElement();
            inBody = false;
        }

        if (full)
        {
            xml.WriteFullEndElement();
        }
        else
        {
            xml.WriteEndElement();
        }

        if (skipped > 0)
        {
            skipped--;
        }
        else if (inBody && element == "img")
        {
            xml.WriteEndElement();
        }
    }

    // The boxes open with the body's first content: until then it may still get attributes.
    private void StartBody()
    {
        if (!bodyIsNew || inAttribute)
        {
            return;
        }

        bodyIsNew = false;
        StartBox("book-columns");
        StartBox("book-inner");
    }

    private void StartBox(string id)
    {
        xml.WriteStartElement(null, "div", XhtmlFile.XhtmlNamespace);
        xml.WriteAttributeString("id", id);
    }

    private void StartSpan()
    {
        sentence++;
        xml.WriteStartElement(null, "span", XhtmlFile.XhtmlNamespace);
        xml.WriteAttributeString("class", "koboSpan");
        xml.WriteAttributeString("id", string.Create(CultureInfo.InvariantCulture, $"kobo.{paragraph}.{sentence}"));
    }
}
