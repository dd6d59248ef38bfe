using FeedBook.Html.Figures;

namespace FeedBook.Corpus.Captions;

/// <summary>
/// Makes examples of places where a credit begins, and of places where none does, of what a reader says of a case's images.
/// </summary>
internal static class CreditExamples
{
    /// <summary>Adds a case's examples.</summary>
    /// <param name="labelled">The case.</param>
    /// <param name="written">Its captions as the library found them, credits and all.</param>
    /// <param name="habits">What they do again and again.</param>
    /// <param name="add">Takes the signs of a place, and whether a credit begins there.</param>
    public static void Add(CaptionCase labelled, IEnumerable<FigureTrace.Written> written, CreditHabits habits, Action<ulong, bool,
        string> add)
    {
        foreach (FigureTrace.Written caption in written)
        {
            string all = CaptionScore.CaptionLetters(caption.Text), credit = CaptionScore.CreditLetters(caption.Text);
            LabelledImage? split =
                labelled.Images.FirstOrDefault(image => image.Caption is not null && image.Credit is not null && IsBoth(image, all));
            LabelledImage? plain =
                labelled.Images.FirstOrDefault(image => image.Caption is not null && CaptionScore.CaptionLetters(image.Caption) == all);
            LabelledImage? whole =
                labelled.Images.FirstOrDefault(image => image.Credit is not null && CaptionScore.CreditLetters(image.Credit) == credit);
            if (split is null && plain is null && whole is null)
            {
                continue;
            }

            if (CreditReader.WholePlace(caption.Text) is { } place && caption.Credit.Length == 0)
            {
                add(CreditReader.Signs(caption.Text, place, habits), split is null && plain is null, caption.Text);
            }

            if (split is null && plain is null)
            {
                continue;
            }

            foreach (CreditPlace at in CreditPlaces.Find(caption.Text, caption.Element))
            {
                string before = caption.Text[..at.Start], words = caption.Text[at.From..at.To];
                bool right = split is not null && CaptionScore.CaptionLetters(before) == CaptionScore.CaptionLetters(split.Caption!)
                    && CaptionScore.CreditLetters(words) == CaptionScore.CreditLetters(split.Credit!);
                add(CreditReader.Signs(caption.Text, at, habits), right, $"{before} ## {words}");
            }
        }
    }

    /// <summary>Whether an example is of a whole text.</summary>
    public static bool IsWhole(ulong signs) => (signs >> (int)CreditSign.Whole & 1) != 0;

    private static bool IsBoth(LabelledImage image, string letters)
    {
        string caption = CaptionScore.CaptionLetters(image.Caption!);
        return letters.Length > caption.Length && letters.StartsWith(caption, StringComparison.Ordinal)
            && letters.EndsWith(CaptionScore.CreditLetters(image.Credit!), StringComparison.Ordinal);
    }
}
