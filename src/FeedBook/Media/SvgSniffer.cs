using System.Buffers;
using System.Text;

namespace FeedBook.Media;

/// <summary>Whether a text is an SVG: its first element is <c>svg</c>.</summary>
internal static class SvgSniffer
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    public static bool IsSvg(ByteSource source)
    {
        string text = Text(source.At(0, 8192));
        for (int position = 0; ;)
        {
            int open = text.IndexOf('<', position);
            if (open < 0 || !string.IsNullOrWhiteSpace(text[position..open].TrimStart('\uFEFF')))
            {
                return false;
            }

            ReadOnlySpan<char> rest = text.AsSpan(open);
            if (rest.StartsWith("<!--"))
            {
                position = End(text, open, "-->");
            }
            else if (rest.StartsWith("<?"))
            {
                position = End(text, open, "?>");
            }
            else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            {
                int bracket = text.IndexOf('[', open), close = text.IndexOf('>', open);
                position = bracket >= 0 && bracket < close ? End(text, End(text, open, "]"), ">") : End(text, open, ">");
            }
            else
            {
                int name = rest.IndexOfAny(NameEnds);
                ReadOnlySpan<char> element = name < 0 ? rest[1..] : rest[1..name];
                int colon = element.IndexOf(':');
                return element[(colon + 1)..].SequenceEqual("svg");
            }
        }
    }

    private static int End(string text, int from, string mark)
    {
        int found = text.IndexOf(mark, Math.Min(from, text.Length), StringComparison.Ordinal);
        return found < 0 ? text.Length : found + mark.Length;
    }

    private static string Text(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes),
        _ => Encoding.UTF8.GetString(bytes),
    };
}
