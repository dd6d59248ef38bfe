using FeedBook.Html.Tree;

namespace FeedBook.Html.Images;

/// <summary>The images of one article, beside its tree: which element shows which.</summary>
internal sealed class ImageTable
{
    private readonly List<SourceImage> all = [];
    private readonly NodeTable<SourceImage> nodes = new();

    /// <summary>The images in document order.</summary>
    public IReadOnlyList<SourceImage> All => all;

    /// <summary>The image that a node shows; null where it shows none, or one that is not the article's.</summary>
    public SourceImage? Of(MarkupNode node) => Tags.IsImage(node.Tag) ? nodes[node] : null;

    /// <summary>Whether the node shows an image on a line of its own.</summary>
    public bool IsBlock(MarkupNode node) => Of(node) is { Use: ImageUse.Block };

    /// <summary>Adds the image that comes next in the document.</summary>
    public void Add(SourceImage image)
    {
        all.Add(image);
        nodes[image.Node] = image;
    }

    /// <summary>Adds an image that stands before all others.</summary>
    public void Open(SourceImage image)
    {
        all.Insert(0, image);
        nodes[image.Node] = image;
    }
}
