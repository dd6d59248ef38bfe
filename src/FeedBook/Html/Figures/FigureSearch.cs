using FeedBook.Html.Images;
using FeedBook.Html.Ledger;
using FeedBook.Html.Reading;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>The article while its captions are sought: the tree, its pictures, and what has been taken already.</summary>
internal sealed class FigureSearch
{
    private readonly List<Picture> all = [];
    private readonly List<MarkupNode> figures = [], tables = [], lists = [];
    private int textLength;
    private MarkupNode? next;

    public FigureSearch(MarkupNode root, IReadOnlyList<Picture> pictures, ReadingContext context, IReadOnlyList<LeadPicture.Described> described)
    {
        Root = root;
        Context = context;
        Described = described;
        foreach (Picture picture in pictures)
        {
            if (picture.Use == PictureUse.Block)
            {
                all.Add(picture);
            }
        }

        Survey();
        next = root.First;
    }

    public MarkupNode Root { get; }

    public ReadingContext Context { get; }

    /// <summary>The options' own selectors; null while a feed's habits are learned.</summary>
    public ReadingSelectors? Selectors { get; init; }

    /// <summary>What the feed itself says of pictures.</summary>
    public IReadOnlyList<LeadPicture.Described> Described { get; }

    /// <summary>The pictures that stand on a line of their own, in document order.</summary>
    public IReadOnlyList<Picture> All => all;

    /// <summary>Those that no figure has yet.</summary>
    public IEnumerable<Picture> Free
    {
        get
        {
            foreach (Picture picture in all)
            {
                if (picture.Figure is null)
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
    public static List<MarkupNode> PicturesIn(MarkupNode node)
    {
        var found = new List<MarkupNode>(node.Pictures);
        for (MarkupNode? at = node.Pictures > 0 ? node : null; at is not null; at = at.Pictures > 0 ? at.Following(node) : at.FollowingAfter(node))
        {
            if (at.Picture is { Use: PictureUse.Block })
            {
                found.Add(at);
            }
        }

        return found;
    }

    /// <summary>The last picture on a line of its own below a node; null when there is none.</summary>
    public static MarkupNode? LastPictureIn(MarkupNode node)
    {
        MarkupNode? at = node.Pictures > 0 ? node : null;
        while (at is not null && at.Picture is not { Use: PictureUse.Block })
        {
            at = at.Last;
            while (at is { Pictures: 0 })
            {
                at = at.Previous;
            }
        }

        return at;
    }

    /// <summary>Whether there is any picture on a line of its own, film or frame below the node.</summary>
    public static bool HasMedia(MarkupNode node) => node.HasMedia;

    /// <summary>Whether the node shows no words that are still free.</summary>
    public static bool IsEmpty(MarkupNode node)
    {
        if (node.Claim != Claim.None)
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
            bool picture = node.Picture is { Use: PictureUse.Block };
            if (picture || node.Tag is Tag.Video or Tag.Audio or Tag.Iframe or Tag.Object or Tag.AmpVideo or Tag.AmpYoutube)
            {
                for (MarkupNode? around = node; around is not null; around = around.Parent)
                {
                    around.Pictures += picture ? 1 : 0;
                    around.HasMedia = true;
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

        tables.RemoveAll(table => table.Pictures == 0);
        lists.RemoveAll(list => list.Pictures == 0);
    }
}
