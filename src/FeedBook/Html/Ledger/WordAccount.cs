namespace FeedBook.Html.Ledger;

/// <summary>How many letters of a source have which fate, and the texts that have none.</summary>
internal sealed class WordAccount
{
    private readonly int[] letters = new int[Enum.GetValues<WordFate>().Length];
    private readonly List<string> unaccounted = [], moved = [];

    /// <summary>The texts without a fate, letters and digits alone; none where the law holds.</summary>
    public IReadOnlyList<string> Unaccounted => unaccounted;

    /// <summary>The texts that stand in the body, but not in the source's order.</summary>
    public IReadOnlyList<string> Moved => moved;

    /// <summary>How many letters and digits have this fate.</summary>
    public int Count(WordFate fate) => letters[(int)fate];

    public void Add(WordFate fate, string text)
    {
        letters[(int)fate] += text.Length;
        if (fate == WordFate.Unaccounted)
        {
            unaccounted.Add(text);
        }
        else if (fate == WordFate.Moved)
        {
            moved.Add(text);
        }
    }
}
