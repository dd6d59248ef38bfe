namespace FeedBook.Html.Figures;

/// <summary>What each sign of a caption is worth, and what a set of them comes to. More than nothing is enough.</summary>
/// <param name="weights">In the order of <see cref="CaptionSign"/>.</param>
internal sealed class SignWeights(IReadOnlyList<int> weights)
{
    private readonly int[] weights = [.. weights];

    /// <summary>Those of <see cref="LearnedWeights"/>.</summary>
    public static SignWeights Captions { get; } = new(LearnedWeights.Captions);

    /// <summary>The most that these signs, a credit at the words' end, the alternative text and all habits can come to together.</summary>
    public int Most(ulong signs)
    {
        bool plain = Evidence.IsPlain(signs), like = signs.Has(CaptionSign.LikeNeighbours);
        int credit = weights[(int)CaptionSign.EndsInCredit] + (plain && like ? weights[(int)CaptionSign.SourceLine] : 0),
            habit = like ? 0 : Math.Max(0, weights[(int)CaptionSign.UnderAll]) + (plain && signs.Has(CaptionSign.NextBlock) ? 0
                : Math.Max(0, weights[(int)CaptionSign.Twice]) + Math.Max(0, weights[(int)CaptionSign.Habit]));
        return Weigh(signs) + Math.Max(0, credit) + habit + Math.Max(0, weights[(int)CaptionSign.SaysAlternative])
            + (signs.Has(CaptionSign.Numbered) ? Math.Max(0, weights[(int)CaptionSign.NumberedAgain]) : 0);
    }

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
