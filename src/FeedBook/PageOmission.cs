namespace FeedBook;

/// <summary>Words of a page that stood among the paragraphs of its article and were left out of it.</summary>
/// <param name="Text">The words as plain text, white space folded; never empty.</param>
/// <param name="IsRunningText">Whether most of them are sentences, which a reader may miss, and no labels, links or buttons.</param>
public sealed record PageOmission(string Text, bool IsRunningText);
