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
    public static NoteReader Find(MarkupTree tree, ReadingContext context)
    {
        var reader = new NoteReader(context);
        reader.FindMarked(tree.Root);
        reader.FindInPlace(tree);
        return reader;
    }

    private void FindMarked(MarkupNode root)
    {
        List<(MarkupNode Link, string Target)>? marks = null;
        for (MarkupNode? node = root.First; node is not null; node = node.Following(root))
        {
            if (node.Tag == Tag.A && node.Attribute("href") is { Length: > 1 } href && href.Contains('#', StringComparison.Ordinal)
                && node.TextLength < 12 && Mark().IsMatch(node.PlainText))
            {
                (marks ??= []).Add((node, Uri.UnescapeDataString(href[(href.IndexOf('#', StringComparison.Ordinal) + 1)..])));
            }
        }

        if (marks is null)
        {
            return;
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
                Take(link, place, places);
            }
        }
    }

    // Notes that stand in the sentence itself, set aside by a style or by an element of the page's own: side notes, margin notes.
    private void FindInPlace(MarkupTree tree)
    {
        List<MarkupNode>? found = null;
        MarkupNode? node = tree.Root.First;
        while (node is not null)
        {
            bool note = !node.IsText && (node.Attributes != MarkupAttributes.None || node.Tag == Tag.Unknown) && IsInPlace(node)
                && !plan.IsApart(node);
            if (note)
            {
                (found ??= []).Add(node);
            }

            node = note ? node.FollowingAfter(tree.Root) : node.Following(tree.Root);
        }

        foreach (MarkupNode text in found ?? [])
        {
            TakeInPlace(tree, text);
        }
    }

    private void TakeInPlace(MarkupTree tree, MarkupNode text)
    {
        MarkupNode? mark = text.Previous;
        while (mark is not null && !mark.HasWords)
        {
            mark = mark.Previous;
        }

        // The number, or the sign that opens the note on a narrow screen, stands right before it.
        bool marked = mark is { IsText: false, Tag: Tag.Sup or Tag.Label or Tag.A or Tag.Span or Tag.Button }
            && mark.PlainText is { Length: < 8 } sign
            && (Mark().IsMatch(sign) || !sign.Any(char.IsLetterOrDigit));
        string label = marked && mark!.PlainText.Any(char.IsLetterOrDigit) ? mark.PlainText.Trim('[', ']', '(', ')', ' ', '^') : "";
        string id = string.Create(CultureInfo.InvariantCulture, $"note-{notes.Count + 1}");
        if (!marked)
        {
            mark = tree.NewElement(Tag.Sup);
            text.InsertBefore(mark);
        }

        plan.Mark(mark!, new NoteReference(id, label));
        plan.Text(text);
        notes.Add((id, label, text));
        DropLabel(text, label);
    }

    private static bool IsInPlace(MarkupNode node)
    {
        bool named = node.Tag switch
        {
            Tag.Unknown => ElementName().IsMatch(node.Source!.Name),
            Tag.Span or Tag.Small or Tag.Aside or Tag.Label or Tag.I or Tag.Em => NoteInPlace().IsMatch(node.Words),
            _ => false,
        };

        // A note's number is no note; a note is called by words before it on its line.
        return named && node.PlainText.Count(char.IsLetter) > 3 && !Mark().IsMatch(node.PlainText) && HasWordsBefore(node);
    }

    private static bool HasWordsBefore(MarkupNode node)
    {
        for (MarkupNode? at = node; at is not null && (at == node || !Tags.IsBlock(at.Tag)); at = at.Parent)
        {
            for (MarkupNode? before = at.Previous; before is not null && !Tags.IsBlock(before.Tag); before = before.Previous)
            {
                if (before.HasWords && before.PlainText.Any(char.IsLetter))
                {
                    return true;
                }
            }
        }

        return false;
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
            if ((back.Count == 0 && !NoteWords().IsMatch(place.Words) && !NoteWords().IsMatch(text.Words)
                && !NoteWords().IsMatch(text.Parent?.Words ?? "") && !IsNoteOfBook(place) && !IsNoteOfBook(text))
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
                context.Tell(DiagnosticIds.NoteLabel, "A note's link back to its mark was left out; the book makes its own",
                    part.PlainText);
            }

            DropLabel(text, label);
        }

        plan.Mark(Widest(link, null), new NoteReference(notes[known].Id, label));
    }

    // What an EPUB calls a note: articles are also made from books.
    private static bool IsNoteOfBook(MarkupNode node) =>
        (node.Attributes & MarkupAttributes.Rare) != 0 && node.Attribute("epub:type") is { } type && NoteOfBook().IsMatch(type);

    private static bool IsEmptyWithout(MarkupNode text, List<MarkupNode> back) =>
        text.TextLength - back.Sum(link => link.TextLength) < 2;

    // Links from the note to the mark, or to what stands closely around it.
    private static List<MarkupNode> BackLinks(MarkupNode text, MarkupNode link, Dictionary<string, MarkupNode> places)
    {
        var found = new List<MarkupNode>();
        foreach (MarkupNode node in text.WithDescendants())
        {
            if (node.Tag != Tag.A || node.Attribute("href") is not { } href || href.IndexOf('#', StringComparison.Ordinal) is < 0
                and var at)
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
        while (widest.Parent is { } parent && parent != below && parent.Tag is Tag.Sup or Tag.Span or Tag.Small or Tag.B or Tag.Strong
            or Tag.Em
            && parent.PlainText.Trim('[', ']', '(', ')', ' ') == link.PlainText.Trim('[', ']', '(', ')', ' '))
        {
            widest = parent;
        }

        return widest;
    }

    // "1. Text" and "[1] Text": the writer prints the number itself.
    private void DropLabel(MarkupNode text, string label)
    {
        MarkupNode? first = text.WithDescendants()
            .FirstOrDefault(node => node.IsText && !plan.IsLabel(node.Parent!) && !string.IsNullOrWhiteSpace(node.Text)
            && (node.Parent!.Parent is not { } around || !plan.IsLabel(around)));
        if (first is null || label.Length == 0)
        {
            return;
        }

        string start = first.Text.TrimStart();
        foreach (string shape in (ReadOnlySpan<string>)[$"[{label}]", $"({label})", $"{label}.", $"{label})", $"{label}:", $"{label} ",
            "^ ", ". ", "] "])
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

    [GeneratedRegex(@"^[\[(^]?\s*(?:\d{1,3}|[*†‡§¶]{1,4}|[a-z]|[ivx]{1,5}|(?:note|注)\s*\d{1,3})\s*[\])]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex("^(?:[a-z]+-)?(?:foot|side|margin|end)-?note$|^(?:[a-z]+-)fn$|^fn$", RegexOptions.CultureInvariant)]
    private static partial Regex ElementName();

    [GeneratedRegex("(?:foot|side|margin|end)_?-?note", RegexOptions.CultureInvariant)]
    private static partial Regex NoteInPlace();

    [GeneratedRegex(@"^\W*$|back|return|zurück", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Arrow();

    [GeneratedRegex("(?:^|\\s)(?:foot|end|rear)note(?:\\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex NoteOfBook();

    [GeneratedRegex(@"footnote|endnote|[ _-]fn(?:[ _:-]|\d|$)|doc-(?:foot|end)note",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoteWords();
}
