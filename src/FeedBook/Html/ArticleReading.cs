using System.Collections.Frozen;
using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Html.Figures;
using FeedBook.Html.Formulas;
using FeedBook.Html.Images;
using FeedBook.Html.Ledger;
using FeedBook.Html.Pruning;
using FeedBook.Html.Reading;
using FeedBook.Html.Selectors;
using FeedBook.Html.Tree;
using HtmlAgilityPack;

namespace FeedBook.Html;

/// <summary>One reading of one article, from text to tree. The order of the steps is written here once.</summary>
internal sealed class ArticleReading(ArticleOptions articles, FigureOptions figures, ReadingSelectors selectors)
{
    public FeedItem? Item { get; init; }

    public CaptionHabits? Habits { get; init; }

    /// <summary>The names of the item's places that links of other articles lead to.</summary>
    public IReadOnlySet<string> LinkedPlaces { get; init; } = FrozenSet<string>.Empty;

    /// <summary>What accounts for every word of the source: kept by debug builds, and by whoever asks; null where nobody checks.</summary>
    public WordLedger? Ledger { get; init; }
#if DEBUG
        = new();
#endif

    /// <summary>What became of the words, where a ledger was kept; null before that.</summary>
    public WordAccount? Words { get; private set; }

    /// <summary>The weights by which captions and credits are told.</summary>
    public FigureWeights Weights { get; init; } = FigureWeights.Learned;

    /// <summary>Where the program that learns the weights looks on; null in every other reading.</summary>
    public FigureTrace? Trace { get; init; }

    public Article Read(string html, Uri? baseAddress, CancellationToken cancellationToken = default) =>
        LongText.Read(html.Length, () => ReadAll(html, baseAddress, cancellationToken), cancellationToken);

    private Article ReadAll(string html, Uri? baseAddress, CancellationToken cancellationToken)
    {
        var context = new ReadingContext(baseAddress, articles, figures)
        {
            Item = Item?.Title ?? Item?.Id,
            Ledger = Ledger,
            Cancellation = cancellationToken,
        };
        foreach (string fault in selectors.Faults)
        {
            context.Report(DiagnosticIds.InvalidSelector, fault, severity: DiagnosticSeverity.Warning);
        }

        MarkupTree tree = Parse(html, context, selectors);
        MarkupNode root = tree.Root;

        // Formulas before hidden parts: of a formula's two forms one is hidden, and it may be the better.
        FormulaPlan formulas = new FormulaFinder(tree, context).Find();

        // Hidden parts go first: a hidden copy of a picture must not be taken for the picture.
        new Pruner(context).Prune(tree);
        FeedTails tails = Habits?.Tails ?? FeedTails.None;
        if (articles.RemovePromotions && (tails.Any || Promotions.MayStandIn(html)))
        {
            new Promotions(context, Item, tails).Remove(root);
        }

        new HeadingAnchors(root, context).Remove();
        RepeatedTitle.Remove(root, Item?.Title, context);

        // Pictures before captions: a caption is sought for what is left, and copies of a picture would look like neighbours.
        ImageTable images = new ImageFinder(context).Find(tree);
        var lead = LeadImage.Find(tree, images, Item, context);
        bool learned = ReferenceEquals(Weights, FigureWeights.Learned);
        var split = new CreditSplit
        {
            Reader = learned ? CreditReader.Learned() : new CreditReader(Weights.Credits, Weights.WholeCredits),
            Trace = Trace,
        };
        var figureReader = new FigureReader(context, selectors, Habits?.Shapes)
        {
            Split = split,
            Weights = learned ? SignWeights.Captions : new SignWeights(Weights.Captions),
        };
        FigurePlan plan = figureReader.Plan(tree, images, lead);

        // Notes after captions: a caption may call a note, but no note is a caption.
        NoteReader notes = NoteReader.Find(tree, context);
        string? language = Language(root);
        var decided = new ArticlePlan(images, plan, notes.Plan, formulas, new AsidePlan(root));
        var reader = new BlockReader(context, decided, new Anchors(root, decided, context.Addresses, LinkedPlaces), language);
        ImmutableArray<Block> own = WithoutOuterRules(reader.Anchors.AtEnd(reader.Inside(root)));
        ImmutableArray<Block> blocks = AttachedMedia.Join(own, html, Item, context);
        ImmutableArray<Footnote> footnotes = notes.Read(reader);
        var article = new Article
        {
            Blocks = blocks,
            Notes = footnotes,
            Language = language,
            Direction = Direction(root, language),
        };
        Account(article, context);
        return FigureNumbers.Add(reader.Anchors.Settle(article, context), figures) with { Diagnostics = context.Diagnostics() };
    }

