using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FeedBook.Content;
using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Reading;

/// <summary>
/// Footnotes and endnotes: a short mark in the text that links to a place further down, and a text there that links back
/// or calls itself a note. The marks become <see cref="NoteReference"/>s, the texts the article's notes.
/// </summary>
internal sealed partial class NoteReader(ReadingContext context)
{
    private readonly NotePlan plan = new();
    private readonly List<(string Id, string Label, MarkupNode Text)> notes = [];

    /// <summary>Which nodes are notes.</summary>
    public NotePlan Plan => plan;

    /// <summary>Finds the notes.</summary>
    public static NoteReader Find(MarkupNode root, ReadingContext context)
    {
        var reader = new NoteReader(context);
        List<(MarkupNode Link, string Target)>? marks = null;
        for (MarkupNode? node = root.First; node is not null; node = node.Following(root))
        {
            if (node.Tag == Tag.A && node.Attribute("href") is { Length: > 1 } href && href.Contains('#', StringComparison.Ordinal) && node.TextLength < 12 && Mark().IsMatch(node.PlainText))
            {
                (marks ??= []).Add((node, Uri.UnescapeDataString(href[(href.IndexOf('#', StringComparison.Ordinal) + 1)..])));
            }
        }

        if (marks is null)
        {
            return reader;
        }

        var order = new Dictionary<MarkupNode, int>();
        var places = new Dictionary<string, MarkupNode>(StringComparer.Ordinal);
        int position = 0;
        for (MarkupNode? node = root.First; node is not null; node = node.Following(root))
        {
            order[node] = position++;
            foreach (string name in (ReadOnlySpan<string>)["id", "name"])
            {
                if (node.Attribute(name) is { Length: > 0 } id)
                {
                    places.TryAdd(id, node);
                }
            }
        }

        foreach ((MarkupNode link, string target) in marks)
        {
            if (places.TryGetValue(target, out MarkupNode? place) && order[place] > order[link])
            {
                reader.Take(link, place, places);
            }
        }

        return reader;
    }

    /// <summary>The notes' texts, read after the article itself.</summary>
    public ImmutableArray<Footnote> Read(BlockReader reader)
    {
        var read = ImmutableArray.CreateBuilder<Footnote>(notes.Count);
        foreach ((string id, string label, MarkupNode text) in notes)
        {
            plan.Release(text);
            ImmutableArray<Block> content = reader.Inside(text);
            read.Add(new Footnote(id, content) { Label = label });
        }

        return read.ToImmutable();
    }

    private void Take(MarkupNode link, MarkupNode place, Dictionary<string, MarkupNode> places)
    {
        MarkupNode? text = place;
        while (text is not null && text.Tag is not (Tag.Li or Tag.P or Tag.Div or Tag.Dd or Tag.Aside or Tag.Root))
        {
            text = text.Parent;
        }

        if (text is null || text.Tag == Tag.Root || text.Contains(link) || plan.MarkOf(link) is not null)
        {
            return;
        }

        string label = link.PlainText.Trim('[', ']', '(', ')', ' ', '^');
        int known = notes.FindIndex(note => note.Text == text);
        if (known < 0)
        {
            List<MarkupNode> back = BackLinks(text, link, places);
            if ((back.Count == 0 && !NoteWords().IsMatch(place.Words) && !NoteWords().IsMatch(text.Words) && !NoteWords().IsMatch(text.Parent?.Words ?? ""))
                || IsEmptyWithout(text, back))
            {
                return;
            }

            known = notes.Count;
            notes.Add((string.Create(CultureInfo.InvariantCulture, $"note-{known + 1}"), label, text));
            plan.Text(text);
            foreach (MarkupNode part in back)
            {
                plan.Label(Widest(part, text));
                context.Tell(DiagnosticIds.NoteLabel, "A note's link back to its mark was left out; the book makes its own", part.PlainText);
            }

            DropLabel(text, label);
        }

        plan.Mark(Widest(link, null), new NoteReference(notes[known].Id, label));
    }

    private static bool IsEmptyWithout(MarkupNode text, List<MarkupNode> back) =>
        text.TextLength - back.Sum(link => link.TextLength) < 2;

    // Links from the note to the mark, or to what stands closely around it.
    private static List<MarkupNode> BackLinks(MarkupNode text, MarkupNode link, Dictionary<string, MarkupNode> places)
    {
        var found = new List<MarkupNode>();
        foreach (MarkupNode node in text.WithDescendants())
        {
            if (node.Tag != Tag.A || node.Attribute("href") is not { } href || href.IndexOf('#', StringComparison.Ordinal) is < 0 and var at)
            {
                continue;
            }

            at = href.IndexOf('#', StringComparison.Ordinal);
            string target = Uri.UnescapeDataString(href[(at + 1)..]);
            if (places.TryGetValue(target, out MarkupNode? place) && !text.Contains(place)
                && (place.Contains(link) || link.Contains(place) || place.Parent == link.Parent || Arrow().IsMatch(node.PlainText)))
            {
                found.Add(node);
            }
        }

        return found;
    }

    // The sup and brackets around a mark go with it.
    private static MarkupNode Widest(MarkupNode link, MarkupNode? below)
    {
        MarkupNode widest = link;
        while (widest.Parent is { } parent && parent != below && parent.Tag is Tag.Sup or Tag.Span or Tag.Small or Tag.B or Tag.Strong or Tag.Em
            && parent.PlainText.Trim('[', ']', '(', ')', ' ') == link.PlainText.Trim('[', ']', '(', ')', ' '))
        {
            widest = parent;
        }

        return widest;
    }

    // "1. Text" and "[1] Text": the writer prints the number itself.
    private void DropLabel(MarkupNode text, string label)
    {
        MarkupNode? first = text.WithDescendants().FirstOrDefault(node => node.IsText && !plan.IsLabel(node.Parent!) && !string.IsNullOrWhiteSpace(node.Text)
            && (node.Parent!.Parent is not { } around || !plan.IsLabel(around)));
        if (first is null || label.Length == 0)
        {
            return;
        }

        string start = first.Text.TrimStart();
        foreach (string shape in (ReadOnlySpan<string>)[$"[{label}]", $"({label})", $"{label}.", $"{label})", $"{label}:", $"^ ", ". ", "] "])
        {
            if (start.StartsWith(shape, StringComparison.Ordinal))
            {
                first.Text = start[shape.Length..];
                return;
            }
        }

        if (start.Trim() == label && first.Parent?.Tag == Tag.Sup)
        {
            first.Text = "";
        }
    }

    [GeneratedRegex(@"^[\[(^]?\s*(?:\d{1,3}|[*†‡§¶]{1,4}|[a-z]|[ivx]{1,5}|(?:note|注)\s*\d{1,3})\s*[\])]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\W*$|back|return|zurück", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"footnote|endnote|[ _-]fn(?:[ _:-]|\d|$)|doc-(?:foot|end)note", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoteWords();
}
