using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Pruning;

/// <summary>
/// The signs by which a page's headings link to themselves: ¶, #, a chain. A link to a note stays, and so does a heading that is a link.
/// </summary>
internal sealed class HeadingAnchors(MarkupNode root, ReadingContext context)
{
    // The signs that call notes.
    private const string NoteSigns = "*†‡";

    private const int LongestSign = 60;

    private Dictionary<string, MarkupNode>? places;

    public void Remove()
    {
        for (MarkupNode? node = root.First; node is not null; node = node.Following(root))
        {
            if (Tags.IsHeading(node.Tag))
            {
                Look(node);
            }
        }
    }

    private void Look(MarkupNode heading)
    {
        foreach (MarkupNode link in heading.WithDescendants().Where(part => part.Tag == Tag.A).ToList())
        {
            if (heading.TextLength > link.TextLength && IsSign(heading, link))
            {
                Empty(link);
            }
        }

        foreach (MarkupNode? beside in (ReadOnlySpan<MarkupNode?>)[Beside(heading, forward: false), Beside(heading, forward: true)])
        {
            // In a box with its heading; a link on a line of words is a link.
            if (beside is { Tag: Tag.A } link && heading.HasWords
                && Beside(link, forward: link.Previous is not null && !IsBefore(link, heading)) is not { IsText: true }
                && IsSign(heading, link))
            {
                Empty(link);
            }
        }
    }

    private static bool IsBefore(MarkupNode link, MarkupNode heading)
    {
        MarkupNode? at = link.Next;
        while (at is not null && at != heading)
        {
            at = at.Next;
        }

        return at is not null;
    }

    private bool IsSign(MarkupNode heading, MarkupNode link)
    {
        // Much text, or blocks in it, are the article's: a heading or a link that nobody has closed.
        if (link.TextLength > LongestSign || link.Any(static part => Tags.IsBlock(part.Tag)) || link.Attribute("href") is not { } href
            || href.IndexOf('#', StringComparison.Ordinal) is not (>= 0 and var at) || at == href.Length - 1)
        {
            return false;
        }

        bool wordless = !link.PlainText.Any(char.IsLetterOrDigit);
        if (Place(Uri.UnescapeDataString(href[(at + 1)..])) is { } place)
        {
            return IsOwn(heading, place) || (wordless && place == link);
        }

        // Its place is not here: other words around it say whose it is.
        return wordless && !link.PlainText.Any(sign => NoteSigns.Contains(sign, StringComparison.Ordinal));
    }

    // The heading itself, something in it, or the section that it heads.
    private static bool IsOwn(MarkupNode heading, MarkupNode place)
    {
        if (heading.Contains(place) || Beside(heading, forward: false) == place || Beside(heading, forward: true) == place)
        {
            return true;
        }

        if (!place.Contains(heading))
        {
            return false;
        }

        MarkupNode? first = place.First;
        while (first is not null && first != heading)
        {
            if (first.IsText && !string.IsNullOrWhiteSpace(first.Text))
            {
                return false;
            }

            first = first.Following(place);
        }

        return first == heading;
    }

    // The place stays: a contents list may lead to it. So do images, which are judged by what they are.
    private void Empty(MarkupNode link)
    {
        string words = link.PlainText;
        if (words.Length > 0)
        {
            context.Tell(DiagnosticIds.PageSign, "A heading's link to itself was left out", words,
                words.Any(char.IsLetterOrDigit) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info);
        }

        foreach (MarkupNode text in link.WithDescendants().Where(part => part.IsText).ToList())
        {
            text.Remove();
        }

        link.Forget();
    }

    private static MarkupNode? Beside(MarkupNode node, bool forward)
    {
        MarkupNode? beside = forward ? node.Next : node.Previous;
        while (beside is { IsText: true } && string.IsNullOrWhiteSpace(beside.Text))
        {
            beside = forward ? beside.Next : beside.Previous;
        }

        return beside;
    }

    private MarkupNode? Place(string name)
    {
        if (places is null)
        {
            places = new Dictionary<string, MarkupNode>(StringComparer.Ordinal);
            for (MarkupNode? node = root.First; node is not null; node = node.Following(root))
            {
                if ((node.Attribute("id") ?? (node.Tag == Tag.A ? node.Attribute("name") : null)) is { Length: > 0 } id)
                {
                    places.TryAdd(id, node);
                }
            }
        }

        return places.GetValueOrDefault(name);
    }
}
