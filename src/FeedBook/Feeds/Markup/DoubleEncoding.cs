using System.Text;
using FeedBook.Text;

namespace FeedBook.Feeds.Markup;

/// <summary>Text that was UTF-8, was taken for windows-1252 and was made UTF-8 once more: 'Ã©' for 'é'.</summary>
internal static class DoubleEncoding
{
    private const string Windows1252High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>
    /// The text as it was meant; null when it is not of that kind. Every character beyond ASCII must take part: no real text looks like
    /// that.
    /// </summary>
    public static string? Mend(string text)
    {
        int first = text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F');
        if (first < 0 || text[first] is < '\u00C2' or > '\u00F4' || first + 1 >= text.Length || Byte(text[first + 1]) is < 0x80 or > 0xBF)
        {
            return null;
        }

        byte[] bytes = new byte[text.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            int value = Byte(text[i]);
            if (value < 0)
            {
                return null;
            }

            bytes[i] = (byte)value;
        }

        TextDecoding.Utf8Shape(bytes, out int sequences, out int bad);
        string? mended = bad == 0 && sequences > 0 ? Encoding.UTF8.GetString(bytes) : null;
        return mended?.Contains('\uFFFD', StringComparison.Ordinal) == false ? mended : null;
    }

    private static int Byte(char c)
    {
        if (c < 0x100)
        {
            return c;
        }

        int at = Windows1252High.IndexOf(c, StringComparison.Ordinal);
        return at < 0 ? -1 : 0x80 + at;
    }
}
