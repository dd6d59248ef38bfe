using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using FeedBook.Text;

namespace FeedBook.Pdf.Layout;

/// <summary>How the blocks of one place are set: where in the column, how large, in which type, language and direction.</summary>
internal sealed record Setting
{
    /// <summary>From the column's left edge.</summary>
    public required double Left { get; init; }

    /// <summary>How wide a line is.</summary>
    public required double Width { get; init; }

    /// <summary>The size of the type.</summary>
    public required double Size { get; init; }

    /// <summary>From line to line, as a multiple of the size, for letters that stand beside one another.</summary>
    public required double LineHeight { get; init; }

    /// <summary>The kind of type.</summary>
    public required FontRole Role { get; init; }

    /// <summary>A BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>True where lines begin on the right.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>The element that holds what is set here.</summary>
    public required StructureElement Element { get; init; }

    /// <summary>How high a column is: nothing that cannot be parted may be higher.</summary>
    public required double ColumnHeight { get; init; }

    /// <summary>How high an image may be at most, where that is less than a column's height; null without such a limit.</summary>
    public double? ImageHeight { get; init; }

    /// <summary>The frame around it; null without one.</summary>
    public Frame? Frame { get; init; }

    /// <summary>The colour of the type.</summary>
    public Ink Ink { get; init; }

    /// <summary>True where links have the colour of the text around them, as in headings.</summary>
    public bool HasPlainLinks { get; init; }

    /// <summary>True for bold type.</summary>
    public bool IsBold { get; init; }

    /// <summary>True for italic type.</summary>
    public bool IsItalic { get; init; }

    /// <summary>How lines are aligned; null for full lines, or ragged ones where they are short.</summary>
    public TextAlignment? Alignment { get; init; }

    /// <summary>True where paragraphs are told apart by indents; false in cells and notes.</summary>
    public bool HasIndents { get; init; }

    /// <summary>True where the lines of a text are to be about equally long, as in titles.</summary>
    public bool IsBalanced { get; init; }

    /// <summary>The width and height of a page turned on its side, for what is too wide; null where none is allowed.</summary>
    public (double Width, double Height)? Turned { get; init; }

    /// <summary>True on a page turned on its side.</summary>
    public bool IsTurned { get; init; }

    /// <summary>From line to line, in points.</summary>
    public double Leading => Size * LineHeight * Reach(Language);

    /// <summary>The same place with its start moved in; never so far that less than a few words are left to a line.</summary>
    /// <param name="start">How far.</param>
    /// <param name="end">How far the end is moved in.</param>
    /// <param name="least">How many times the type's size a line keeps.</param>
    public Setting Indent(double start, double end = 0, double least = 11)
    {
        double room = Math.Max(0, Width - (Size * least));
        start = Math.Min(start, room);
        end = Math.Min(end, room - start);
        return this with { Left = Left + (IsRightToLeft ? end : start), Width = Width - start - end };
    }

    /// <summary>The same place in the language and direction of a block, where it has its own.</summary>
    public Setting For(string? language, TextDirection? direction) => language is null && direction is null ? this : this with
    {
        Language = language ?? Language,
        IsRightToLeft = direction is { } way ? way == TextDirection.RightToLeft : language is null ? IsRightToLeft
            : LanguageTag.IsRightToLeft(language),
    };

    // Urdu's words hang from the upper right to the lower left; Tibetan and Burmese stack their letters: their lines stand further apart in
    // text, titles and cells alike.
    private static double Reach(string language) => LanguageTag.Primary(language) switch
    {
        "ur" or "pnb" or "skr" or "ks" => 1.5,
        "my" or "bo" or "dz" => 1.4,
        "km" or "jv" or "ban" or "nod" => 1.25,
        "th" or "lo" or "ml" or "te" or "kn" or "or" or "si" => 1.1,
        _ => 1,
    };
}
