using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace FeedBook.Sample.Plans;

/// <summary>What is to be built: from feedbook.json, from arguments, or both. Paths are absolute.</summary>
internal sealed record BookPlan
{
    /// <summary>Whether it is the bundled sample.</summary>
    public bool IsSample { get; init; }

    /// <summary>The file it came from; null when it came from arguments alone.</summary>
    public string? File { get; init; }

    /// <summary>Where a book goes that is not named.</summary>
    public string Folder { get; init; } = Environment.CurrentDirectory;

    /// <summary>What it changes in the book's options.</summary>
    public Func<BookOptions, BookOptions> Book { get; init; } = options => options;

    /// <summary>What it changes for every source, before the source's own changes.</summary>
    public Func<FeedSourceOptions, FeedSourceOptions> EverySource { get; init; } = options => options;

    /// <summary>What it changes in how pictures are taken, after the device's own.</summary>
    public Func<ImageOptions, ImageOptions> Images { get; init; } = options => options;

    public ImmutableArray<PlannedSource> Sources { get; init; } = [];

    public ImmutableArray<PlannedOutput> Outputs { get; init; } = [];

    /// <summary>The device of every output that names none; null for no device in particular.</summary>
    public Device? Device { get; init; }

    /// <summary>The page format of every PDF that names none; null for the device's.</summary>
    public string? Page { get; init; }

    /// <summary>Font files for the text of PDFs, before the bundled fonts.</summary>
    public ImmutableArray<string> Fonts { get; init; } = [];

    /// <summary>Whether covers are painted for every device: picture, title and date.</summary>
    public bool PaintsCover { get; init; }

    /// <summary>Which items are new; null for all.</summary>
    public Since? Since { get; init; }

    /// <summary>The file of what was delivered; null for the usual place.</summary>
    public string? State { get; init; }
}

/// <summary>An address, a file or a folder.</summary>
/// <param name="Place">As it is opened: an absolute address or path.</param>
internal sealed partial record PlannedSource(string Place)
{
    /// <summary>What it changes for this source.</summary>
    public Func<FeedSourceOptions, FeedSourceOptions> Change { get; init; } = options => options;

    /// <summary>The address, when the place is no file or folder that is there; null otherwise.</summary>
    public static Uri? AddressOf(string place) =>
        !System.IO.File.Exists(place) && Uri.TryCreate(place, UriKind.Absolute, out Uri? address) && !address.IsFile ? address : null;

    /// <summary>The file that a place means: a path, or a <c>file:</c> address.</summary>
    /// <param name="place">As it was written.</param>
    /// <param name="folder">Where a relative path starts.</param>
    public static Uri FileOf(string place, string folder) =>
        place.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(place, UriKind.Absolute, out Uri? address)
            && address.IsFile ? address : new Uri(System.IO.Path.GetFullPath(place, folder));

    /// <summary>The place as it may be shown: without a name and a password before a host.</summary>
    public static string Shown(string place) => UserInfo().Replace(place, "");

    [GeneratedRegex(@"(?<=^[a-z][a-z0-9+.:-]*//)[^/?#]*@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();
}

/// <summary>A file to be written.</summary>
/// <param name="Name">Its path; <c>{date:yyyy-MM-dd}</c> stands for the day.</param>
internal sealed record PlannedOutput(string Name)
{
    public Device? Device { get; init; }

    public string? Page { get; init; }
}
