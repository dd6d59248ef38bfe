using System.Text.RegularExpressions;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Pruning;

/// <summary>The box before a task in a list: ticked or not. A box elsewhere is part of a form.</summary>
internal static partial class TaskBox
{
    private const string Done = "\u2611 ", Open = "\u2610 ";

    /// <summary>The sign that stands for the box, and a space; null for what is no box of a task.</summary>
    public static string? Of(MarkupNode node)
    {
        if (node.Attributes == MarkupAttributes.None || !IsBox(node) || !OpensItem(node))
        {
            return null;
        }

        bool done = node.Tag == Tag.Input ? node.Has("checked")
            : node.Attribute("aria-checked") is { } said ? said == "true"
            : node.Attribute("checked") is { } told ? told is not "false" : Ticked().IsMatch(node.Words);
        return done ? Done : Open;
    }

    private static bool IsBox(MarkupNode node) => node.Tag switch
    {
        Tag.Input => "checkbox".Equals(node.Attribute("type")?.Trim(), StringComparison.OrdinalIgnoreCase),
        Tag.Unknown when node.Source!.Name == "en-todo" => true,
        _ => !Tags.IsImage(node.Tag) && Named().IsMatch(node.Words) && !node.HasWords
            && !node.Any(part => Tags.IsImage(part.Tag) || part.Tag == Tag.Input),
    };

    // A task's box stands before its words in an item or in a cell; a box in a list of choices to vote on is a box too.
    private static bool OpensItem(MarkupNode box)
    {
        MarkupNode at = box;
        while (at.Parent is { } parent)
        {
            for (MarkupNode? before = at.Previous; before is not null; before = before.Previous)
            {
                if (before.HasWords)
                {
                    return false;
                }
            }

            if (parent.Tag is Tag.Li or Tag.Td or Tag.Dd || parent.Tag == Tag.Root)
            {
                return parent.Tag != Tag.Root && parent.HasWords;
            }

            at = parent;
        }

        return false;
    }

    [GeneratedRegex(@" (?:checkbox|[\w-]*-checkbox|checkbox-[\w-]*|todo-checkbox|task-list-item-checkbox)(?: |$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"[ _-](?:checked|on|done|complete|completed|ticked|selected)(?:[ _-]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Ticked();
}
