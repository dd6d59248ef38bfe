namespace FeedBook.Html.Tree;

/// <summary>
/// A question that a room asks of the words by which an element names itself. Elements with the same class share the answer; see
/// <see cref="MarkupWords.Ask"/>.
/// </summary>
/// <typeparam name="T">What the answer is.</typeparam>
/// <param name="answer">The answer for words in lower case, each after a space.</param>
internal sealed class WordRule<T>(Func<string, T> answer)
{
    /// <summary>The answer for an element without a name of its own.</summary>
    public T OfNothing { get; } = answer("");

    /// <summary>The answer for these words.</summary>
    public T Of(string words) => answer(words);
}
