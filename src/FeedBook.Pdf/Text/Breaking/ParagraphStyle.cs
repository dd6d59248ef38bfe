namespace FeedBook.Pdf.Text;

/// <summary>The base direction of a paragraph or an isolated part of one.</summary>
internal enum ParagraphDirection
{
    /// <summary>As the first letter with a direction has it; left to right when none has.</summary>
    Auto,
    LeftToRight,
    RightToLeft,
}

/// <summary>How lines stand in the measure.</summary>
internal enum LineAlignment
{
    /// <summary>Both edges; the last line at the start.</summary>
    Justify,

    /// <summary>Left in a left-to-right paragraph, right in the other kind.</summary>
    Start,
    End,
    Center,
    Left,
    Right,
}

/// <summary>How a paragraph's lines are made.</summary>
internal sealed record ParagraphStyle
{
    public static ParagraphStyle Default { get; } = new();

    public ParagraphDirection Direction { get; init; }

    public LineAlignment Alignment { get; init; }

    /// <summary>A BCP 47 tag for text whose style names none; null: unknown, never hyphenated.</summary>
    public string? Language { get; init; }

    /// <summary>Whether words may be divided where the language has patterns. Soft hyphens are honoured either way.</summary>
    public bool Hyphenate { get; init; } = true;

    /// <summary>Points by which the first line begins further in; may be negative.</summary>
    public double FirstIndent { get; init; }

    /// <summary>True for titles: Chinese and Japanese lines rather end at a space or a mark than between two letters.</summary>
    public bool KeepsPhrases { get; init; }

    /// <summary>True: the breaks of the whole paragraph are weighed together (Knuth and Plass). False: each line takes what fits.</summary>
    public bool TotalFit { get; init; } = true;
}

/// <summary>The room that a paragraph is broken into.</summary>
/// <param name="Width">Points; of every line that <see cref="First"/> does not name.</param>
internal readonly record struct LineShape(double Width)
{
    /// <summary>
    /// Lines at the top that are shorter or further in, beside a float; null or empty: none. The indent counts from the left edge.
    /// </summary>
    public IReadOnlyList<(double Indent, double Width)>? First { get; init; }

    internal int FirstCount => First?.Count ?? 0;

    internal (double Indent, double Width) Line(int index) => index < FirstCount ? First![index] : (0, Width);
}
