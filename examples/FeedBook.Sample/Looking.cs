using FeedBook.Sample.Plans;

namespace FeedBook.Sample;

/// <summary>What inspect and figures share: one source is looked at, and what goes wrong with it is told.</summary>
internal static class Looking
{
    /// <summary>Looks, and turns what is thrown into an exit code and a message.</summary>
    /// <param name="place">The source, as it was named.</param>
    /// <param name="terminal">For messages.</param>
    /// <param name="look">The looking; gives an exit code.</param>
    /// <param name="cancellationToken">What <paramref name="look"/> is stopped by.</param>
    public static async Task<int> AtAsync(string place, Terminal terminal, Func<Task<int>> look, CancellationToken cancellationToken)
    {
        try
        {
            return await look();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Stopped;
        }
        catch (Exception exception)
        {
            terminal.Complain($"{PlannedSource.Shown(place)}: {exception.Message}");
            return ExitCodes.NoBook;
        }
    }
}
