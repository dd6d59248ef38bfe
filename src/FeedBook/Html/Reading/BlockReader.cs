using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Html.Figures;
using FeedBook.Html.Images;
using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Reading;

/// <summary>
/// The corrected tree as blocks. Everything with a shape of its own (lists, tables, code, figures) is read by a reader of its own;
/// runs of bare text become paragraphs.
/// </summary>
internal sealed class BlockReader
{
    // Each block of the tree needs at most two levels of its own (a figure and its picture, a list and its items).
    private const int DeepestBlock = Article.MaxDepth - 8;

    private readonly ReadingContext context;
    private readonly InlineReader inlines;
    private readonly HeadingReader headings = new();
    private readonly BlockStack blocks = new();
    private readonly Stack<RunBuilder> spare = new();
    private Claim reading;
    private WhiteSpace white;
    private string? runId;
    private int depth;

    public BlockReader(ReadingContext context, ArticlePlan plan, Anchors anchors, string? language)
    {
        this.context = context;
        Plan = plan;
        Anchors = anchors;
        Scope = new BlockScope { Language = language, OuterLanguage = language };
        inlines = new InlineReader(this, context);
    }

    public ReadingContext Context => context;

    /// <summary>What has been decided of the tree.</summary>
    public ArticlePlan Plan { get; }

    public Anchors Anchors { get; }

    public RunBuilder Run { get; private set; } = new();

    public BlockScope Scope { get; private set; }

    /// <summary>Whether blocks must not nest any deeper here.</summary>
    public bool IsTooDeep => depth >= DeepestBlock;

    /// <summary>The node's content as blocks.</summary>
    public ImmutableArray<Block> Inside(MarkupNode node)
    {
        Level outer = Enter(Run);
        Children(node);
        return Leave(outer);
    }

    /// <summary>Several nodes' content as blocks.</summary>
    public ImmutableArray<Block> Inside(IReadOnlyList<MarkupNode> nodes) => Inside(nodes, Run);

    /// <summary>Several nodes' content as one run; what were paragraphs is parted by line breaks.</summary>
    public ImmutableArray<Inline> RunOf(IReadOnlyList<MarkupNode> nodes, Claim claim)
    {
        Claim outer = reading;
        reading = claim;
        ImmutableArray<Block> content = Inside(nodes, null);
        reading = outer;
        return BlocksAsRun.Join(content);
    }

    public void Children(MarkupNode node)
    {
        for (MarkupNode? child = node.First; child is not null; child = child.Next)
        {
            Node(child);
        }
    }

    public void Node(MarkupNode node)
    {
        if (Plan.IsApart(node) || (Plan.ClaimOf(node) is var claim and not Claim.None && claim != reading))
        {
            return;
        }

        if (node.IsText)
        {
            Text(node.Text);
            return;
        }

        WhiteSpace outer = white;
        white = WhiteSpaceStyle.Of(node, outer);
        Element(node);
        white = outer;
    }

    private void Text(string text)
    {
        if (Anchors.IsWaiting && !Run.HasContent && !InlineEdit.IsBlank(text))
        {
            // A place at the paragraph's start is the paragraph's, whatever else comes before its end.
            runId = Anchors.Take();
        }

        if (white == WhiteSpace.Folds)
        {
            Run.Text(text);
            return;
        }

        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0 && !Run.Break())
            {
                Flush();
            }

