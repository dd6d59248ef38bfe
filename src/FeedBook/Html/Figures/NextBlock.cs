using FeedBook.Html.Images;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>
/// The block after the picture's own: a line that opens with a marker (图注, ▲, Foto:), a credit, words set small or slanted,
/// or centred words below a centred picture where the text around is not centred.
/// </summary>
internal sealed class NextBlock : ICaptionPattern
{
    private const int Longest = 600, LongestPlain = 420, LongestOfSeveral = 120, MostBlocks = 3;

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
        MarkupNode home = Surroundings.Row(search, picture);
        if (Surroundings.After(search, home, 1) is not { IsText: false } next || !IsCandidate(search, next))
        {
            return null;
        }

        if (next.TextLength is 0 or > Longest || Surroundings.IsMostOf(search, next.TextLength)
            || ImageSorter.TextOnSide(home, forward: false))
        {
            return null;
        }

        string style = Evidence.StyleOf(next);
        List<MarkupNode> lines = Lines(search, next, style);
        string text = MarkupText.Of(lines);
        List<MarkupNode> content = [.. lines.SelectMany(Children)];
        MarkupNode? after = Surroundings.After(search, lines[^1], 9), before = Surroundings.Before(search, home);
        bool centred = Evidence.IsCentred(next) && Evidence.IsCentred(home) && IsOff(search, after, Evidence.IsCentred)
            && IsOff(search, before, Evidence.IsCentred);
        bool alike = style.Length > 0 && (Alike(search, after, style) || Alike(search, before, style));
        if (Evidence.OfStyle(style) == 0 && !centred && Evidence.Width(text) > LongestPlain)
        {
            return null;
        }

        ulong signs =
            Signs.Of(CaptionSign.Any, CaptionSign.NextBlock) | (alike ? 0
            : Evidence.OfStyle(style)) | CaptionSign.CentredAlone.If(centred) | CaptionSign.BehindFigure.If(home.Tag == Tag.Figure)
            | CaptionSign.OddBlock.If(next.Tag is Tag.Address or Tag.H5 or Tag.H6)
            | CaptionSign.LikeNeighbours.If(style.Length == 0 && (LooksLike(search, next, after) || LooksLike(search, next, before)))
            | CaptionSign.Linked.If(Evidence.LinkShare(content) > 50 && !search.Reader.IsWhole(text));
        signs = Evidence.OfWords(search, text, signs);

        // A last line with an agency's name signs the article.
        signs |= CaptionSign.SignsArticle.If(after is null && style.Length == 0 && !signs.Has(CaptionSign.LabelledCredit)
            && (signs.Has(CaptionSign.WholeCredit) || signs.Has(CaptionSign.EndsInCredit)));
        List<MarkupNode> pictures = search.ImagesIn(home);
        return new CaptionProposal(pictures.Exists(one => search.Plan.FigureOf(one) is not null) ? [picture] : pictures, lines,
            []) { Signs = signs, Shape = new(centred ? "next, centred" : "next", next.Tag, style) };
    }

    // Two or three short blocks that look alike, and unlike what comes behind them: 'Name', 'what it is', each in the middle.
    private static List<MarkupNode> Lines(FigureSearch search, MarkupNode first, string style)
    {
        var lines = new List<MarkupNode> { first };
        while (lines.Count <= MostBlocks && lines[^1].TextLength <= LongestOfSeveral && Surroundings.After(search, lines[^1], 1) is { } next
            && LooksLike(search, first, next) && IsCandidate(search, next) && Evidence.StyleOf(next) == style
            && Evidence.IsCentred(next) == Evidence.IsCentred(first))
        {
            lines.Add(next);
        }

        bool setApart = style.Length > 0 || Evidence.IsCentred(first);
        return setApart && lines.Count <= MostBlocks && lines[^1].TextLength <= LongestOfSeveral ? lines : [first];
    }

    private static bool IsCandidate(FigureSearch search, MarkupNode next) =>
        next.Tag is Tag.P or Tag.Div or Tag.Center or Tag.Small or Tag.Span or Tag.Em or Tag.I or Tag.Font or Tag.Cite or Tag.Section
            or Tag.Address or Tag.H5 or Tag.H6
        && Tags.IsBlock(next.Tag) && !search.HasMedia(next)
            && !next.Any(node => (Tags.IsHeading(node.Tag) && node != next) || node.Tag is Tag.Ul or Tag.Ol or Tag.Table or Tag.Blockquote
            or Tag.Pre or Tag.Hr);

    // Words in the same style before or after are the text itself, not something set apart from it.
    private static bool Alike(FigureSearch search, MarkupNode? neighbour, string style) =>
        neighbour is { IsText: false } && !search.HasMedia(neighbour) && neighbour.HasWords && Evidence.StyleOf(neighbour) == style;

    // The same element with the same class and style, and words in it.
    private static bool LooksLike(FigureSearch search, MarkupNode block, MarkupNode? other) =>
        other is { IsText: false } && other.Tag == block.Tag && !search.HasMedia(other) && other.HasWords && other.Words == block.Words
            && other.Attribute("style") == block.Attribute("style");

    private static bool IsOff(FigureSearch search, MarkupNode? neighbour, Func<MarkupNode, bool> test) =>
        neighbour is null or { IsText: true } || search.HasMedia(neighbour) || !test(neighbour);

    private static List<MarkupNode> Children(MarkupNode node)
    {
        var children = new List<MarkupNode>();
        for (MarkupNode? child = node.First; child is not null; child = child.Next)
        {
            children.Add(child);
        }

        return children;
    }
}
