namespace FeedBook.Html.Figures;

/// <summary>What a figure takes a node for.</summary>
internal enum Claim : byte
{
    /// <summary>It is the article's text.</summary>
    None,

    /// <summary>The figure's caption, or a part of it.</summary>
    Caption,

    /// <summary>The figure's credit, or a part of it.</summary>
    Credit,

    /// <summary>A label of the page's own ('Image caption', 'Enlarge') that says nothing by itself.</summary>
    Label,
}
