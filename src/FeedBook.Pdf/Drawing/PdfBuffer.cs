using System.Globalization;
using System.Text;

namespace FeedBook.Pdf.Drawing;

/// <summary>
/// PDF syntax as bytes: names, numbers, strings, references (ISO 32000-1 §7.3). Grows as needed; may be cleared and used again.
/// Not safe for several threads.
/// </summary>
internal sealed class PdfBuffer
{
    private byte[] bytes = new byte[256];

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written. Valid until the next call that changes the buffer.</summary>
    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, Length);

    /// <inheritdoc cref="Memory"/>
    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, Length);

    /// <summary>Forgets what was written and keeps the memory, unless that has grown beyond a megabyte.</summary>
    public void Clear()
    {
        Length = 0;
        if (bytes.Length > 1 << 20)
        {
            bytes = new byte[1 << 12];
        }
    }

    /// <summary>Bytes as they are.</summary>
    public PdfBuffer Raw(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        Length += value.Length;
        return this;
    }

    /// <summary>ASCII text as it is: operators, keys, brackets.</summary>
    public PdfBuffer Raw(string ascii)
    {
        Span<byte> room = Room(ascii.Length);
        for (int i = 0; i < ascii.Length; i++)
        {
            room[i] = (byte)ascii[i];
        }

        Length += ascii.Length;
        return this;
    }

    /// <summary>A whole number.</summary>
    public PdfBuffer Integer(long value)
    {
        Span<byte> room = Room(20);
        value.TryFormat(room, out int written, default, CultureInfo.InvariantCulture);
        Length += written;
        return this;
    }

    /// <summary>A number, rounded to a thousandth and written without needless digits; what is not a number is written as 0.</summary>
    public PdfBuffer Number(double value)
    {
        long thousandths = double.IsFinite(value) ? (long)Math.Round(Math.Clamp(value, -1e12, 1e12) * 1000) : 0;
        if (thousandths < 0)
        {
            Raw("-"u8);
            thousandths = -thousandths;
        }

        Integer(thousandths / 1000);
        int rest = (int)(thousandths % 1000);
        if (rest == 0)
        {
            return this;
        }

        Span<byte> room = Room(4);
        room[0] = (byte)'.';
        room[1] = (byte)('0' + (rest / 100));
        room[2] = (byte)('0' + (rest / 10 % 10));
        room[3] = (byte)('0' + (rest % 10));
        Length += rest % 10 != 0 ? 4 : rest % 100 != 0 ? 3 : 2;
        return this;
    }

    /// <summary>A space.</summary>
    public PdfBuffer Space() => Raw(" "u8);

    /// <summary>A name with its slash; characters outside the regular ones are escaped (§7.3.5).</summary>
    public PdfBuffer Name(string name)
    {
        Raw("/"u8);
        foreach (byte b in Encoding.UTF8.GetBytes(name))
        {
            if (b is <= 0x20 or >= 0x7F or (byte)'#' or (byte)'/' or (byte)'%' or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>'
                or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}')
            {
                Raw("#"u8).HexDigits([b]);
            }
            else
            {
                Raw([b]);
            }
        }

        return this;
    }

    /// <summary>A reference to an object.</summary>
    public PdfBuffer Reference(int number) => Integer(number).Raw(" 0 R"u8);

    /// <summary>A text string: plain where it is ASCII, otherwise UTF-16BE with its mark (§7.9.2.2).</summary>
    public PdfBuffer Text(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return Literal(text);
        }

        Raw("<FEFF"u8).HexDigits(Encoding.BigEndianUnicode.GetBytes(text));
        return Raw(">"u8);
    }

    /// <summary>A byte string of ASCII characters, in round brackets.</summary>
    public PdfBuffer Literal(string ascii)
    {
        Raw("("u8);
        foreach (char c in ascii)
        {
            if (c is '(' or ')' or '\\')
            {
                Raw("\\"u8);
            }

            Raw([(byte)c]);
        }

        return Raw(")"u8);
    }

    /// <summary>A byte string in hexadecimal digits.</summary>
    public PdfBuffer Hex(ReadOnlySpan<byte> value)
    {
        Raw("<"u8).HexDigits(value);
        return Raw(">"u8);
    }

    /// <summary>Hexadecimal digits without brackets.</summary>
    public PdfBuffer HexDigits(ReadOnlySpan<byte> value)
    {
        const string Digits = "0123456789ABCDEF";
        Span<byte> room = Room(value.Length * 2);
        for (int i = 0; i < value.Length; i++)
        {
            room[2 * i] = (byte)Digits[value[i] >> 4];
            room[(2 * i) + 1] = (byte)Digits[value[i] & 15];
        }

        Length += value.Length * 2;
        return this;
    }

    /// <summary>A date (§7.9.4).</summary>
    public PdfBuffer Date(DateTimeOffset date) =>
        Literal(date.ToUniversalTime().ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture));

    private Span<byte> Room(int count)
    {
        if (Length + count > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
        }

        return bytes.AsSpan(Length, bytes.Length - Length);
    }
}
