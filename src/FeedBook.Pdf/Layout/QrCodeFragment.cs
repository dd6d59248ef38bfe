using FeedBook.Pdf.Drawing;
using FeedBook.Pdf.Drawing.QrCodes;

namespace FeedBook.Pdf.Layout;

/// <summary>A QR code with its quiet zone, drawn as rectangles.</summary>
internal sealed class QrCodeFragment : Fragment
{
    // Modules on each side (ISO/IEC 18004:2015, 6.3.8).
    private const int QuietZone = 4;

    // Points, about 0.32 mm: what the cameras of telephones read from a hand's distance.
    private const double Module = 0.9;

    private readonly QrCode code;
    private readonly ContentSlot slot;
    private readonly double module;

    private QrCodeFragment(QrCode code, ContentSlot slot, double width)
    {
        (this.code, this.slot) = (code, slot);
        module = width / (code.Size + (2 * QuietZone));
        Height = width;
    }

    /// <summary>How wide, and high, the code is.</summary>
    public double Width => Height;

    /// <summary>
    /// The code of an address; null when the address is too long for a code that is no wider than <paramref name="most"/>.
    /// </summary>
    /// <param name="address">The address, in ASCII.</param>
    /// <param name="parent">The element that the code belongs to.</param>
    /// <param name="most">How wide it may be.</param>
    public static QrCodeFragment? Of(string address, StructureElement parent, double most)
    {
        QrCode? code = QrCode.Of(address);
        double width = code is null ? double.MaxValue : (code.Size + (2 * QuietZone)) * Module;
        return width > most ? null
            : new QrCodeFragment(code!, new StructureElement("Figure", parent) { AlternativeText = address }.Content(), width);
    }

    /// <inheritdoc/>
    public override void Draw(PageCanvas canvas, double x, double y)
    {
        canvas.Mark(slot);
        canvas.FillAll(
            code.Runs()
            .Select(run => (x + ((run.X + QuietZone) * module), y + ((run.Y + QuietZone) * module), run.Length * module, module)),
            Ink.Black);
    }
}
