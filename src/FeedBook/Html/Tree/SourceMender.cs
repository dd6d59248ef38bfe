using System.Buffers;

namespace FeedBook.Html.Tree;

/// <summary>
/// Writes HTML anew where HtmlAgilityPack reads it otherwise than the standard's tokenizer (HTML §13.2.5), or where the standard itself
/// would lose words: a <c>&lt;</c> that opens no tag, comments, quotes and titles without an end, end tags that close nothing, elements
/// nested without end. Everything else stays as it is, letter for letter.
/// </summary>
internal sealed class SourceMender
{
    /// <summary>What an end tag that the parser would drop is written as: a comment with this sign and the name.</summary>
    public const char EndSign = '\u0001';

    /// <summary>What follows the start of an element that the parser is told to close at once, for its own sake.</summary>
    public const char OpenSign = '\u0002';

    // Names may hold more than these, but only of elements that nobody has: <name@host> and <http://host> are words.
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\r\f/><");

    private static readonly SearchValues<char> InTag = SearchValues.Create("><\"'");

    private static readonly SearchValues<char> CommentEnds = SearchValues.Create("<>");

    // Enough to see what it was; a script without its end may go on for a megabyte.
    private const int LongestTold = 1_000;

    private readonly string html;
    private readonly List<string> faults;
    private readonly ParserStack open = new();
    private readonly SourceCopy copy;

    // Ends that have been sought in vain: there is none behind the place either.
    private readonly List<string> absent = [];
    private string absentCharacters = "";

    // Up to where the standard would take for a tag, or for a value in one, what is read as tags and words here.
    private int mendedTo = -1;

    // How many wrappers of XML are open.
    private int wrappers;

    // Behind the last start tag of a pre.
    private int codeStart = -1;

    private SourceMender(string html, List<string> faults)
    {
        this.html = html;
        this.faults = faults;
        copy = new SourceCopy(html);
    }

    /// <summary>The HTML as the parser reads it rightly; the very same instance where it does so already.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="faults">Gets a sentence for each end that was missing.</param>
    public static string Mend(string html, List<string> faults)
    {
        int at = html.IndexOf('<', StringComparison.Ordinal);
        return at < 0 ? html : new SourceMender(html, faults).Mend(at);
    }

    private string Mend(int at)
    {
        while (at >= 0)
        {
            char next = at + 1 < html.Length ? html[at + 1] : '\0';
            int after = next switch
            {
                '/' => EndTag(at),
                '!' => Declaration(at),
                '?' => Bogus(at),
                _ => char.IsAsciiLetter(next) ? StartTag(at) : Literal(at),
            };
            at = after < html.Length ? html.IndexOf('<', after) : -1;
            Unwrap(after, at < 0 ? html.Length : at);
        }

        return copy.Finish();
    }

    // Takes the end of a wrapper out of a text; what stands in a value is no end of one.
    private void Unwrap(int from, int to)
    {
        while (wrappers > 0 && from < to && html.IndexOf("]]>", from, to - from, StringComparison.Ordinal) is >= 0 and var end)
        {
            copy.Replace(end, 3, "");
            from = end + 3;
            wrappers--;
        }
    }

    private int Literal(int at)
    {
        copy.Replace(at, 1, "&lt;");
        return at + 1;
    }

    // A declaration, an instruction or anything else that is no comment and goes up to the next '>'.
    private int Bogus(int at)
    {
        int end = Next('>', at);
        return end < 0 ? Literal(at) : end + 1;
    }

