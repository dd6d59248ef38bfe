using System.Collections.Frozen;

namespace FeedBook.Text;

/// <summary>
/// The language of a text in Latin letters, told by its function words. Null where too few speak, or two languages speak alike.
/// </summary>
internal static class LatinLanguages
{
    private const int MostWords = 400;
    private const int FewestHits = 4;
    private const double LeastShare = 0.1, LeastLead = 1.35;

    // The commonest words that carry no meaning of their own. A word that several languages share speaks for each a part.
    private static readonly (string Language, string Words)[] Table =
    [
        ("en", "the of and to in a is that for it was on are with as be this by from at have not but his they which or had were their an "
            + "would when could nobody"),
        ("fr", "le la les de des du et en un une est que qui dans pour pas sur au avec par ce il elle ne plus se son sont aux cette mais "
            + "ou leur"),
        ("de", "der die und in das den von zu mit ist des dem nicht ein eine auf für im sich als auch an es wird bei aus war sie dass "
            + "nach wie"),
        ("es", "el la los las de que y en un una del por con para se no es su lo al como más pero sus está fue sobre hasta desde"),
        ("pt", "o a os as de que e em um uma do da dos das no na para com não por se mais ao como sua foi são mas pela pelo até"),
        ("it", "il la lo gli le di che e un una del della in per con non si da è sono nel alla dei anche più ma come dal nella"),
        ("nl", "de het een van en in is dat op te voor met zijn niet die aan er om ook als naar bij uit maar wordt door"),
        ("sv", "och att det i en som är på för av med den till inte har de ett om var men från vid så kan"),
        ("da", "og at det i en er på for af med den til ikke har de et der som var men fra om kan blev"),
        ("nb", "og å det i en er på for av med den til ikke har de et som var men fra om kan ble seg"),
        ("fi", "ja on ei että se oli ovat mutta kun hän joka myös niin kuin tai ole sen mukaan jo nyt"),
        ("pl", "i w na z do się nie że jest to o jak po co za od przez dla są oraz był ale tym przy"),
        ("cs", "a v se na je že s do to o z i pro jako za by ale po jsou od které byl také při"),
        ("sk", "a v sa na je že s do to o z aj pre ako za by ale po sú od ktoré bol pri tiež"),
        ("hu", "a az és hogy nem is egy ez volt meg de csak már mint vagy lesz azt még után szerint"),
        ("ro", "și şi în de la a cu pe un o nu este din care să pentru mai ca au sunt fost prin"),
        ("hr", "i u je na se da su za od sa ne će što kao bi koji iz nije koje ali"),
        ("sl", "in je v na se da so za od ki ne z pa kot bi tudi še pri je bil"),
        ("tr", "ve bir bu da de için ile çok olarak daha gibi ne kadar olan sonra değil oldu"),
        ("vi", "và của là có không được cho trong một với các những người này đã để khi"),
        ("id", "yang dan di ini itu dengan untuk dari pada tidak dalam akan ke adalah juga oleh karena"),
        ("ca", "el la els les de que i en un una del per amb és no al seu més com però dels aquest"),
        ("et", "ja on ei et see oli kui ka mis ta aga või ning oma pole"),
        ("lv", "un ir no uz ar par kas tas bet lai arī ka pēc nav kā"),
        ("lt", "ir yra į iš kad su bet tai o kaip ne už buvo dėl jau"),
        ("eu", "eta da ez du dira bat ere baina den zen izan dute bere"),
        ("is", "og að er í á sem það við en til af ekki um var hann"),
        ("sq", "dhe të në e një për me nga që është i se por ka"),
        ("af", "die van en in is het nie dat te met vir op wat sy ook was aan"),
    ];

    private static readonly FrozenDictionary<string, (int[] Languages, double Weight)> Words = Build();

    /// <summary>The language's tag; null where the words do not tell.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        Span<double> scores = stackalloc double[Table.Length];
        FrozenDictionary<string, (int[] Languages, double Weight)>.AlternateLookup<ReadOnlySpan<char>> lookup =
            Words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[16];
        int words = 0, hits = 0;
        for (int at = 0; at < text.Length && words < MostWords;)
        {
            int start = at;
            while (at < text.Length && char.IsLetter(text[at]))
            {
                at++;
            }

            if (at > start)
            {
                words++;
                if (at - start <= lower.Length
                    && lookup.TryGetValue(lower[..text[start..at].ToLowerInvariant(lower)], out (int[] Languages, double Weight) found))
                {
                    hits++;
                    foreach (int language in found.Languages)
                    {
                        scores[language] += found.Weight;
                    }
                }
            }

            at = Math.Max(at, start + 1);
        }

        if (hits < FewestHits || hits < words * LeastShare)
        {
            return null;
        }

        int best = 0;
        double second = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
            {
                (second, best) = (scores[best], i);
            }
            else
            {
                second = Math.Max(second, scores[i]);
            }
        }

        return scores[best] >= second * LeastLead ? Table[best].Language : null;
    }

    private static FrozenDictionary<string, (int[] Languages, double Weight)> Build()
    {
        var languages = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < Table.Length; i++)
        {
            foreach (string word in Table[i].Words.Split(' ').Distinct(StringComparer.Ordinal))
            {
                if (!languages.TryGetValue(word, out List<int>? those))
                {
                    languages[word] = those = [];
                }

                those.Add(i);
            }
        }

        return languages.ToFrozenDictionary(pair => pair.Key, pair => (pair.Value.ToArray(), 1.0 / pair.Value.Count),
            StringComparer.Ordinal);
    }
}
