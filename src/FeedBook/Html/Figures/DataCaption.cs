using FeedBook.Html.Images;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>
/// Captions and credits that galleries keep in attributes: <c>data-caption</c>, <c>data-credit</c>, on the picture or on the link around
/// it.
/// </summary>
internal sealed class DataCaption : ICaptionPattern
{
    private static readonly string[] Captions =
        ["data-caption", "data-image-caption", "data-mediaviewer-caption", "data-sub-html", "data-legend", "data-photo-caption"];
    private static readonly string[] Credits =
        ["data-credit", "data-image-credit", "data-mediaviewer-credit", "data-copyright", "data-photo-credit", "data-credits"];

    public IEnumerable<CaptionProposal> Find(FigureSearch search)
    {
        foreach (SourceImage picture in search.Free)
        {
            if (Read(search, picture.Node) is { } proposal)
            {
                yield return proposal;
            }
        }
    }

    private static CaptionProposal? Read(FigureSearch search, MarkupNode picture)
    {
        MarkupNode home = Surroundings.Home(search, picture);
        MarkupNode? caption = null, credit = null;
        for (MarkupNode? at = picture; at is not null && (at == picture || home.Contains(at) || at.Tag == Tag.A); at = at.Parent)
        {
            caption ??= Value(search, at, Captions);
            credit ??= Value(search, at, Credits);
        }

        if (caption is null && credit is null)
        {
            return null;
        }

        return new CaptionProposal([picture], caption is null ? [] : [caption], credit is null ? []
            : [credit]) { Labels = Repeated(search, home, caption) };
    }

    private static MarkupNode? Value(FigureSearch search, MarkupNode node, string[] names)
    {
        if ((node.Attributes & MarkupAttributes.Rare) == 0)
        {
            return null;
        }

        foreach (string name in names)
        {
            if (node.Attribute(name) is { } value && value.Length < 2_000 && !value.Contains('{', StringComparison.Ordinal))
            {
                MarkupNode content = search.Tree.Fragment(value);
                if (content.TextLength > 1 && content.PlainText is not ("true" or "false" or "null"))
                {
                    return content;
                }
            }
        }

        return null;
    }

    // The same words shown below the picture are not printed a second time.
    private static List<MarkupNode> Repeated(FigureSearch search, MarkupNode home, MarkupNode? caption) =>
        caption is not null && Surroundings.After(search, home, 1) is { IsText: false } after
            && Letters(after.PlainText) == Letters(caption.PlainText) ? [after] : [];

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
