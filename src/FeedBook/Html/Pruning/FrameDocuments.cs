using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Pruning;

/// <summary>
/// Frames that bring their own document in <c>srcdoc</c>: a browser shows it in the place of the frame, so it is read as a part of the
/// article.
/// </summary>
internal static class FrameDocuments
{
    // A document in a frame in a document: each is unescaped once more, and none is worth more than this.
    private const int MostNested = 3;

    /// <summary>Puts the documents in the places of their frames.</summary>
    public static void Open(MarkupTree tree, ReadingContext context)
    {
        var found = new List<(MarkupNode Frame, int Depth)>();
        AddFrames(tree.Root, 0, found);
        for (int i = 0; i < found.Count; i++)
        {
            (MarkupNode frame, int depth) = found[i];
            if (depth == MostNested || frame.Attribute("srcdoc") is not { } html || html.Length > context.Articles.MaxHtmlLength
                || IsPlayer(frame, context))
            {
                continue;
            }

            MarkupNode document = tree.Fragment(html);
            if (!document.HasWords && !document.Any(part => Tags.IsImage(part.Tag) || part.Tag is Tag.Svg or Tag.Video or Tag.Audio))
            {
                continue;
            }

            MarkupNode box = tree.NewElement(Tag.Div);
            while (document.First is { } child)
            {
                child.Remove();
                box.Append(child);
            }

            MarkupNode parent = frame.Parent!;
            frame.InsertBefore(box);
            frame.Remove();
            parent.Forget();
            AddFrames(box, depth + 1, found);
        }

        if (found.Count > 0)
        {
            tree.Root.Forget();
        }
    }

    // A film's still image with a sign to click on, before the film itself comes: the film is what it is.
    private static bool IsPlayer(MarkupNode frame, ReadingContext context) =>
        context.Addresses.Resource(frame.Attribute("src")) is { } address && PlayerAddress.IsKnown(address);

    private static void AddFrames(MarkupNode root, int depth, List<(MarkupNode Frame, int Depth)> found)
    {
        for (MarkupNode? node = root.First; node is not null; node = node.Following(root))
        {
            if (node.Tag == Tag.Iframe && (node.Attributes & MarkupAttributes.Rare) != 0 && node.Has("srcdoc"))
            {
                found.Add((node, depth));
            }
        }
    }
}
