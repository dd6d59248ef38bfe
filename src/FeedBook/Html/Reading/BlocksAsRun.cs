using System.Collections.Immutable;
using FeedBook.Content;

namespace FeedBook.Html.Reading;

/// <summary>Blocks as one run of inlines, for a caption, a heading or a term that was written with paragraphs in it.</summary>
internal static class BlocksAsRun
{
    public static ImmutableArray<Inline> Join(ImmutableArray<Block> blocks)
    {
        if (blocks is [Paragraph only])
        {
            return only.Content;
        }

        var run = ImmutableArray.CreateBuilder<Inline>();
        foreach (Block block in blocks.SelectMany(ContentWalker.Blocks))
        {
            IEnumerable<ImmutableArray<Inline>> parts = block is CodeBlock code ? [[new Styled(TextStyle.Code, [new TextRun(code.Text)])]] : ContentWalker.Runs(block);
            foreach (ImmutableArray<Inline> part in parts.Where(part => !part.IsEmpty))
            {
                if (run.Count > 0)
                {
                    run.Add(new LineBreak());
                }

                run.AddRange(part);
            }
        }

        return run.ToImmutable();
    }
}
