using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using FeedBook.Content;

namespace FeedBook.Epub;

/// <summary>
/// Writes blocks as XHTML (EPUB 3.3 §6.1). One is made for each file; it remembers which ids it used and which figures it wrote.
/// </summary>
internal sealed class XhtmlWriter(XmlWriter xml, XhtmlContext context)
{
    // A line on a screen of six inches, and the size of its type, in CSS pixels.
    private const double Measure = 540, Em = 16;

    private readonly InlineWriter inlines = new(xml, context);
    private readonly List<WrittenFigure> figures = [];

    /// <summary>The figures with captions, in order.</summary>
    public IReadOnlyList<WrittenFigure> Figures => figures;

    /// <summary>Writes blocks in order.</summary>
    public void Write(ImmutableArray<Block> blocks)
    {
        for (int i = 0; i < blocks.Length; i++)
        {
            int inRow = ImageRows.Count(blocks.AsSpan()[i..], Measure * 0.46, Measure * 0.31, 0);
            if (inRow > 1)
            {
                Start("div", inRow == 2 ? "row two" : "row three");
                for (int end = i + inRow; i < end; i++)
                {
                    Write(blocks[i], null);
                }

                xml.WriteEndElement();
                i--;
                continue;
            }

            Write(blocks[i], i + 1 < blocks.Length ? blocks[i + 1] : null);
        }
    }

    /// <summary>Writes the notes of a file, each with a way back to where it is called.</summary>
    public void WriteNotes(ImmutableArray<Footnote> notes)
    {
        if (notes.IsEmpty)
        {
            return;
        }

        Start("section", "notes");
        xml.WriteAttributeString("aria-label", context.Labels.Notes);
        foreach (Footnote note in notes)
        {
            xml.WriteStartElement("aside");
            XhtmlFile.WriteType(xml, "footnote", "doc-footnote");
            xml.WriteAttributeString("id", "n-" + note.Id);
            xml.WriteStartElement("p");
            string label = note.Label.Length > 0 ? note.Label : context.NoteNumber(note.Id);
            if (context.FirstCall(note.Id) is { } call)
            {
                XhtmlFile.WriteLink(xml, call, label);
            }
            else
            {
                xml.WriteString(label);
            }

            xml.WriteString("\u00A0");
            ImmutableArray<Block> rest = note.Blocks;
            if (rest is [Paragraph first, ..])
            {
                inlines.Write(first.Content);
                rest = rest.RemoveAt(0);
            }

            xml.WriteEndElement();
            Write(rest);
            xml.WriteEndElement();
            xml.WriteRaw("\n");
        }

        xml.WriteEndElement();
    }

