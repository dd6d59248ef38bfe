using System.Globalization;
using FeedBook.Content;
using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>What one chapter remembers while it is composed: its anchors, notes and links. For one thread.</summary>
internal sealed class Composition
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> anchors;
    private readonly Dictionary<string, Footnote> notes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Number, int Anchor)> called = new(StringComparer.Ordinal);
    private readonly List<Uri> addresses = [];
    private readonly Stack<(int Level, OutlineItem Item)> openBookmarks = [];

    /// <summary>Starts a chapter.</summary>
    /// <param name="context">What the book's parts share.</param>
    /// <param name="chapter">The chapter.</param>
    /// <param name="element">The chapter's element.</param>
    /// <param name="page">The setting of its text.</param>
    public Composition(LayoutContext context, Chapter chapter, StructureElement element, Setting page)
    {
        Context = context;
        Chapter = chapter;
        Element = element;
        Page = page;
        foreach (Footnote note in chapter.Article.Notes)
        {
            notes.TryAdd(note.Id, note);
        }

        anchors = context.Targets.AnchorsOf(chapter);
        ids.UnionWith(ContentWalker.Ids(chapter.Article));
    }

    /// <summary>What the book's parts share.</summary>
    public LayoutContext Context { get; }

    /// <summary>The chapter.</summary>
    public Chapter Chapter { get; }

    /// <summary>The chapter's element.</summary>
    public StructureElement Element { get; }

    /// <summary>How the chapter's text is set at the outermost level.</summary>
    public Setting Page { get; }

    /// <summary>The destinations that lead to the chapter's start.</summary>
    public List<int> StartAnchors { get; } = [];

    /// <summary>Where the chapter begins, once that is drawn.</summary>
    public Destination Start { get; set; }

    /// <summary>The addresses of the links so far, in the order of their numbers, when they are printed.</summary>
    public IReadOnlyList<Uri> Addresses => addresses;

    /// <summary>The destination of an anchor of the article; 0 when the article has none of this id.</summary>
    public int Anchor(string? id)
    {
        if (id is null || !ids.Contains(id))
        {
            return 0;
        }

        if (!anchors.TryGetValue(id, out int number))
        {
            number = Context.Document.PromiseAnchor();
            anchors.Add(id, number);
        }

        return number;
    }

    /// <summary>The number to print after a link; the same for the same address.</summary>
    public int LinkNumber(Uri address)
    {
        int index = addresses.IndexOf(address);
        if (index < 0)
        {
            addresses.Add(address);
            index = addresses.Count - 1;
        }

        return index + 1;
    }

    /// <summary>Calls a note.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Its number, the destination it stands at, and, at the first call, the note itself; null when there is no such
    /// note.</returns>
    public (int Number, int Anchor, FootNote? Note)? Call(string id)
    {
        if (called.TryGetValue(id, out (int Number, int Anchor) before))
        {
            return (before.Number, before.Anchor, null);
        }

        if (!notes.TryGetValue(id, out Footnote? note))
        {
            return null;
        }

        int number = called.Count + 1;
        int anchor = Context.Document.PromiseAnchor();
        called.Add(id, (number, anchor));
        return (number, anchor, Compose(note, number, anchor));
    }

    /// <summary>The chapter's own bookmark, once its start is drawn; null before.</summary>
    public OutlineItem? Bookmark { get; set; }

    /// <summary>Adds a heading to the chapter's bookmarks: below the last one of a higher level.</summary>
    public void AddBookmark(int level, string title, Destination target)
    {
        if (Bookmark is null || title.Length == 0)
        {
            return;
        }

        while (openBookmarks.Count > 0 && openBookmarks.Peek().Level >= level)
        {
            openBookmarks.Pop();
        }

        var item = new OutlineItem(title, target);
        (openBookmarks.Count > 0 ? openBookmarks.Peek().Item : Bookmark).Items.Add(item);
        openBookmarks.Push((level, item));
    }

    /// <summary>The notes that no text called, so that none is lost.</summary>
    public IEnumerable<Footnote> Uncalled => Chapter.Article.Notes.Where(note => !called.ContainsKey(note.Id));

    /// <summary>Leads the anchors that nothing was drawn for to the chapter's start, and those of the notes likewise.</summary>
    public void CloseAnchors(Destination start)
    {
        foreach (int anchor in anchors.Values.Concat(called.Values.Select(note => note.Anchor)))
        {
            Context.Document.Anchor(anchor, start);
        }
    }

    private FootNote Compose(Footnote note, int number, int anchor)
    {
        var element =
            new StructureElement("Note", Element) { Id = string.Create(CultureInfo.InvariantCulture, $"note{++Context.NoteCount}") };
        Setting setting = Page with
        {
            Size = Page.Size * 0.82,
            LineHeight = Math.Min(Page.LineHeight, 1.35),
            HasIndents = false,
            Element = element,
            Frame = null,
        };
        List<Fragment> fragments =
            BlockComposer.Numbered(this, note.Blocks, setting, string.Create(CultureInfo.InvariantCulture, $"{number}"));
        fragments[0].Anchors.Add(anchor);
        // A note may call notes: they follow it at the foot of the page.
        foreach (Fragment fragment in fragments.ToArray())
        {
            fragments.AddRange(fragment.Notes.SelectMany(below => below.Fragments));
            fragment.Notes = [];
        }

        return new FootNote(fragments);
    }
}
