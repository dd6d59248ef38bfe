using HtmlAgilityPack;

namespace FeedBook.Html.Tree;

/// <summary>How the parser is asked for its tree.</summary>
internal static class HtmlTree
{
    /// <summary>
    /// The parser's tree of a text, which is mended first. It is the one that the parser's defaults give: what is switched off only keeps
    /// books beside it.
    /// </summary>
    /// <param name="html">The text.</param>
    /// <param name="faults">Gets a sentence for each end that was missing; null when nobody asks.</param>
    public static HtmlDocument Load(string html, List<string>? faults = null)
    {
        var document = new HtmlDocument
        {
            OptionCheckSyntax = false,   // a table of the elements that are open, for errors that nobody reads
            OptionUseIdAttribute = false, // a table of ids, written again for every element around
            OptionReadEncoding = false,  // a text has no encoding any more
        };
        document.LoadHtml(SourceMender.Mend(html, faults ?? []));
        return document;
    }
}
