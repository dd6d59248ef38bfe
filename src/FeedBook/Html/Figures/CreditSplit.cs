namespace FeedBook.Html.Figures;

/// <summary>
/// How captions are parted from their credits in one article: by which weights, and with which habits of the item and its feed.
/// </summary>
internal sealed class CreditSplit
{
    /// <summary>The weights' reader.</summary>
    public CreditReader Reader { get; init; } = CreditReader.Learned();

    /// <summary>What the article's captions do again and again; known once all figures are planned.</summary>
    public CreditHabits Habits { get; set; } = CreditHabits.None;

    /// <summary>Where the training program looks on; null in every other reading.</summary>
    public FigureTrace? Trace { get; init; }
}
