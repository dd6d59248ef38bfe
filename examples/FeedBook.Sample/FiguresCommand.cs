using System.Text.Json;
using FeedBook.Content;
using FeedBook.Feeds;
using FeedBook.Html;
using FeedBook.Sample.Plans;
using FeedBook.Sample.Reports;
using Spectre.Console;

namespace FeedBook.Sample;

/// <summary>A page, a file or a feed in; its pictures and what was recognised as their captions and credits out.</summary>
internal sealed class FiguresCommand(Terminal terminal, bool json)
{
    /// <summary>Reads and reports.</summary>
    /// <param name="place">A page or a feed: an address, a file, or <c>-</c>.</param>
    /// <param name="articles">How HTML is read.</param>
    /// <param name="figures">How captions are recognised.</param>
    /// <param name="fetch">How the network is used.</param>
    /// <param name="pages">Whether pages are cut to their article, and those of a feed's items read; null for neither.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<int> RunAsync(string place, ArticleOptions articles, FigureOptions figures, FetchOptions fetch,
        FullTextChoice? pages, CancellationToken cancellationToken) =>
        Looking.AtAsync(place, terminal, () => LookAsync(place, articles, figures, fetch, pages, cancellationToken), cancellationToken);

    private async Task<int> LookAsync(string place, ArticleOptions articles, FigureOptions figures, FetchOptions fetch,
        FullTextChoice? pages, CancellationToken cancellationToken)
    {
        FeedDocument document = await Network.ReadAsync(place, terminal, fetch, follow: false, cancellationToken);
        if (document.Feed is not { } feed)
        {
            terminal.Complain($"{PlannedSource.Shown(place)} is a list of feeds and holds no pictures.");
            return ExitCodes.NoBook;
        }

        feed = await PageArticles.OfAsync(feed, pages, fetch, cancellationToken);
        var reader = new ArticleReader(articles, figures);
        CaptionHabits habits = CaptionHabits.Learn(feed.Items);
        FiguresReport[] found = [.. feed.Items.Select(item =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            Article article = reader.Read(item, habits);
            return new FiguresReport(item.Title, item.Address?.AbsoluteUri, FoundFigure.In(article),
                [.. article.Diagnostics.Select(JsonReport.Problem.Of)]);
        })];
        if (json)
        {
            terminal.Output.WriteLine(JsonSerializer.Serialize(found, ReportJson.Readable.IReadOnlyListFiguresReport));
        }
        else
        {
            Write(found);
        }

        return ExitCodes.Done;
    }

    private void Write(IReadOnlyList<FiguresReport> found)
    {
        int pictures = 0, captions = 0, credits = 0;
        foreach (FiguresReport item in found.Where(item => item.Figures.Count > 0))
        {
            terminal.Tell(Terminal.Cut(Terminal.Clean(item.Title ?? item.Address ?? "—"), terminal.Width), Look.Strong);
            Spectre.Console.Table table = terminal.Table("#", "Picture", "Caption", "Credit", "Found by");
            foreach ((int index, FoundFigure figure) in item.Figures.Index())
            {
                Look look = figure.Caption is null && figure.Credit is null ? Look.Faint : Look.Plain;
                table.AddRow(Array.ConvertAll<string, Spectre.Console.Rendering.IRenderable>([$"{index + 1}",
                    figure.Pictures.Count == 0 ? figure.Kind : string.Join(", ", figure.Pictures.Select(NameOf)),
                    figure.Caption ?? "–",
                    figure.Credit ?? "–",
                    figure.FoundBy ?? "–"], cell => Terminal.Cell(cell, look)));
                pictures += figure.Pictures.Count;
                captions += figure.Caption is null ? 0 : 1;
                credits += figure.Credit is null ? 0 : 1;
            }

            terminal.Tell(table);
            terminal.Output.WriteLine();
        }

        // What holds for every item (a selector that occurs nowhere) is told once; one that occurs in some is no problem.
        foreach (string problem in found.SelectMany(item => item.Diagnostics).Where(problem => problem.Severity != "info"
            && (problem.Id != DiagnosticIds.SelectorUnused || found.All(item => item.Diagnostics.Any(each => each.Id == problem.Id
                && each.Message == problem.Message))))
            .Select(problem => $"{problem.Id} {problem.Message}").Distinct())
        {
            terminal.Error.WriteLine(Terminal.Clean(problem));
        }

        terminal.Output.WriteLine(
            $"{Counted.Of(pictures, "picture")}, {Counted.Of(captions, "caption")}, {Counted.Of(credits, "credit")} in "
                + $"{Counted.Of(found.Count, "item")}");
    }

    // The file's name is what people know a picture by; the whole address is in the JSON.
    private static string NameOf(string address) => address.StartsWith("data:", StringComparison.Ordinal) ? "data:…"
        : Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Segments[^1].Trim('/') is { Length: > 0 } name
            ? Uri.UnescapeDataString(name)
        : address;
}
