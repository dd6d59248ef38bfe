namespace FeedBook.Media;

/// <summary>Compares an image's pixels with its first one.</summary>
internal sealed class PixelWatch
{
    private ulong? first;
    private bool same = true, transparent = true;

    /// <summary>Whether the pixels seen so far show something, so that the rest need not be decoded.</summary>
    public bool IsDecided => !same && !transparent;

    /// <summary>Takes the next pixel.</summary>
    /// <param name="value">What tells its colour from others.</param>
    /// <param name="isTransparent">Whether nothing of it is to be seen.</param>
    public void Add(ulong value, bool isTransparent)
    {
        first ??= value;
        same &= value == first;
        transparent &= isTransparent;
    }

    /// <summary>What all pixels together are.</summary>
    public Blankness Result => first is null || IsDecided ? Blankness.None : transparent ? Blankness.Transparent : same
        ? Blankness.OneColour : Blankness.None;
}
