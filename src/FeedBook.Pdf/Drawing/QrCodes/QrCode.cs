using System.Text;

namespace FeedBook.Pdf.Drawing.QrCodes;

/// <summary>A QR code (ISO/IEC 18004:2015): a square of dark and light modules. Immutable.</summary>
internal sealed class QrCode
{
    private readonly QrMatrix matrix;

    private QrCode(QrMatrix matrix, QrVersion version)
    {
        this.matrix = matrix;
        Version = version;
    }

    /// <summary>Modules from edge to edge, without the quiet zone of four on each side.</summary>
    public int Size => Version.Size;

    /// <summary>Size and correction.</summary>
    public QrVersion Version { get; }

    /// <summary>True for a dark module.</summary>
    /// <param name="x">The column, from 0.</param>
    /// <param name="y">The row, from 0.</param>
    public bool this[int x, int y] => matrix[x, y];

    /// <summary>
    /// The smallest code of a text, in byte mode: corrects 7 % of its codewords, or 15 % where that costs no larger square.
    /// Null when the text is longer than the 2,953 bytes of the largest code.
    /// </summary>
    /// <param name="text">The text; an address of ASCII characters reads the same everywhere, other text is written as UTF-8.</param>
    public static QrCode? Of(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int number = 1; number <= 40; number++)
        {
            if (QrVersion.Low(number).Capacity >= bytes.Length)
            {
                QrVersion version = QrVersion.Medium(number).Capacity >= bytes.Length ? QrVersion.Medium(number) : QrVersion.Low(number);
                return new QrCode(QrMatrix.Of(version, QrCodewords.Of(bytes, version)), version);
            }
        }

        return null;
    }

    /// <summary>The dark modules as rectangles in modules, each as long as it goes in its row.</summary>
    public IEnumerable<(int X, int Y, int Length)> Runs()
    {
        for (int y = 0; y < Size; y++)
        {
            for (int x = 0; x < Size; x++)
            {
                int start = x;
                while (x < Size && this[x, y])
                {
                    x++;
                }

                if (x > start)
                {
                    yield return (start, y, x - start);
                }
            }
        }
    }
}
