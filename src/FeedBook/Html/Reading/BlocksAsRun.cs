using System.Collections.Immutable;
using FeedBook.Content;

namespace FeedBook.Html.Reading;

/// <summary>Blocks as one run of inlines, for a caption, a heading or a term that was written with paragraphs in it.</summary>
internal static class BlocksAsRun
{
    public static ImmutableArray<Inline> Join(ImmutableArray<Block> blocks)
    {
        if (blocks is [Paragraph { Id: null, Language: null, Direction: null } only])
        {
            return only.Content;
        }

        var run = ImmutableArray.CreateBuilder<Inline>();
        foreach (Block block in blocks.SelectMany(ContentWalker.Blocks))
        {
            IEnumerable<ImmutableArray<Inline>> parts = block is CodeBlock code ? [[new Styled(TextStyle.Code, [new TextRun(code.Text)])]]
                : ContentWalker.Runs(block);
            foreach (ImmutableArray<Inline> part in parts.Where(part => !part.IsEmpty))
            {
                if (run.Count > 0)
                {
                    run.Add(new LineBreak());
                }

                // A run cannot say what its paragraph said of itself: where links lead to, its language.
                if (block is { Id: null, Language: null, Direction: null } || part != ContentWalker.Runs(block).FirstOrDefault())
                {
                    run.AddRange(part);
                }
                else
                {
                    run.Add(new Span(part) { Id = block.Id, Language = block.Language, Direction = block.Direction });
                }
            }
        }

        return run.ToImmutable();
    }
}
