using FeedBook.Pdf.Text.Hyphenation;
using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf.Text;

/// <summary>Where the words of a paragraph may be divided, by the patterns of each stretch's language.</summary>
internal sealed class WordDivider
{
    private static readonly System.Buffers.SearchValues<char> CodeSigns = System.Buffers.SearchValues.Create("/\\@_=<>#{}|~");

    private readonly bool[] _places;

    public WordDivider(ShapedParagraph paragraph)
    {
        _places = new bool[paragraph.Text.Length + 1];
        foreach (TextSpan span in paragraph.Spans)
        {
            if (span.Style.Hyphenate && !span.Style.KeepSpaces
                && Hyphenator.For(span.Style.Language ?? paragraph.Style.Language) is { } hyphenator)
            {
                Divide(paragraph.Text.AsSpan(span.Start, span.Length), span.Start, hyphenator);
            }
        }
    }

    /// <summary>True when a hyphen may stand before the character at this place.</summary>
    public bool MayDivide(int at) => _places[at];

    private void Divide(ReadOnlySpan<char> text, int offset, Hyphenator hyphenator)
    {
        int codeUntil = 0;
        int lookedUntil = 0;
        for (int i = 0; i < text.Length;)
        {
            if (i >= lookedUntil)
            {
                // A sign of an address or of code anywhere between two spaces: a hyphen would become part of it.
                int space = text[i..].IndexOf(' ');
                lookedUntil = space < 0 ? text.Length : i + space + 1;
                codeUntil = text[i..lookedUntil].IndexOfAny(CodeSigns) >= 0 ? lookedUntil : i;
            }

            if (i < codeUntil)
            {
                i = codeUntil;
                continue;
            }

            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            int end = i;
            bool hasSoftHyphen = false;
            while (end < text.Length
                && (char.IsLetter(text[end]) || text[end] == Characters.SoftHyphen || Characters.IsExtender(text[end])))
            {
                hasSoftHyphen |= text[end] == Characters.SoftHyphen;
                end++;
            }

            // A soft hyphen says that the writer knows better; a digit, that this is a name or a measure.
            bool isWord = !hasSoftHyphen && !(end < text.Length && char.IsAsciiDigit(text[end]))
                && !(i > 0 && char.IsAsciiDigit(text[i - 1]));
            if (isWord)
            {
                hyphenator.Divide(text[i..end], _places.AsSpan(offset + i));
            }

            i = end;
        }
    }
}
