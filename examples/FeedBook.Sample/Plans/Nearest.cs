namespace FeedBook.Sample.Plans;

/// <summary>The known word that was probably meant.</summary>
internal static class Nearest
{
    /// <summary>
    /// The word that begins so, else the one that is fewest letters away, where that is at most half of it; null for none.
    /// </summary>
    public static string? Find(string word, IEnumerable<string> known) => Beginning(word, known) ?? known
        .Select(each => (Word: each, Distance: Distance(word.ToLowerInvariant(), each.ToLowerInvariant())))
        .Where(each => each.Distance <= Math.Max(1, Math.Min(word.Length, each.Word.Length) / 2))
        .OrderBy(each => each.Distance)
        .Select(each => each.Word)
        .FirstOrDefault();

    private static string? Beginning(string word, IEnumerable<string> known) =>
        word.Length < 3 ? null : known.FirstOrDefault(each => each.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    // Letters to put in, take out or change (Levenshtein).
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
