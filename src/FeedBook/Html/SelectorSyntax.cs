using FeedBook.Html.Selectors;

namespace FeedBook.Html;

/// <summary>
/// The selectors that options take (<see cref="FeedSourceOptions.Keep"/>, <see cref="FigureOptions.CaptionSelectors"/> and their like): the
/// part of CSS that feeds need, as in <c>tag</c>, <c>*</c>, <c>#id</c>, <c>.class</c>, <c>[attr]</c>, <c>[attr=value]</c> with <c>^= $= *=
/// ~= |=</c>
/// (and <c>i</c> for any case), descendants, children (<c>&gt;</c>), the next sibling (<c>+</c>) and later ones (<c>~</c>), <c>:not()</c>,
/// <c>:is()</c>, <c>:has()</c>,
/// <c>:first-child</c>, <c>:last-child</c>, <c>:only-child</c>, <c>:nth-child()</c>, <c>:nth-last-child()</c>, <c>:empty</c> and lists
/// (<c>,</c>). A book is built without a selector that is none, and says so (FB209); who would rather refuse it asks here first.
/// </summary>
public static class SelectorSyntax
{
    /// <summary>What is wrong with a selector.</summary>
    /// <param name="selector">The selector as written.</param>
    /// <returns>A sentence in English that names the selector, the fault and its place; null when it is understood.</returns>
    public static string? FaultOf(string selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return Selector.FaultOf(selector);
    }
}
