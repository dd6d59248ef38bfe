using System.Globalization;
using FeedBook.Feeds.Markup;
using FeedBook.Text;

namespace FeedBook.Feeds;

/// <summary>Enclosures, Media RSS and the item's own picture.</summary>
internal static class MediaReader
{
    private const int MostNested = 4;

    /// <summary>Reads one element of Media RSS that stands in an item.</summary>
    public static void Read(FeedElement element, ref List<FeedMedia>? media, FeedNotes notes)
    {
        switch (element.Name)
        {
            case "group":
                Group(element, element, ref media, notes, 0);
                break;
            case "content":
                Content(element, null, ref media, notes);
                break;
            case "thumbnail" when Addresses.Resolve(element.Attribute("url") ?? element.Text, element.Base) is { } still:
                (media ??= [])
                    .Add(new FeedMedia(still) { Role = FeedMediaRole.Thumbnail, Medium = "image", Width = Int(element, "width"),
                    Height = Int(element, "height") });
                break;
            case "description" or "text" or "title" or "credit" or "copyright":
                Attach(element, media);
                break;
        }
    }

    /// <summary>Reads an enclosure, in RSS's or in Atom's form.</summary>
    public static void Enclosure(FeedElement e, ref List<FeedMedia>? media, FeedNotes notes)
    {
        string? href = e.Attribute("url") ?? e.Attribute("href") ?? e.Attribute("src") ?? (e.HasElements ? null : e.Text);
        Uri? address = Addresses.Resolve(href, e.Base);
        if (address is null)
        {
            if (!string.IsNullOrWhiteSpace(href))
            {
                notes.Count(Mend.Address, href);
            }

            return;
        }

        (media ??= []).Add(new FeedMedia(address)
        {
            Role = FeedMediaRole.Enclosure,
            MediaType = Text(e.Attribute("type")),
            Length = Long(e, "length"),
            Title = PlainText.From(e.Attribute("title")),

            // Some publishers write the picture's caption between the enclosure's tags.
            DescriptionHtml = e.Attribute("url") is not null && !e.HasElements && !string.IsNullOrWhiteSpace(e.Text) ? e.Text.Trim() : null,
        });
    }

    /// <summary>Reads the item's own picture (<c>itunes:image</c>, <c>image</c>).</summary>
    public static void Image(FeedElement e, ref List<FeedMedia>? media)
    {
        string? href = e.Attribute("href") ?? e.Attribute("url") ?? e.Attribute(FeedNamespace.Rdf, "resource") ?? e.Child("url")?.Text
            ?? (e.HasElements ? null : e.Text);
        if (Addresses.ResolveWeb(href, e.Base) is { } address)
        {
            (media ??= [])
                .Add(new FeedMedia(address) { Role = FeedMediaRole.ItemImage, Medium = "image", Title = e.Child("title") is { } title
                ? TextConstruct.Plain(title) : null });
        }
    }

    private static void Group(FeedElement group, FeedElement texts, ref List<FeedMedia>? media, FeedNotes notes, int depth)
    {
        foreach (FeedElement child in group.Children)
        {
            if (child.Is(FeedNamespace.Media, "content"))
            {
                Content(child, texts, ref media, notes);
            }
            else if (child.Is(FeedNamespace.Media, "group") && depth < MostNested)
            {
                Group(child, child, ref media, notes, depth + 1);
            }
        }

        if (!group.Children.Any(c => c.Is(FeedNamespace.Media, "content")))
        {
            foreach (FeedElement child in group.Children.Where(c => c.Is(FeedNamespace.Media, "thumbnail")))
            {
                Read(child, ref media, notes);
            }
        }
    }

    private static void Content(FeedElement e, FeedElement? group, ref List<FeedMedia>? media, FeedNotes notes)
    {
        string? href = e.Attribute("url") ?? e.Children.FirstOrDefault(c => c.Is(FeedNamespace.Media, "player"))?.Attribute("url");
        Uri? address = Addresses.Resolve(href, e.Base);
        if (address is null)
        {
            if (!string.IsNullOrWhiteSpace(href))
            {
                notes.Count(Mend.Address, href);
            }

            return;
        }

        (media ??= []).Add(new FeedMedia(address)
        {
            Role = FeedMediaRole.Content,
            MediaType = Text(e.Attribute("type")),
            Medium = Text(e.Attribute("medium"))?.ToLowerInvariant(),
            Length = Long(e, "filesize"),
            Width = Int(e, "width"),
            Height = Int(e, "height"),
            Title = Find(e, group, "title") is { } title ? TextConstruct.Plain(title) : null,
            DescriptionHtml = (Find(e, group, "description") ?? Find(e, group, "text")) is { } description ? TextConstruct.Html(description)
                : null,
            Credit = Credit(e, group),
            Thumbnail = Find(e, group, "thumbnail") is { } still ? Addresses.Resolve(still.Attribute("url"), still.Base) : null,
        });
    }

    // What stands beside a single medium, not in it, is about it too (Media RSS 1.5.1, "Optional elements").
    private static void Attach(FeedElement e, List<FeedMedia>? media)
    {
        if (media is not [.., { Role: FeedMediaRole.Content or FeedMediaRole.Thumbnail } last])
        {
            return;
        }

        media[^1] = e.Name switch
        {
            "title" => last with { Title = last.Title ?? TextConstruct.Plain(e) },
            "description" or "text" => last with { DescriptionHtml = last.DescriptionHtml ?? TextConstruct.Html(e) },
            _ => last with { Credit = last.Credit ?? TextConstruct.Plain(e) },
        };
    }

    private static string? Credit(FeedElement e, FeedElement? group)
    {
        var names = new List<string>();
        foreach (FeedElement? holder in (FeedElement?[])[e, group])
        {
            if (holder is not null && names.Count == 0)
            {
                names.AddRange(holder.Children.Where(c => c.Is(FeedNamespace.Media, "credit")).Select(TextConstruct.Plain).OfType<string>()
                    .Distinct(StringComparer.Ordinal));
            }
        }

        return names.Count == 0 ? (Find(e, group, "copyright") is { } right ? TextConstruct.Plain(right) : null) : string.Join(", ", names);
    }

    private static FeedElement? Find(FeedElement e, FeedElement? group, string name) =>
        e.Children.FirstOrDefault(c => c.Is(FeedNamespace.Media, name))
            ?? group?.Children.FirstOrDefault(c => c.Is(FeedNamespace.Media, name));

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static int? Int(FeedElement e, string name) =>
        int.TryParse(e.Attribute(name)?.Trim().Replace("px", "", StringComparison.OrdinalIgnoreCase), NumberStyles.None,
            CultureInfo.InvariantCulture, out int value) ? value : null;

    private static long? Long(FeedElement e, string name) =>
        long.TryParse(e.Attribute(name)?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : null;
}
