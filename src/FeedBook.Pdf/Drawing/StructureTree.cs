namespace FeedBook.Pdf.Drawing;

/// <summary>
/// Writes the tag tree as the book grows: a chapter's elements leave memory once the chapter is drawn. What stays is one
/// number for each page and link (the parent tree, ISO 32000-1 §14.7.4.4) and each note (the id tree).
/// </summary>
internal sealed class StructureTree
{
    private readonly PdfFile file;
    private readonly int root;
    private readonly List<int> parents = [];
    private readonly SortedDictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly PdfBuffer buffer = new();

    /// <summary>Starts a tree with its <c>Document</c> element.</summary>
    public StructureTree(PdfFile file, string language)
    {
        this.file = file;
        root = file.Reserve();
        Document = new StructureElement("Document", null) { Number = file.Reserve(), Language = language };
    }

    /// <summary>The element that holds all others.</summary>
    public StructureElement Document { get; }

    /// <summary>
    /// The next key of the parent tree, for a page's <c>StructParents</c> or a link's <c>StructParent</c>. Its value follows with
    /// <see cref="SetParent"/>.
    /// </summary>
    public int NextKey()
    {
        parents.Add(0);
        return parents.Count - 1;
    }

    /// <summary>Says which element an annotation belongs to.</summary>
    public void SetParent(int key, StructureElement element) => parents[key] = NumberOf(element);

    /// <summary>Says which elements a page's marked contents belong to, by their ids.</summary>
    public void SetParents(int key, List<StructureElement> byMark)
    {
        buffer.Clear();
        buffer.Raw("["u8);
        foreach (StructureElement element in byMark)
        {
            buffer.Reference(NumberOf(element)).Space();
        }

        parents[key] = file.Write(buffer.Raw("]"u8));
    }

    /// <summary>Writes an element with everything below it, once all of it is drawn, and lets it go.</summary>
    public void Write(StructureElement element)
    {
        // Not recursive: an article may nest 128 deep, and each level has several elements.
        var open = new Stack<StructureElement>();
        open.Push(element);
        while (open.TryPop(out StructureElement? next))
        {
            foreach (object kid in next.Kids)
            {
                if (kid is StructureElement { IsWritten: false } below)
                {
                    open.Push(below);
                }
            }

            WriteOne(next);
            next.Forget();
        }
    }

    /// <summary>Writes what is left: the document element and the tree's root. Returns the root's number.</summary>
    public int End()
    {
        Write(Document);
        buffer.Clear();
        buffer.Raw("<</Type/StructTreeRoot/K "u8).Reference(Document.Number).Raw("/ParentTree "u8);
        int parentTree = file.Reserve();
        buffer.Reference(parentTree).Raw("/ParentTreeNextKey "u8).Integer(parents.Count);
        int idTree = ids.Count > 0 ? file.Reserve() : 0;
        if (idTree > 0)
        {
            buffer.Raw("/IDTree "u8).Reference(idTree);
        }

        file.Write(root, buffer.Raw(">>"u8));
        WriteParentTree(parentTree);
        if (idTree > 0)
        {
            NameTree.Write(file, idTree, [.. ids.Select(id => (id.Key, $"{id.Value} 0 R"))]);
        }

        return root;
    }

    private int NumberOf(StructureElement element) => element.Number != 0 ? element.Number : element.Number = file.Reserve();

    private void WriteOne(StructureElement element)
    {
        buffer.Clear();
        buffer.Raw("<</S"u8).Name(element.Type).Raw("/P "u8).Reference(element.Parent is null ? root : NumberOf(element.Parent));
        Say("/Lang", element.Language);
        Say("/Alt", element.AlternativeText);
        Say("/ActualText", element.ActualText);
        Say("/ID", element.Id);
        if (element.Attributes is not null)
        {
            buffer.Raw("/A"u8).Raw(element.Attributes);
        }

        if (element.Id is not null)
        {
            ids[element.Id] = NumberOf(element);
        }

        WriteKids(element);
        file.Write(NumberOf(element), buffer.Raw(">>"u8));
    }

    private void WriteKids(StructureElement element)
    {
        int page = element.Kids.OfType<ContentSlot>().SelectMany(slot => slot.Marks).Select(mark => mark.Page).FirstOrDefault();
        if (page != 0)
        {
            buffer.Raw("/Pg "u8).Reference(page);
        }

        if (element.Kids.Count == 0)
        {
            return;
        }

        buffer.Raw("/K["u8);
        foreach (object kid in element.Kids)
        {
            switch (kid)
            {
                case StructureElement below:
                    buffer.Reference(NumberOf(below)).Space();
                    break;
                case ContentSlot slot:
                    foreach ((int on, int id) in slot.Marks)
                    {
                        if (on == page)
                        {
                            buffer.Integer(id).Space();
                        }
                        else
                        {
                            buffer.Raw("<</Type/MCR/Pg "u8).Reference(on).Raw("/MCID "u8).Integer(id).Raw(">>"u8);
                        }
                    }

                    break;
                case AnnotationSlot annotation:
                    buffer.Raw("<</Type/OBJR/Obj "u8).Reference(annotation.Number).Raw("/Pg "u8).Reference(annotation.Page).Raw(">>"u8);
                    break;
            }
        }

        buffer.Raw("]"u8);
    }

    private void Say(string key, string? value)
    {
        if (value is not null)
        {
            buffer.Raw(key).Text(value);
        }
    }

    private void WriteParentTree(int number)
    {
        const int LeafSize = 256;
        var tree = new PdfBuffer().Raw("<</Kids["u8);
        for (int first = 0; first < parents.Count; first += LeafSize)
        {
            int last = Math.Min(first + LeafSize, parents.Count) - 1;
            buffer.Clear();
            buffer.Raw("<</Limits["u8).Integer(first).Space().Integer(last).Raw("]/Nums["u8);
            for (int key = first; key <= last; key++)
            {
                if (parents[key] != 0)
                {
                    buffer.Integer(key).Space().Reference(parents[key]).Space();
                }
            }

            tree.Reference(file.Write(buffer.Raw("]>>"u8))).Space();
        }

        file.Write(number, parents.Count == 0 ? new PdfBuffer().Raw("<</Nums[]>>"u8) : tree.Raw("]>>"u8));
    }
}
