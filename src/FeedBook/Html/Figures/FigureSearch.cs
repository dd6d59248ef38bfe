using FeedBook.Content;
using FeedBook.Html.Images;
using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>The article while its captions are sought: the tree, its pictures, and what has been taken already.</summary>
internal sealed class FigureSearch
{
    private readonly List<SourceImage> all = [];
    private readonly List<MarkupNode> figures = [], tables = [], lists = [];
    private readonly NodeTable<int> imageCounts = new();
    private readonly NodeTable<bool> media = new();
    private readonly ImageTable images;
    private int textLength;
    private MarkupNode? next;

    public FigureSearch(MarkupTree tree, ImageTable images, ReadingContext context, IReadOnlyList<LeadImage.Described> described)
    {
        Tree = tree;
        this.images = images;
        Context = context;
        Described = described;
        foreach (SourceImage picture in images.All)
        {
            if (picture.Use == ImageUse.Block)
            {
                all.Add(picture);
            }
        }

        Survey();
        next = tree.Root.First;
    }

    public MarkupTree Tree { get; }

    public MarkupNode Root => Tree.Root;

    /// <summary>What has been found so far.</summary>
    public FigurePlan Plan { get; } = new();

    public ReadingContext Context { get; }

    /// <summary>The options' own selectors; null while a feed's habits are learned.</summary>
    public ReadingSelectors? Selectors { get; init; }

    /// <summary>What each sign is worth.</summary>
    public SignWeights Weights { get; init; } = SignWeights.Captions;

    /// <summary>What tells credits.</summary>
    public CreditReader Reader { get; init; } = CreditReader.Learned();

    /// <summary>Whether every sign is wanted, also where it could change nothing.</summary>
    public bool SeesAll { get; init; }

    /// <summary>
    /// Whether what was seen so far could still come to a caption, if the words end in a credit and the shape is a habit.
    /// </summary>
    public bool MayBeEnough(ulong signs) => SeesAll || Weights.Most(signs) > 0;

    /// <summary>What the feed itself says of pictures.</summary>
    public IReadOnlyList<LeadImage.Described> Described { get; }

    /// <summary>The pictures that stand on a line of their own, in document order.</summary>
    public IReadOnlyList<SourceImage> All => all;

    /// <summary>Those that no figure has yet.</summary>
    public IEnumerable<SourceImage> Free
    {
        get
        {
            foreach (SourceImage picture in all)
            {
                if (Plan.FigureOf(picture.Node) is null)
                {
                    yield return picture;
                }
            }
        }
    }

    /// <summary>A list to gather captions in while one picture is looked at.</summary>
    public List<MarkupNode> Captions { get; } = [];

    /// <summary>A list to gather credits in while one picture is looked at.</summary>
    public List<MarkupNode> Credits { get; } = [];

    /// <summary>The <c>figure</c> elements in document order.</summary>
    public IReadOnlyList<MarkupNode> Figures => figures;

    /// <summary>The <c>table</c> elements with a picture, in document order.</summary>
    public IReadOnlyList<MarkupNode> Tables => tables;

    /// <summary>The <c>dl</c> elements with a picture, in document order.</summary>
    public IReadOnlyList<MarkupNode> DefinitionLists => lists;

    /// <summary>Whether the article's text is longer than this, about. Only as much of it is measured as that takes.</summary>
    public bool IsLongerThan(int length)
    {
        while (textLength <= length && next is not null)
        {
            textLength += next.IsText ? next.TextLength : 0;
            next = next.Following(Root);
        }

        return textLength > length;
    }

    /// <summary>The pictures on lines of their own below a node.</summary>
    public List<MarkupNode> ImagesIn(MarkupNode node)
    {
        var found = new List<MarkupNode>(imageCounts[node]);
        for (MarkupNode? at = imageCounts[node] > 0 ? node : null; at is not null; at = imageCounts[at] > 0 ? at.Following(node)
            : at.FollowingAfter(node))
        {
            if (images.IsBlock(at))
            {
                found.Add(at);
            }
        }

        return found;
    }

    /// <summary>The last picture on a line of its own below a node; null when there is none.</summary>
    public MarkupNode? LastImageIn(MarkupNode node)
    {
        MarkupNode? at = imageCounts[node] > 0 ? node : null;
        while (at is not null && !images.IsBlock(at))
        {
            at = at.Last;
            while (at is not null && imageCounts[at] == 0)
            {
                at = at.Previous;
            }
        }

        return at;
    }

    /// <summary>Whether there is any picture on a line of its own, film or frame below the node.</summary>
    public bool HasMedia(MarkupNode node) => media[node];

    /// <summary>How many images on lines of their own stand in the node or are it.</summary>
    public int CountImages(MarkupNode node) => imageCounts[node];

    /// <summary>Whether the node shows no words that are still free.</summary>
    public bool IsEmpty(MarkupNode node)
    {
        if (!Plan.IsFree(node))
        {
            return true;
        }

        if (node.IsText)
        {
            return InlineEdit.IsBlank(node.Text);
        }

        for (MarkupNode? child = node.First; child is not null; child = child.Next)
        {
            if (!IsEmpty(child))
            {
                return false;
            }
        }

        return true;
    }

    // One walk tells what every pattern asks of the elements around a picture.
    private void Survey()
    {
        for (MarkupNode? node = Root.First; node is not null; node = node.Following(Root))
        {
            bool image = images.IsBlock(node);
            if (image || node.Tag is Tag.Video or Tag.Audio or Tag.Iframe or Tag.Object or Tag.AmpVideo or Tag.AmpYoutube)
            {
                for (MarkupNode? around = node; around is not null; around = around.Parent)
                {
                    imageCounts[around] += image ? 1 : 0;
                    media[around] = true;
                }
            }

            List<MarkupNode>? kind = node.Tag switch
            {
                Tag.Figure => figures,
                Tag.Table => tables,
                Tag.Dl => lists,
                _ => null,
            };
            kind?.Add(node);
        }

        tables.RemoveAll(table => imageCounts[table] == 0);
        lists.RemoveAll(list => imageCounts[list] == 0);
    }
}
