using System.Collections.Immutable;
using FeedBook.Content;

namespace FeedBook.Epub;

/// <summary>One chapter cut into files: which blocks, notes and anchors stand in which.</summary>
internal sealed class ChapterPlan
{
    private readonly Dictionary<string, int> anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Part, int Number)> notes = new(StringComparer.Ordinal);

    public ChapterPlan(Chapter chapter, string file, int limit)
    {
        Chapter = chapter;
        File = file;
        Parts = ChapterParts.Split(chapter.Article.Blocks, limit);
        NotesOfPart = PlaceNotes();
        for (int part = 0; part < Parts.Length; part++)
        {
            foreach (string id in Parts[part].Concat(NotesOfPart[part].SelectMany(note => note.Blocks)).SelectMany(ContentWalker.Ids))
            {
                anchors.TryAdd(id, part);
            }
        }
    }

    public Chapter Chapter { get; }

    /// <summary>The name of the chapter's files without number and extension.</summary>
    public string File { get; }

    public ImmutableArray<ImmutableArray<Block>> Parts { get; }

    /// <summary>The notes that stand at each part's end: where they are called first, so that readers can show them in place.</summary>
    public ImmutableArray<ImmutableArray<Footnote>> NotesOfPart { get; }

    /// <summary>The file of a part.</summary>
    public string FileOf(int part) => part == 0 ? $"{File}.xhtml"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}-{part + 1}.xhtml");

    /// <summary>The address of an anchor seen from a part; null when the chapter has no such anchor.</summary>
    public string? Anchor(string id, int from) =>
        anchors.TryGetValue(id, out int part) ? Place(part, from, "a-" + id)
        : notes.TryGetValue(id, out (int Part, int Number) note) ? Place(note.Part, from, "n-" + id) : null;

    /// <summary>The address and the number of a note seen from a part; null when the chapter has no such note.</summary>
    public (string Address, int Number)? Note(string id, int from) =>
        notes.TryGetValue(id, out (int Part, int Number) note) ? (Place(note.Part, from, "n-" + id), note.Number) : null;

    private string Place(int part, int from, string id) => part == from ? "#" + id : $"{FileOf(part)}#{id}";

    private ImmutableArray<ImmutableArray<Footnote>> PlaceNotes()
    {
        var called = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int part = 0; part < Parts.Length; part++)
        {
            foreach (NoteReference reference in Parts[part].SelectMany(ContentWalker.Inlines).OfType<NoteReference>())
            {
                called.TryAdd(reference.NoteId, part);
            }
        }

        var placed = Enumerable.Range(0, Parts.Length).Select(_ => ImmutableArray.CreateBuilder<Footnote>()).ToArray();
        for (int i = 0; i < Chapter.Article.Notes.Length; i++)
        {
            Footnote note = Chapter.Article.Notes[i];
            int part = called.GetValueOrDefault(note.Id, Parts.Length - 1);
            if (notes.TryAdd(note.Id, (part, i + 1)))
            {
                placed[part].Add(note);
            }
        }

        return [.. placed.Select(builder => builder.ToImmutable())];
    }
}
