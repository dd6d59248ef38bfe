using System.Text.RegularExpressions;

namespace FeedBook.Html.Figures;

/// <summary>WordPress's <c>[caption]img text[/caption]</c> where the feed gives it unread.</summary>
internal sealed partial class ShortcodeCaption : ICaptionPattern
{
    public IEnumerable<CaptionProposal> Find(FigureSearch search)
    {
        foreach (Picture picture in search.Free)
        {
            MarkupNode home = Surroundings.Home(picture.Node);
            if (home.Previous is { IsText: true } before && Opening().Match(before.Text) is { Success: true } open)
            {
                List<MarkupNode> words = Words(home, out MarkupNode? last, out Match close);
                if (last is null)
                {
                    continue;
                }

                before.Text = before.Text[..open.Index];
                Split(last, close);
                before.Forget();
                last.Forget();
                words.RemoveAll(FigureSearch.IsEmpty);
                if (words.Count > 0)
                {
                    yield return new CaptionProposal([picture.Node], words, [], 100);
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

    private static void Split(MarkupNode text, Match close)
    {
        string rest = text.Text[(close.Index + close.Length)..];
        text.Text = text.Text[..close.Index];
        if (rest.Length > 0)
        {
            MarkupNode after = MarkupNode.NewText(rest);
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

    [GeneratedRegex(@"\[/caption\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Closing();
}
