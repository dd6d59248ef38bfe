using System.Text.RegularExpressions;
using FeedBook.Html.Images;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>WordPress's <c>[caption]img text[/caption]</c> where the feed gives it unread.</summary>
internal sealed partial class ShortcodeCaption : ICaptionPattern
{
    public IEnumerable<CaptionProposal> Find(FigureSearch search)
    {
        foreach (SourceImage picture in search.Free)
        {
            MarkupNode home = Surroundings.Home(search, picture.Node);
            if (home.Previous is { IsText: true } before && Opening().Match(before.Text) is { Success: true } open)
            {
                List<MarkupNode> words = Words(home, out MarkupNode? last, out Match close);
                if (last is null)
                {
                    continue;
                }

                if (Attribute().Match(open.Value) is { Success: true } attribute
                    && words.TrueForAll(word => word == last || search.IsEmpty(word))
                    && string.IsNullOrWhiteSpace(last.Text[..close.Index]))
                {
                    // The oldest form has the words in an attribute: they take the place of the text that is not there.
                    last.Text = attribute.Groups[1].Value + last.Text[close.Index..];
                    close = Closing().Match(last.Text);
                }

                search.Context.Tell(DiagnosticIds.ImageLabel, "A shortcode around an image was left out", $"{open.Value} {close.Value}");
                before.Text = before.Text[..open.Index];
                Split(search, last, close);
                before.Forget();
                last.Forget();
                Trim(search, words);
                if (words.Count > 0)
                {
                    yield return new CaptionProposal([picture.Node], words, []);
                }
            }
        }
    }

    private static List<MarkupNode> Words(MarkupNode home, out MarkupNode? last, out Match close)
    {
        var words = new List<MarkupNode>();
        for (MarkupNode? side = home.Next; side is not null && words.Count < 30; side = side.Next)
        {
            words.Add(side);
            if (side.IsText && Closing().Match(side.Text) is { Success: true } match)
            {
                last = side;
                close = match;
                return words;
            }
        }

        last = null;
        close = Match.Empty;
        return words;
    }

    // White space between words stays: it parts them.
    private static void Trim(FigureSearch search, List<MarkupNode> words)
    {
        while (words.Count > 0 && search.IsEmpty(words[0]))
        {
            words.RemoveAt(0);
        }

        while (words.Count > 0 && search.IsEmpty(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }
    }

    private static void Split(FigureSearch search, MarkupNode text, Match close)
    {
        string rest = text.Text[(close.Index + close.Length)..];
        text.Text = text.Text[..close.Index];
        if (rest.Length > 0)
        {
            MarkupNode after = search.Tree.NewText(rest);
            if (text.Next is { } next)
            {
                next.InsertBefore(after);
            }
            else
            {
                text.Parent!.Append(after);
            }
        }
    }

    [GeneratedRegex(@"\[caption\b[^\]]*\]\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex("""\bcaption\s*=\s*["“”']([^"“”'\]]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\[/caption\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Closing();
}
