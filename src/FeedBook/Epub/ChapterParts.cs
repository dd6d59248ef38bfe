using System.Collections.Immutable;
using System.Text;
using FeedBook.Content;

namespace FeedBook.Epub;

/// <summary>
/// Cuts a long article between blocks, and a long list, table, quotation or listing inside, so that no file grows beyond a size
/// that readers bear. Sizes are estimated; the caller checks what was written and asks again with a smaller limit.
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
                    // A heading goes with what it heads.
                    Heading? heading = part.Count > 1 ? part[^1] as Heading : null;
                    if (heading is not null)
                    {
                        part.RemoveAt(part.Count - 1);
                    }

                    parts.Add(part.ToImmutable());
                    part.Clear();
                    size = 0;
                    if (heading is not null)
                    {
                        part.Add(heading);
                        size = Size(heading);
                    }
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
        ListBlock list => Groups(list.Items, item => item.Blocks.Sum(Size) + NodeBytes, limit).Select((group, index) => index == 0
            ? list with { Items = group.Items }
            : list with { Items = group.Items, Start = list.IsReversed ? list.Start - group.Before : list.Start + group.Before, Id = null }),
        Table table => Groups(table.Body, Size, limit).Select((group, index) => index == 0
            ? table with { Body = group.Items }
            : table with { Body = group.Items, Caption = [], Id = null }),
        Quotation quotation => Split(quotation.Blocks, limit).Select((group, index) => quotation with { Blocks = group, Id = index == 0 ? quotation.Id : null }),
        DefinitionList definitions => Groups(definitions.Entries, Size, limit).Select((group, index) => definitions with { Entries = group.Items, Id = index == 0 ? definitions.Id : null }),
        CodeBlock code => Groups([.. code.Text.Split('\n')], line => Utf8(line) + 1, limit).Select((group, index) => code with { Text = string.Join('\n', group.Items), Id = index == 0 ? code.Id : null }),
        _ => [block],
    };

    private static IEnumerable<(ImmutableArray<T> Items, int Before)> Groups<T>(ImmutableArray<T> items, Func<T, int> size, int limit)
    {
        int start = 0, bytes = 0;
        for (int i = 0; i < items.Length; i++)
        {
            int own = size(items[i]);
            if (bytes + own > limit && i > start)
            {
                yield return (items[start..i], start);
                start = i;
                bytes = 0;
            }

            bytes += own;
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
