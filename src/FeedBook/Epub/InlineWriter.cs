using System.Collections.Immutable;
using System.Xml;
using FeedBook.Content;

namespace FeedBook.Epub;

/// <summary>Writes runs of inlines as XHTML.</summary>
internal sealed class InlineWriter(XmlWriter xml, XhtmlContext context)
{
    // HTML forbids a link in a link.
    private bool inLink;

    public void Write(ImmutableArray<Inline> run)
    {
        foreach (Inline inline in run)
        {
            Write(inline);
        }
    }

    /// <summary>Writes a stored picture.</summary>
    public void WriteImage(ImageReference image, string? cssClass)
    {
        xml.WriteStartElement("img");
        if (cssClass is not null)
        {
            xml.WriteAttributeString("class", cssClass);
        }

        xml.WriteAttributeString("src", context.FileOf(image.Stored!));
        xml.WriteAttributeString("alt", image.AlternativeText ?? "");
        xml.WriteEndElement();
    }

    /// <summary>What stands for a picture that could not be fetched: its alternative text and its address.</summary>
    public void WriteMissing(ImageReference image)
    {
        xml.WriteString($"[{(string.IsNullOrWhiteSpace(image.AlternativeText) ? context.Labels.Picture : image.AlternativeText)}]");
        if (!inLink && HrefText.Of(image.PublishedAddress) is { } address)
        {
            xml.WriteString(" ");
            XhtmlFile.WriteLink(xml, address, image.PublishedAddress.Host);
        }
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case TextRun text:
                xml.WriteString(text.Value);
                break;
            case LineBreak:
                xml.WriteStartElement("br");
                xml.WriteEndElement();
                break;
            case Styled styled:
                xml.WriteStartElement(Element(styled.Style));
                Write(styled.Content);
                xml.WriteEndElement();
                break;
            case Link link:
                WriteLink(link);
                break;
            case Span span:
                xml.WriteStartElement("span");
                if (span.Id is not null)
                {
                    xml.WriteAttributeString("id", "a-" + span.Id);
                }

                XhtmlFile.WriteLanguage(xml, span.Language);
                XhtmlFile.WriteDirection(xml, span.Direction);
                Write(span.Content);
                xml.WriteFullEndElement();
                break;
            case Formula formula:
                WriteFormula(formula);
                break;
            case Ruby ruby:
                WriteRuby(ruby);
                break;
            case InlineImage missing when !context.Shows(missing.Image):
                WriteMissing(missing.Image);
                break;
            case InlineImage image:
                WriteImage(image.Image, "inline");
                break;
            case NoteReference reference:
                WriteReference(reference);
                break;
        }
    }

    private void WriteLink(Link link)
    {
        string? address = inLink ? null : context.Resolve(link.Address);
        if (address is null)
        {
            Write(link.Content);
            return;
        }

        xml.WriteStartElement("a");
        xml.WriteAttributeString("href", address);
        if (link.Title is not null)
        {
            xml.WriteAttributeString("title", link.Title);
        }

        inLink = true;
        Write(link.Content);
        inLink = false;
        xml.WriteEndElement();
    }

    // MathML where it can be shown; else the formula's letters.
    private void WriteFormula(Formula formula)
    {
        if (formula.MathMl is { } markup && context.Rules.ShowsMathMl && MathMarkup.Read(markup) is { } math)
        {
            math.WriteTo(xml);
            context.HasMathMl = true;
        }
        else
        {
            Write(formula.Content);
        }
    }

    private void WriteRuby(Ruby ruby)
    {
        xml.WriteStartElement("ruby");
        foreach (RubySegment segment in ruby.Segments)
        {
            Write(segment.Base);
            XhtmlFile.WriteText(xml, "rt", null, segment.Reading);
        }

        xml.WriteEndElement();
    }

    private void WriteReference(NoteReference reference)
    {
        string label = reference.Label.Length > 0 ? reference.Label : context.NoteNumber(reference.NoteId);
        if (inLink || context.Call(reference.NoteId) is not { } call)
        {
            XhtmlFile.WriteText(xml, "sup", null, label);
            return;
        }

        xml.WriteStartElement("a");
        xml.WriteAttributeString("class", "noteref");
        XhtmlFile.WriteType(xml, "noteref", "doc-noteref");
        xml.WriteAttributeString("href", call.Address);
        xml.WriteAttributeString("id", call.Id);
        xml.WriteString(label);
        xml.WriteEndElement();
    }

    private static string Element(TextStyle style) => style switch
    {
        TextStyle.Emphasis => "em",
        TextStyle.Strong => "strong",
        TextStyle.Underline => "u",
        TextStyle.Strikethrough => "s",
        TextStyle.Superscript => "sup",
        TextStyle.Subscript => "sub",
        TextStyle.Small => "small",
        TextStyle.Mark => "mark",
        TextStyle.Code => "code",
        _ => "q",
    };
}
