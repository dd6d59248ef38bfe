using FeedBook.Html.Tree;
using FeedBook.Text;

namespace FeedBook.Html.Pruning;

/// <summary>
/// Tells the buttons of a page's machinery from those that hold an article's words: a term that explains itself, a question, a tab's name.
/// </summary>
internal static class Buttons
{
    /// <summary>
    /// Whether a book can do without the button: its whole text is a known phrase and it stands in no sentence, or it sends a form.
    /// </summary>
    public static bool IsControl(MarkupNode button)
    {
        if (!button.HasWords)
        {
            return true;
        }

        return !InSentence(button) && (ControlPhrases.Is(button.PlainText) || SendsForm(button));
    }

    /// <summary>The words that a browser writes on a field that is a button; empty for any other field.</summary>
    public static string LabelOf(MarkupNode field) =>
        field.Attribute("type")?.Trim().ToLowerInvariant() is "submit" or "button" or "reset"
            ? MarkupText.Fold(field.Attribute("value") ?? "") : "";

    // Whether words stand beside the button on its line that are no buttons themselves.
    private static bool InSentence(MarkupNode button)
    {
        MarkupNode at = button;
        while (true)
        {
            if (HasWordsBeside(at, forward: false) || HasWordsBeside(at, forward: true))
            {
                return true;
            }

            if (at.Parent is not { } parent || Tags.IsBlock(parent.Tag))
            {
                return false;
            }

            at = parent;
        }
    }

    private static bool HasWordsBeside(MarkupNode node, bool forward)
    {
        MarkupNode? beside = forward ? node.Next : node.Previous;
        while (beside is not null && beside.Tag != Tag.Br && !Tags.IsBlock(beside.Tag))
        {
            if (beside.IsText ? beside.Text.Any(char.IsLetterOrDigit) : beside.HasWords && !beside.Any(part => part.Tag == Tag.Button))
            {
                return true;
            }

            beside = forward ? beside.Next : beside.Previous;
        }

        return false;
    }

    private static bool SendsForm(MarkupNode button)
    {
        MarkupNode? form = button.Closest(Tag.Form);
        return form is not null && form.Any(part => part.Tag is Tag.Select or Tag.Textarea
            || (part.Tag == Tag.Input && part.Attribute("type")?.Trim().ToLowerInvariant() is null or "text" or "email" or "search" or "tel"
                or "url" or "number" or "password"));
    }
}
