using FeedBook.Content;
using FeedBook.Pdf;

namespace FeedBook.QuestPdf;

/// <summary>How a stretch of text looks.</summary>
/// <param name="Role">The kind of type.</param>
/// <param name="Size">In points.</param>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="IsRightToLeft">The base direction of its paragraph.</param>
internal sealed record Voice(FontRole Role, double Size, string Language, bool IsRightToLeft)
{
    public TextDirection Direction => IsRightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight;

    public bool IsBold { get; init; }

    public bool IsItalic { get; init; }

    public bool IsUnderlined { get; init; }

    public bool IsStruck { get; init; }

    /// <summary>1 above the line, -1 below it.</summary>
    public int Position { get; init; }

    public string Color { get; init; } = Colours.Ink;

    public string? Ground { get; init; }

    /// <summary>The address it links to; null for none.</summary>
    public Uri? Address { get; init; }

    /// <summary>The place in the book it links to; null for none.</summary>
    public string? Place { get; init; }
}

/// <summary>The few colours of a page.</summary>
internal static class Colours
{
    public const string Ink = "#1A1A1A", Faint = "#666666", Accent = "#2B5F8A", Ground = "#F2F2F2", Line = "#AAAAAA", Marked = "#FFF2B3";
}
