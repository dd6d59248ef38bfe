using System.Text;
using FeedBook.Feeds;
using FeedBook.Sample.Plans;

namespace FeedBook.Sample;

/// <summary>A feed in any format in, JSON Feed out.</summary>
internal sealed class InspectCommand(Terminal terminal, bool quiet)
{
    /// <summary>Reads and writes.</summary>
    /// <param name="place">The feed: an address, a file, or <c>-</c>.</param>
    /// <param name="path">The file to write; null for the output.</param>
    /// <param name="fetch">How the network is used.</param>
    /// <param name="pages">Whether pages are cut to their article, and those of a feed's items read; null for neither.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<int> RunAsync(string place, string? path, FetchOptions fetch, FullTextChoice? pages,
        CancellationToken cancellationToken) =>
        Looking.AtAsync(place, terminal, () => LookAsync(place, path, fetch, pages, cancellationToken), cancellationToken);

    private async Task<int> LookAsync(string place, string? path, FetchOptions fetch, FullTextChoice? pages,
        CancellationToken cancellationToken)
    {
        FeedDocument document = await Network.ReadAsync(place, terminal, fetch, follow: true, cancellationToken);
        if (!quiet)
        {
            foreach (Diagnostic diagnostic in document.Diagnostics)
            {
                terminal.Error.WriteLine(Terminal.Clean(diagnostic.ToString()));
            }
        }

        if (document.Feed is not { } feed)
        {
            terminal.Complain(
                $"{PlannedSource.Shown(place)} is a list of {document.Subscriptions?.Feeds.Length ?? 0} feeds and holds no items; "
                    + "'build' reads all of them.");
            return ExitCodes.NoBook;
        }

        int told = feed.Diagnostics.Length;
        feed = await PageArticles.OfAsync(feed, pages, fetch, cancellationToken);
        foreach (Diagnostic diagnostic in quiet ? [] : feed.Diagnostics.Skip(told))
        {
            terminal.Error.WriteLine(Terminal.Clean(diagnostic.ToString()));
        }

        using var json = new MemoryStream();
        await JsonFeedWriter.WriteAsync(feed, json, cancellationToken);
        string text = Encoding.UTF8.GetString(json.GetBuffer().AsSpan(0, (int)json.Length));
        if (path is null)
        {
            await terminal.Output.WriteLineAsync(text.AsMemory(), cancellationToken);
        }
        else
        {
            await File.WriteAllTextAsync(Path.GetFullPath(path, terminal.Folder), text + "\n", cancellationToken);
        }

        return ExitCodes.Done;
    }
}
