using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>
/// A list of terms with the picture as a term and its words as the definition, as old publishing systems wrote it: <c>dl &gt; dt &gt; img,
/// dd</c>.
/// </summary>
internal sealed class DefinitionCaption : ICaptionPattern
{
    private const int Longest = 500;

    public IEnumerable<CaptionProposal> Find(FigureSearch search)
    {
        foreach (MarkupNode list in search.DefinitionLists)
        {
            foreach ((MarkupNode picture, List<MarkupNode> words) in Groups(search, list))
            {
                string text = MarkupText.Of(words);
                if (search.Plan.FigureOf(picture) is null && text.Length is > 0 and <= Longest)
                {
                    yield return new CaptionProposal([picture], words,
                        []) { Signs = Evidence.OfWords(search, text, Signs.Of(CaptionSign.Any, CaptionSign.Definition)),
                        Shape = new("dl") };
                }
            }
        }
    }

    // A part with nothing but a picture, and the parts with words that follow it, up to the next term: that begins something else.
    private static IEnumerable<(MarkupNode Picture, List<MarkupNode> Words)> Groups(FigureSearch search, MarkupNode list)
    {
        MarkupNode? picture = null;
        bool defined = false;
        var words = new List<MarkupNode>();
        for (MarkupNode? part = list.First; part is not null; part = part.Next)
        {
            if (part.Tag is not (Tag.Dt or Tag.Dd))
            {
                continue;
            }

            List<MarkupNode> pictures = search.ImagesIn(part);
            if (pictures.Count > 0)
            {
                if (picture is not null && words.Count > 0)
                {
                    yield return (picture, words);
                }

                picture = pictures.Count == 1 && search.IsEmpty(part) ? pictures[0] : null;
                words = [];
                defined = false;
            }
            else if (picture is not null && !search.IsEmpty(part))
            {
                if (part.Tag == Tag.Dd || !defined)
                {
                    defined |= part.Tag == Tag.Dd;
                    words.Add(part);
                    continue;
                }

                yield return (picture, words);
                picture = null;
                words = [];
            }
        }

        if (picture is not null && words.Count > 0)
        {
            yield return (picture, words);
        }
    }
}
