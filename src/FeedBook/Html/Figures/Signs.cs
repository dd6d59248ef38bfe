namespace FeedBook.Html.Figures;

/// <summary>Sets of <see cref="CaptionSign"/>, a bit for each.</summary>
internal static class Signs
{
    /// <summary>The set of this sign alone; the empty set where it is not seen.</summary>
    public static ulong If(this CaptionSign sign, bool seen) => seen ? 1UL << (int)sign : 0;

    /// <summary>The set of these signs.</summary>
    public static ulong Of(params ReadOnlySpan<CaptionSign> signs)
    {
        ulong set = 0;
        foreach (CaptionSign sign in signs)
        {
            set |= 1UL << (int)sign;
        }

        return set;
    }

    /// <summary>Whether the sign is in the set.</summary>
    public static bool Has(this ulong set, CaptionSign sign) => (set >> (int)sign & 1) != 0;
}
