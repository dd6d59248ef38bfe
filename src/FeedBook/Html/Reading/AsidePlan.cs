using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedBook.Content;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Reading;

/// <summary>
/// Tells what stands beside the text from what is part of it: boxes, and pull quotes, which are short and most often say again what the
/// text says.
/// </summary>
/// <param name="root">The article's tree, without what no reader of a page sees.</param>
internal sealed partial class AsidePlan(MarkupNode root)
{
    private const int LongestPullQuote = 320, LeastRepeated = 14, MostParagraphs = 3;

    // How many letters are looked through in one article: what repeats itself without end must not take without end.
    private const long MostSearched = 50_000_000;

    private static readonly WordRule<bool> PullQuoteRule = new(static words => PullQuoteName().IsMatch(words));

    private string? letters;
    private long searched;

    /// <summary>
    /// Whether an aside is set apart: not inside of another, with words of its own, and not where it holds most of the article.
    /// </summary>
    public bool IsBeside(MarkupNode node) =>
        node.HasWords && node.Parent?.Closest(Tag.Aside) is null && node.TextLength * 2 < root.TextLength && HasText(node);

    /// <summary>The quotation, or pull quote, that a <c>blockquote</c> is.</summary>
    public Quotation Quotation(MarkupNode node, ImmutableArray<Block> content) => new(content)
    {
        IsPullQuote = IsShort(content) && (IsNamed(node) || node.Parent is { Tag: Tag.Aside, TextLength: var around }
            && around == node.TextLength || Repeats(content)),
    };

    /// <summary>The box, or pull quote, that an aside is.</summary>
    public Block Beside(MarkupNode node, ImmutableArray<Block> content) =>
        content is [Quotation quotation] ? quotation with { IsPullQuote = IsShort(quotation.Blocks) }
        : IsShort(content) && (IsNamed(node) || Repeats(content)) ? new Quotation(content) { IsPullQuote = true }
        : new Aside(content);

    // Words that are no caption's: a picture in an aside is a picture.
    private static bool HasText(MarkupNode node)
    {
        for (MarkupNode? child = node.First; child is not null; child = child.Next)
        {
            if (child.Tag is not (Tag.Figure or Tag.Figcaption) && (child.IsText ? child.HasWords
                : child.Tag is Tag.Div or Tag.Section ? HasText(child) : child.HasWords))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsShort(ImmutableArray<Block> content) =>
        content.Length <= MostParagraphs && content.All(block => block is Paragraph)
        && content.Sum(block => ContentText.Of(block).Length) <= LongestPullQuote;

    private static bool IsNamed(MarkupNode node) =>
        node.Named.Ask(PullQuoteRule) || (node.Parent is { } parent && parent.TextLength == node.TextLength
            && parent.Named.Ask(PullQuoteRule));

    // The first paragraph's words stand in the article twice: here, and where they were pulled from.
    private bool Repeats(ImmutableArray<Block> content)
    {
        string words = Letters(ContentText.Of(content[0]));
        letters ??= Letters(root.PlainText);
        if (words.Length + words.Count(c => c >= '\u2E80') < LeastRepeated || (searched += letters.Length) > MostSearched)
        {
            return false;
        }

        int first = letters.IndexOf(words, StringComparison.Ordinal);
        return first >= 0 && letters.IndexOf(words, first + words.Length, StringComparison.Ordinal) >= 0;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"pull-?_?quote|\bdoc-pullquote\b")]
    private static partial Regex PullQuoteName();
}
