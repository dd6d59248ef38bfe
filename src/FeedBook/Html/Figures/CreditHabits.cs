using System.Runtime.InteropServices;

namespace FeedBook.Html.Figures;

/// <summary>What the captions of one item, and of the feed it comes from, do again and again at their ends. Immutable.</summary>
internal sealed class CreditHabits
{
    // Three captions make a habit; two do where one of them shows what it is by itself.
    private const int LeastBrackets = 3, LeastBesideSure = 2, LongestBracket = 40;

    private readonly Dictionary<string, int> ends = new(StringComparer.Ordinal);
    private readonly Dictionary<CreditSign, int> joins = [];
    private int brackets, sureBrackets, captions;
    private bool repeated;

    private CreditHabits()
    {
    }

    /// <summary>No habits.</summary>
    public static CreditHabits None { get; } = new();

    /// <summary>Whether most captions end in a short bracket.</summary>
    public bool EndInBrackets => brackets >= (sureBrackets > 0 ? LeastBesideSure : LeastBrackets) && brackets * 3 >= captions * 2;

    /// <summary>Looks at captions as they are written, credits and all; the same caption twice counts once.</summary>
    /// <param name="written">The captions.</param>
    /// <param name="reader">Says which of their ends are credits whatever the others are.</param>
    public static CreditHabits Of(IReadOnlyCollection<string> written, CreditReader reader)
    {
        if (written.Count < 2)
        {
            return None;
        }

        var habits = new CreditHabits();
        foreach (string caption in written.Distinct(StringComparer.Ordinal))
        {
            habits.Add(caption, reader.PlacesIn(caption));
            habits.sureBrackets += reader.Find(caption, None) is { Join: CreditSign.InBracket } ? 1 : 0;
        }

        return habits;
    }

    /// <summary>The signs that tell of habits.</summary>
    public const ulong Signs =
        (1UL << (int)CreditSign.Repeated) | (1UL << (int)CreditSign.BracketHabit) | (1UL << (int)CreditSign.MarkHabit);

    /// <summary>Whether other captions end in the same words, joined the same way.</summary>
    public bool Repeats(ReadOnlySpan<char> words) =>
        repeated && ends.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words.Trim(), out int times) && times > 1;

    /// <summary>What is a habit of credits joined so: in short brackets, or behind the same mark as several others.</summary>
    public ulong Of(CreditSign join) => join switch
    {
        CreditSign.InBracket => EndInBrackets ? 1UL << (int)CreditSign.BracketHabit : 0,
        CreditSign.BehindSpace or CreditSign.BehindComma or CreditSign.BehindSentence => 0,
        _ => joins.GetValueOrDefault(join) >= LeastBrackets ? 1UL << (int)CreditSign.MarkHabit : 0,
    };

    /// <summary>The same, with what the credit's words may show besides.</summary>
    public ulong Possible(CreditSign join) => Of(join) | (repeated ? 1UL << (int)CreditSign.Repeated : 0);

    private void Add(string caption, List<CreditPlace> places)
    {
        captions++;
        CreditSign? mark = null;
        foreach (CreditPlace place in places)
        {
            ReadOnlySpan<char> words = caption.AsSpan(place.From..place.To).Trim();
            if (place.Join is CreditSign.BehindSpace or CreditSign.BehindComma || words.Length > LongestBracket * 2)
            {
                continue;
            }

            ref int times = ref CollectionsMarshal.GetValueRefOrAddDefault(ends.GetAlternateLookup<ReadOnlySpan<char>>(), words, out _);
            times++;
            repeated |= times > 1;
            if (words.Length <= LongestBracket)
            {
                mark = place.Join;
                brackets += place.Join == CreditSign.InBracket && !CreditWords.IsPosition(words) && !CreditWords.IsNumber(words) ? 1 : 0;
            }
        }

        if (mark is { } last)
        {
            joins[last] = joins.GetValueOrDefault(last) + 1;
        }
    }
}
