using System.Text;
using System.Xml;
using FeedBook.Content;
using FeedBook.Feeds;
using FeedBook.Feeds.Dates;
using FeedBook.Html;
using FeedBook.Html.Selectors;
using FeedBook.Media;

namespace FeedBook.Fuzz;

/// <summary>
/// The doors through which strangers' bytes come in. Each takes any bytes and throws only where something is wrong with it.
/// </summary>
internal static class Targets
{
    private static readonly Uri Base = new("https://fuzz.example/dir/page");

    /// <summary>All of them, by the names of their folders of seeds.</summary>
    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } = new SortedDictionary<string,
        Action<byte[]>>(StringComparer.Ordinal)
    {
        ["articles"] = Article,
        ["dates"] = Date,
        ["feeds"] = Feed,
        ["images"] = Image,
        ["selectors"] = Select,
        ["svg"] = Svg,
    };

    private static void Feed(byte[] bytes)
    {
        try
        {
            // Memory is read without waiting for anything.
            FeedDocument document = FeedReader.ReadDocumentAsync(new MemoryStream(bytes), Base).GetAwaiter().GetResult();
            foreach (FeedItem item in document.Feed?.Items ?? [])
            {
                Hold(item.Id.Length > 0, "an item without an id");
                Hold(IsXmlText(item.Title), "a title that no XML can hold");
                Hold(IsXmlText(item.ContentHtml) && IsXmlText(item.SummaryHtml), "a text that no XML can hold");
                Hold(item.Address is null or { Scheme: "http" or "https" }, "an address that no reader can open");
            }
        }
        catch (FeedBookException)
        {
            // What is no feed is told so.
        }
    }

    private static void Article(byte[] bytes)
    {
        string html = Encoding.UTF8.GetString(bytes);
        Article article = new ArticleReader().Read(new FeedItem { Id = "fuzz", ContentHtml = html }, null);
        ContentPrinter.Print(article);
        string words = ContentText.Of(article);
        Hold(IsXmlText(words), "an article that no XML can hold");
        Hold(words.Length <= (html.Length * 8L) + 4096, $"{words.Length} letters came of {html.Length}");
    }

    private static void Svg(byte[] bytes)
    {
        SvgCleaner.Result result = SvgCleaner.Clean(new MemoryStream(bytes));
        if (result.Bytes is not { } clean)
        {
            Hold(result.Facts.Fault is not null, "an SVG refused without a reason");
            return;
        }

        using var reader = XmlReader.Create(new MemoryStream(clean), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
        {
            Hold(reader.NodeType != XmlNodeType.Element || reader.LocalName is not ("script" or "foreignObject" or "iframe"),
                "an element that runs or is foreign");
            for (bool more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
            {
                Hold(!reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase), "an event handler");
                Hold(reader.LocalName != "href" || reader.Value.StartsWith('#')
                    || reader.Value.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase), "a link to the outside");
            }
        }

        SvgCleaner.Result again = SvgCleaner.Clean(new MemoryStream(clean));
        Hold(again.Bytes is not null && again.Removed.Count == 0, "a clean SVG that is not clean");
    }

    private static void Image(byte[] bytes)
    {
        ImageFacts facts = ImageProbe.Read(new MemoryStream(bytes));
        Hold(facts.Width >= 0 && facts.Height >= 0, "a negative size");
        Hold(facts.Fault is not null || facts.Kind == ImageKind.Svg || (facts.Width > 0 && facts.Height > 0),
            "a whole picture without a size");
    }

    private static void Date(byte[] bytes)
    {
        string[] parts = Encoding.UTF8.GetString(bytes).Split('\n', 2);
        DateTimeOffset? date = FeedDate.Parse(parts[0], parts.Length > 1 ? parts[1] : null);
        Hold(date is null or { Year: > 0 }, "a date before all dates");
    }

    private static void Select(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        if (Selector.FaultOf(text) is null)
        {
            var options = new ArticleOptions { Remove = [text] };
            new ArticleReader(options).Read("<div class='a'><p id='b'>One <em>two</em></p><ul><li>three</ul></div>");
        }
    }

    private static bool IsXmlText(string? text)
    {
        for (int i = 0; text is not null && i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static void Hold(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException("Broken promise: " + otherwise);
        }
    }
}
