using System.Collections.Immutable;
using System.Text;
using FeedBook.Content;

namespace FeedBook.Epub;

/// <summary>
/// Cuts a long article between blocks, and a long list, table, quotation or listing inside, so that no file grows beyond a size
/// that readers bear; a paragraph only where it alone is larger. Rows that a cell ties together stay together. Sizes are estimated; the
/// caller checks what was written and asks again with a smaller limit.
/// </summary>
internal static class ChapterParts
{
    // Tags, attributes and escapes of an average node.
    private const int NodeBytes = 24;

    /// <summary>The parts in reading order; at least one, and each but a single unbreakable block is estimated within the limit.</summary>
    public static ImmutableArray<ImmutableArray<Block>> Split(ImmutableArray<Block> blocks, int limit)
    {
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<Block>>();
        var part = ImmutableArray.CreateBuilder<Block>();
        int size = 0;
        foreach (Block block in blocks)
        {
            foreach (Block piece in Pieces(block, limit))
            {
                int bytes = Size(piece);
                if (size + bytes > limit && part.Count > 0)
                {
                    // Headings go with what they head.
                    int kept = part.Count;
                    while (kept > 0 && part[kept - 1] is Heading)
                    {
                        kept--;
                    }

                    kept = kept == 0 ? part.Count : kept;
                    Block[] moved = [.. part.Skip(kept)];
                    part.RemoveRange(kept, part.Count - kept);
                    parts.Add(part.ToImmutable());
                    part.Clear();
                    part.AddRange(moved);
                    size = moved.Sum(Size);
                }

                part.Add(piece);
                size += bytes;
            }
        }

        if (part.Count > 0 || parts.Count == 0)
        {
            parts.Add(part.ToImmutable());
        }

        return parts.ToImmutable();
    }

    private static IEnumerable<Block> Pieces(Block block, int limit) => Size(block) <= limit ? [block] : block switch
    {
        ListBlock list => Pieces(list, limit),
        Table table => Groups(table.Body, Size, limit, Joins(table.Body)).Select((group, index) => index == 0
            ? table with { Body = group.Items }
            : table with { Body = group.Items, Caption = [], Id = null }),
        Quotation quotation => Split(quotation.Blocks, limit)
            .Select((group, index) => quotation with { Blocks = group, Id = index == 0 ? quotation.Id : null }),
        Aside aside => Split(aside.Blocks, limit)
            .Select((group, index) => aside with { Blocks = group, Id = index == 0 ? aside.Id : null }),
        DefinitionList definitions => Groups(definitions.Entries, Size, limit)
            .Select((group, index) => definitions with { Entries = group.Items, Id = index == 0 ? definitions.Id : null }),
        CodeBlock code => Groups([.. code.Text.Split('\n')], line => Utf8(line) + 1, limit)
            .Select((group, index) => code with { Text = string.Join('\n', group.Items), Id = index == 0 ? code.Id : null }),
        Paragraph paragraph => RunParts.Split(paragraph.Content, limit - NodeBytes, Size)
            .Select((run, index) => paragraph with { Content = run, Id = index == 0 ? paragraph.Id : null }),
        _ => [block],
    };

    // The numbers go on, also where an item sets its own.
    private static IEnumerable<Block> Pieces(ListBlock list, int limit)
    {
        int step = list.IsReversed ? -1 : 1, number = list.Start, at = 0;
        foreach ((ImmutableArray<ListItem> items, int before) in Groups(list.Items, item => item.Blocks.Sum(Size) + NodeBytes, limit))
        {
            for (; at < before; at++)
            {
                number = (list.Items[at].Number ?? number) + step;
            }

            yield return list with { Items = items, Start = number, Id = before == 0 ? list.Id : null };
        }
    }

    // For each row whether a cell from above reaches into it: a table is not cut there.
    private static bool[] Joins(ImmutableArray<TableRow> rows)
    {
        bool[] joins = new bool[rows.Length];
        for (int row = 0, end = 0; row < rows.Length; row++)
        {
            joins[row] = row < end;
            end = Math.Max(end, row + rows[row].Cells.Select(cell => cell.RowSpan).DefaultIfEmpty(1).Max());
        }

        return joins;
    }

    private static IEnumerable<(ImmutableArray<T> Items, int Before)> Groups<T>(ImmutableArray<T> items, Func<T, int> size, int limit,
        bool[]? joins = null)
    {
        int start = 0, bytes = 0, cut = 0, sinceCut = 0;
        for (int i = 0; i < items.Length; i++)
        {
            if (joins?[i] != true)
            {
                (cut, sinceCut) = (i, 0);
            }

            int own = size(items[i]);
            if (bytes + own > limit && cut > start)
            {
                yield return (items[start..cut], start);
                start = cut;
                bytes = sinceCut;
            }

            bytes += own;
            sinceCut += own;
        }

        yield return (items[start..], start);
    }

    private static int Size(TableRow row) => row.Cells.Sum(cell => cell.Blocks.Sum(Size) + NodeBytes) + NodeBytes;

    private static int Size(DefinitionEntry entry) => entry.Terms.Sum(Size) + entry.Definitions.Sum(blocks => blocks.Sum(Size));

    private static int Size(ImmutableArray<Inline> run) => run.Sum(Size);

    private static int Size(Block block) => NodeBytes + block switch
    {
        CodeBlock code => Utf8(code.Text),
        ImageBlock image => 120 + Utf8(image.Image.AlternativeText ?? ""),
        Embed embed => 160 + embed.Address.OriginalString.Length,
        ListBlock list => list.Items.Sum(item => item.Blocks.Sum(Size) + NodeBytes),
        Table table => table.Head.Sum(Size) + table.Body.Sum(Size) + Size(table.Caption),
        DefinitionList definitions => definitions.Entries.Sum(Size),
        Quotation quotation => quotation.Blocks.Sum(Size),
        Aside aside => aside.Blocks.Sum(Size),
        Figure figure => figure.Body.Sum(Size) + Size(figure.Caption) + Size(figure.Credit) + 120,
        Paragraph paragraph => Size(paragraph.Content),
        Heading heading => Size(heading.Content),
        _ => 0,
    };

    private static int Size(Inline inline) => inline switch
    {
        TextRun text => Utf8(text.Value),
        Link link => NodeBytes + link.Address.OriginalString.Length + Size(link.Content),
        Ruby ruby => ruby.Segments.Sum(segment => Size(segment.Base) + Utf8(segment.Reading) + NodeBytes),
        Formula formula => NodeBytes + Math.Max(Utf8(formula.MathMl ?? ""), Size(formula.Content)),
        InlineImage or NoteReference => 150,
        _ => NodeBytes + Size(ContentWalker.Children(inline)),
    };

    private static int Utf8(string text) => Encoding.UTF8.GetByteCount(text);
}
