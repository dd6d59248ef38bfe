using FeedBook.Html.Figures;

namespace FeedBook.Corpus.Captions;

/// <summary>Makes examples of what is a caption and what is none of what the patterns proposed and a reader says.</summary>
internal static class CaptionExamples
{
    // A label that stays with the caption or goes may be so long.
    private const int LongestLabel = 14;

    /// <summary>Adds a case's examples; proposals of which the reader is not sure are left out.</summary>
    public static void Add(CaptionCase labelled, IEnumerable<FigureTrace.Proposed> proposals, Action<ulong, bool> add)
    {
        foreach (FigureTrace.Proposed proposed in proposals)
        {
            string words = CaptionScore.CaptionLetters(proposed.Caption),
                credit = CaptionScore.CreditLetters($"{proposed.Caption} {proposed.Credit}");
            if (labelled.Images.Any(image => image.Accepted.Any(one => one is null || CaptionScore.CaptionLetters(one) == words)))
            {
                continue;
            }

            add(proposed.Signs, labelled.Images.Any(image => IsCaption(image, words) || IsCredit(image, credit)));
        }
    }

    private static bool IsCaption(LabelledImage image, string words)
    {
        if (image.Caption is null)
        {
            return false;
        }

        string caption = CaptionScore.CaptionLetters(image.Caption);
        int more = (image.Credit is null ? 0 : CaptionScore.CreditLetters(image.Credit).Length) + LongestLabel;
        return words == caption
            || (words.Length > caption.Length && words.Length <= caption.Length + more
            && (words.StartsWith(caption, StringComparison.Ordinal) || words.EndsWith(caption, StringComparison.Ordinal)));
    }

    private static bool IsCredit(LabelledImage image, string credit) =>
        image is { Caption: null, Credit: not null } && CaptionScore.CreditLetters(image.Credit) == credit;
}
