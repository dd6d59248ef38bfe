namespace FeedBook.Pdf;

/// <summary>Finds the fonts of the packages FeedBook.Fonts and FeedBook.Fonts.Cjk in a program that has them, without depending on them.</summary>
internal static class PackagedFonts
{
    /// <summary>The fonts of both packages, as far as the program has them. May be empty.</summary>
    public static IReadOnlyList<FontSet> Find()
    {
        // Names that are written out are kept when a program is trimmed or compiled ahead of time.
        object?[] sets =
        [
            Type.GetType("FeedBook.Fonts.BundledFonts, FeedBook.Fonts", throwOnError: false)?.GetProperty("All")?.GetValue(null),
            Type.GetType("FeedBook.Fonts.Cjk.CjkFonts, FeedBook.Fonts.Cjk", throwOnError: false)?.GetProperty("All")?.GetValue(null),
        ];
        return [.. sets.OfType<FontSet>()];
    }
}
