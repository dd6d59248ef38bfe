using System.Collections.Immutable;
using System.Text;

namespace FeedBook.Content;

/// <summary>The plain text of a tree: what a reader would read aloud. Alternative texts are left out.</summary>
public static class ContentText
{
    /// <summary>The article's text: a line a block, captions and credits where their figures stand, notes at the end.</summary>
    /// <param name="article">The article.</param>
    public static string Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var text = new StringBuilder();
        foreach (Block block in article.Blocks.Concat(article.Notes.SelectMany(note => note.Blocks)))
        {
            Append(block, text);
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The text of a block and of the blocks it holds, a line each.</summary>
    /// <param name="block">The block.</param>
    public static string Of(Block block)
    {
        var text = new StringBuilder();
        Append(block, text);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The text of a run of inlines; a line break is <c>\n</c>, a note's mark and a ruby's reading are left out.</summary>
    /// <param name="run">The run.</param>
    public static string Of(ImmutableArray<Inline> run)
    {
        if (run is [TextRun only])
        {
            return only.Value;
        }

        var text = new StringBuilder();
        Append(run, text);
        return text.ToString();
    }

    private static void Append(Block block, StringBuilder text)
    {
        bool follow = ContentWalker.RunsFollow(block);
        if (!follow)
        {
            AppendOwn(block, text);
        }

        foreach (Block held in ContentWalker.Children(block))
        {
            Append(held, text);
        }

        if (follow)
        {
            AppendOwn(block, text);
        }
    }

    private static void AppendOwn(Block block, StringBuilder text)
    {
        if (block is CodeBlock code)
        {
            text.Append(code.Text).Append('\n');
        }
        else if (block is Embed { Title: { Length: > 0 } title })
        {
            text.Append(title).Append('\n');
        }

        foreach (ImmutableArray<Inline> run in ContentWalker.Runs(block))
        {
            int before = text.Length;
            Append(run, text);
            if (text.Length > before)
            {
                text.Append('\n');
            }
        }
    }

    private static void Append(ImmutableArray<Inline> run, StringBuilder text)
    {
        foreach (Inline inline in run)
        {
            switch (inline)
            {
                case TextRun plain:
                    text.Append(plain.Value);
                    break;
                case LineBreak:
                    text.Append('\n');
                    break;
                default:
                    Append(ContentWalker.Children(inline), text);
                    break;
            }
        }
    }
}
