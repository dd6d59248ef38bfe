using System.Text;
using System.Xml;

namespace FeedBook.Text;

/// <summary>Text that XML 1.0 can hold.</summary>
internal static class XmlText
{
    /// <summary>The same text without characters that XML 1.0 forbids; the very same instance where there are none.</summary>
    public static string Clean(string text)
    {
        int first = FirstForbidden(text);
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

    // XML 1.0 §2.2: everything below space but tab, line feed and carriage return; lone surrogates; U+FFFE and U+FFFF. Ranges are searched
    // many characters at a time; a set with all surrogates in it is not.
    private static int FirstForbidden(string text)
    {
        int at = 0;
        while (true)
        {
            int next = text.AsSpan(at).IndexOfAnyExceptInRange(' ', '\uD7FF');
            if (next < 0)
            {
                return -1;
            }

            at += next;
            char c = text[at];
            bool pair = char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            if (!pair && !XmlConvert.IsXmlChar(c))
            {
                return at;
            }

            at += pair ? 2 : 1;
        }
    }
}
