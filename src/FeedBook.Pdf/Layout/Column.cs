namespace FeedBook.Pdf.Layout;

/// <summary>A column while it is filled: a repeated table head, the text, the notes at its foot.</summary>
/// <param name="height">How high it is.</param>
internal sealed class Column(double height)
{
    /// <summary>The white between text and notes, with the short line in it.</summary>
    public const double NoteGap = 11;

    private readonly List<Strip> carried = [];

    /// <summary>The head of the table that goes on here; null without one.</summary>
    public StripStack? Head { get; private set; }

    /// <summary>The text.</summary>
    public StripStack Body { get; } = new();

    /// <summary>The notes.</summary>
    public StripStack Foot { get; private set; } = new();

    /// <summary>The lines of notes that found no room; they go to the next column's foot.</summary>
    public List<Strip> Overflow { get; } = [];

    /// <summary>How high the column is.</summary>
    public double Height { get; } = height;

    /// <summary>True when nothing is in it but what the column before could not hold.</summary>
    public bool IsEmpty => Body.Strips.Count == 0;

    /// <summary>Where the text begins, below a repeated head.</summary>
    public double BodyTop => Head?.Height ?? 0;

    /// <summary>Begins with lines of notes from the column before.</summary>
    public void Carry(List<Strip> notes)
    {
        carried.AddRange(notes);
        SetFoot();
    }

    /// <summary>Repeats a table's head above the first strip, when it asks for that.</summary>
    public void RepeatHead(Strip first) => Head = IsEmpty && first.RepeatedHead is { } head ? new StripStack(head) : IsEmpty ? null : Head;

    /// <summary>How high the next strip may be, with its notes at the foot.</summary>
    public double Room(Strip next) => Height - BodyTop - Body.Height - Body.Gap(next) - StripStack.Padding(next.Frame, null) - FootHeight(next.Notes);

    /// <summary>Adds a strip that fits.</summary>
    public void Add(Strip strip)
    {
        Body.Add(strip);
        if (strip.Notes.Count > 0)
        {
            SetFoot();
        }
    }

    /// <summary>Takes away the strips from an index on, with their notes.</summary>
    public List<Strip> TakeFrom(int index)
    {
        List<Strip> taken = Body.TakeFrom(index);
        SetFoot();
        return taken;
    }

    private double FootHeight(IReadOnlyList<FootNote> more)
    {
        if (more.Count == 0)
        {
            return Foot.Strips.Count == 0 ? 0 : NoteGap + Foot.Height;
        }

        return NoteGap + new StripStack(NoteStrips().Concat(more.SelectMany(note => note.Strips))).Height;
    }

    private IEnumerable<Strip> NoteStrips() => carried.Concat(Body.Strips.SelectMany(placed => placed.Strip.Notes).SelectMany(note => note.Strips));

    // What does not fit below the text goes to the next column.
    private void SetFoot()
    {
        Foot = new StripStack();
        Overflow.Clear();
        // Notes from before leave room for text of their own page.
        double room = IsEmpty ? Height * 0.6 : Height - BodyTop - Body.FullHeight - NoteGap;
        foreach (Strip strip in NoteStrips())
        {
            if (Overflow.Count == 0 && Foot.Height + Foot.Gap(strip) + strip.Height <= room + 0.01)
            {
                Foot.Add(strip);
            }
            else
            {
                Overflow.Add(strip);
            }
        }
    }
}
