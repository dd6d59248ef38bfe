using System.Text;
using FeedBook.Feeds.Markup;

namespace FeedBook.Feeds;

/// <summary>
/// What a reader would see of an HTML text: its letters in and outside links, its pictures and players. For comparing texts.
/// </summary>
internal sealed class TextSample
{
    private readonly StringBuilder _key = new();
    private readonly List<(int Start, int End)> _media = [];

    private TextSample()
    {
    }

    /// <summary>Letters and figures outside links.</summary>
    public int Own { get; private set; }

    /// <summary>All letters and figures in lower case, nothing between them.</summary>
    public string Key => _key.ToString();

    /// <summary>The tags that show something by themselves, as places in the text.</summary>
    public IReadOnlyList<(int Start, int End)> Media => _media;

    /// <summary>Samples a text.</summary>
    /// <param name="html">The text.</param>
    /// <param name="most">How many letters outside links are enough; the rest is then not looked at.</param>
    public static TextSample Of(string html, int most = int.MaxValue)
    {
        var sample = new TextSample();
        var tokens = new TagTokenizer(html, 0, null);
        int links = 0;
        string? raw = null;
        int mediaStart = -1;
        for (TokenKind kind = tokens.Read(); kind != TokenKind.None && sample.Own < most; kind = tokens.Read())
        {
            string name = kind is TokenKind.StartTag or TokenKind.EndTag ? tokens.Name.ToLowerInvariant() : "";
            if (raw is not null)
            {
                if (kind == TokenKind.EndTag && name == raw)
                {
                    if (mediaStart >= 0)
                    {
                        sample._media.Add((mediaStart, tokens.Position));
                        mediaStart = -1;
                    }

                    raw = null;
                }

                continue;
            }

            switch (kind)
            {
                case TokenKind.StartTag when name is "script" or "style" or "template" or "title" && !tokens.IsEmptyElement:
                    raw = name;
                    break;
                case TokenKind.StartTag when name is "iframe" or "video" or "audio" or "object" or "picture" or "svg"
                    && !tokens.IsEmptyElement:
                    (raw, mediaStart) = (name, tokens.TokenStart);
                    break;
                case TokenKind.StartTag when name is "img" or "embed":
                    sample._media.Add((tokens.TokenStart, tokens.Position));
                    break;
                case TokenKind.StartTag when name == "a":
                    links = 1;
                    break;
                case TokenKind.EndTag when name == "a":
                    links = 0;
                    break;
                case TokenKind.Text or TokenKind.CData:
                    sample.Add(tokens.Text.Span, links > 0);
                    break;
            }
        }

        if (mediaStart >= 0)
        {
            sample._media.Add((mediaStart, html.Length));
        }

        return sample;
    }

    /// <summary>Whether a text shows a letter, a figure, or a sign that stands for words (an emoji, a formula's sign).</summary>
    public static bool HasWords(string html)
    {
        TextSample sample = Of(html, 1);
        return sample.Own > 0 || sample._key.Length > 0;
    }

    private void Add(ReadOnlySpan<char> text, bool linked)
    {
        ReadOnlySpan<char> plain = text.Contains('&') ? Entities.Decode(text, null, null) : text;
        foreach (Rune rune in plain.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.OtherSymbol)
            {
                Own += linked ? 0 : 1;
                _key.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }
    }
}
