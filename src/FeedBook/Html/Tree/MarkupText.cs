using System.Buffers;
using System.Text;

namespace FeedBook.Html.Tree;

/// <summary>Plain text of the corrected tree, for deciding and comparing; what goes into the article is read by the reading room.</summary>
internal static class MarkupText
{
    // White space but the space itself, as char.IsWhiteSpace tells it.
    private static readonly SearchValues<char> OtherWhite = SearchValues.Create(
        "\t\n\v\f\r\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000");

    /// <summary>The text below the node, white space folded and trimmed, blocks parted by a space.</summary>
    public static string Of(MarkupNode node)
    {
        if (node.IsText)
        {
            return Fold(node.Text);
        }

        if (node.First is not { } first)
        {
            return "";
        }

        if (first is { IsText: true, Next: null })
        {
            return Fold(first.Text);
        }

        var text = new StringBuilder();
        Append(text, node);
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
        for (int i = 0; i < nodes.Count; i++)
        {
            Append(text, nodes[i]);
        }

        return Fold(text.ToString());
    }

    /// <summary>How long the text below the node is; as long as <see cref="Of(MarkupNode)"/> gives it, but nothing is written.</summary>
    public static int LengthOf(MarkupNode node)
    {
        int length = 0;
        bool space = false;
        for (MarkupNode? at = node; at is not null; at = at.Following(node))
        {
            if (at.IsText)
            {
                Count(at.Text, ref length, ref space);
            }
            else
            {
                space |= at.Tag == Tag.Br || at.IsBlock;
            }
        }

        return length;
    }

    /// <summary>Whether there are no words below the node.</summary>
    public static bool IsBlank(MarkupNode node)
    {
        for (MarkupNode? at = node; at is not null; at = at.Following(node))
        {
            if (at.IsText && !string.IsNullOrWhiteSpace(at.Text))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text with every run of white space as one space, and none at its ends.</summary>
    public static string Fold(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        if (IsClean(trimmed))
        {
            return trimmed.Length == text.Length ? text : trimmed.ToString();
        }

        char[] folded = ArrayPool<char>.Shared.Rent(trimmed.Length);
        int length = 0;
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
                folded[length++] = ' ';
                space = false;
            }

            folded[length++] = c;
        }

        var result = new string(folded, 0, length);
        ArrayPool<char>.Shared.Return(folded);
        return result;
    }

    private static void Count(ReadOnlySpan<char> text, ref int length, ref bool space)
    {
        ReadOnlySpan<char> trimmed = text.TrimStart();
        space |= trimmed.Length < text.Length;
        if (trimmed.Length == 0)
        {
            return;
        }

        length += space && length > 0 ? 1 : 0;
        text = trimmed.TrimEnd();
        space = text.Length < trimmed.Length;
        if (IsClean(text))
        {
            length += text.Length;
            return;
        }

        bool white = false;
        foreach (char c in text)
        {
            bool was = white;
            white = char.IsWhiteSpace(c);
            length += white && was ? 0 : 1;
        }
    }

    private static bool IsClean(ReadOnlySpan<char> trimmed) =>
        !trimmed.ContainsAny(OtherWhite) && trimmed.IndexOf("  ", StringComparison.Ordinal) < 0;

    private static void Append(StringBuilder text, MarkupNode node)
    {
        for (MarkupNode? at = node; at is not null; at = at.Following(node))
        {
            if (at.IsText)
            {
                text.Append(at.Text);
            }
            else if (at.Tag == Tag.Br || at.IsBlock)
            {
                text.Append(' ');
            }
        }
    }
}
