using System.Buffers;
using System.Text;
using System.Xml;

namespace FeedBook.Text;

/// <summary>Text that XML 1.0 can hold.</summary>
internal static class XmlText
{
    // XML 1.0 §2.2: everything below space but tab, line feed and carriage return; lone surrogates; U+FFFE and U+FFFF.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c).Except(['\t', '\n', '\r']), .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c), '\uFFFE', '\uFFFF']);

    /// <summary>The same text without characters that XML 1.0 forbids; the very same instance where there are none.</summary>
    public static string Clean(string text)
    {
        int first = text.AsSpan().IndexOfAny(Suspects);
        if (first < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length).Append(text, 0, first);
        for (int i = first; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (XmlConvert.IsXmlChar(c))
            {
                clean.Append(c);
            }
        }

        return clean.Length == text.Length ? text : clean.ToString();
    }
}
