namespace FeedBook.Html.Figures;

/// <summary>A caption's text with the places where a credit may begin, and what each shows; nothing is looked for twice.</summary>
internal sealed class CreditText(string text)
{
    private List<CreditPlace>? places;
    private ulong possible;
    private List<(CreditPlace Place, ulong Signs)>? seen;

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>The signs that its words may show wherever a credit begins; see <see cref="CreditChances"/>.</summary>
    public ulong Possible => possible == 0 ? possible = CreditChances.Of(text) : possible;

    /// <summary>The place that is all of it; null where it is too long or empty.</summary>
    public CreditPlace? Whole { get; } = CreditReader.WholePlace(text);

    /// <summary>What it comes to as a credit; null while nobody has asked.</summary>
    public int? WholeWeight { get; set; }

    /// <summary>The places in it, without one that only an element tells.</summary>
    public List<CreditPlace> Places => places ??= CreditPlaces.Find(text);

    /// <summary>Whether it is known where the credit is, habits aside.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Where it is; null where there is none.</summary>
    public CreditPlace? Credit { get; private set; }

    /// <summary>Keeps where the credit is.</summary>
    public void Settle(CreditPlace? credit)
    {
        Credit = credit;
        IsSettled = true;
    }

    /// <summary>The signs that the words may show where a credit begins at this place: inside a word it may be another word.</summary>
    public ulong PossibleAt(CreditPlace place) => IsWordStart(place.From) ? Possible : Possible | CreditChances.Words;

    /// <summary>Whether a label opens the credit.</summary>
    public bool IsLabelled(CreditPlace place) => CreditReader.IsLabelled(text.AsSpan(place.From..place.To));

    /// <summary>What the place shows, habits aside.</summary>
    public ulong SignsOf(CreditPlace place)
    {
        seen ??= [];
        foreach ((CreditPlace known, ulong shown) in seen)
        {
            if (known == place)
            {
                return shown;
            }
        }

        ulong signs = CreditReader.Signs(text, place, PossibleAt(place), IsLabelled(place));
        seen.Add((place, signs));
        return signs;
    }

    private bool IsWordStart(int at) =>
        at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '／' or '|' or '｜' or ',' or ';' or '•';
}
