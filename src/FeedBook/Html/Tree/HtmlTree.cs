using HtmlAgilityPack;

namespace FeedBook.Html.Tree;

/// <summary>How the parser is asked for its tree.</summary>
internal static class HtmlTree
{
    /// <summary>The parser's tree of a text. It is the one that the parser's defaults give: what is switched off only keeps books beside the tree.</summary>
    public static HtmlDocument Load(string html)
    {
        var document = new HtmlDocument
        {
            OptionCheckSyntax = false,   // a table of the elements that are open, for errors that nobody reads
            OptionUseIdAttribute = false, // a table of ids, written again for every element around
            OptionReadEncoding = false,  // a text has no encoding any more
        };
        document.LoadHtml(html);
        return document;
    }
}
