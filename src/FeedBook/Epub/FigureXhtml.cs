using System.Xml;
using FeedBook.Content;
using FeedBook.Text;

namespace FeedBook.Epub;

/// <summary>Writes figures: what the caption belongs to, the caption, the credit.</summary>
internal readonly struct FigureXhtml(XmlWriter xml, InlineWriter inlines, XhtmlWriter blocks)
{
    private const int LongestListed = 80;

    /// <summary>Writes a figure and, where it has a caption, notes it for the list of illustrations.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="id">Its id in its file.</param>
    /// <param name="listed">Where figures with captions are noted.</param>
    public void Write(Figure figure, string id, List<WrittenFigure> listed)
    {
        if (figure.Id is not null)
        {
            // The figure's own id names it in the list of illustrations; the source's anchor needs a place of its own.
            WriteAnchor(figure.Id);
        }

        blocks.Start("figure", "figure", figure with { Id = null });
        xml.WriteAttributeString("id", id);
        if (figure.Placement == CaptionPlacement.Above)
        {
            WriteCaption(figure);
        }

        blocks.Write(figure.Body);
        if (figure.Placement == CaptionPlacement.Below)
        {
            WriteCaption(figure);
        }

        xml.WriteEndElement();
        string caption = ContentText.Of(figure.Caption).ReplaceLineEndings(" ").Trim();
        if (caption.Length > 0)
        {
            listed.Add(new WrittenFigure(id, ShortLabel.Of(figure.Number is null ? caption : $"{figure.Number} {caption}", LongestListed)));
        }
    }

    private void WriteCaption(Figure figure)
    {
        if (figure.Caption.IsEmpty && figure.Credit.IsEmpty && figure.Number is null)
        {
            return;
        }

        blocks.Start("figcaption", "caption-block");
        if (figure.Number is { Length: > 0 } number)
        {
            XhtmlFile.WriteText(xml, "span", "number", number);
            xml.WriteString(figure.Caption.IsEmpty ? "" : " ");
        }

        inlines.Write(figure.Caption);
        if (!figure.Credit.IsEmpty)
        {
            xml.WriteString(figure.Caption.IsEmpty && figure.Number is null ? "" : " ");
            blocks.Start("span", "credit");
            inlines.Write(figure.Credit);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteAnchor(string id)
    {
        blocks.Start("div", null);
        xml.WriteAttributeString("id", "a-" + id);
        xml.WriteFullEndElement();
    }
}

/// <summary>A figure with a caption, as the list of illustrations names it.</summary>
internal sealed record WrittenFigure(string Id, string Caption);
