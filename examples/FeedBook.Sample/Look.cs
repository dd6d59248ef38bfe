namespace FeedBook.Sample;

/// <summary>How a stretch of results looks on a screen.</summary>
internal enum Look
{
    /// <summary>As text does.</summary>
    Plain,

    /// <summary>A heading.</summary>
    Strong,

    /// <summary>What matters less.</summary>
    Faint,

    /// <summary>What went well.</summary>
    Good,

    /// <summary>What went wrong in part.</summary>
    Warn,

    /// <summary>What went wrong.</summary>
    Bad,
}
