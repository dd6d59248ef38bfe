namespace FeedBook.Html.Ledger;

/// <summary>What became of a text of the source.</summary>
internal enum WordFate
{
    /// <summary>It stands in the body, in the source's order.</summary>
    Body,

    /// <summary>It is a caption, or a part of one.</summary>
    Caption,

    /// <summary>It is a credit, or a part of one.</summary>
    Credit,

    /// <summary>It is a note.</summary>
    Note,

    /// <summary>It stands in the article as the words of something a book cannot hold, or as a reading above other words.</summary>
    Alternative,

    /// <summary>It was left out, and a diagnostic quotes it.</summary>
    Told,

    /// <summary>It stands in the body, but not in the source's order.</summary>
    Moved,

    /// <summary>Nobody knows: the law is broken.</summary>
    Unaccounted,
}
