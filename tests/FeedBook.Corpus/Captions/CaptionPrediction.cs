using FeedBook.Content;

namespace FeedBook.Corpus.Captions;

/// <summary>What the library makes of a case: its images with caption and credit, and the text beside them.</summary>
internal sealed record CaptionPrediction(IReadOnlyList<PredictedImage> Images, string Body)
{
    public static CaptionPrediction Of(Article article) => new([.. ImagesOf(article)], ContentText.Of(new WithoutWords().Rewrite(article)));

    // A caption that several pictures share is told with the last of them, beside which it stands.
    private static IEnumerable<PredictedImage> ImagesOf(Article article)
    {
        var told = new HashSet<ImageBlock>(ReferenceEqualityComparer.Instance);
        foreach (Figure figure in ContentWalker.Figures(article).Reverse())
        {
            ImageBlock? last = ContentWalker.Blocks(figure).OfType<ImageBlock>().LastOrDefault(image => !told.Contains(image));
            if (last is null)
            {
                continue;
            }

            told.Add(last);
            yield return new PredictedImage(last.Image.Address.OriginalString, Words(figure.Caption), Words(figure.Credit));
        }

        // A film's still picture with the film's caption is a figure too.
        foreach (Figure figure in ContentWalker.Figures(article).Where(figure => !ContentWalker.Blocks(figure).OfType<ImageBlock>().Any()))
        {
            if (ContentWalker.Blocks(figure).OfType<Embed>().FirstOrDefault(embed => embed.Poster is not null) is { Poster: { } poster })
            {
                yield return new PredictedImage(poster.Address.OriginalString, Words(figure.Caption), Words(figure.Credit));
            }
        }

        foreach (ImageBlock image in ContentWalker.Blocks(article).OfType<ImageBlock>().Where(image => !told.Contains(image)))
        {
            yield return new PredictedImage(image.Image.Address.OriginalString, null, null);
        }
    }

    private static string? Words(System.Collections.Immutable.ImmutableArray<Inline> run) => run.IsEmpty ? null : ContentText.Of(run);

    /// <summary>The article without the captions and credits of its pictures; those of tables, code and players stay.</summary>
    private sealed class WithoutWords : ContentRewriter
    {
        protected override Block? Rewrite(Block block) => base.Rewrite(
            block is Figure figure && ContentWalker.Blocks(figure).Any(part => part is ImageBlock or Embed { Poster: not null })
                ? figure with { Caption = [], Credit = [] } : block);
    }
}
