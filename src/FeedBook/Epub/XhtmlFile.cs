using System.Text;
using System.Xml;
using FeedBook.Content;
using FeedBook.Text;

namespace FeedBook.Epub;

/// <summary>
/// The frame of every content document: prolog, head, body, languages. Output is always well-formed: it goes through
/// <see cref="XmlWriter"/> alone.
/// </summary>
internal static class XhtmlFile
{
    public const string XhtmlNamespace = "http://www.w3.org/1999/xhtml";
    public const string OpsNamespace = "http://www.idpf.org/2007/ops";
    public const string MediaType = "application/xhtml+xml";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.None,
        Indent = false,
        // The tree holds no character that XML forbids; feeds' metadata is cleaned on its way in.
        CheckCharacters = false,
        CloseOutput = false,
    };

    /// <summary>Makes a file: the body is written by the caller.</summary>
    /// <param name="title">The page's title.</param>
    /// <param name="language">Its language.</param>
    /// <param name="direction">Its direction.</param>
    /// <param name="body">Writes the body's attributes and content.</param>
    /// <param name="rules">What the reading system wants of a page; null for nothing.</param>
    /// <param name="expected">About how many bytes it will have: a long file should not grow by doubling.</param>
    public static ReadOnlyMemory<byte> Write(string title, string language, TextDirection direction, Action<XmlWriter> body,
        ReadingSystemRules? rules = null, int expected = 0)
    {
        var file = new MemoryStream(expected);
        XmlWriter plain = XmlWriter.Create(file, Settings);
        using (XmlWriter xml = rules?.Through(plain) ?? plain)
        {
            xml.WriteStartDocument();
            xml.WriteDocType("html", null, null, null);
            xml.WriteStartElement("html", XhtmlNamespace);
            xml.WriteAttributeString("xmlns", "epub", null, OpsNamespace);
            WriteLanguage(xml, language);
            WriteDirection(xml, direction == TextDirection.RightToLeft ? direction : null);
            xml.WriteRaw("\n");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", ShortLabel.Of(title));
            xml.WriteStartElement("link");
            xml.WriteAttributeString("rel", "stylesheet");
            xml.WriteAttributeString("type", "text/css");
            xml.WriteAttributeString("href", "style.css");
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteRaw("\n");
            xml.WriteStartElement("body");
            body(xml);
            xml.WriteEndElement();
            xml.WriteRaw("\n");
            xml.WriteEndElement();
        }

        return Written(file);
    }

    /// <summary>Makes an XML file that is not XHTML.</summary>
    /// <param name="document">Writes its content.</param>
    /// <param name="expected">About how many bytes it will have: a long file should not grow by doubling.</param>
    public static ReadOnlyMemory<byte> WriteXml(Action<XmlWriter> document, int expected = 0)
    {
        var file = new MemoryStream(expected);
        XmlWriterSettings settings = Settings.Clone();
        settings.Indent = true;
        settings.IndentChars = "  ";
        using (var xml = XmlWriter.Create(file, settings))
        {
            xml.WriteStartDocument();
            document(xml);
        }

        return Written(file);
    }

    // The stream's own array: a copy of each file would be as much garbage as the file.
    private static ReadOnlyMemory<byte> Written(MemoryStream file) => file.GetBuffer().AsMemory(0, (int)file.Length);

    /// <summary>Both attributes, since XHTML readers look at either. Nothing when the language does not change.</summary>
    public static void WriteLanguage(XmlWriter xml, string? language)
    {
        if (language is not null)
        {
            xml.WriteAttributeString("lang", language);
            xml.WriteAttributeString("xml", "lang", null, language);
        }
    }

    public static void WriteDirection(XmlWriter xml, TextDirection? direction)
    {
        if (direction is not null)
        {
            xml.WriteAttributeString("dir", direction == TextDirection.RightToLeft ? "rtl" : "ltr");
        }
    }

    /// <summary>An <c>epub:type</c> and the ARIA role that says the same, where there is one.</summary>
    public static void WriteType(XmlWriter xml, string type, string? role = null)
    {
        xml.WriteAttributeString("epub", "type", OpsNamespace, type);
        if (role is not null)
        {
            xml.WriteAttributeString("role", role);
        }
    }

    /// <summary>An element that holds only text.</summary>
    public static void WriteText(XmlWriter xml, string element, string? cssClass, string text)
    {
        xml.WriteStartElement(element);
        if (cssClass is not null)
        {
            xml.WriteAttributeString("class", cssClass);
        }

        xml.WriteString(text);
        xml.WriteEndElement();
    }

    /// <summary>A link that holds only text.</summary>
    public static void WriteLink(XmlWriter xml, string address, string text)
    {
        xml.WriteStartElement("a");
        xml.WriteAttributeString("href", address);
        xml.WriteString(text);
        xml.WriteEndElement();
    }
}
