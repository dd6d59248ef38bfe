using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Html.Ledger;

namespace FeedBook.Html.Reading;

/// <summary>
/// Films, sounds and files that a feed attaches to an item and its text does not name: each is named, with its address, after the text. A
/// film whose still picture opens the article is named below that, and the picture leads to it.
/// </summary>
internal static class AttachedMedia
{
    // A season's films in one item are a list of their own; what is beyond is told.
    private const int Most = 50;

    /// <summary>The article's blocks with what is attached.</summary>
    /// <param name="blocks">The article's own.</param>
    /// <param name="html">The text they were read from: what it names already is not named again.</param>
    /// <param name="item">The item; null for a text that is none.</param>
    /// <param name="context">Is told of what was left out.</param>
    public static ImmutableArray<Block> Join(ImmutableArray<Block> blocks, string html, FeedItem? item, ReadingContext context)
    {
        if (item is null || item.Media.IsEmpty)
        {
            return blocks;
        }

        ImageReference? opening = blocks is [ImageBlock first, ..] ? first.Image : null;
        Embed? film = null;
        var named = new List<Embed>();
        foreach (FeedMedia media in WithoutRenditions(item.Media.Where(IsNoPicture)))
        {
            (EmbedKind kind, Uri watch) = PlayerAddress.Known(media.Address) ?? (KindOf(media), media.Address);
            if (watch == item.Address && blocks.Length > 0 && kind == EmbedKind.Page || IsNamed(html, media.Address) || IsNamed(html, watch)
                || named.Exists(other => other.Address == watch))
            {
                continue;
            }

            if (named.Count == Most)
            {
                context.Report(DiagnosticIds.AttachmentLeftOut, "A film, sound or file of the item was not named: it has too many.", watch);
                continue;
            }

            var embed = new Embed(kind, watch) { Title = media.Title ?? FileName(watch) };
            if (film is null && media.Thumbnail is { } still && opening?.Candidates.Contains(still) == true)
            {
                film = embed;
            }
            else
            {
                named.Add(embed);
            }
        }

        return film is null ? [.. blocks, .. named]
            : [(ImageBlock)blocks[0] with { Link = ((ImageBlock)blocks[0]).Link ?? film.Address }, film, .. blocks[1..], .. named];
    }

    private static bool IsNoPicture(FeedMedia media) =>
        media.Address.Scheme is "http" or "https" && media.Role is FeedMediaRole.Enclosure or FeedMediaRole.Content
            && media.Medium != "image"
        && (IsPlayed(media)
            || !(media.MediaType is { } type ? type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            : IsPictureFile(media.Address)));

    private static bool IsPlayed(FeedMedia media) => media.Medium is "video" or "audio" or "document" or "executable";

    // Without a type, a path without an ending is a picture service's more often than a film's.
    private static bool IsPictureFile(Uri address)
    {
        string file = address.AbsolutePath[(address.AbsolutePath.LastIndexOf('/') + 1)..];
        int dot = file.LastIndexOf('.');
        return dot < 0 ? PlayerAddress.Known(address) is null
            : file[(dot + 1)..].ToLowerInvariant() is "jpg" or "jpeg" or "png" or "gif" or "webp" or "avif" or "svg" or "bmp" or "heic"
                or "jxl" or "tif" or "tiff";
    }

    // One film in several qualities is one film: what Media RSS says of it is the same.
    private static IEnumerable<FeedMedia> WithoutRenditions(IEnumerable<FeedMedia> media)
    {
        var seen = new HashSet<(string?, string?, string?, Uri?)>();
        foreach (FeedMedia one in media)
        {
            bool says = one.Role == FeedMediaRole.Content
                && (one.Title is not null || one.DescriptionHtml is not null || one.Thumbnail is not null);
            if (!says || seen.Add((one.MediaType?.Split('/')[0], one.Title, one.DescriptionHtml, one.Thumbnail)))
            {
                yield return one;
            }
        }
    }

    private static EmbedKind KindOf(FeedMedia media)
    {
        string type = media.MediaType?.ToLowerInvariant() ?? "";
        return media.Medium switch
        {
            "video" => EmbedKind.Video,
            "audio" => EmbedKind.Audio,
            _ when type.StartsWith("video/", StringComparison.Ordinal) || type is "application/x-shockwave-flash"
                or "application/vnd.apple.mpegurl" or "application/dash+xml"
                => EmbedKind.Video,
            _ when type.StartsWith("audio/", StringComparison.Ordinal) => EmbedKind.Audio,
            _ when type.StartsWith("text/html", StringComparison.Ordinal) => EmbedKind.Page,
            _ => EmbedReader.KindOfFile(media.Address) ?? EmbedKind.File,
        };
    }

    private static bool IsNamed(string html, Uri address)
    {
        string whole = address.OriginalString, plain = whole[(whole.IndexOf("//", StringComparison.Ordinal) + 2)..];
        return plain.Length > 0 && (html.Contains(plain, StringComparison.Ordinal)
            || (plain.Contains('&', StringComparison.Ordinal)
                && html.Contains(plain.Replace("&", "&amp;", StringComparison.Ordinal), StringComparison.Ordinal)));
    }

    private static string? FileName(Uri address)
    {
        string name = Uri.UnescapeDataString(address.AbsolutePath[(address.AbsolutePath.LastIndexOf('/') + 1)..]);
        return name.Contains('.', StringComparison.Ordinal) && name.Length <= 200 ? Text.XmlText.Clean(name) : null;
    }
}
