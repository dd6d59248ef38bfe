using System.Globalization;
using System.Text.Json;
using FeedBook.Content;
using FeedBook.Feeds;
using FeedBook.Html;
using FeedBook.Html.Ledger;

namespace FeedBook.Corpus;

/// <summary>
/// <c>law PATH…</c>: reads feeds, <c>.jsonl</c> cases and folders of them, and prints what became of every letter of their items: in the
/// body, a caption, a credit, a note, in other words, told in a diagnostic, or unaccounted, which is to be 0.
/// </summary>
internal sealed class LawCommand(TextWriter output, bool longCaptions)
{
    private const int LongCaption = 400;

    private readonly ArticleReader reader = new();
    private readonly long[] fates = new long[Enum.GetValues<WordFate>().Length];
    private int items, broken;

    /// <summary>0 where every letter has a fate, 1 where not.</summary>
    public async Task<int> RunAsync(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            IEnumerable<string> files = Directory.Exists(path)
                ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                : [path];
            foreach (string file in files)
            {
                await FileAsync(file);
            }
        }

        string counts =
            string.Join(", ",
            Enum.GetValues<WordFate>().Select(fate => $"{Name(fate)} {fates[(int)fate].ToString(CultureInfo.InvariantCulture)}"));
        await output.WriteLineAsync($"{items} items, {fates.Sum()} letters: {counts}; {broken} items break the law");
        return broken == 0 ? 0 : 1;
    }

    private static string Name(WordFate fate) => fate.ToString().ToLowerInvariant();

    private async Task FileAsync(string file)
    {
        if (file.EndsWith(".jsonl", StringComparison.Ordinal))
        {
            await foreach (string line in File.ReadLinesAsync(file))
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    await CaseAsync(line);
                }
            }

            return;
        }

        try
        {
            await using FileStream stream = File.OpenRead(file);
            foreach (FeedItem item in (await FeedReader.ReadDocumentAsync(stream)).Feed?.Items ?? [])
            {
                Account($"{file}: {item.Title}", item);
            }
        }
        catch (Exception e) when (e is FeedBookException or IOException or UnauthorizedAccessException)
        {
            // Not a feed: what it is, other commands tell.
        }
    }

    private async Task CaseAsync(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement root = document.RootElement;
        if (!root.TryGetProperty("html", out JsonElement html) || !root.TryGetProperty("base_url", out JsonElement start))
        {
            return;
        }

        Uri? address = Uri.TryCreate(start.GetString(), UriKind.Absolute, out Uri? uri) ? uri : null;
        FeedItem item = await MediaItem.ReadAsync(root, address)
            ?? new FeedItem { Id = "case", ContentHtml = html.GetString(), BaseAddress = address };
        Account(root.GetProperty("id").GetString() ?? "?", item);
    }

    private void Account(string name, FeedItem item)
    {
        Article article = reader.Read(item, out WordAccount account);
        items++;
        foreach (WordFate fate in Enum.GetValues<WordFate>())
        {
            fates[(int)fate] += account.Count(fate);
        }

        if (account.Unaccounted.Count > 0)
        {
            broken++;
            output.WriteLine($"{name}: unaccounted {string.Join(" | ", account.Unaccounted.Select(Short))}");
        }

        if (account.Moved.Count > 0)
        {
            output.WriteLine($"{name}: moved {string.Join(" | ", account.Moved.Select(Short))}");
        }

        foreach (Figure figure in longCaptions ? ContentWalker.Figures(article) : [])
        {
            string caption = ContentText.Of(figure.Caption);
            if (caption.Length > LongCaption || caption.Contains('\n', StringComparison.Ordinal))
            {
                output.WriteLine(
                    $"{name}: caption of {caption.Length} letters, found by {figure.FoundBy}: {caption.ReplaceLineEndings(" ¶ ")}");
            }
        }
    }

    private static string Short(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79), "…");
}
