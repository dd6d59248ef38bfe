using System.Text.RegularExpressions;
using FeedBook.Content;

namespace FeedBook.Html.Ledger;

/// <summary>
/// The addresses of the players that pages frame, and of the pages on which a person sees the same film or hears the same sound.
/// </summary>
internal static partial class PlayerAddress
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Whether it is a known player's address.</summary>
    public static bool IsKnown(Uri address) => Known(address) is not null;

    /// <summary>What a known player's address shows, and where a person can see it; null for any other address.</summary>
    public static (EmbedKind Kind, Uri Watch)? Known(Uri address)
    {
        if (!address.OriginalString.AsSpan().ContainsAny(Players) && !address.OriginalString.Contains('%', StringComparison.Ordinal))
        {
            return null;
        }

        string whole = address.AbsoluteUri;
        if (YouTube().Match(whole) is { Success: true } youtube)
        {
            return (EmbedKind.Video, new Uri($"https://www.youtube.com/watch?v={youtube.Groups[1].Value}"));
        }

        if (Vimeo().Match(whole) is { Success: true } vimeo)
        {
            return (EmbedKind.Video, new Uri($"https://vimeo.com/{vimeo.Groups[1].Value}"));
        }

        if (Dailymotion().Match(whole) is { Success: true } dailymotion)
        {
            return (EmbedKind.Video, new Uri($"https://www.dailymotion.com/video/{dailymotion.Groups[1].Value}"));
        }

        return Spotify().Match(whole) is { Success: true } spotify
            ? (EmbedKind.Audio, new Uri($"https://open.spotify.com/{spotify.Groups[1].Value}")) : null;
    }

    // One of these stands in every address that is known, if not in disguise.
    private static readonly System.Buffers.SearchValues<string> Players =
        System.Buffers.SearchValues.Create(["youtu", "vimeo", "dailymotion", "spotify"], StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"//(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com/(?:embed/|v/|watch\?v=|shorts/)|youtu\.be/)([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])",
        Options)]
    private static partial Regex YouTube();

    [GeneratedRegex(@"//player\.vimeo\.com/video/(\d+)", Options)]
    private static partial Regex Vimeo();

    [GeneratedRegex(@"//(?:www\.|geo\.)?dailymotion\.com/embed/video/([A-Za-z0-9]+)", Options)]
    private static partial Regex Dailymotion();

    [GeneratedRegex(@"//open\.spotify\.com/embed(?:-podcast)?/((?:track|album|episode|show|playlist)/[A-Za-z0-9]+)", Options)]
    private static partial Regex Spotify();
}
