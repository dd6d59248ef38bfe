namespace FeedBook.Media;

/// <summary>What a picture's own bytes say of it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Width">Its width in pixels as stored, before its orientation is applied; 0 when its header does not say.</param>
/// <param name="Height">Its height in pixels as stored; 0 when its header does not say.</param>
public sealed record ImageFacts(ImageKind Kind, int Width, int Height)
{
    /// <summary>Its EXIF orientation, 1 to 8; 1 is upright.</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>Whether it has several frames.</summary>
    public bool IsAnimated { get; init; }

    /// <summary>What is wrong with its file; null when nothing was found to be.</summary>
    public string? Fault { get; init; }

    /// <summary>How the fault can be mended by cutting and completing the file; null when it cannot, or there is none.</summary>
    internal ImageRepair? Repair { get; init; }

    /// <summary>Its number of pixels.</summary>
    public long Pixels => (long)Width * Height;
}

/// <summary>A file that was cut short, made whole as far as it goes.</summary>
/// <param name="Keep">How many bytes of the file stay.</param>
/// <param name="Tail">The bytes put behind them: the kind's own end mark.</param>
internal sealed record ImageRepair(long Keep, ReadOnlyMemory<byte> Tail);
