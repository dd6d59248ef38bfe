namespace FeedBook.Content;

/// <summary>The base direction of a text, as HTML's <c>dir</c> attribute gives it.</summary>
public enum TextDirection
{
    /// <summary>Left to right.</summary>
    LeftToRight,

    /// <summary>Right to left: Arabic, Hebrew, Persian, Urdu and others.</summary>
    RightToLeft,
}
