using System.Text.RegularExpressions;
using FeedBook.Html.Images;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>
/// Words in the picture's own block, on the line below it: <c>img br text</c>, <c>img em</c>, <c>img small</c>, and the gallery
/// block <c>img br b：text</c>. Plain words need more signs than words set small or slanted.
/// </summary>
internal sealed partial class LineBelow : ICaptionPattern
{
    private const int Longest = 900, LongestCredit = 100;

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
        if (home.Parent is not { } block || home.Tag is Tag.Figure || ImageSorter.TextOnSide(home, forward: false))
        {
            return null;
        }

        List<MarkupNode>? line = Line(search, home, out bool broken, out bool ends, out bool closed);
        if (line is null)
        {
            return null;
        }

        string text = MarkupText.Of(line);
        if (text.Length is 0 or > Longest || Surroundings.IsMostOf(search, text.Length))
        {
            return null;
        }

        bool own = ends && Surroundings.Before(search, home) is null;
        bool headed = own && IsHeaded(search, line);
        string style = Evidence.StyleOf(line);
        bool apart = broken && closed && !own && style is "em" or "small";
        ulong signs =
            Signs.Of(CaptionSign.Any,
            CaptionSign.Line) | Evidence.OfStyle(style) | CaptionSign.BehindBreak.If(broken) | CaptionSign.LineApart.If(
            apart) | CaptionSign.LineAlone.If(own)
            | CaptionSign.LineHeaded.If(headed) | CaptionSign.Centred.If(Evidence.IsCentred(block)) | CaptionSign.Floating.If(
                IsFloating(picture))
            | CaptionSign.Linked.If(Evidence.LinkShare(line) > 50 && !search.Reader.IsWhole(text) && !WholeLink(home, line));
        signs = Evidence.OfWords(search, text, signs, headed);
        string kind = (broken, own, headed) switch
        {
            (true, true, true) => "line after a break, alone, headed",
            (true, true, false) => "line after a break, alone",
            (true, false, _) => "line after a break",
            (false, true, true) => "line, alone, headed",
            (false, true, false) => "line, alone",
            _ => "line",
        };
        return new CaptionProposal([picture], line, []) { Signs = signs, Shape = new(kind, own ? block.Tag : Tag.Unknown, style) };
    }

    // The nodes after the picture up to the line's end; null where blocks, other pictures or an empty line come first.
    private static List<MarkupNode>? Line(FigureSearch search, MarkupNode home, out bool broken, out bool ends, out bool closed)
    {
        var line = new List<MarkupNode>();
        broken = false;
        ends = true;
        closed = true;
        for (MarkupNode? side = home.Next; side is not null; side = side.Next)
        {
            if (side.Tag == Tag.Br)
            {
                if (line.Exists(node => !search.IsEmpty(node)))
                {
                    MarkupNode end = WithCredit(search, line, side);
                    ends = Surroundings.After(search, end, 9) is null;
                    closed = Surroundings.After(search, end, 0) is null;
                    break;
                }

                if (broken)
                {
                    return null;
                }

                broken = true;
                continue;
            }

            if (Tags.IsBlock(side.Tag) || search.HasMedia(side))
            {
                ends = false;
                closed = Tags.IsBlock(side.Tag);
                break;
            }

            line.Add(side);
        }

        return line.Exists(node => !search.IsEmpty(node)) ? line : null;
    }

    // The next line too, where it is a credit and nothing else; tells where the caption ends.
    private static MarkupNode WithCredit(FigureSearch search, List<MarkupNode> line, MarkupNode lineBreak)
    {
        var next = new List<MarkupNode>();
        MarkupNode end = lineBreak;
        for (MarkupNode? side = lineBreak.Next; side is not null && side.Tag != Tag.Br && !search.HasMedia(side); side = side.Next)
        {
            if (Tags.IsBlock(side.Tag))
            {
                break;
            }

            next.Add(side);
            end = side;
        }

        if (MarkupText.Of(next) is not { Length: > 0 and <= LongestCredit } text || !search.Reader.IsWhole(text))
        {
            return lineBreak;
        }

        line.Add(lineBreak);
        line.AddRange(next);
        return end;
    }

    // A link around the picture that goes on around its words is the picture's own.
    private static bool WholeLink(MarkupNode home, List<MarkupNode> line) =>
        home.Closest(Tag.A) is { } link && line.TrueForAll(link.Contains);

    // '<b>Head</b>：what the picture shows': the head names the picture, the rest tells of it.
    private static bool IsHeaded(FigureSearch search, List<MarkupNode> line)
    {
        int at = line.FindIndex(node => !search.IsEmpty(node));
        if (at < 0 || line[at].Tag is not (Tag.B or Tag.Strong) || line[at].TextLength > 80)
        {
            return false;
        }

        string head = line[at].PlainText;
        string rest = at + 1 < line.Count ? MarkupText.Of(line[(at + 1)..]) : "";
        return rest.Length > 0 && (head[^1] is ':' or '：' || rest[0] is ':' or '：' or '–' or '—');
    }

    private static bool IsFloating(MarkupNode picture) =>
        picture.Attribute("align") is { } align && align.Trim().ToLowerInvariant() is "left" or "right"
        || picture.Named.Ask(FloatingRule) || (picture.Attribute("style") is { } style && FloatStyle().IsMatch(style));

    private static readonly WordRule<bool> FloatingRule = new(static words => Floating().IsMatch(words));

    [GeneratedRegex(@" (?:align-?(?:left|right)|float-?(?:left|right)|pull-?(?:left|right)|image-(?:left|right))(?: |$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Floating();

    [GeneratedRegex(@"float\s*:\s*(?:left|right)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FloatStyle();
}
