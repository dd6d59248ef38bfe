using System.Text.Json;

namespace FeedBook.Corpus.Captions;

/// <summary>A labelled case: a fragment or a whole feed item, and the right caption and credit of each of its images.</summary>
internal sealed class CaptionCase
{
    private CaptionCase(JsonElement root)
    {
        Root = root;
        Id = root.GetProperty("id").GetString()!;
        Publisher = root.TryGetProperty("publisher", out JsonElement publisher) ? publisher.GetString() ?? Id : Id;
        Html = root.GetProperty("html").GetString() ?? "";
        Address = Uri.TryCreate(root.GetProperty("base_url").GetString(), UriKind.Absolute, out Uri? uri) ? uri : null;
        MustKeep = Strings(root, "body_must_keep");
        NotFigures = [.. Strings(root, "not_figures").Select(image => CaptionScore.Address(image, Address))];
        Images = [.. ReadImages(root)];
    }

    /// <summary>The case as it is written.</summary>
    public JsonElement Root { get; }

    public string Id { get; }

    public string Publisher { get; }

    public string Html { get; }

    public Uri? Address { get; }

    /// <summary>Sentences that must stay in the article's text.</summary>
    public IReadOnlyList<string> MustKeep { get; }

    /// <summary>Images that do not belong to the article.</summary>
    public HashSet<string> NotFigures { get; }

    public IReadOnlyList<LabelledImage> Images { get; }

    public static IEnumerable<CaptionCase> ReadAll(string file) =>
        File.ReadLines(file).Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => new CaptionCase(JsonDocument.Parse(line).RootElement));

    private IEnumerable<LabelledImage> ReadImages(JsonElement root)
    {
        var groups = new Dictionary<string, LabelledImage>();
        foreach (JsonElement expected in root.GetProperty("expected").EnumerateArray())
        {
            IEnumerable<string> addresses = Strings(expected, "image_alts").Prepend(expected.GetProperty("image_src").GetString()!)
                .Select(image => CaptionScore.Address(image, Address));
            string? group = expected.TryGetProperty("group", out JsonElement named) ? named.GetString() : null;
            if (group is not null && groups.TryGetValue(group, out LabelledImage? shared))
            {
                shared.Addresses.UnionWith(addresses);
                continue;
            }

            var accepted = new List<string?>();
            if (expected.TryGetProperty("accept", out JsonElement accept))
            {
                accepted.AddRange(accept.EnumerateArray().Select(one => one.GetString()));
            }

            var image =
                new LabelledImage([.. addresses], expected.GetProperty("caption").GetString(), expected.GetProperty("credit").GetString(),
                accepted);
            if (group is not null)
            {
                groups[group] = image;
            }

            yield return image;
        }
    }

    private static List<string> Strings(JsonElement of, string name) =>
        of.TryGetProperty(name, out JsonElement array) && array.ValueKind == JsonValueKind.Array
            ? [.. array.EnumerateArray().Select(one => one.GetString()!)] : [];
}

/// <summary>What a reader says of one image, or of several that share a caption.</summary>
/// <param name="Addresses">Every address of it, as <see cref="CaptionScore.Address"/> compares them.</param>
/// <param name="Caption">The caption; null for none.</param>
/// <param name="Credit">The credit; null for none.</param>
/// <param name="Accepted">Other answers that are neither right nor wrong; null among them: none at all.</param>
internal sealed record LabelledImage(HashSet<string> Addresses, string? Caption, string? Credit, IReadOnlyList<string?> Accepted);
