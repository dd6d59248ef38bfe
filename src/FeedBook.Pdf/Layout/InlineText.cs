using System.Collections.Immutable;
using FeedBook.Content;

namespace FeedBook.Pdf.Layout;

/// <summary>The text of inlines as it stands in bookmarks, lists and descriptions: on one line, images as their alternative text.</summary>
internal static class InlineText
{
    /// <summary>The text; line breaks are spaces. Where alternative texts are not wanted, use <see cref="ContentText"/>.</summary>
    public static string Of(ImmutableArray<Inline> inlines) => string.Concat(ContentWalker.Inlines(inlines).Select(inline => inline switch
    {
        TextRun run => run.Value,
        LineBreak => " ",
        InlineImage image => image.Image.AlternativeText,
        _ => null,
    })).Trim();
}
