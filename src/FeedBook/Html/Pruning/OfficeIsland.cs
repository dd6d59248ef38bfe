using FeedBook.Html.Tree;

namespace FeedBook.Html.Pruning;

/// <summary>
/// What a word processor leaves in a page for itself: an <c>xml</c> element, or one with a prefix of Office's, whose words stand in no
/// element of HTML. An <c>o:p</c>, a smart tag or a field around words of the text is none.
/// </summary>
internal static class OfficeIsland
{
    public static bool Is(MarkupNode node)
    {
        if (node.Source?.Name is not { } name || !(name == "xml" || IsSetting(name)))
        {
            return false;
        }

        for (MarkupNode? part = node.First; part is not null; part = part.Following(node))
        {
            bool foreign = part.IsText ? part.Parent != node || name != "xml" || string.IsNullOrWhiteSpace(part.Text)
                : part.Tag == Tag.Unknown && part.Source!.Name.Contains(':', StringComparison.Ordinal);
            if (!foreign)
            {
                return false;
            }
        }

        return true;
    }

    // Elements of Word's and Office's own vocabularies but for those that stand around an article's words.
    private static bool IsSetting(string name) =>
        (name.StartsWith("w:", StringComparison.Ordinal) && !name.StartsWith("w:sdt", StringComparison.Ordinal)
            && name is not ("w:r" or "w:t" or "w:p"))
        || (name.StartsWith("o:", StringComparison.Ordinal) && name != "o:p")
        || name.StartsWith("x:", StringComparison.Ordinal);
}
