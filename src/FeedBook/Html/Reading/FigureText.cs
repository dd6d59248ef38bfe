using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedBook.Content;
using FeedBook.Html.Figures;

namespace FeedBook.Html.Reading;

/// <summary>Reads the words of a planned figure and makes the figure of them.</summary>
internal static partial class FigureText
{
    /// <summary>The figure; or the body's only block where no words are left after tidying.</summary>
    public static Block Make(BlockReader reader, PlannedFigure planned, ImmutableArray<Block> body)
    {
        ImmutableArray<Inline> caption = planned.Caption.Count == 0 ? [] : reader.RunOf(planned.Caption, Claim.Caption);
        ImmutableArray<Inline> credit = planned.Credit.Count == 0 ? [] : reader.RunOf(planned.Credit, Claim.Credit);
        planned.Split.Trace?.Add(planned, caption, credit);
        (ImmutableArray<Inline> Caption, ImmutableArray<Inline> Credit) written = (caption, credit);
        (caption, credit) = CaptionText.Tidy(caption, credit, planned.CaptionIsCredit || IsPhotographer(caption), planned.Split);
        TellLeftOut(reader, written.Caption, written.Credit, Letters(caption) + Letters(credit));
        return caption.IsEmpty && credit.IsEmpty && body.Length == 1 ? body[0]
            : new Figure(body, caption, credit) { FoundBy = planned.FoundBy };
    }

    // A label that says no more than that it is one, and a credit that the caption gives again, are not printed; but they are told.
    private static void TellLeftOut(BlockReader reader, ImmutableArray<Inline> caption, ImmutableArray<Inline> credit, int printed)
    {
        int missing = Letters(caption) + Letters(credit) - printed;
        if (missing > 0 && CaptionText.LabelOf(caption) is { Length: > 0 } label)
        {
            reader.Context.Tell(DiagnosticIds.ImageLabel, "A label of the page's own beside an image was left out", label);
            missing -= label.Count(char.IsLetterOrDigit);
        }

        if (missing > 0 && missing == Letters(credit))
        {
            reader.Context.Tell(DiagnosticIds.ImageLabel, "A credit that stands twice is printed once", ContentText.Of(credit));
        }
    }

    private static int Letters(ImmutableArray<Inline> run)
    {
        int letters = 0;
        foreach (Inline inline in run)
        {
            if (inline is not TextRun text)
            {
                letters += inline is LineBreak or Ruby or Formula or InlineImage or NoteReference ? 0
                    : Letters(ContentWalker.Children(inline));
                continue;
            }

            foreach (char c in text.Value)
            {
                letters += char.IsLetterOrDigit(c) ? 1 : 0;
            }
        }

        return letters;
    }

    // A name that links to its photographer's page.
    private static bool IsPhotographer(ImmutableArray<Inline> caption) =>
        caption is [Link { Address: { IsAbsoluteUri: true } address } link] && InlineEdit.Flat([link]).Length < 60
            && PhotographerPage().IsMatch(address.AbsoluteUri);

    // The pages of photographers at picture services, to which a credit links.
    [GeneratedRegex(@"//(?:www\.)?(?:unsplash\.com/@|pexels\.com/@|pixabay\.com/(?:[a-z]{2}/)?users/)|utm_campaign=photographer-credit",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PhotographerPage();
}
