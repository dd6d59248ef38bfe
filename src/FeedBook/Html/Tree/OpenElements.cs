namespace FeedBook.Html.Tree;

/// <summary>The elements that are open while a tree is built, the outermost first (HTML §13.2.4.2, "the stack of open elements").</summary>
internal sealed class OpenElements(MarkupNode root)
{
    private readonly List<MarkupNode> open = [root];

    /// <summary>How many are open, the root included.</summary>
    public int Count => open.Count;

    /// <summary>The innermost.</summary>
    public MarkupNode Current { get; private set; } = root;

    public MarkupNode this[int index]
    {
        get => open[index];
        set
        {
            open[index] = value;
            Current = open[^1];
        }
    }

    public void Push(MarkupNode element)
    {
        open.Add(element);
        Current = element;
    }

    /// <summary>Puts an element in the middle.</summary>
    public void Insert(int index, MarkupNode element)
    {
        open.Insert(index, element);
        Current = open[^1];
    }

    /// <summary>Takes one out of the middle.</summary>
    public void RemoveAt(int index)
    {
        open.RemoveAt(index);
        Current = open[^1];
    }

    /// <summary>Closes the element of this index and all in it; the root stays open.</summary>
    public void CloseFrom(int index)
    {
        index = Math.Max(index, 1);
        if (index < open.Count)
        {
            open.RemoveRange(index, open.Count - index);
            Current = open[^1];
        }
    }

    /// <summary>The index of an element; -1 when it is not open.</summary>
    public int IndexOf(MarkupNode element) => open.LastIndexOf(element);

    /// <summary>The index of the innermost element of this kind, whatever stands around; -1 when there is none.</summary>
    public int Find(Tag tag)
    {
        int i = open.Count - 1;
        while (i > 0 && open[i].Tag != tag)
        {
            i--;
        }

        return i == 0 ? -1 : i;
    }

    /// <summary>
    /// The index of the innermost element of this kind that is "in scope" (HTML §13.2.4.2): an end tag or a new block reaches it; -1 when
    /// there is none.
    /// </summary>
    /// <param name="tag">The kind.</param>
    /// <param name="bar">A further kind that ends the scope, such as the button around; <see cref="Tag.Root"/> for none.</param>
    /// <param name="other">One more.</param>
    public int InScope(Tag tag, Tag bar = Tag.Root, Tag other = Tag.Root)
    {
        for (int i = open.Count - 1; i > 0; i--)
        {
            Tag at = open[i].Tag;
            if (at == tag)
            {
                return i;
            }

            if (EndsScope(at) || at == bar || at == other)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>The index of the innermost heading that is in scope; -1 when there is none.</summary>
    public int InScopeHeading()
    {
        for (int i = open.Count - 1; i > 0 && !EndsScope(open[i].Tag); i--)
        {
            if (Tags.IsHeading(open[i].Tag))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The index of the innermost table; -1 when there is none.</summary>
    public int Table()
    {
        for (int i = open.Count - 1; i > 0; i--)
        {
            if (open[i].Tag == Tag.Table)
            {
                return i;
            }

            if (open[i].Tag == Tag.Template)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>How many elements are open that stand in a line.</summary>
    public int CountOfLine()
    {
        int count = 0;
        for (int i = 1; i < open.Count; i++)
        {
            count += Tags.IsBlock(open[i].Tag) ? 0 : 1;
        }

        return count;
    }

    /// <summary>Whether a cell or a caption is open inside the element of this index.</summary>
    public bool HasCellAbove(int index)
    {
        for (int i = open.Count - 1; i > index; i--)
        {
            if (open[i].Tag is Tag.Td or Tag.Th or Tag.Caption)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the element of this index can be reached by an end tag.</summary>
    public bool IsInScope(int index)
    {
        for (int i = open.Count - 1; i > index; i--)
        {
            if (EndsScope(open[i].Tag))
            {
                return false;
            }
        }

        return true;
    }

    private static bool EndsScope(Tag tag) => tag is Tag.Table or Tag.Td or Tag.Th or Tag.Caption or Tag.Object or Tag.Template;
}
