namespace FeedBook.Html.Figures;

/// <summary>
/// Finds the captions of an article. Patterns that read what the page says in so many words decide at once; patterns that
/// read signs only propose, and what the item or its feed does again and again speaks for a proposal.
/// </summary>
internal sealed class FigureReader(ReadingContext context, ReadingSelectors selectors, CaptionHabits? habits)
{
    /// <summary>The evidence at which a proposal becomes a figure.</summary>
    public const int Enough = 60;

    /// <summary>The most that a habit adds to a proposal's evidence.</summary>
    public const int MostHabit = 25;

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
    private static readonly ICaptionPattern[] Signs =
    [
        new PictureBox(),
        new DefinitionCaption(),
        new TableCaption(),
        new LineBelow(),
        new NextBlock(),
    ];

    // The words of a picture that nothing on the page describes.
    private static readonly ICaptionPattern[] Last = [new TitleCaption()];

    public FigurePlan Plan(MarkupNode root, IReadOnlyList<Picture> pictures, IReadOnlyList<LeadPicture.Described> described)
    {
        var plan = new FigurePlan();
        if (pictures.Count == 0 && described.Count == 0 && root.Find(Tag.Figure) is null)
        {
            // Every pattern starts from a picture, or from a figure element around something else.
            return plan;
        }

        var search = new FigureSearch(root, pictures, plan, context, described) { Selectors = selectors };
        foreach (ICaptionPattern pattern in Certain)
        {
            foreach (CaptionProposal proposal in pattern.Find(search))
            {
                Accept(plan, proposal, pattern);
            }
        }

        List<(ICaptionPattern Pattern, CaptionProposal Proposal)> proposals = [.. Signs.SelectMany(pattern => pattern.Find(search).Select(proposal => (pattern, proposal)))];
        Dictionary<string, int> seen = Count(proposals.Select(one => one.Proposal));
        foreach ((ICaptionPattern pattern, CaptionProposal proposal) in proposals.OrderByDescending(one => Weigh(one.Proposal, seen)))
        {
            if (Weigh(proposal, seen) >= Enough)
            {
                Accept(plan, proposal, pattern);
            }
        }

        foreach ((ICaptionPattern pattern, CaptionProposal proposal) in Last.SelectMany(pattern => pattern.Find(search).Select(proposal => (pattern, proposal))).ToList())
        {
            Accept(plan, proposal, pattern);
        }

        return plan;
    }

    /// <summary>The shapes of an item's possible captions, for learning a feed's habits.</summary>
    public static IEnumerable<string> Shapes(string html, FeedItem item)
    {
        var context = new ReadingContext(item.BaseAddress ?? item.Address, ArticleOptions.Default, FigureOptions.Default);
        MarkupNode root = ArticleReading.Parse(html, context);
        new Pruner(context).Prune(root);
        var search = new FigureSearch(root, new PictureFinder(context).Find(root), new FigurePlan(), context, []);
        return [.. Signs.SelectMany(pattern => pattern.Find(search)).Select(proposal => proposal.Shape).OfType<string>()];
    }

    private int Weigh(CaptionProposal proposal, Dictionary<string, int> seen)
    {
        if (proposal.Shape is not { } shape)
        {
            return proposal.Evidence;
        }

        int times = seen[shape] + (habits?.Count(shape) ?? 0);
        return proposal.Evidence + (times >= 3 ? MostHabit : times == 2 ? 15 : 0);
    }

    private static Dictionary<string, int> Count(IEnumerable<CaptionProposal> proposals)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string shape in proposals.Select(proposal => proposal.Shape).OfType<string>())
        {
            seen[shape] = seen.GetValueOrDefault(shape) + 1;
        }

        return seen;
    }

    private static void Accept(FigurePlan plan, CaptionProposal proposal, ICaptionPattern pattern)
    {
        if (proposal.Body.Any(plan.Has) || IsTaken(proposal.Caption) || IsTaken(proposal.Credit))
        {
            return;
        }

        var figure = new PlannedFigure(proposal.Body) { CaptionIsCredit = proposal.IsCredit, FoundBy = pattern.GetType().Name };
        figure.Caption.AddRange(proposal.Caption);
        figure.Credit.AddRange(proposal.Credit);
        plan.Add(figure);
        foreach (MarkupNode label in proposal.Labels)
        {
            label.Claim = Claim.Label;
        }
    }

    private static bool IsTaken(IReadOnlyList<MarkupNode> nodes)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Claim != Claim.None)
            {
                return true;
            }
        }

        return false;
    }
}
