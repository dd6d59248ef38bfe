using System.Text.Json;
using System.Text.Json.Nodes;
using FeedBook.Content;
using FeedBook.Corpus.Captions;
using FeedBook.Html;

namespace FeedBook.Corpus;

/// <summary>
/// Predicts the captions of labelled cases, one JSON object a line, as the caption scorer reads them; or counts them here.
/// </summary>
internal static class CaptionsCommand
{
    private static readonly JsonSerializerOptions Plain =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(string file, TextWriter output)
    {
        var reader = new ArticleReader();
        foreach (CaptionCase labelled in CaptionCase.ReadAll(file))
        {
            CaptionPrediction read = CaptionPrediction.Of(await ReadAsync(reader, labelled));
            var prediction = new JsonObject
            {
                ["id"] = labelled.Id,
                ["figures"] = new JsonArray([.. read.Images.Select(image => new JsonObject
                {
                    ["image_src"] = image.Address,
                    ["caption"] = image.Caption,
                    ["credit"] = image.Credit,
                })]),
                ["text"] = read.Body,
            };
            await output.WriteLineAsync(prediction.ToJsonString(Plain));
        }

        return 0;
    }

    /// <summary>Counts right and wrong captions and credits of each file, and of each kind of variation in it.</summary>
    public static async Task<int> ScoreAsync(IEnumerable<string> files, bool errors, TextWriter output)
    {
        var reader = new ArticleReader();
        foreach (string file in files)
        {
            var kinds = new SortedDictionary<string, CaptionScore>(StringComparer.Ordinal);
            foreach (CaptionCase labelled in CaptionCase.ReadAll(file))
            {
                int varied = labelled.Id.IndexOf('~', StringComparison.Ordinal);
                string kind = varied < 0 ? "" : labelled.Id[(varied + 1)..].TrimEnd("0123456789".ToCharArray());
                if (!kinds.TryGetValue(kind, out CaptionScore? score))
                {
                    kinds[kind] = score = new CaptionScore();
                }

                CaptionPrediction read = CaptionPrediction.Of(await ReadAsync(reader, labelled));
                score.Add(labelled, read.Images, read.Body, errors
                    ? (what, image, words) => output.WriteLine($"{what} | {labelled.Id} | {image} | {words}") : null);
            }

            foreach ((string kind, CaptionScore score) in kinds)
            {
                await output.WriteLineAsync($"{Path.GetFileNameWithoutExtension(file),-14} {kind,-9} {score}");
            }
        }

        return 0;
    }

    private static async Task<Article> ReadAsync(ArticleReader reader, CaptionCase labelled) =>
        await MediaItem.ReadAsync(labelled.Root, labelled.Address) is { } item ? reader.Read(item)
            : reader.Read(labelled.Html, labelled.Address);
}
