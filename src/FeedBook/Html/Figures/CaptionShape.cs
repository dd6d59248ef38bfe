using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>What a possible caption looks like, so that one can see what an item or a feed does again and again.</summary>
/// <param name="Kind">The pattern that sees it, and the signs it goes by.</param>
/// <param name="Block">The element that holds it, where that tells shapes apart.</param>
/// <param name="Style">What it is set in; see <see cref="Evidence.StyleOf(MarkupNode)"/>.</param>
internal readonly record struct CaptionShape(string Kind, Tag Block = Tag.Unknown, string Style = "");
