using FeedBook.Content;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Reading;

/// <summary>Which nodes of a tree are notes' marks, texts and labels. It stands beside the tree.</summary>
internal sealed class NotePlan
{
    private readonly NodeTable<NoteReference> marks = new();
    private readonly NodeTable<Part> parts = new();

    private enum Part : byte
    {
        None,
        Text,
        Label,
    }

    /// <summary>The mark of a note that the node is; null for all others.</summary>
    public NoteReference? MarkOf(MarkupNode node) => marks[node];

    /// <summary>Whether the node is the text of a note, or a label that goes with one.</summary>
    public bool IsApart(MarkupNode node) => parts[node] != Part.None;

    /// <summary>Whether the node is a label of a note, which the writer makes anew.</summary>
    public bool IsLabel(MarkupNode node) => parts[node] == Part.Label;

    public void Mark(MarkupNode node, NoteReference mark) => marks[node] = mark;

    public void Text(MarkupNode node) => parts[node] = Part.Text;

    public void Label(MarkupNode node) => parts[node] = Part.Label;

    /// <summary>Lets a note's text be read.</summary>
    public void Release(MarkupNode node) => parts[node] = Part.None;
}