    private void Write(Block block, Block? next)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Start("p", ClassOf(paragraph, next), block);
                inlines.Write(paragraph.Content);
                xml.WriteEndElement();
                break;
            case Heading heading:
                Start("h" + Math.Clamp(heading.Level, 2, 6).ToString(CultureInfo.InvariantCulture), null, block);
                inlines.Write(heading.Content);
                xml.WriteEndElement();
                break;
            case Figure figure:
                new FigureXhtml(xml, inlines, this).Write(figure, $"f-{context.NextFigure()}", figures);
                break;
            case ImageBlock image:
                WriteImage(image);
                break;
            case Embed embed:
                WriteEmbed(embed);
                break;
            case ListBlock list:
                new ListXhtml(xml, inlines, this).Write(list);
                break;
            case DefinitionList definitions:
                new ListXhtml(xml, inlines, this).Write(definitions);
                break;
            case Table table:
                new TableXhtml(xml, inlines, this).Write(table);
                break;
            case Quotation quotation:
                Start("blockquote", quotation.IsPullQuote ? "pull-quote" : null, block);
                Write(quotation.Blocks);
                xml.WriteEndElement();
                break;
            case Aside aside:
                Start("aside", "beside", block);
                Write(aside.Blocks);
                xml.WriteEndElement();
                break;
            case CodeBlock code:
                Start("pre", null, code.Direction is null && context.Direction == TextDirection.RightToLeft
                    ? code with { Direction = TextDirection.LeftToRight } : code);
                XhtmlFile.WriteText(xml, "code", null, code.Text);
                xml.WriteEndElement();
                break;
            case Rule:
                Start("hr", null, block);
                xml.WriteEndElement();
                break;
        }

        xml.WriteRaw("\n");
    }

    private void WriteImage(ImageBlock block)
    {
        bool shown = context.Shows(block.Image);
        Start(shown ? "div" : "p", shown ? "image" : "missing", block);
        if (!shown)
        {
            inlines.WriteMissing(block.Image);
        }
        else
        {
            string? link = block.Link is null ? null : HrefText.Of(block.Link);
            if (link is not null)
            {
                xml.WriteStartElement("a");
                xml.WriteAttributeString("href", link);
                if (string.IsNullOrWhiteSpace(block.Image.AlternativeText))
                {
                    // A link needs a name; without alternative text that is where it leads.
                    xml.WriteAttributeString("aria-label", block.Link!.Host);
                }
            }

            inlines.WriteImage(block.Image, null);
            if (link is not null)
            {
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
    }

    private void WriteEmbed(Embed embed)
    {
        Start("div", "embed", embed);
        if (embed.Poster is { } poster && context.Shows(poster))
        {
            inlines.WriteImage(poster with { AlternativeText = poster.AlternativeText ?? "" }, null);
        }

        string kind =
            embed.Kind switch { EmbedKind.Video => context.Labels.Video, EmbedKind.Audio => context.Labels.Audio,
            EmbedKind.File => context.Labels.File, _ => context.Labels.Page };
        string name = embed.Title is { Length: > 0 } title ? title : embed.Address.Host;
        xml.WriteStartElement("p");
        xml.WriteString(kind + ": ");
        string? address = HrefText.Of(embed.Address);
        if (address is null)
        {
            xml.WriteString(name);
        }
        else
        {
            XhtmlFile.WriteLink(xml, address, name);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Writes the blocks of a cell or an item, where a single paragraph needs no <c>p</c> of its own.</summary>
    public void WriteTight(ImmutableArray<Block> blocks)
    {
        if (blocks is [Paragraph { Id: null, Language: null, Direction: null, Alignment: null } first, .. var rest]
            && rest.All(block => block is ListBlock))
        {
            inlines.Write(first.Content);
            Write(rest);
        }
        else
        {
            Write(blocks);
        }
    }

    /// <summary>Starts an element with a class, and with a block's id, language and direction.</summary>
    public void Start(string element, string? cssClass, Block? block = null)
    {
        xml.WriteStartElement(element);
        if (cssClass is not null)
        {
            xml.WriteAttributeString("class", cssClass);
        }

        if (block is null)
        {
            return;
        }

        if (block.Id is not null)
        {
            xml.WriteAttributeString("id", "a-" + block.Id);
        }

        XhtmlFile.WriteLanguage(xml, block.Language);
        XhtmlFile.WriteDirection(xml, block.Direction);
    }

    /// <summary>Writes a number that differs from what the attribute means when it is not there.</summary>
    public void Attribute(string name, int value, int standard)
    {
        if (value != standard)
        {
            xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string? ClassOf(Paragraph paragraph, Block? next)
    {
        string? form = ParagraphForms.Of(paragraph, Measure / Em, next) switch
        {
            ParagraphForm.Title => "subhead",
            ParagraphForm.Lines => "lines",
            ParagraphForm.Break => "break",
            _ => next is not null && ParagraphForms.LeadsOver(paragraph) ? "leads" : null,
        };
        string? alignment = Aligned(paragraph.Alignment);
        return form is null || alignment is null ? form ?? alignment : form + " " + alignment;
    }

    /// <summary>The class of an alignment; null for the default.</summary>
    public static string? Aligned(TextAlignment? alignment) => alignment switch
    {
        TextAlignment.Center => "center",
        TextAlignment.End => "end",
        _ => null,
    };
}
