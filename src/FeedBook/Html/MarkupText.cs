using System.Text;

namespace FeedBook.Html;

/// <summary>Plain text of the corrected tree, for deciding and comparing; what goes into the article is read by <see cref="BlockReader"/>.</summary>
internal static class MarkupText
{
    /// <summary>The text below the node, white space folded and trimmed, blocks parted by a space.</summary>
    public static string Of(MarkupNode node)
    {
        if (node.IsText)
        {
            return Fold(node.Text);
        }

        if (node.First is { IsText: true, Next: null })
        {
            return Fold(node.First.Text);
        }

        var text = new StringBuilder();
        for (MarkupNode? at = node.First; at is not null; at = at.Following(node))
        {
            Append(text, at);
        }

        return Fold(text.ToString());
    }

    /// <summary>The text of several nodes that stand side by side.</summary>
    public static string Of(IReadOnlyList<MarkupNode> nodes)
    {
        if (nodes.Count == 1)
        {
            return nodes[0].PlainText;
        }

        var text = new StringBuilder();
        foreach (MarkupNode node in nodes)
        {
            foreach (MarkupNode at in node.WithDescendants())
            {
                Append(text, at);
            }
        }

        return Fold(text.ToString());
    }

    private static void Append(StringBuilder text, MarkupNode at)
    {
        if (at.IsText)
        {
            text.Append(at.Text);
        }
        else if (at.Tag == Tag.Br || Tags.IsBlock(at.Tag))
        {
            text.Append(' ');
        }
    }

    /// <summary>The text with every run of white space as one space, and none at its ends.</summary>
    public static string Fold(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        bool clean = true;
        for (int i = 0; i < trimmed.Length && clean; i++)
        {
            char c = trimmed[i];
            clean = !char.IsWhiteSpace(c) || (c == ' ' && trimmed[i + 1] != ' ');
        }

        if (clean)
        {
            return trimmed.Length == text.Length ? text : trimmed.ToString();
        }

        var folded = new StringBuilder(trimmed.Length);
        bool space = false;
        foreach (char c in trimmed)
        {
            if (char.IsWhiteSpace(c))
            {
                space = true;
                continue;
            }

            if (space)
            {
                folded.Append(' ');
                space = false;
            }

            folded.Append(c);
        }

        return folded.ToString();
    }
}
