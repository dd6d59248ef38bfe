namespace FeedBook.Html.Figures;

/// <summary>The article while its captions are sought: the tree, its pictures, and what has been taken already.</summary>
internal sealed class FigureSearch(MarkupNode root, IReadOnlyList<Picture> pictures, FigurePlan plan, ReadingContext context, IReadOnlyList<LeadPicture.Described> described)
{
    private int textLength = -1;

    public MarkupNode Root => root;

    public FigurePlan Plan => plan;

    public ReadingContext Context => context;

    /// <summary>The options' own selectors; null while a feed's habits are learned.</summary>
    public ReadingSelectors? Selectors { get; init; }

    /// <summary>What the feed itself says of pictures.</summary>
    public IReadOnlyList<LeadPicture.Described> Described => described;

    /// <summary>The pictures that stand on a line of their own, in document order.</summary>
    public IReadOnlyList<Picture> All { get; } = [.. pictures.Where(picture => picture.Use == PictureUse.Block)];

    /// <summary>Those that no figure has yet.</summary>
    public IEnumerable<Picture> Free => All.Where(picture => !plan.Has(picture.Node));

    /// <summary>How long the article's text is, about.</summary>
    public int TextLength
    {
        get
        {
            if (textLength < 0)
            {
                textLength = 0;
                for (MarkupNode? node = root.First; node is not null; node = node.Following(root))
                {
                    textLength += node.IsText ? node.PlainText.Length : 0;
                }
            }

            return textLength;
        }
    }

    /// <summary>The elements of one kind, in document order.</summary>
    public IEnumerable<MarkupNode> Elements(Tag tag)
    {
        for (MarkupNode? node = root.First; node is not null; node = node.Following(root))
        {
            if (node.Tag == tag)
            {
                yield return node;
            }
        }
    }

    /// <summary>The pictures on lines of their own below a node.</summary>
    public static List<MarkupNode> PicturesIn(MarkupNode node)
    {
        var found = new List<MarkupNode>();
        for (MarkupNode? at = node; at is not null; at = at.Following(node))
        {
            if (at.Picture is { Use: PictureUse.Block })
            {
                found.Add(at);
            }
        }

        return found;
    }

    /// <summary>Whether there is any picture on a line of its own, film or frame below the node.</summary>
    public static bool HasMedia(MarkupNode node)
    {
        for (MarkupNode? at = node; at is not null; at = at.Following(node))
        {
            if (at.Picture is { Use: PictureUse.Block } || at.Tag is Tag.Video or Tag.Audio or Tag.Iframe or Tag.Object or Tag.AmpVideo or Tag.AmpYoutube)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the node shows no words that are still free.</summary>
    public static bool IsEmpty(MarkupNode node)
    {
        if (node.Claim != Claim.None || node.PlainText.Length == 0)
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
}
