using System.Collections.Immutable;
using System.Text;
using FeedBook.Content;

namespace FeedBook.Pdf.Layout;

/// <summary>The text of inlines without anything else: for bookmarks, lists and descriptions.</summary>
internal static class PlainText
{
    /// <summary>The text; line breaks are spaces, pictures their alternative text.</summary>
    public static string Of(ImmutableArray<Inline> inlines)
    {
        var text = new StringBuilder();
        Append(text, inlines);
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, ImmutableArray<Inline> inlines)
    {
        foreach (Inline inline in inlines)
        {
            switch (inline)
            {
                case TextRun run:
                    text.Append(run.Value);
                    break;
                case Styled styled:
                    Append(text, styled.Content);
                    break;
                case Link link:
                    Append(text, link.Content);
                    break;
                case Span span:
                    Append(text, span.Content);
                    break;
                case Ruby ruby:
                    foreach (RubySegment segment in ruby.Segments)
                    {
                        Append(text, segment.Base);
                    }

                    break;
                case LineBreak:
                    text.Append(' ');
                    break;
                case InlineImage image:
                    text.Append(image.Image.AlternativeText);
                    break;
            }
        }
    }
}
