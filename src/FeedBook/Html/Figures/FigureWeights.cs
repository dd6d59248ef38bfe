namespace FeedBook.Html.Figures;

/// <summary>The weights that one reading goes by.</summary>
/// <param name="Credits">What each <see cref="CreditSign"/> is worth at the end of a caption.</param>
/// <param name="WholeCredits">What each is worth where the whole text may be a credit.</param>
/// <param name="Captions">What each <see cref="CaptionSign"/> is worth.</param>
internal sealed record FigureWeights(IReadOnlyList<int> Credits, IReadOnlyList<int> WholeCredits, IReadOnlyList<int> Captions)
{
    /// <summary>Those of <see cref="LearnedWeights"/>.</summary>
    public static FigureWeights Learned { get; } = new(LearnedWeights.Credits, LearnedWeights.WholeCredits, LearnedWeights.Captions);
}