    /// <summary>The shapes of an item's possible captions, for learning a feed's habits.</summary>
    public static IEnumerable<CaptionShape> Shapes(string html, FeedItem item)
    {
        var context = new ReadingContext(item.BaseAddress ?? item.Address, ArticleOptions.Default, FigureOptions.Default);
        MarkupTree tree = Parse(html, context);
        _ = new FormulaFinder(tree, context).Find();
        new Pruner(context).Prune(tree);
        return FigureReader.Shapes(tree, new ImageFinder(context).Find(tree), context);
    }

    // The law: every text of the source has one fate.
    private void Account(Article article, ReadingContext context)
    {
        if (Ledger is null)
        {
            return;
        }

        Words = Ledger.Settle(article);
        foreach (string text in Words.Unaccounted)
        {
            context.Report(DiagnosticIds.UnaccountedWords, $"Words were lost: “{ReadingContext.Excerpt(text)}”",
                severity: DiagnosticSeverity.Warning);
        }
    }

    private static MarkupTree Parse(string html, ReadingContext context, ReadingSelectors? selectors = null)
    {
        html = CharacterData.Unwrap(html);
        if (html.Length > context.Articles.MaxHtmlLength)
        {
            html = html[..context.Articles.MaxHtmlLength];
            context.Report(DiagnosticIds.HtmlTooLong,
                $"The HTML is longer than {context.Articles.MaxHtmlLength} characters; the rest was left out.",
                severity: DiagnosticSeverity.Warning);
        }

        var faults = new List<string>();
        HtmlDocument document = HtmlTree.Load(html, faults);
        foreach (string fault in faults)
        {
            context.Report(DiagnosticIds.BrokenMarkup, fault, severity: DiagnosticSeverity.Warning);
        }

        foreach (string unused in selectors?.Unused(document.DocumentNode) ?? [])
        {
            context.Report(DiagnosticIds.SelectorUnused, $"The selector '{unused}' occurs nowhere.", severity: DiagnosticSeverity.Warning);
        }

        if (selectors is not null && !KeepRemove.Apply(document.DocumentNode, selectors.Keep, selectors.Remove))
        {
            context.Report(DiagnosticIds.NothingToKeep, "None of the selectors of what to keep occurs; everything was kept.",
                severity: DiagnosticSeverity.Warning);
        }

        if (context.Ledger is { } ledger)
        {
            SourceWords.Add(document, ledger);
        }

        MarkupTree tree = MarkupTree.Of(document, context.Cancellation);
        if (tree.IsFlattened)
        {
            context.Report(DiagnosticIds.HtmlTooDeep,
                "The HTML nests deeper than any article needs; the innermost elements were left out, their text kept.");
        }

        UnclosedParts.Open(tree);
        FrameDocuments.Open(tree, context);
        if (RoleTables.MayStandIn(html))
        {
            RoleTables.Rebuild(tree);
        }

        return tree;
    }

    // The feed's word counts most; then the page's own, then the script.
    private string? Language(MarkupNode root)
    {
        string? told = Text.LanguageTag.Normalize(Item?.Language) ?? BlockScope.LanguageOf(root);
        string? guess = told is null || StrongLetters.Most(root) == TextDirection.RightToLeft ? LanguageGuess.Of(root) : null;

        // A feed's word does not hold for an item in a script that its language is never written in.
        return guess is not null && (told is null || (Text.LanguageTag.IsRightToLeft(guess) && !Text.LanguageTag.IsRightToLeft(told)))
            ? guess : told;
    }

    private static TextDirection? Direction(MarkupNode root, string? language)
    {
        MarkupNode? only = root.First;
        while (only is { IsText: true } && string.IsNullOrWhiteSpace(only.Text))
        {
            only = only.Next;
        }

        for (MarkupNode? other = only?.Next; other is not null; other = other.Next)
        {
            only = other.HasWords ? null : only;
        }

        return BlockScope.DirectionOf(root) ?? (only is { IsText: false } ? BlockScope.DirectionOf(only) : null)
            ?? (Text.LanguageTag.IsRightToLeft(language) ? StrongLetters.Most(root) ?? TextDirection.RightToLeft : null);
    }

    // A rule before the first or after the last block parts nothing.
    private static ImmutableArray<Block> WithoutOuterRules(ImmutableArray<Block> blocks)
    {
        int start = 0, end = blocks.Length;
        while (start < end && blocks[start] is Rule { Id: null })
        {
            start++;
        }

        while (end > start && blocks[end - 1] is Rule { Id: null })
        {
            end--;
        }

        return start == 0 && end == blocks.Length ? blocks : blocks[start..end];
    }
}
