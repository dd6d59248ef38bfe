namespace FeedBook.Pdf.Tests.Reading;

/// <summary>An element of the tag tree as a reader finds it.</summary>
/// <param name="Type">The structure type.</param>
/// <param name="Dictionary">The element itself.</param>
internal sealed record Tag(string Type, PdfDictionary Dictionary)
{
    /// <summary>Elements and texts in reading order.</summary>
    public List<object> Kids { get; } = [];

    /// <summary>How many annotations the element holds.</summary>
    public int Annotations { get; set; }

    public IEnumerable<Tag> Tags => Kids.OfType<Tag>();

    public IEnumerable<Tag> All => Tags.SelectMany(tag => tag.All.Prepend(tag));

    public string Text => string.Concat(Kids.Select(kid => kid is Tag tag ? tag.Text : (string)kid));

    /// <summary>The pages' object numbers its own and its descendants' content is drawn on.</summary>
    public HashSet<int> Pages { get; } = [];

    /// <summary>The tree in one line: <c>P(Link)</c>.</summary>
    public string Shape => Tags.Any() ? $"{Type}({string.Join(' ', Tags.Select(tag => tag.Shape))})" : Type;
}

/// <summary>Reads the tag tree and checks that it and the parent tree say the same.</summary>
internal static class TagTree
{
    public static Tag Read(PdfReading pdf)
    {
        PdfDictionary root = pdf.Dictionary(pdf.Root["StructTreeRoot"]);
        var marks = new Dictionary<(int Page, int Mark), string>();
        foreach (PdfDictionary page in pdf.Pages)
        {
            foreach ((int mark, string text, _, _) in pdf.Texts(page))
            {
                (int, int) key = (pdf.NumberOf(page), mark);
                marks[key] = marks.GetValueOrDefault(key, "") + text;
            }
        }

        Dictionary<int, object?> parents = NumberTree(pdf, root["ParentTree"]);
        var byPage = pdf.Pages.Where(page => page.ContainsKey("StructParents"))
            .ToDictionary(pdf.NumberOf, page => pdf.List(parents[(int)(double)page["StructParents"]!]));
        return Element(pdf, pdf.Dictionary(root["K"]), root, marks, byPage, parents);
    }

    private static Tag Element(PdfReading pdf, PdfDictionary element, PdfDictionary parent, Dictionary<(int, int), string> marks,
        Dictionary<int, List<object?>> byPage, Dictionary<int, object?> parents)
    {
        Assert.Same(parent, pdf.Resolve(element["P"]));
        var tag = new Tag(((PdfName)element["S"]!).Value, element);
        int page = element.TryGetValue("Pg", out object? pg) ? ((PdfReference)pg!).Number : 0;
        foreach (object? kid in element.TryGetValue("K", out object? kids) ? pdf.List(kids) : [])
        {
            if (kid is double mark)
            {
                Content(page, (int)mark);
            }
            else if (kid is PdfDictionary { } inner && inner["Type"] is PdfName { Value: "MCR" })
            {
                Content(((PdfReference)inner["Pg"]!).Number, (int)(double)inner["MCID"]!);
            }
            else if (kid is PdfDictionary { } reference && reference["Type"] is PdfName { Value: "OBJR" })
            {
                PdfDictionary annotation = pdf.Dictionary(reference["Obj"]);
                Assert.Same(element, pdf.Resolve(parents[(int)(double)annotation["StructParent"]!]));
                tag.Annotations++;
            }
            else
            {
                Tag below = Element(pdf, pdf.Dictionary(kid), element, marks, byPage, parents);
                tag.Kids.Add(below);
                tag.Pages.UnionWith(below.Pages);
            }
        }

        return tag;

        void Content(int on, int id)
        {
            Assert.Same(element, pdf.Resolve(byPage[on][id]));
            tag.Kids.Add(marks.GetValueOrDefault((on, id), ""));
            tag.Pages.Add(on);
        }
    }

    private static Dictionary<int, object?> NumberTree(PdfReading pdf, object? node)
    {
        var entries = new Dictionary<int, object?>();
        PdfDictionary dictionary = pdf.Dictionary(node);
        if (dictionary.TryGetValue("Nums", out object? nums))
        {
            List<object?> list = pdf.List(nums);
            for (int i = 0; i < list.Count; i += 2)
            {
                entries.Add((int)(double)list[i]!, list[i + 1]);
            }
        }

        foreach (object? kid in dictionary.TryGetValue("Kids", out object? kids) ? pdf.List(kids) : [])
        {
            foreach ((int key, object? value) in NumberTree(pdf, kid))
            {
                entries.Add(key, value);
            }
        }

        return entries;
    }
}
