using System.Globalization;
using FeedBook.Content;
using FeedBook.Media;

namespace FeedBook.Epub;

/// <summary>
/// What the writers of one file need to know of the rest of the book: where links lead, what pictures are called, how notes are numbered.
/// </summary>
internal sealed class XhtmlContext(ChapterPlan plan, int part, LinkTargets? targets, BookNames names, BookLabels labels, EpubImages images,
    ReadingSystemRules rules)
{
    private readonly Dictionary<string, int> calls = new(StringComparer.Ordinal);
    private int figures;

    public BookLabels Labels => labels;

    /// <summary>Which names need not be said again.</summary>
    public BookNames Names => names;

    public ReadingSystemRules Rules => rules;

    public TextDirection Direction => plan.Chapter.Direction;

    /// <summary>Whether MathML has been written into this file: the manifest has to say so (EPUB 3.3 §5.6.2.2).</summary>
    public bool HasMathMl { get; set; }

    /// <summary>The number of the next figure in this file.</summary>
    public int NextFigure() => ++figures;

    /// <summary>Where a link leads; null when it leads nowhere a book may name.</summary>
    public string? Resolve(Uri address)
    {
        if (!address.IsAbsoluteUri)
        {
            string text = address.OriginalString;
            return text.StartsWith('#') ? plan.Anchor(Uri.UnescapeDataString(text[1..]), part) : null;
        }

        return targets?.Find(address, plan, part) ?? HrefText.Of(address);
    }

    /// <summary>Whether a picture was had and is of a kind that EPUB shows.</summary>
    public bool Shows(ImageReference image) => image.Stored is { } stored && images.Admit(stored, plan.Chapter);

    /// <summary>The path of a picture's file.</summary>
    public string FileOf(StoredImage image) => images.PathOf(image);

    /// <summary>The note's number in its chapter, as text; empty for a note that the chapter does not have.</summary>
    public string NoteNumber(string noteId) => plan.Note(noteId, part)?.Number.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>
    /// Registers a call of a note: where the note is and which id the call bears. Null for a note that the chapter does not have.
    /// </summary>
    public (string Address, string Id)? Call(string noteId)
    {
        if (plan.Note(noteId, part) is not { } note)
        {
            return null;
        }

        int count = calls.GetValueOrDefault(noteId) + 1;
        calls[noteId] = count;
        return (note.Address, count == 1 ? $"r-{noteId}" : string.Create(CultureInfo.InvariantCulture, $"r-{noteId}.{count}"));
    }

    /// <summary>Where a note is called first in this file; null when it is not called.</summary>
    public string? FirstCall(string noteId) => calls.ContainsKey(noteId) ? $"#r-{noteId}" : null;
}
