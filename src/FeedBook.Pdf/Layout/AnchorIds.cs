using FeedBook.Content;

namespace FeedBook.Pdf.Layout;

/// <summary>Finds the ids that links of an article can lead to.</summary>
internal static class AnchorIds
{
    /// <summary>The ids of an article's blocks, items and spans.</summary>
    public static IEnumerable<string> Of(Article article)
    {
        foreach (Block block in ContentWalker.Blocks(article))
        {
            IEnumerable<string?> items = block is ListBlock list ? list.Items.Select(item => item.Id) : [];
            IEnumerable<string?> spans = ContentWalker.Runs(block).SelectMany(ContentWalker.Inlines).OfType<Span>().Select(span => span.Id);
            foreach (string id in items.Concat(spans).Prepend(block.Id).OfType<string>())
            {
                yield return id;
            }
        }
    }
}
