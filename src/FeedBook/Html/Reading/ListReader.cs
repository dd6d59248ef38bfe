using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Reading;

/// <summary>Lists, numbered or not, and lists of terms.</summary>
internal static class ListReader
{
    public static void Read(BlockReader reader, MarkupNode list)
    {
        var items = new List<MarkupNode>();
        for (MarkupNode? child = list.First; child is not null; child = child.Next)
        {
            if (reader.Plan.IsFree(child) && !(child.IsText && string.IsNullOrWhiteSpace(child.Text)))
            {
                items.Add(child);
            }
        }

        Items(reader, list, items);
    }

    /// <summary>Items that stand in no list: they and those after them are one.</summary>
    public static void ReadStray(BlockReader reader, MarkupNode first)
    {
        if (Before(first) is not null)
        {
            return;
        }

        var items = new List<MarkupNode>();
        for (MarkupNode? item = first; item is not null; item = item.Next)
        {
            if (item.Tag == Tag.Li)
            {
                items.Add(item);
            }
            else if (!(item.IsText && string.IsNullOrWhiteSpace(item.Text)))
            {
                break;
            }
        }

        Items(reader, null, items);
    }

    public static void ReadDefinitions(BlockReader reader, MarkupNode list)
    {
        if (reader.IsTooDeep)
        {
            reader.Children(list);
            reader.Flush();
            return;
        }

        string? id = reader.Anchors.Take();
        var entries = ImmutableArray.CreateBuilder<DefinitionEntry>();
        var terms = ImmutableArray.CreateBuilder<ImmutableArray<Inline>>();
        var definitions = ImmutableArray.CreateBuilder<ImmutableArray<Block>>();
        var loose = ImmutableArray.CreateBuilder<Block>();
        void End()
        {
            if (terms.Count + definitions.Count > 0)
            {
                entries.Add(new DefinitionEntry(terms.ToImmutable(), definitions.ToImmutable()));
                terms.Clear();
                definitions.Clear();
            }
        }

        foreach (MarkupNode child in Parts(reader, list))
        {
            if (child.Tag == Tag.Dt)
            {
                if (definitions.Count > 0)
                {
                    End();
                }

                reader.Anchors.Pass(child);
                ImmutableArray<Block> content = reader.Inside(child);
                ImmutableArray<Inline> term = BlocksAsRun.Join([.. content.Where(block => block is Paragraph)]);
                ImmutableArray<Block> others = [.. content.Where(block => block is not Paragraph)];
                if (!term.IsEmpty)
                {
                    terms.Add(term);
                }

                if (!others.IsEmpty)
                {
                    definitions.Add(others);
                }
            }
            else
            {
                reader.Anchors.Pass(child);
                ImmutableArray<Block> content = child.Tag == Tag.Dd ? reader.Inside(child) : reader.Inside([child]);
                if (!content.IsEmpty)
                {
                    definitions.Add(content);
                }
            }
        }

        End();
        if (entries.All(entry => entry.Terms.IsEmpty))
        {
            // Nothing is defined here: the list only set things apart.
            loose.AddRange(entries.SelectMany(entry => entry.Definitions).SelectMany(blocks => blocks));
            foreach (Block block in loose)
            {
                reader.Add(block, block == loose[0] ? id : null);
            }
        }
        else
        {
            reader.Add(new DefinitionList(entries.ToImmutable()), id);
        }
    }

    // HTML allows a div around each group.
    private static IEnumerable<MarkupNode> Parts(BlockReader reader, MarkupNode list)
    {
        for (MarkupNode? child = list.First; child is not null; child = child.Next)
        {
            if (!reader.Plan.IsFree(child) || (child.IsText && string.IsNullOrWhiteSpace(child.Text)))
            {
                continue;
            }

            if (child.Tag == Tag.Div && child.First is not null)
            {
                foreach (MarkupNode part in Parts(reader, child))
                {
                    yield return part;
                }
            }
            else
            {
                yield return child;
            }
        }
    }

    private static void Items(BlockReader reader, MarkupNode? list, List<MarkupNode> nodes)
    {
        if (reader.IsTooDeep)
        {
            foreach (MarkupNode node in nodes)
            {
                reader.Flush();
                Content(reader, node);
                reader.Flush();
            }

            return;
        }

        string? id = reader.Anchors.Take();
        var items = ImmutableArray.CreateBuilder<ListItem>();
        foreach (MarkupNode node in nodes)
        {
            if (node.Tag == Tag.Li)
            {
                reader.Anchors.Pass(node);
                string? itemId = reader.Anchors.Take();
                ImmutableArray<Block> content = reader.Inside(node);
                if (!content.IsEmpty || itemId is not null)
                {
                    items.Add(new ListItem(content) { Id = itemId, Number = ListNumbers.Number(node.Attribute("value")) });
                }
            }
            else if (reader.Inside([node]) is { IsEmpty: false } loose)
            {
                // A list directly in a list belongs to the item before it.
                if (items.Count > 0 && loose is [ListBlock])
                {
                    items[^1] = items[^1] with { Blocks = items[^1].Blocks.AddRange(loose) };
                }
                else
                {
                    items.Add(new ListItem(loose));
                }
            }
        }

        if (items.Count > 0)
        {
            reader.Add(Make(list, items.ToImmutable()), id);
        }
    }

    private static ListBlock Make(MarkupNode? list, ImmutableArray<ListItem> items)
    {
        ListNumbers numbers = list is null ? default : ListNumbers.Of(list, list.Find(Tag.Li));
        if (!numbers.IsOrdered)
        {
            return new ListBlock(false, items);
        }

        // HTML §4.4.5: numbers that go down end at 1 unless they say where they start.
        bool reversed = list!.Has("reversed");
        return new ListBlock(true, items) { Start = numbers.Start ?? (reversed ? items.Length : 1), Marker = numbers.Marker,
            IsReversed = reversed };
    }

    private static void Content(BlockReader reader, MarkupNode node)
    {
        if (node.Tag == Tag.Li)
        {
            reader.Children(node);
        }
        else
        {
            reader.Node(node);
        }
    }

    private static MarkupNode? Before(MarkupNode item)
    {
        MarkupNode? before = item.Previous;
        while (before is { IsText: true } && string.IsNullOrWhiteSpace(before.Text))
        {
            before = before.Previous;
        }

        return before is { Tag: Tag.Li } ? before : null;
    }
}
