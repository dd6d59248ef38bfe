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
        (caption, credit) = CaptionText.Tidy(caption, credit, planned.CaptionIsCredit || IsPhotographer(caption), planned.Split);
        return caption.IsEmpty && credit.IsEmpty && body.Length == 1 ? body[0]
            : new Figure(body, caption, credit) { FoundBy = planned.FoundBy };
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
