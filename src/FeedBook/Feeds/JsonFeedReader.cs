using System.Globalization;
using System.Text.Json;
using FeedBook.Feeds.Dates;
using FeedBook.Feeds.Markup;
using FeedBook.Text;

namespace FeedBook.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 → <see cref="Feed"/>. Values of the wrong type are read as what they plainly mean.</summary>
internal static class JsonFeedReader
{
    /// <summary>The name of the objects in which <see cref="JsonFeedWriter"/> says what JSON Feed has no word for.</summary>
    public const string Extension = "_feedbook";

    /// <summary>The words for <see cref="FeedMediaRole"/>, in its order.</summary>
    public static readonly string[] RoleNames = ["enclosure", "content", "thumbnail", "item-image"];

    /// <summary>Reads a feed; null when it is no JSON object, or one that is no feed.</summary>
    public static Feed? Read(ReadOnlyMemory<byte> utf8, Uri? documentBase, FeedReaderOptions options, FeedNotes notes,
        CancellationToken cancellationToken)
    {
        using JsonDocument? document = Parse(utf8, options, notes);
        if (document is null || document.RootElement.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        JsonElement root = document.RootElement;
        string? version = Text(root, "version");
        JsonElement? items = Array(root, "items");
        bool named = version?.Contains("jsonfeed", StringComparison.OrdinalIgnoreCase) == true;
        if (items is null && !named && Text(root, "feed_url") is null)
        {
            return null;
        }

        string? writtenHome = Text(root, "home_page_url");
        Uri? home = Addresses.ResolveWeb(writtenHome, documentBase),
            self = Addresses.ResolveWeb(Text(root, "feed_url"), documentBase);
        string? language = LanguageTag.Normalize(Text(root, "language"));
        var read = new List<FeedItem>();
        foreach (JsonElement element in ItemsOf(root))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (read.Count >= options.MaxItems)
            {
                notes.Add(DiagnosticIds.TooManyItems, DiagnosticSeverity.Warning,
                    $"The feed has more than {options.MaxItems} items; the rest was not read.");
                break;
            }

            if (element.ValueKind == JsonValueKind.Object && Item(element, documentBase ?? self ?? home, language, notes) is { } item)
            {
                read.Add(item);
            }
        }

        List<FeedPerson> authors = Authors(root);
        JsonElement more = More(root);
        return new Feed
        {
            Format = FeedFormat.JsonFeed,
            FormatVersion = version?.EndsWith("1.1", StringComparison.Ordinal) == true ? "1.1" : "1.0",
            Id = self?.AbsoluteUri,
            Title = PlainText.From(Text(root, "title")),
            Description = PlainText.From(Text(root, "description")),
            HomePage = home ?? (self is null ? null : Addresses.ResolveWeb(writtenHome, self)),
            WrittenHomePage = home is null && !string.IsNullOrWhiteSpace(writtenHome) && Uri.TryCreate(writtenHome, UriKind.Relative, out _)
                ? writtenHome : null,
            Address = self,
            NextPage = Addresses.ResolveWeb(Text(root, "next_url"), documentBase),
            Image = Addresses.ResolveWeb(Text(root, "icon"), documentBase) ?? Addresses.ResolveWeb(Text(root, "favicon"), documentBase),
            Language = language,
            Rights = PlainText.From(Text(root, "copyright") ?? Text(more, "copyright")),
            Updated = FeedDate.Parse(Text(root, "date_modified") ?? Text(more, "date_modified")),
            Authors = [.. authors],

            // JSON Feed 1.1, "authors": the feed's authors are those of an item that names none.
            Items = [.. read.Select(item => item.Authors.IsEmpty && authors.Count > 0 ? item with { Authors = [.. authors] } : item)],
        };
    }

    // A feed that was joined of parts may name its items several times.
    private static IEnumerable<JsonElement> ItemsOf(JsonElement root) =>
        root.EnumerateObject().Where(property => property.NameEquals("items") && property.Value.ValueKind == JsonValueKind.Array)
            .SelectMany(property => property.Value.EnumerateArray());

