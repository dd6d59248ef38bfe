using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>What stands around a picture: its own place, and the words that follow it.</summary>
internal static class Surroundings
{
    /// <summary>The largest element that holds nothing but this picture.</summary>
    public static MarkupNode Home(FigureSearch search, MarkupNode picture)
    {
        MarkupNode home = picture;
        while (home.Parent is { Tag: not (Tag.Root or Tag.Td or Tag.Th or Tag.Li or Tag.Dd or Tag.Dt) } parent
            && IsAlone(search, home, parent))
        {
            home = parent;
        }

        return home;
    }

    /// <summary>The largest element that holds nothing but pictures, this one the last of them.</summary>
    public static MarkupNode Row(FigureSearch search, MarkupNode picture)
    {
        MarkupNode home = Home(search, picture);
        while (home.Parent is { Tag: Tag.P or Tag.Div or Tag.Center or Tag.A or Tag.Span } parent && search.LastImageIn(parent) == picture
            && search.IsEmpty(parent))
        {
            home = parent;
        }

        return home;
    }

    /// <summary>
    /// The next thing beside the node that shows anything; null at the end of what is around it. At most <paramref name="breaks"/> line
    /// breaks are passed.
    /// </summary>
    public static MarkupNode? After(FigureSearch search, MarkupNode node, int breaks)
    {
        for (MarkupNode? side = node.Next; side is not null; side = side.Next)
        {
            if (side.Tag == Tag.Br)
            {
                if (breaks-- == 0)
                {
                    return null;
                }
            }
            else if (!search.IsEmpty(side) || search.HasMedia(side) || side.Tag == Tag.Hr)
            {
                return side;
            }
        }

        return null;
    }

    /// <summary>The last thing before the node that shows anything; null at the start of what is around it.</summary>
    public static MarkupNode? Before(FigureSearch search, MarkupNode node)
    {
        for (MarkupNode? side = node.Previous; side is not null; side = side.Previous)
        {
            if (!search.IsEmpty(side) || search.HasMedia(side) || side.Tag == Tag.Hr)
            {
                return side;
            }
        }

        return null;
    }

    /// <summary>Whether the text is most of what the article says: then it is the article, not a caption.</summary>
    public static bool IsMostOf(FigureSearch search, int textLength) => !search.IsLongerThan(((textLength * 10) - 1) / 6);

    private static bool IsAlone(FigureSearch search, MarkupNode home, MarkupNode parent)
    {
        for (MarkupNode? child = parent.First; child is not null; child = child.Next)
        {
            if (child != home
                && (search.HasMedia(child)
                || !(search.IsEmpty(child) || (child.TextLength < 40 && CaptionWords.IsControl(child.PlainText)))))
            {
                return false;
            }
        }

        return true;
    }
}
