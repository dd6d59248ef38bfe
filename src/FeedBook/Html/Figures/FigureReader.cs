using FeedBook.Html.Images;
using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>
/// Finds the captions of an article. Patterns that read what the page says in so many words decide at once; patterns that
/// read signs only propose, and what the item or its feed does again and again speaks for a proposal.
/// </summary>
internal sealed class FigureReader(ReadingContext context, ReadingSelectors selectors, ShapeCounts? habits)
{
    // Fewer letters than these say little, whatever says the same.
    private const int LeastAlternative = 8;

    private readonly List<PlannedFigure> planned = [];

    /// <summary>How captions are parted from their credits.</summary>
    public CreditSplit Split { get; init; } = new();

    /// <summary>What each sign of a caption is worth.</summary>
    public SignWeights Weights { get; init; } = SignWeights.Captions;

    // The order matters: what is certain takes its words first, so that weaker patterns cannot give them to another picture.
    private static readonly ICaptionPattern[] Certain =
    [
        new SelectedCaption(),      // first of all: the user says so
        new ShortcodeCaption(),     // before all: its brackets would be read as text
        new FigureElement(),        // the standard says so
        new MarkedCaption(),        // the class says so
        new DataCaption(),          // an attribute says so; where the words are visible too, the mark-up above has taken them
        new MediaDescription(),     // the feed says so
    ];

    // These see only pictures and words that are left. They are weighed together, best evidence first.
    private static readonly ICaptionPattern[] Weighed =
    [
        new ImageBox(),
        new DefinitionCaption(),
        new TableCaption(),
        new LineBelow(),
        new NextBlock(),
    ];

    // The words of a picture that nothing on the page describes.
    private static readonly ICaptionPattern[] Last = [new TitleCaption()];

    /// <summary>Gives every figure its images and its words.</summary>
    public FigurePlan Plan(MarkupTree tree, ImageTable images, IReadOnlyList<LeadImage.Described> described)
    {
        if (images.All.Count == 0 && described.Count == 0 && tree.Root.Find(Tag.Figure) is null)
        {
            // Every pattern starts from an image, or from a figure element around something else.
            return new FigurePlan();
        }

        var search =
            new FigureSearch(tree, images, context, described) { Selectors = selectors, Weights = Weights, Reader = Split.Reader,
            SeesAll = Split.Trace is not null };
        AcceptAll(Certain, search);
        var proposals = new List<(string Pattern, CaptionProposal Proposal)>();
        var seen = new Dictionary<CaptionShape, int>();
        foreach (ICaptionPattern pattern in Weighed)
        {
            string? name = null;
            foreach (CaptionProposal proposal in pattern.Find(search))
            {
                proposals.Add((name ??= pattern.GetType().Name, proposal));
                if (proposal.Shape is { } shape)
                {
                    seen[shape] = seen.GetValueOrDefault(shape) + 1;
                }
            }
        }

        int free = search.Free.Count(), numbered = proposals.Count(one => one.Proposal.Signs.Has(CaptionSign.Numbered));
        var weighed = new List<(string Pattern, CaptionProposal Proposal, int Weight)>();
        foreach ((string pattern, CaptionProposal proposal) in proposals)
        {
            ulong signs = proposal.Signs | HabitsOf(proposal, seen, free, numbered)
                | CaptionSign.SaysAlternative.If(SaysAlternative(proposal));
            Split.Trace?.Add(proposal, signs);
            int weight = Weights.Weigh(signs);
            if (weight > 0)
            {
                weighed.Add((pattern, proposal, weight));
            }
        }

        // Of equal weight the earlier pattern's, and then the earlier picture's, comes first.
        foreach ((string pattern, CaptionProposal proposal, _) in weighed.OrderByDescending(one => one.Weight))
        {
            Accept(proposal, pattern, search.Plan);
        }

        AcceptAll(Last, search);
        Split.Habits =
            CreditHabits.Of(
            [.. planned.Where(static figure => figure.Caption.Count > 0).Select(static figure => MarkupText.Of(figure.Caption))],
            Split.Reader);
        return search.Plan;
    }

