namespace FeedBook.Pdf.Layout;

/// <summary>A column while it is filled: a repeated table head, the text, the notes at its foot.</summary>
/// <param name="height">How high it is.</param>
internal sealed class Column(double height)
{
    /// <summary>The white between text and notes, with the short line in it.</summary>
    public const double NoteGap = 11;

    private readonly List<Fragment> carried = [];

    /// <summary>The head of the table that goes on here; null without one.</summary>
    public FragmentStack? Head { get; private set; }

    /// <summary>The text.</summary>
    public FragmentStack Body { get; } = new();

    /// <summary>The notes.</summary>
    public FragmentStack Foot { get; private set; } = new();

    /// <summary>The lines of notes that found no room; they go to the next column's foot.</summary>
    public List<Fragment> Overflow { get; } = [];

    /// <summary>How high the column is.</summary>
    public double Height { get; private set; } = height;

    /// <summary>True when nothing is in it but what the column before could not hold.</summary>
    public bool IsEmpty => Body.Fragments.Count == 0;

    /// <summary>Where the text begins, below a repeated head.</summary>
    public double BodyTop => Head?.Height ?? 0;

    /// <summary>Begins with lines of notes from the column before.</summary>
    public void Carry(List<Fragment> notes)
    {
        carried.AddRange(notes);
        SetFoot();
    }

    /// <summary>Repeats a table's head above the first fragment, when it asks for that.</summary>
    public void RepeatHead(Fragment first) =>
        Head = IsEmpty && first.RepeatedHead is { } head ? new FragmentStack(head) : IsEmpty ? null : Head;

    /// <summary>How high the next fragment may be, with its notes at the foot.</summary>
    public double Room(Fragment next) =>
        Height - BodyTop - Body.Height - Body.Gap(next) - FragmentStack.Padding(next.Frame, null) - FootHeight(next.Notes);

    /// <summary>Adds a fragment that fits.</summary>
    public void Add(Fragment fragment)
    {
        Body.Add(fragment);
        if (fragment.Notes.Count > 0)
        {
            SetFoot();
        }
    }

    /// <summary>Takes away the fragments from an index on, with their notes.</summary>
    public List<Fragment> TakeFrom(int index)
    {
        List<Fragment> taken = Body.TakeFrom(index);
        SetFoot();
        return taken;
    }

    /// <summary>The lines of notes from the column before.</summary>
    public IReadOnlyList<Fragment> Carried => carried;

    /// <summary>
    /// Takes in the last lines of a text that would stand alone on the next page: images are made smaller, white is made less, and the last
    /// line may stand where the margin begins. Does nothing and returns false where that is not enough.
    /// </summary>
    /// <param name="rest">The last fragments.</param>
    /// <param name="line">How high a line is.</param>
    public bool TakeIn(IReadOnlyList<Fragment> rest, double line)
    {
        const double MostOfImage = 0.25, MostOfWhite = 0.4;
        if (Head is not null || Foot.Fragments.Count > 0 || Overflow.Count > 0)
        {
            return false;
        }

        var all = new FragmentStack(Body.Fragments.Select(placed => placed.Fragment).Concat(rest));
        double lacks = all.FullHeight - Height;
        Fragment[] images = [.. all.Fragments.Select(placed => placed.Fragment).Where(fragment => fragment.LeastHeight < fragment.Height)];
        double fromImages = images.Sum(image => Math.Min(image.Height * MostOfImage, image.Height - image.LeastHeight)),
            fromWhite = all.White * MostOfWhite;
        if (lacks > fromImages + fromWhite + line)
        {
            return false;
        }

        foreach (Fragment fragment in rest)
        {
            Body.Add(fragment);
        }

        double share = fromImages <= 0 ? 0 : Math.Clamp(lacks / fromImages, 0, 1);
        foreach (Fragment image in images)
        {
            image.Fit(image.Height - (share * Math.Min(image.Height * MostOfImage, image.Height - image.LeastHeight)));
        }

        lacks -= share * fromImages;
        Body.Tighten(all.White <= 0 ? 1 : 1 - Math.Clamp(lacks / all.White, 0, MostOfWhite));
        Height = Math.Max(Height, Body.FullHeight);
        return true;
    }

    private double FootHeight(IReadOnlyList<FootNote> more)
    {
        if (more.Count == 0)
        {
            return Foot.Fragments.Count == 0 ? 0 : NoteGap + Foot.Height;
        }

        return NoteGap + new FragmentStack(NoteFragments().Concat(more.SelectMany(note => note.Fragments))).Height;
    }

    private IEnumerable<Fragment> NoteFragments() =>
        carried.Concat(Body.Fragments.SelectMany(placed => placed.Fragment.Notes).SelectMany(note => note.Fragments));

    // What does not fit below the text goes to the next column.
    private void SetFoot()
    {
        Foot = new FragmentStack();
        Overflow.Clear();
        // Notes from before leave room for text of their own page.
        double room = IsEmpty ? Height * 0.6 : Height - BodyTop - Body.FullHeight - NoteGap;
        foreach (Fragment fragment in NoteFragments())
        {
            if (Overflow.Count == 0 && Foot.Height + Foot.Gap(fragment) + fragment.Height <= room + 0.01)
            {
                Foot.Add(fragment);
            }
            else
            {
                Overflow.Add(fragment);
            }
        }
    }
}
