namespace FeedBook.Html.Figures;

/// <summary>One way in which pages mark captions. A pattern keeps no state and proposes only; <see cref="FigureReader"/> decides.</summary>
internal interface ICaptionPattern
{
    /// <summary>What the pattern sees in this article. Pictures and words that an earlier pattern has taken are left alone.</summary>
    IEnumerable<CaptionProposal> Find(FigureSearch search);
}
