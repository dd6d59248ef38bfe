namespace FeedBook;

/// <summary>Which picture a cover shows.</summary>
public abstract record CoverChoice
{
    private CoverChoice()
    {
    }

    /// <summary>The first picture of the book that is at least 500 × 400 pixels; a drawn cover where there is none.</summary>
    public static CoverChoice FirstLargePicture { get; } = new FirstLarge();

    /// <summary>A cover drawn from the title, the date and the sections.</summary>
    public static CoverChoice Drawn { get; } = new DrawnCover();

    /// <summary>
    /// A picture from an address: http, https, data or file. Where it cannot be fetched a cover is drawn and a diagnostic says so.
    /// </summary>
    /// <param name="address">The address.</param>
    public static CoverChoice FromAddress(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new AddressCover(address);
    }

    /// <summary>A picture from a file of this machine. Where it cannot be read a cover is drawn and a diagnostic says so.</summary>
    /// <param name="path">The file.</param>
    public static CoverChoice FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new AddressCover(Fetching.LocalFile.AddressOf(path));
    }

    internal sealed record FirstLarge : CoverChoice;

    internal sealed record DrawnCover : CoverChoice;

    internal sealed record AddressCover(Uri Address) : CoverChoice;
}