    /// <summary>The shapes of an item's possible captions, for learning a feed's habits.</summary>
    public static IEnumerable<CaptionShape> Shapes(MarkupTree tree, ImageTable images, ReadingContext context)
    {
        var search = new FigureSearch(tree, images, context, []);
        return [.. Weighed.SelectMany(pattern => pattern.Find(search)).Select(proposal => proposal.Shape).OfType<CaptionShape>()];
    }

    // What the item and its feed do again and again.
    private ulong HabitsOf(CaptionProposal proposal, Dictionary<CaptionShape, int> seen, int free, int numbered)
    {
        ulong signs = CaptionSign.NumberedAgain.If(numbered >= 2 && proposal.Signs.Has(CaptionSign.Numbered));
        if (proposal.Shape is not { } shape || proposal.Signs.Has(CaptionSign.LikeNeighbours))
        {
            // That paragraphs like all others stand behind images again and again says nothing.
            return signs;
        }

        int here = seen[shape], times = here + (habits?.Of(shape) ?? 0);
        bool plain = proposal.Signs.Has(CaptionSign.NextBlock) && Evidence.IsPlain(proposal.Signs);
        return signs | CaptionSign.Twice.If(!plain && times >= 2) | CaptionSign.Habit.If(!plain && times >= 3)
            | CaptionSign.UnderAll.If(free >= 3 && here == free);
    }

    // The alternative text repeats the caption, the caption the alternative text, or one goes on a little longer.
    private static bool SaysAlternative(CaptionProposal proposal)
    {
        if (proposal.Body.Count != 1 || proposal.Body[0].Attribute("alt") is not { Length: >= LeastAlternative } alternative
            || proposal.Caption.Count == 0)
        {
            return false;
        }

        string said = Letters(alternative), words = Letters(MarkupText.Of(proposal.Caption));
        (string shorter, string longer) = said.Length < words.Length ? (said, words) : (words, said);
        return shorter.Length >= LeastAlternative && shorter.Length * 3 >= longer.Length * 2
            && longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private void AcceptAll(ICaptionPattern[] patterns, FigureSearch search)
    {
        foreach (ICaptionPattern pattern in patterns)
        {
            // A type puts its name together each time it is asked.
            string? name = null;
            foreach (CaptionProposal proposal in pattern.Find(search))
            {
                Accept(proposal, name ??= pattern.GetType().Name, search.Plan);
            }
        }
    }

    private void Accept(CaptionProposal proposal, string foundBy, FigurePlan plan)
    {
        for (int i = 0; i < proposal.Body.Count; i++)
        {
            if (plan.FigureOf(proposal.Body[i]) is not null)
            {
                return;
            }
        }

        if (proposal.Credit.Count == 0 && proposal.Caption.Count > 0 && MarkupText.Of(proposal.Caption) is { Length: < 40 } words
            && CaptionWords.IsControl(words))
        {
            // 'Anzeige', 'Pin it': the page's own words, whatever they stand in.
            return;
        }

        if (IsTaken(proposal.Caption, plan) || IsTaken(proposal.Credit, plan))
        {
            return;
        }

        var figure =
            new PlannedFigure(proposal.Body) { Caption = proposal.Caption, Credit = proposal.Credit, CaptionIsCredit = proposal.IsCredit,
            FoundBy = foundBy, Split = Split };
        plan.Take(figure, proposal.Labels);
        planned.Add(figure);
        foreach (MarkupNode label in proposal.Labels)
        {
            bool isMissed = !CaptionParts.SaysNothing(label.PlainText)
                && !proposal.Caption.Any(caption => caption.PlainText == label.PlainText);
            context.Tell(DiagnosticIds.ImageLabel, "A label of the page's own beside an image was left out", label.PlainText,
                isMissed ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info);
        }
    }

    private static bool IsTaken(IReadOnlyList<MarkupNode> nodes, FigurePlan plan)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            if (!plan.IsFree(nodes[i]))
            {
                return true;
            }
        }

        return false;
    }
}