    private int Declaration(int at)
    {
        if (html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
        {
            return Comment(at);
        }

        if (!html.AsSpan(at).StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
        {
            return Bogus(at);
        }

        // A browser shows nothing of it. In a feed it is a wrapper that has been wrapped once more, and its content is the article.
        copy.Replace(at, 9, "");
        wrappers++;
        return at + 9;
    }

    private int Comment(int at)
    {
        ReadOnlySpan<char> rest = html.AsSpan(at + 4);
        if (rest.StartsWith(">", StringComparison.Ordinal) || rest.StartsWith("->", StringComparison.Ordinal))
        {
            return at + 5;
        }

        int end = Next("-->", at + 4), other = Next("--!>", at + 4);
        int past = other < 0 || (end >= 0 && end < other) ? end + 3 : other + 4;

        // One that begins in a value is no comment by the standard, and what ends behind the value is the end of another.
        if ((end >= 0 || other >= 0) && (at >= mendedTo || past <= mendedTo))
        {
            if (at > 0 && (html[at - 1] == '>' || char.IsWhiteSpace(html[at - 1])) && at != codeStart)
            {
                // Nobody reads it, and to the parser it is a node. Inside a word it parts what would be a character reference, and
                // behind a pre it keeps the line end that would be left out.
                copy.Replace(at, past - at, "");
            }

            return past;
        }

        // The whole rest of the article would be a comment: it ends where the next tag starts or ends.
        int stop = rest.IndexOfAny(CommentEnds);
        int after = stop < 0 ? html.Length : at + 4 + stop + (rest[stop] == '>' ? 1 : 0);
        Fault("A comment without its end was left out up to the next tag", html.AsSpan((at + 4)..after));
        copy.Replace(at, after - at, "");
        return after;
    }

    private int EndTag(int at)
    {
        int start = at + 2;
        if (start >= html.Length || !char.IsAsciiLetter(html[start]))
        {
            // A comment by the standard, but not to the parser, which would find tags in it.
            int comment = Bogus(at);
            if (comment > at + 1)
            {
                copy.Replace(at, comment - at, "");
            }

            return comment;
        }

        int length = html.AsSpan(start).IndexOfAny(NameEnds);
        int nameEnd = length < 0 ? html.Length : start + length, close = html.AsSpan(nameEnd).IndexOfAny(CommentEnds);
        int after = close < 0 ? html.Length : nameEnd + close;
        bool cut = close < 0 || html[after] == '<';
        after += cut ? 0 : 1;
        mendedTo = cut ? Math.Max(mendedTo, Next('>', after)) : mendedTo;
        ReadOnlySpan<char> name = html.AsSpan(start..nameEnd);
        Tag tag = Tags.Of(name);
        if (tag == Tag.Br)
        {
            copy.Replace(at, after - at, "<br>");
        }
        else if (Tags.IsVoid(tag))
        {
            copy.Replace(at, after - at, "");
        }
        else if (!open.Close(tag, name))
        {
            copy.Replace(at, after - at, string.Concat($"<!--{EndSign}", name, "-->"));
        }
        else if (cut)
        {
            copy.Replace(after, 0, ">");
        }

        return after;
    }

    private int StartTag(int at)
    {
        int length = html.AsSpan(at + 1).IndexOfAny(NameEnds);
        int nameEnd = length < 0 ? html.Length : at + 1 + length;
        ReadOnlySpan<char> name = html.AsSpan((at + 1)..nameEnd);
        Tag tag = Tags.Of(name);
        bool isAddress = name.Contains('@') || (name[^1] == ':' && html.AsSpan(nameEnd).StartsWith("//", StringComparison.Ordinal));
        if (tag == Tag.Unknown && isAddress)
        {
            return Literal(at);
        }

        // Up to the '>' that no quotation marks stand around.
        int end = nameEnd;
        while (true)
        {
            int found = end < html.Length ? html.AsSpan(end).IndexOfAny(InTag) : -1;
            end = found < 0 ? html.Length : end + found;
            if (found < 0 || html[end] == '<')
            {
                if (found >= 0 && !StartsMarkup(end))
                {
                    end++;
                    continue;
                }

                mendedTo = Math.Max(mendedTo, Next('>', end));

                // Cut off by the next tag or the end of all: with a name that nobody knows it never was one.
                if ((tag == Tag.Unknown && !name.Contains('-')) || AreWords(html.AsSpan(nameEnd..end)))
                {
                    return Literal(at);
                }

                copy.Replace(end, 0, ">");
                break;
            }

            if (html[end] == '>')
            {
                end++;
                break;
            }

            end = IsValueStart(end, nameEnd) ? Quoted(end) : end + 1;
        }

        bool self = html[end - 1] == '>' && html[end - 2] == '/'
            && (end - 2 == nameEnd || html[end - 3] is '"' or '\'' or ' ' or '\n' or '\t' or '\r');
        if (tag is Tag.Script or Tag.Style or Tag.Textarea or Tag.Title or Tag.Xmp)
        {
            return Raw(end, tag, name, self);
        }

        codeStart = tag is Tag.Pre or Tag.Listing ? end : codeStart;
        if (!self && !open.Open(tag, name))
        {
            copy.Replace(end, 0, string.Concat($"<!--{OpenSign}--></", name, ">"));
        }

        return end;
    }

    // Whether what stands between a name and the next '<' is a sentence and no attributes: "if a<b and c<d, then". A browser shows none
    // of it, but attributes have values, or are a single name.
    private static bool AreWords(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.ContainsAny(' ', '\n') && !text.ContainsAny("=\"'/");
    }

    // The parser would run code of servers up to its end, and takes any letter at all for a tag's.
    private bool StartsMarkup(int at) => at + 1 < html.Length && (char.IsLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?' or '%');

    // A quotation mark opens a value only right behind '='.
    private bool IsValueStart(int at, int nameEnd)
    {
        int before = at - 1;
        while (before > nameEnd && html[before] is ' ' or '\t' or '\n' or '\r' or '\f')
        {
            before--;
        }

        return before > nameEnd && html[before] == '=';
    }

    // Past the closing quotation mark. Where that is missing, the value goes on through tags and words to the next mark of the kind.
    private int Quoted(int at)
    {
        char quote = html[at];
        int close = Next(quote, at + 1);
        ReadOnlySpan<char> value = close < 0 ? html.AsSpan(at + 1) : html.AsSpan((at + 1)..close);
        int tagEnd = value.IndexOf('>');
        // What opens in a value by the standard, or with the mark that ends it, is none that goes on behind that.
        if (tagEnd < 0 || (close >= 0 && (at > mendedTo || close <= mendedTo) && Follows(close + 1)
            && !value.TrimEnd().EndsWith("=", StringComparison.Ordinal)))
        {
            return close < 0 ? html.Length : close + 1;
        }

        Fault("An attribute's value without its closing quotation mark ends with its tag", value[..tagEnd]);
        copy.Replace(at + 1 + tagEnd, 0, quote.ToString());
        mendedTo = at > mendedTo && close >= 0 ? Next('>', close) : mendedTo;

        return at + 1 + tagEnd;
    }

    // Whether what stands behind a value may stand there: white space, the tag's end, or at once the next attribute.
    private bool Follows(int at)
    {
        if (at >= html.Length || html[at] is ' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>')
        {
            return true;
        }

        int name = at;
        while (name < html.Length && (char.IsAsciiLetterOrDigit(html[name]) || html[name] is '-' or ':' or '_'))
        {
            name++;
        }

        return name > at && name + 1 < html.Length && html[name] == '=' && html[name + 1] is '"' or '\'';
    }

    // Text without elements, up to its own end tag (HTML §13.2.5.2 ff.).
    private int Raw(int at, Tag tag, ReadOnlySpan<char> name, bool self)
    {
        if (self)
        {
            // A browser would take all that follows for its text; whoever wrote it so meant an empty one.
            copy.Replace(at, 0, string.Concat("</", name, ">"));
            return at;
        }

        string endTag = $"</{name.ToString().ToLowerInvariant()}";
        int close = Next(endTag, at);
        while (close >= 0 && close + endTag.Length < html.Length && !NameEnds.Contains(html[close + endTag.Length]))
        {
            close = Next(endTag, close + 1);
        }

        int tagEnd = close < 0 ? -1 : html.IndexOf('>', close);
        if (tagEnd < 0)
        {
            close = BlockAfter(at);
            Fault($"The text of a {name} element without its end was left out", html.AsSpan(at..close));
            copy.Replace(close, 0, string.Concat("</", name, ">"));
            return close;
        }

        if (tag == Tag.Xmp)
        {
            if (html.AsSpan(at..close).ContainsAny('<', '&'))
            {
                string escaped = html[at..close].Replace("&", "&amp;", StringComparison.Ordinal)
                    .Replace("<", "&lt;", StringComparison.Ordinal);
                copy.Replace(at, close - at, escaped);
            }
        }
        else if (close + endTag.Length != tagEnd)
        {
            copy.Replace(close + endTag.Length, tagEnd - close - endTag.Length, "");
        }

        return tagEnd + 1;
    }

    // The next block that does not stand in a text of the code: there the article goes on.
    private int BlockAfter(int at)
    {
        for (int i = html.IndexOf('<', at); i >= 0; i = html.IndexOf('<', i + 1))
        {
            int length = html.AsSpan(i + 1).IndexOfAny(NameEnds);
            bool isBlock = length > 0 && Tags.IsBlock(Tags.Of(html.AsSpan(i + 1, length)));
            if (isBlock && html[i - 1] is not ('"' or '\'' or '`' or '+' or '(' or '\\'))
            {
                return i;
            }
        }

        return html.Length;
    }

    private int Next(char what, int at)
    {
        // A character that is sought in vain is sought once, like the words below.
        if (absentCharacters.Contains(what))
        {
            return -1;
        }

        int found = at < html.Length ? html.IndexOf(what, at) : -1;
        if (found < 0)
        {
            absentCharacters += what;
        }

        return found;
    }

    private int Next(string what, int at)
    {
        if (absent.Contains(what))
        {
            return -1;
        }

        // Signs have no case, and are found sooner.
        int found = at >= html.Length ? -1
            : html.IndexOf(what, at, char.IsAsciiLetter(what[^1]) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        if (found < 0)
        {
            absent.Add(what);
        }

        return found;
    }

    private void Fault(string what, ReadOnlySpan<char> lost)
    {
        if (lost.ContainsAnyExcept(" \t\r\n\f"))
        {
            faults.Add($"{what}: “{MarkupText.Fold(lost.Length > LongestTold ? lost[..LongestTold].ToString() : lost.ToString())}”");
        }
    }
}
