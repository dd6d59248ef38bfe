using FeedBook.Html.Figures;

namespace FeedBook.Tests.Html.Figures;

/// <summary>
/// The search for a credit passes over places that cannot come to enough. It finds what a search through all of them finds.
/// </summary>
public class CreditSearchTests
{
    private const int Texts = 2_000;

    private static readonly string[] Marks =
        [" ", " ", " ", " ", ". ", ", ", ": ", "：", " (", ")", "（", "）", " / ", "/", " | ", " – ", "—", "\n", "。", "，", " © ", "[", "]",
        "...", "…", "•", " & ", "'", "\u00A0", "；", "》", ".", " 2019 ", "109年9月22日", "·"];

    private static readonly string[] Plain =
        ["the", "harbour", "boats", "wait", "at", "dawn", "B.", "Name", "Ada", "MARSH", "清晨", "码头", "渔民", "Набережная", "имя", "항구", "صورة",
        "www.quay.example",
        "https://quay.example/a", "a@b.example", "CC BY 2.0", "dominio público", "(c)", "Copyright", "3", "photo courtesy", "uncredited",
        "fot. ", "phot. ", "prof. "];

    [Fact]
    public void What_is_passed_over_could_not_have_won()
    {
        string[] words = [.. Plain, .. CreditTables.Labels, .. CreditTables.Pictures, .. CreditTables.OtherPictures,
            .. CreditTables.OtherStarts,
            .. CreditTables.Agencies, .. CreditTables.AfterNames, .. CreditTables.SourceWords, .. CreditTables.HouseEnds,
            .. CreditTables.Positions, .. CreditTables.Links];
        var random = new Random(20_261_127);
        CreditHabits habits = CreditHabits.Of(["One (orlo)", "Two (brenna)", "Three (orlo)",
            "Four | tamsin", "Five | tamsin", "Six | tamsin"],
            CreditReader.Learned());
        var reader = CreditReader.Learned();
        int credits = 0;
        for (int i = 0; i < Texts; i++)
        {
            string text = Text(random, words);
            foreach (CreditHabits known in (CreditHabits[])[CreditHabits.None, habits])
            {
                CreditPlace? found = reader.Find(text, known);

                Assert.True(Best(text, known) == found, $"{text} → {found}");
                credits += found is null ? 0 : 1;
            }

            foreach (CreditPlace at in CreditPlaces.Find(text))
            {
                string opened = text[at.From..at.To].Trim();
                Assert.True(CreditLabels.MayOpen(opened)
                    || !(CreditLabels.Opens(opened) || CreditLabels.OpensBracket(opened) || PrefixedCredits.Opens(opened)), opened);
            }

            bool whole = CreditReader.WholePlace(text) is { } place
                && Weigh(LearnedWeights.WholeCredits, text, place, CreditHabits.None) > 0;
            Assert.Equal(whole && Best(text, CreditHabits.None) is { Join: CreditSign.Whole }, reader.IsWhole(text));
        }

        Assert.InRange(credits, Texts / 4, Texts * 2);
    }

    private static string Text(Random random, string[] words)
    {
        var text = new System.Text.StringBuilder();
        for (int parts = random.Next(1, 14); parts > 0; parts--)
        {
            string word = random.Next(3) == 0 ? words[random.Next(words.Length)] : Plain[random.Next(Plain.Length)];
            text.Append(random.Next(6) == 0 && word.Length > 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word);
            text.Append(random.Next(12) == 0 ? "" : Marks[random.Next(Marks.Length)]);
        }

        return text.ToString();
    }

    // All places, with all signs.
    private static CreditPlace? Best(string text, CreditHabits habits)
    {
        CreditPlace? best = null;
        int most = 0;
        IEnumerable<CreditPlace> places = CreditReader.WholePlace(text) is { } whole
            ? [whole, .. CreditPlaces.Find(text)] : CreditPlaces.Find(text);
        foreach (CreditPlace place in places)
        {
            bool isWhole = place.Join == CreditSign.Whole;
            int weight = !isWhole && !text[..place.Start].Any(char.IsLetterOrDigit) ? 0
                : Weigh(isWhole ? LearnedWeights.WholeCredits : LearnedWeights.Credits, text, place, isWhole ? CreditHabits.None : habits);
            if (weight > most)
            {
                most = weight;
                best = place;
            }
        }

        return best;
    }

    private static int Weigh(int[] weights, string text, CreditPlace place, CreditHabits habits)
    {
        ulong signs = CreditReader.Signs(text, place, habits);
        return weights.Where((_, sign) => (signs >> sign & 1) != 0).Sum();
    }
}
