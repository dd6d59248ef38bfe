using FeedBook.Html.Tree;
using HtmlAgilityPack;

namespace FeedBook.FullText;

/// <summary>
/// Finds the article in a web page by where its running text stands, and cuts it from the page's own tree, so that pictures, captions,
/// credits, tables, code and notes stay as the page has them. Safe for use by many threads at once.
/// </summary>
public sealed class ArticleExtractor : IArticleExtractor
{
    /// <inheritdoc/>
    public PageArticle? Extract(WebPage page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        return LongText.Read(page.Html.Length, () => ExtractAll(page, cancellationToken), cancellationToken);
    }

    private static PageArticle? ExtractAll(WebPage page, CancellationToken cancellationToken)
    {
        HtmlDocument document = HtmlTree.Load(page.Html);
        var metadata = PageMetadata.Of(document, page.Address);
        MarkupTree tree = MarkupTree.Of(document, cancellationToken);
        var cuts = new PageCuts(TextTable.Of(tree.Root));
        RepeatedBoxes.Remove(tree.Root, cuts, metadata);
        PageFurniture.Remove(tree.Root, cuts);
        cancellationToken.ThrowIfCancellationRequested();
        var text = TextTable.Of(tree.Root);
        if (MainPart.Find(tree.Root, text, cuts) is not { } main)
        {
            return null;
        }

        ArticleTrimmer.Trim(main, text, metadata, cuts);
        string html = TreeHtml.Of(main);
        return html.Length == 0 ? null : new PageArticle(html)
        {
            Title = metadata.Title,
            Byline = metadata.Byline,
            Published = metadata.Published,
            Language = metadata.Language ?? BlockScope.LanguageOf(tree.Root),
            LeadImage = metadata.Image,
            CanonicalAddress = metadata.Canonical,
            NextPage = metadata.Next,
            AmpAddress = metadata.Amp,
            PrintAddress = metadata.Print,
            BaseAddress = metadata.Base,
            Omissions = cuts.Among(main),
        };
    }
}
