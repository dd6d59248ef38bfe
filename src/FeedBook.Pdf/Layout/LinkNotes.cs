using System.Collections.Immutable;
using System.Globalization;
using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using Align = FeedBook.Content.TextAlignment;

namespace FeedBook.Pdf.Layout;

/// <summary>Sets the addresses of a chapter's links as numbered notes, long ones with a QR code beside them if asked.</summary>
internal static class LinkNotes
{
    /// <summary>Sets the notes; nothing when no address is to be printed.</summary>
    public static List<Fragment> Compose(Composition composition)
    {
        var galley = new List<Fragment>();
        if (composition.Addresses.Count == 0)
        {
            return galley;
        }

        Setting small =
            composition.Page with { Role = composition.Context.Options.HeadingFont, Size = composition.Page.Size * 0.76, LineHeight = 1.38,
            HasIndents = false, Alignment = Align.Start, Ink = Ink.Gray(0.25) };
        ParagraphComposer.Plain(composition, composition.Context.Labels(composition.Chapter.Language).Links,
            small with { IsBold = true, Size = composition.Page.Size * 0.9 }, new StructureElement("P", composition.Element), galley);
        ParagraphComposer.Space(galley, 0, composition.Page.Leading * 1.4, small.Leading * 0.3);
        ParagraphComposer.KeepWithNext(galley, 0);
        var list = new StructureElement("L", composition.Element) { Attributes = "<</O/List/ListNumbering/Decimal>>" };
        double indent = small.Size * (composition.Addresses.Count > 99 ? 2.8 : 2.2);
        for (int i = 0; i < composition.Addresses.Count; i++)
        {
            int first = galley.Count;
            var item = new StructureElement("LI", list);
            (StructureElement Label, StructureElement Body) elements = (new("Lbl", item), new("LBody", item));
            string number = (i + 1).ToString(CultureInfo.InvariantCulture);
            Uri address = composition.Addresses[i];
            if (Code(composition, address, elements.Body) is { } code)
            {
                galley.Add(Beside(composition, address, small, number, indent, elements, code));
            }
            else
            {
                ListComposer.Item(composition, Text(address), small, number, indent, elements, galley);
            }

            galley[first].Before = small.Leading * 0.1;
        }

        return galley;
    }

    private static ImmutableArray<Block> Text(Uri address) =>
        [new Paragraph([new Link(address, [new TextRun(LinkAddress.Readable(address))])])];

    private static QrCodeFragment? Code(Composition composition, Uri address, StructureElement parent)
    {
        string ascii = LinkAddress.Ascii(address);
        if (!(ascii.Length >= composition.Context.Options.QrCodeLength))
        {
            return null;
        }

        // The address needs room beside its code, and the code must not be larger than a page.
        QrCodeFragment? code =
            QrCodeFragment.Of(ascii, parent, Math.Min(composition.Page.Width * 0.5, composition.Page.ColumnHeight * 0.9));
        if (code is null)
        {
            composition.Context.Report(DiagnosticIds.PdfCodeNotPrinted, "The address is too long for a QR code on this page.",
                composition.Chapter.Title, address);
        }

        return code;
    }

    // A row of two cells: one that is higher than its page is parted as a table's is.
    private static TableRowFragment Beside(Composition composition, Uri address, Setting small, string number, double indent,
        (StructureElement Label, StructureElement Body) elements, QrCodeFragment code)
    {
        double gap = small.Size, width = small.Width - code.Width - gap;
        var note = new List<Fragment>();
        ListComposer.Item(composition, Text(address), small with { Width = width }, number, indent, elements, note);
        SetCell text = new(small.IsRightToLeft ? code.Width + gap : 0, new FragmentStack(note));
        SetCell square = new(small.IsRightToLeft ? 0 : width + gap, new FragmentStack([code]));
        SetCell[] cells = [text, square];
        return new TableRowFragment(cells, 0, small.Width, 0, TableRowFragment.HeightOf(cells, 0), null, null,
            null) { After = small.Leading * 0.2 };
    }
}
