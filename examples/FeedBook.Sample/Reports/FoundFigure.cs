using FeedBook.Content;

namespace FeedBook.Sample.Reports;

/// <summary>A picture that was recognised in an article, with its words; or several that share them.</summary>
/// <param name="Kind">picture, table, quotation, code, embed or group; in lower case.</param>
/// <param name="Pictures">The addresses of its pictures, in order.</param>
/// <param name="AlternativeTexts">What the source says in place of each picture; null where it says nothing.</param>
/// <param name="Caption">The caption; null when there is none.</param>
/// <param name="Credit">The credit; null when there is none.</param>
/// <param name="FoundBy">The pattern that recognised the words; null for a picture without.</param>
internal sealed record FoundFigure(string Kind, IReadOnlyList<string> Pictures, IReadOnlyList<string?> AlternativeTexts, string? Caption,
    string? Credit, string? FoundBy)
{
    private const int LongestAddress = 200;

    /// <summary>Everything with a caption, and every picture without one, in reading order.</summary>
    public static IReadOnlyList<FoundFigure> In(Article article)
    {
        var found = new List<FoundFigure>();
        foreach (Block block in article.Blocks.Concat(article.Notes.SelectMany(note => note.Blocks)))
        {
            Look(block, found);
        }

        return found;
    }

    private static void Look(Block block, List<FoundFigure> found)
    {
        if (block is Figure figure)
        {
            found.Add(Make(KindOf(figure), [.. figure.Body.SelectMany(Own)], TextOf(figure.Caption), TextOf(figure.Credit),
                figure.FoundBy));
        }
        else
        {
            // Pictures on their own line and those within a line of text.
            foreach (ImageReference image in OwnOf(block))
            {
                found.Add(Make("picture", [image], null, null, null));
            }
        }

        foreach (Block held in ContentWalker.Children(block))
        {
            if (block is not Figure || held is Figure || ContentWalker.Blocks(held).Any(each => each is Figure))
            {
                Look(held, found);
            }
        }
    }

    // What a figure holds but for the figures in it, which stand for themselves.
    private static IEnumerable<ImageReference> Own(Block block) =>
        block is Figure || ContentWalker.Blocks(block).Any(each => each is Figure)
        ? []
        : OwnOf(block).Concat(ContentWalker.Children(block).SelectMany(Own));

    private static IEnumerable<ImageReference> OwnOf(Block block) => block switch
    {
        ImageBlock image => [image.Image],
        Figure => [],
        _ => ContentWalker.Runs(block).SelectMany(ContentWalker.Inlines).OfType<InlineImage>().Select(image => image.Image),
    };

    private static FoundFigure Make(string kind, IReadOnlyList<ImageReference> images, string? caption, string? credit, string? foundBy) =>
        new(
        kind,
        [.. images.Select(image => image.Address is { Scheme: "data" } data ? Short(data.OriginalString) : image.Address.AbsoluteUri)],
        [.. images.Select(image => image.AlternativeText)],
        caption,
        credit,
        foundBy);

    private static string Short(string address) => address.Length > LongestAddress ? address[..LongestAddress] + "…" : address;

    private static string KindOf(Figure figure) => figure.Body switch
    {
        [ImageBlock] => "picture",
        [Table] => "table",
        [Quotation] => "quotation",
        [CodeBlock] => "code",
        [Embed embed] => embed.Kind.ToString().ToLowerInvariant(),
        [var only] when only is not ListBlock => "picture",
        _ => "group",
    };

    private static string? TextOf(System.Collections.Immutable.ImmutableArray<Inline> run) =>
        ContentText.Of(run).Trim() is { Length: > 0 } text ? text : null;
}
