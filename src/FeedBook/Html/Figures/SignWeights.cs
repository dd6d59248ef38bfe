namespace FeedBook.Html.Figures;

/// <summary>What each sign of a caption is worth, and what a set of them comes to. More than nothing is enough.</summary>
/// <param name="weights">In the order of <see cref="CaptionSign"/>.</param>
internal sealed class SignWeights(IReadOnlyList<int> weights)
{
    private readonly int[] weights = [.. weights];

    /// <summary>Those of <see cref="LearnedWeights"/>.</summary>
    public static SignWeights Captions { get; } = new(LearnedWeights.Captions);

    /// <summary>The most that a credit at the words' end and all habits together can add.</summary>
    public int MostFromCreditAndHabit { get; } =
        Math.Max(0, Math.Max(weights[(int)CaptionSign.EndsInCredit], weights[(int)CaptionSign.WholeCredit]))
        + Math.Max(0, weights[(int)CaptionSign.NumberedAgain]) + Math.Max(0, weights[(int)CaptionSign.Twice])
            + Math.Max(0, weights[(int)CaptionSign.SaysAlternative]) + Math.Max(0, weights[(int)CaptionSign.Habit]) + Math.Max(0, weights[(int)CaptionSign.UnderAll]);

    /// <summary>What the signs come to together.</summary>
    public int Weigh(ulong signs)
    {
        int sum = 0;
        for (ulong left = signs; left != 0; left &= left - 1)
        {
            sum += weights[System.Numerics.BitOperations.TrailingZeroCount(left)];
        }

        return sum;
    }
}
