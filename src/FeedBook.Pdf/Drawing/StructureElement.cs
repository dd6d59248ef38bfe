namespace FeedBook.Pdf.Drawing;

/// <summary>
/// An element of the tag tree (ISO 32000-1 §14.7.2). Its kids stand in reading order from the moment the element is made;
/// where on which page they are drawn is filled in when they are drawn, in whatever order that happens.
/// </summary>
internal sealed class StructureElement
{
    private readonly List<object> kids = [];

    /// <summary>Makes an element and hangs it under its parent, after what is there already.</summary>
    /// <param name="type">A standard structure type of §14.8.4, such as <c>P</c>.</param>
    /// <param name="parent">The parent; null for the document itself, and for what is hung in later with <see cref="Adopt"/>.</param>
    public StructureElement(string type, StructureElement? parent)
    {
        Type = type;
        Parent = parent;
        parent?.kids.Add(this);
    }

    /// <summary>The structure type.</summary>
    public string Type { get; }

    /// <summary>The parent; null for the document.</summary>
    public StructureElement? Parent { get; private set; }

    /// <summary>A BCP 47 tag where the language changes; otherwise null.</summary>
    public string? Language { get; init; }

    /// <summary>What stands for an image: the alternative text; null where there is none.</summary>
    public string? AlternativeText { get; init; }

    /// <summary>What is to be read instead of what is drawn; null where they are the same.</summary>
    public string? ActualText { get; init; }

    /// <summary>The element's id, unique in the document; null without one. A <c>Note</c> must have one (ISO 14289-1 §7.9).</summary>
    public string? Id { get; init; }

    /// <summary>
    /// Attributes as PDF syntax, each a dictionary with its owner (<c>&lt;&lt;/O/Table/Scope/Column&gt;&gt;</c>); null without any.
    /// </summary>
    public string? Attributes { get; set; }

    /// <summary>The object's number, 0 until one was given.</summary>
    public int Number { get; set; }

    /// <summary>The kids in reading order: elements, <see cref="ContentSlot"/>s and <see cref="AnnotationSlot"/>s.</summary>
    public IReadOnlyList<object> Kids => kids;

    /// <summary>Makes room for content that is drawn later, after the kids there are.</summary>
    public ContentSlot Content()
    {
        if (kids.Count > 0 && kids[^1] is ContentSlot last)
        {
            return last;
        }

        var slot = new ContentSlot(this);
        kids.Add(slot);
        return slot;
    }

    /// <summary>Adds an annotation that was written, such as a link's area.</summary>
    public void Annotation(int number, int page) => kids.Add(new AnnotationSlot(number, page));

    /// <summary>Hangs an element that was made without a parent under this one.</summary>
    public void Adopt(StructureElement element)
    {
        element.Parent = this;
        kids.Add(element);
    }

    /// <summary>True once the element is in the file; it can take no more kids.</summary>
    public bool IsWritten { get; private set; }

    /// <summary>Lets the kids go once they are written.</summary>
    public void Forget()
    {
        IsWritten = true;
        kids.Clear();
        kids.TrimExcess();
    }
}

/// <summary>A place in the tag tree for content: once drawn, it knows each page and marked-content id it was drawn with.</summary>
/// <param name="Element">The element the content belongs to.</param>
internal sealed record ContentSlot(StructureElement Element)
{
    /// <summary>Where the content was drawn.</summary>
    public List<(int Page, int Id)> Marks { get; } = new(1);
}

/// <summary>An annotation among an element's kids.</summary>
/// <param name="Number">The annotation's object number.</param>
/// <param name="Page">The page it is on.</param>
internal sealed record AnnotationSlot(int Number, int Page);
