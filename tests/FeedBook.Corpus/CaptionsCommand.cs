using System.Text.Json;
using System.Text.Json.Nodes;
using FeedBook.Content;
using FeedBook.Html;

namespace FeedBook.Corpus;

/// <summary>Predicts the captions of labelled cases, one JSON object a line, as the caption scorer reads them.</summary>
internal static class CaptionsCommand
{
    public static async Task<int> RunAsync(string file, TextWriter output)
    {
        var reader = new ArticleReader();
        await foreach (string line in File.ReadLinesAsync(file))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            Uri? address = Uri.TryCreate(root.GetProperty("base_url").GetString(), UriKind.Absolute, out Uri? uri) ? uri : null;
            Article article = await MediaItem.ReadAsync(root, address) is { } item ? reader.Read(item) : reader.Read(root.GetProperty("html").GetString() ?? "", address);
            var prediction = new JsonObject
            {
                ["id"] = root.GetProperty("id").GetString(),
                ["figures"] = new JsonArray([.. Figures(article)]),
                ["text"] = ContentText.Of(new WithoutWords().Rewrite(article)),
            };
            await output.WriteLineAsync(prediction.ToJsonString(Plain));
        }

        return 0;
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A caption that several pictures share is told with the last of them, beside which it stands.
    private static IEnumerable<JsonNode> Figures(Article article)
    {
        var told = new HashSet<ImageBlock>(ReferenceEqualityComparer.Instance);
        foreach (Figure figure in ContentWalker.Figures(article).Reverse())
        {
            ImageBlock? last = ContentWalker.Blocks(figure).OfType<ImageBlock>().LastOrDefault(image => !told.Contains(image));
            if (last is null)
            {
                continue;
            }

            told.Add(last);
            yield return Prediction(last.Image, Words(figure.Caption), Words(figure.Credit));
        }

        // A film's still picture with the film's caption is a figure too.
        foreach (Figure figure in ContentWalker.Figures(article).Where(figure => !ContentWalker.Blocks(figure).OfType<ImageBlock>().Any()))
        {
            if (ContentWalker.Blocks(figure).OfType<Embed>().FirstOrDefault(embed => embed.Poster is not null) is { Poster: { } poster })
            {
                yield return Prediction(poster, Words(figure.Caption), Words(figure.Credit));
            }
        }

        foreach (ImageBlock image in ContentWalker.Blocks(article).OfType<ImageBlock>().Where(image => !told.Contains(image)))
        {
            yield return Prediction(image.Image, null, null);
        }
    }

    private static JsonObject Prediction(ImageReference image, string? caption, string? credit) => new()
    {
        ["image_src"] = image.Address.OriginalString,
        ["caption"] = caption,
        ["credit"] = credit,
    };

    private static string? Words(System.Collections.Immutable.ImmutableArray<Inline> run) => run.IsEmpty ? null : ContentText.Of(run);

    /// <summary>The article without the captions and credits of its pictures; those of tables, code and players stay.</summary>
    private sealed class WithoutWords : ContentRewriter
    {
        protected override Block? Rewrite(Block block) => base.Rewrite(
            block is Figure figure && ContentWalker.Blocks(figure).Any(part => part is ImageBlock or Embed { Poster: not null }) ? figure with { Caption = [], Credit = [] } : block);
    }
}
