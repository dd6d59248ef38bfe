using FeedBook.Text;
using HtmlAgilityPack;

namespace FeedBook.Html.Ledger;

/// <summary>
/// The texts of a parsed document that a reader could see, straight from the parser: what a ledger holds the article against.
/// </summary>
internal static class SourceWords
{
    /// <summary>Adds the document's texts in their order, but for scripts, styles, comments and the head of a page.</summary>
    public static void Add(HtmlDocument document, WordLedger ledger)
    {
        HtmlNode top = document.DocumentNode;
        HtmlNode? node = top.FirstChild;
        while (node is not null && node != top)
        {
            if (node.NodeType == HtmlNodeType.Text)
            {
                ledger.Source(CharacterReferences.Decode(((HtmlTextNode)node).Text));
            }

            bool enters = node.NodeType == HtmlNodeType.Element && node.Name is not ("script" or "style" or "head");
            HtmlNode? next = enters ? node.FirstChild : null;
            while (next is null && node is not null && node != top)
            {
                next = node.NextSibling;
                node = next is null ? node.ParentNode : node;
            }

            node = next;
        }
    }
}