    private static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, FeedReaderOptions options, FeedNotes notes)
    {
        utf8 = JsonSurrogates.Mend(utf8, notes);
        var lenient =
            new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = Math.Min(options.MaxDepth, 256) };
        try
        {
            return JsonDocument.Parse(utf8, lenient);
        }
        catch (JsonException)
        {
            string mended = JsonMender.Mend(System.Text.Encoding.UTF8.GetString(utf8.Span), lenient.MaxDepth, notes);
            try
            {
                // What was mended may have joined the parts of an escape.
                return JsonDocument.Parse(JsonSurrogates.Mend(System.Text.Encoding.UTF8.GetBytes(mended), notes), lenient);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    private static FeedItem? Item(JsonElement e, Uri? start, string? feedLanguage, FeedNotes notes)
    {
        string? id = Text(e, "id")?.Trim();
        Uri? address = Addresses.ResolveWeb(Text(e, "url"), start) ?? Addresses.ResolveWeb(id, null)
            ?? Addresses.ResolveWeb(Text(e, "external_url"), start);
        string? title = PlainText.From(Text(e, "title"));
        string? language = LanguageTag.Normalize(Text(e, "language")) ?? feedLanguage;
        string? html = Trimmed(Text(e, "content_html"));
        string? plain = Trimmed(Text(e, "content_text"));
        string? content = plain is not null && (html is null || !TextSample.HasWords(html)) ? html + PlainTextHtml.Encoded(plain) : html;
        JsonElement more = More(e);
        string? summary = Trimmed(Text(more, "summary_html")) ?? Trimmed(Text(e, "summary"));
        content = more.ValueKind == JsonValueKind.Object && more.TryGetProperty("summary_only", out JsonElement only)
            && only.ValueKind == JsonValueKind.True ? null : content;
        if (id is null && address is null && title is null && content is null && summary is null)
        {
            notes.Count(Mend.EmptyItem);
            return null;
        }

        return new FeedItem
        {
            Id = string.IsNullOrEmpty(id) ? address?.AbsoluteUri ?? "sha256:" + StableId.Hash(title + "\n" + (content ?? summary), 32) : id,
            Title = title,
            Address = address,
            ContentHtml = content,
            SummaryHtml = summary is null ? null : TextConstruct.LooksLikeHtml(summary) ? summary : PlainTextHtml.Encoded(summary),
            BaseAddress = Addresses.ResolveWeb(Text(more, "base_url"), null) ?? address ?? start,
            Published = Date(e, "date_published", language, title ?? id, notes),
            Updated = Date(e, "date_modified", language, title ?? id, notes),
            Authors = [.. Authors(e)],
            Categories =
                [.. Array(e, "tags")?.EnumerateArray().Select(Scalar).Select(PlainText.From).OfType<string>()
                .Distinct(StringComparer.Ordinal) ?? []],
            Language = language,
            Rights = PlainText.From(Text(more, "copyright")),
            Media = [.. Media(e, address ?? start)],
        };
    }

    private static IEnumerable<FeedMedia> Media(JsonElement e, Uri? start)
    {
        var told = new HashSet<Uri>();
        foreach (JsonElement attachment in Array(e, "attachments")?.EnumerateArray() ?? default)
        {
            if (attachment.ValueKind == JsonValueKind.Object && Addresses.Resolve(Text(attachment, "url"), start) is { } address)
            {
                JsonElement more = More(attachment);
                FeedMediaRole role = (FeedMediaRole)Math.Max(0, System.Array.IndexOf(RoleNames, Text(more, "role")));
                if (role == FeedMediaRole.ItemImage)
                {
                    told.Add(address);
                }

                yield return new FeedMedia(address)
                {
                    Role = role,
                    MediaType = more.ValueKind == JsonValueKind.Object && more.TryGetProperty("mime_type", out JsonElement type)
                        && type.ValueKind == JsonValueKind.Null ? null : Trimmed(Text(attachment, "mime_type")),
                    Medium = Trimmed(Text(more, "medium")),
                    Width = Number(more, "width"),
                    Height = Number(more, "height"),
                    DescriptionHtml = Trimmed(Text(more, "description_html")),
                    Credit = PlainText.From(Text(more, "credit")),
                    Thumbnail = Addresses.ResolveWeb(Text(more, "thumbnail"), start),
                    Length = long.TryParse(Text(attachment, "size_in_bytes"), NumberStyles.None, CultureInfo.InvariantCulture,
                        out long length) ? length : null,
                    Title = PlainText.From(Text(attachment, "title")),
                };
            }
        }

        foreach (string name in (string[])["image", "banner_image"])
        {
            if (Addresses.ResolveWeb(Text(e, name), start) is { } picture && !told.Contains(picture))
            {
                yield return new FeedMedia(picture) { Role = FeedMediaRole.ItemImage, Medium = "image" };
            }
        }
    }

    // 1.1 has 'authors', 1.0 'author'; some write both, some write a bare name.
    private static List<FeedPerson> Authors(JsonElement e)
    {
        var all = Array(e, "authors")?.EnumerateArray().Select(Person).OfType<FeedPerson>().ToList() ?? [];
        return all.Count == 0 && e.TryGetProperty("author", out JsonElement one) && Person(one) is { } person ? [person] : all;
    }

    private static FeedPerson? Person(JsonElement e)
    {
        if (e.ValueKind == JsonValueKind.String)
        {
            return PersonReader.Parse(e.GetString());
        }

        if (e.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        string? name = PlainText.From(Text(e, "name")), url = Text(e, "url")?.Trim();
        Uri? address = Addresses.ResolveWeb(url, null);

        // JSON Feed §authors: the address may be a mailto: one.
        string? email = url?.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) == true ? Trimmed(url["mailto:".Length..])
            : Trimmed(Text(More(e), "email"));
        return name is null && address is null && email is null ? null : new FeedPerson(name) { Address = address, Email = email };
    }

    private static DateTimeOffset? Date(JsonElement e, string name, string? language, string? item, FeedNotes notes)
    {
        string? text = Text(e, name);
        DateTimeOffset? date = FeedDate.Parse(text, language);
        if (date is null && !string.IsNullOrWhiteSpace(text))
        {
            notes.Date(text, item);
        }

        return date;
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : XmlText.Clean(text).Trim();

    private static JsonElement More(JsonElement e) =>
        e.TryGetProperty(Extension, out JsonElement more) && more.ValueKind == JsonValueKind.Object ? more : default;

    private static int? Number(JsonElement e, string name) =>
        int.TryParse(Text(e, name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static JsonElement? Array(JsonElement e, string name) =>
        Find(e, name, value => value.ValueKind == JsonValueKind.Array, out JsonElement array) ? array : null;

    private static string? Text(JsonElement e, string name) =>
        e.ValueKind == JsonValueKind.Object && Find(e, name, each => Scalar(each) is not null, out JsonElement value) ? Scalar(value)
        : null;

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => value.EnumerateArray().Where(one => one.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            .Select(Scalar).FirstOrDefault(),
        JsonValueKind.Number => value.TryGetInt64(out long number) ? number.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
        _ => null,
    };

    // The last value of that name that is of use: some programs write a name twice, and null the second time.
    private static bool Find(JsonElement e, string name, Func<JsonElement, bool> isOfUse, out JsonElement value)
    {
        if (e.TryGetProperty(name, out value) && isOfUse(value))
        {
            return true;
        }

        foreach (JsonProperty property in e.EnumerateObject().Where(property => property.NameEquals(name) && isOfUse(property.Value)))
        {
            value = property.Value;
        }

        return isOfUse(value);
    }
}