            Run.Text(white == WhiteSpace.Stays ? WhiteSpaceStyle.Keep(lines[i], !Run.LineHasContent) : lines[i]);
        }
    }

    private void Element(MarkupNode node)
    {
        if (WordlessEmbed.Of(node, context) is { } embed)
        {
            Anchors.Pass(node);
            PlaceBlock(node, embed);
            return;
        }

        if (white != WhiteSpace.Folds && CodeReader.IsListing(node))
        {
            Flush();
            Anchors.Pass(node);
            CodeReader.Read(this, node);
            return;
        }

        if (Plan.IsFigure(node))
        {
            AroundFigure(node, Plan.FigureOf(node)!);
            return;
        }

        if (!node.IsBlock)
        {
            inlines.Read(node);
        }
        else if (Tags.IsBlock(node.Tag))
        {
            Block(node);
        }
        else
        {
            // An element of a line that its style puts on lines of its own.
            Flush();
            inlines.Read(node);
            Flush();
        }
    }

    private void Block(MarkupNode node)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        Flush();
        Anchors.Pass(node);
        BlockScope outer = Scope;
        Scope = outer.Enter(node);
        switch (node.Tag)
        {
            case >= Tag.H1 and <= Tag.H6:
                headings.Read(this, node);
                break;
            case Tag.Ul or Tag.Ol or Tag.Menu or Tag.Dir:
                ListReader.Read(this, node);
                break;
            case Tag.Li:
                ListReader.ReadStray(this, node);
                break;
            case Tag.Dl:
                ListReader.ReadDefinitions(this, node);
                break;
            case Tag.Table:
                TableReader.Read(this, node);
                break;
            case Tag.Blockquote:
                Container(node, content => Plan.Asides.Quotation(node, content));
                break;
            case Tag.Aside when Plan.Asides.IsBeside(node):
                Container(node, content => Plan.Asides.Beside(node, content));
                break;
            case Tag.Pre or Tag.Listing or Tag.Xmp or Tag.Plaintext:
                CodeReader.Read(this, node);
                break;
            case Tag.Hr:
                if (!TableReader.IsIn(node, Tag.Tr))
                {
                    Add(new Rule());
                }

                break;
            default:
                Children(node);
                Flush();
                break;
        }

        Scope = outer;
    }

    /// <summary>Reads the content as blocks of their own inside what <paramref name="make"/> makes of them.</summary>
    public void Container(MarkupNode node, Func<ImmutableArray<Block>, Block> make)
    {
        if (IsTooDeep)
        {
            Children(node);
            Flush();
            return;
        }

        string? id = Anchors.Take();
        ImmutableArray<Block> content = Inside(node);
        if (content.IsEmpty)
        {
            return;
        }

        Add(make(content), id);
    }

    /// <summary>Ends the paragraph that is being written.</summary>
    public void Flush() => Flush(Scope.Alignment);

    /// <summary>Ends the paragraph that is being written, and aligns it.</summary>
    public void Flush(TextAlignment? alignment)
    {
        ImmutableArray<Inline> content = Run.Take();
        if (!content.IsEmpty)
        {
            string? id = runId is null ? Anchors.Take() : Anchors.TakeInto(runId);
            runId = null;
            Add(new Paragraph(content) { Alignment = alignment }, id);
        }

        blocks.Release();
    }

    /// <summary>Adds a block with the id, language and direction of this place.</summary>
    public void Add(Block block, string? id = null)
    {
        id ??= Anchors.IsWaiting ? Anchors.Take() : null;
        if (id is not null || Scope.Differs)
        {
            block = block with { Id = id ?? block.Id, Language = block.Language ?? Scope.OwnLanguage, Direction = block.Direction
                ?? Scope.OwnDirection };
        }

        blocks.Add(block);
    }

    /// <summary>Adds a block that has been read whole, with all that it says of itself.</summary>
    public void AddWhole(Block block) => blocks.Add(block);

    /// <summary>Puts a picture where it stands. Inside a sentence it waits for the sentence's end: a book has no floats.</summary>
    public void Place(MarkupNode node)
    {
        if (Plan.FigureOf(node) is { } planned)
        {
            if (planned.Body[0] == node)
            {
                // A place before the figure is the figure's and not its caption's.
                string? id = Anchors.Take();
                PlaceBlock(node, FigureText.Make(this, planned, planned.Body.Count == 1 ? [Image(node)] : [.. planned.Body.Select(Image)]),
                    id);
            }
        }
        else if (context.Figures.KeepUncaptioned && Plan.ImageOf(node) is { } image && ImageSorter.IsUndecided(image))
        {
            // Where it stands is kept until its bytes tell whether it is a sign or a picture.
            Run.Add(new InlineImage(ImageReferences.Of(image)));
        }
        else if (context.Figures.KeepUncaptioned)
        {
            PlaceBlock(node, Image(node));
        }
        else
        {
            context.Report(DiagnosticIds.UncaptionedPicture, "A picture without a caption was left out, as the options say.",
                Plan.ImageOf(node)!.Candidates[0] is { Scheme: not "data" } address ? address : null);
        }
    }

    public void PlaceBlock(MarkupNode node, Block block, string? id = null)
    {
        if (Run.LineHasContent && ImageSorter.TextOnSide(node, forward: true))
        {
            id ??= Anchors.Take();
            blocks.Hold(id is null ? block : block with { Id = id });
            return;
        }

        Flush();
        Add(block, id);
    }

    private ImageBlock Image(MarkupNode node) =>
        new ImageBlock(ImageReferences.Of(Plan.ImageOf(node)!)) { Link = inlines.LinkAround(node) };

    private void AroundFigure(MarkupNode node, PlannedFigure planned)
    {
        Flush();
        Anchors.Pass(node);
        BlockScope outer = Scope;
        Scope = outer.Enter(node);
        string? id = Anchors.Take();
        ImmutableArray<Block> body = Inside(node);
        if (body.IsEmpty)
        {
            Plan.GiveUp(planned);
            Children(node);
            Flush();
        }
        else
        {
            Add(FigureText.Make(this, planned, body), id);
        }

        Scope = outer;
    }

    private ImmutableArray<Block> Inside(IReadOnlyList<MarkupNode> nodes, RunBuilder? within)
    {
        Level outer = Enter(within);
        for (int i = 0; i < nodes.Count; i++)
        {
            Node(nodes[i]);
        }

        return Leave(outer);
    }

    // A level of its own, in the links and styles of the run around it where there is one.
    private Level Enter(RunBuilder? within)
    {
        var outer = new Level(Run, Scope, runId, blocks.Enter());
        runId = null;
        Run = spare.TryPop(out RunBuilder? run) ? run : new RunBuilder();
        if (within is not null)
        {
            Run.Enter(within);
        }

        Scope = Scope.Inside();
        depth++;
        return outer;
    }

    private ImmutableArray<Block> Leave(Level outer)
    {
        Flush();
        depth--;
        Run.Leave();
        spare.Push(Run);
        Run = outer.Run;
        Scope = outer.Scope;
        runId = outer.RunId;
        return blocks.Leave(outer.Place);
    }

    private readonly record struct Level(RunBuilder Run, BlockScope Scope, string? RunId, BlockStack.Place Place);
}
