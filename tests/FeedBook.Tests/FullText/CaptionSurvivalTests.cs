using System.Text.Json;
using FeedBook.Content;
using FeedBook.FullText;
using FeedBook.Html;
using Xunit.Abstractions;

namespace FeedBook.Tests.FullText;

/// <summary>What is a caption in a fragment is one in the whole page that holds it, after the page was cut to its article.</summary>
public sealed class CaptionSurvivalTests(ITestOutputHelper log)
{
    public static TheoryData<string, bool> Pages
    {
        get
        {
            var pages = new TheoryData<string, bool>();
            foreach (string shape in MadePage.Shapes)
            {
                pages.Add(shape, true);
                pages.Add(shape, false);
            }

            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Captions_of_the_shared_cases_survive(string shape, bool among)
    {
        string[] files = Repository.Shared is { } shared && Directory.Exists(Path.Combine(shared, "captions"))
            ? Directory.GetFiles(Path.Combine(shared, "captions"), "dev*.jsonl") : [];
        if (files.Length == 0)
        {
            log.WriteLine("skipped: ../shared/captions is not there");
            return;
        }

        var reader = new ArticleReader();
        var extractor = new ArticleExtractor();
        int captions = 0, kept = 0, swallowed = 0;
        foreach (string line in files.Order(StringComparer.Ordinal).SelectMany(File.ReadLines))
        {
            using JsonDocument labelled = JsonDocument.Parse(line);
            if (!labelled.RootElement.TryGetProperty("html", out JsonElement html) || html.GetString() is not { Length: > 0 } fragment)
            {
                continue;
            }

            string article = among ? MadePage.Words(1, 2) + fragment + MadePage.Words(2, 2) : fragment;
            var address = new Uri(labelled.RootElement.TryGetProperty("base_url", out JsonElement given)
                && Uri.TryCreate(given.GetString(), UriKind.Absolute, out _) ? given.GetString()! : "https://coast.example/story");
            Article before = reader.Read(article, address);
            string page = MadePage.Of(article, shape);
            PageArticle? found = extractor.Extract(new WebPage(System.Text.Encoding.UTF8.GetBytes(page), address, "utf-8"));
            Article after = found is null ? Article.Empty : reader.Read(found.Html, found.BaseAddress);
            List<string> were = Captions(before), are = Captions(after);
            captions += were.Count;
            string id = labelled.RootElement.GetProperty("id").GetString()!;
            foreach (string caption in were)
            {
                bool same = are.Remove(caption);
                kept += same ? 1 : 0;
                if (!same)
                {
                    log.WriteLine($"{id}: {caption}");
                }
            }

            // Nothing that is text before is a caption after.
            foreach (string caption in are.Where(caption => !MadePage.Of("", shape).Contains(caption, StringComparison.Ordinal)))
            {
                swallowed++;
                log.WriteLine($"{id} swallowed: {caption}");
            }
        }

        log.WriteLine($"{shape}, {(among ? "among paragraphs" : "alone")}: {kept} of {captions} captions, {swallowed} swallowed");

        // A fragment alone is often an image and its caption, less than the comments and related stories around it.
        Assert.True(kept >= captions * (among ? 0.99 : 0.985), $"{kept} of {captions}");
        Assert.InRange(swallowed, 0, among ? 1 : 2);
    }

    private static List<string> Captions(Article article) => [.. ContentWalker.Figures(article)
        .Select(figure => $"{ContentText.Of(figure.Caption)} / {ContentText.Of(figure.Credit)}")];
}
