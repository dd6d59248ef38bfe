using System.Text;
using FeedBook.Feeds.Markup;

namespace FeedBook.Feeds;

/// <summary>
/// Makes JSON of what is nearly JSON: control characters in strings, unknown escapes, a cut end, values nested deeper than the limit.
/// </summary>
internal static class JsonMender
{
    /// <summary>The mended text; parsing may still fail.</summary>
    /// <param name="text">The document.</param>
    /// <param name="maxDepth">How many objects and lists may be open at once; a deeper one becomes null.</param>
    /// <param name="notes">Is told of what was mended.</param>
    public static string Mend(string text, int maxDepth, FeedNotes notes)
    {
        var mended = new StringBuilder(text.Length + 16);
        var open = new Stack<char>();
        bool inString = false;
        int lastWhole = -1;
        char[]? openAtLastWhole = null;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (inString)
            {
                i += InString(text, i, mended, notes, ref inString);
                continue;
            }

            switch (c)
            {
                case '"':
                    inString = true;
                    break;
                case '{' or '[' when open.Count >= maxDepth:
                    notes.Count(Markup.Mend.TooDeep);
                    mended.Append("null");
                    i = EndOfValue(text, i);
                    continue;
                case '{' or '[':
                    open.Push(c == '{' ? '}' : ']');
                    break;
                case '}' or ']' when open.Count > 0:
                    open.Pop();
                    if (open.Count == 0)
                    {
                        // What follows the document is not part of it.
                        return mended.Append(c).ToString();
                    }

                    break;
            }

            mended.Append(c);
            if (c is '}' or ']' && open.Count <= 8)
            {
                lastWhole = mended.Length;
                openAtLastWhole = [.. open];
            }
        }

        // Cut: everything after the last whole object or list goes, and what was open then is closed.
        notes.Count(Markup.Mend.Cut);
        if (lastWhole < 0)
        {
            return mended.ToString();
        }

        mended.Length = lastWhole;
        return mended.Append(openAtLastWhole).ToString();
    }

    // The last sign of the object or list that starts there; the text's last where it does not end.
    private static int EndOfValue(string text, int start)
    {
        int depth = 0;
        bool inString = false;
        for (int i = start; i < text.Length; i++)
        {
            char c = text[i];
            if (inString)
            {
                i += c == '\\' ? 1 : 0;
                inString = c != '"';
            }
            else if (c == '"')
            {
                inString = true;
            }
            else if (c is '{' or '[')
            {
                depth++;
            }
            else if (c is '}' or ']' && --depth == 0)
            {
                return i;
            }
        }

        return text.Length - 1;
    }

    private static int InString(string text, int i, StringBuilder mended, FeedNotes notes, ref bool inString)
    {
        char c = text[i];
        if (c == '\\' && i + 1 < text.Length)
        {
            char next = text[i + 1];
            if ("\"\\/bfnrtu".Contains(next, StringComparison.Ordinal))
            {
                mended.Append(c).Append(next);
            }
            else
            {
                notes.Count(Markup.Mend.Stray);
                mended.Append("\\\\").Append(next);
            }

            return 1;
        }

        if (c < ' ')
        {
            notes.Count(Markup.Mend.Control);
            mended.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => "" });
            return 0;
        }

        inString = c != '"';
        mended.Append(c);
        return 0;
    }
}
