using HtmlAgilityPack;

namespace FeedBook.Html.Tree;

/// <summary>
/// Emphasis and links that go on in the next block until their end tag comes (HTML §13.2.4.3, "the list of active formatting elements").
/// A null stands for the marker that a table's cell sets: what is open outside goes on outside.
/// </summary>
internal sealed class FormattingElements
{
    // "The Noah's Ark clause": no more than three that are equal. What is beyond a dozen that differ is nobody's emphasis.
    private const int MostEqual = 3, Most = 12;

    private readonly List<MarkupNode?> elements = [];

    /// <summary>Whether there is anything that might have to go on.</summary>
    public bool IsEmpty => elements.Count == 0 || elements[^1] is null;

    public int Count => elements.Count;

    public MarkupNode? this[int index]
    {
        get => elements[index];
        set => elements[index] = value;
    }

    /// <summary>The index of the first element behind the last marker.</summary>
    public int Start
    {
        get
        {
            int start = elements.Count;
            while (start > 0 && elements[start - 1] is not null)
            {
                start--;
            }

            return start;
        }
    }

    public void Mark() => elements.Add(null);

    /// <summary>Forgets everything up to the last marker, and the marker.</summary>
    public void ClearToMarker()
    {
        int start = Math.Max(Start - 1, 0);
        elements.RemoveRange(start, elements.Count - start);
    }

    public void Add(MarkupNode element)
    {
        int start = Start, equal = 0, first = -1;
        for (int i = elements.Count - 1; i >= start; i--)
        {
            if (AreEqual(elements[i]!, element))
            {
                equal++;
                first = i;
            }
        }

        if (equal >= MostEqual)
        {
            elements.RemoveAt(first);
        }
        else if (elements.Count - start >= Most)
        {
            elements.RemoveAt(start);
        }

        elements.Add(element);
    }

    /// <summary>The index of the last element of this kind behind the last marker; -1 when there is none.</summary>
    public int Find(Tag tag)
    {
        for (int i = elements.Count - 1; i >= 0 && elements[i] is { } element; i--)
        {
            if (element.Tag == tag)
            {
                return i;
            }
        }

        return -1;
    }

    public int IndexOf(MarkupNode element) => elements.LastIndexOf(element);

    public void RemoveAt(int index) => elements.RemoveAt(index);

    public void Insert(int index, MarkupNode element) => elements.Insert(Math.Min(index, elements.Count), element);

    private static bool AreEqual(MarkupNode one, MarkupNode other)
    {
        if (one.Tag != other.Tag || one.Attributes != other.Attributes)
        {
            return false;
        }

        if (one.Attributes == MarkupAttributes.None || one.Source == other.Source)
        {
            return true;
        }

        HtmlAttributeCollection first = one.Source!.Attributes, second = other.Source!.Attributes;
        if (first.Count != second.Count)
        {
            return false;
        }

        for (int i = 0; i < first.Count; i++)
        {
            if (!string.Equals(first[i].OriginalName, second[i].OriginalName, StringComparison.OrdinalIgnoreCase)
                || first[i].Value != second[i].Value)
            {
                return false;
            }
        }

        return true;
    }
}
