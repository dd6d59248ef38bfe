using System.Collections.Concurrent;
using FeedBook.Text;

namespace FeedBook.Fetching;

/// <summary>
/// Lets so many requests through at once, in all and to one host, and none to a host that asked for quiet or that has stopped answering.
/// </summary>
internal sealed class HostGate(int total, int perHost, TimeProvider time) : IDisposable
{
    // So many requests in a row without any answer, and the host counts as gone for a while: a dead host with a hundred pictures must not
    // cost a hundred time limits.
    private const int DeadAfter = 8;
    private static readonly TimeSpan DeadFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim all = new(total);
    private readonly ConcurrentDictionary<string, Host> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for a place. The caller disposes the pass when the answer has been read.</summary>
    /// <exception cref="ResourceException">The host has not answered for so long that it is not asked.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<Pass> EnterAsync(Uri address, CancellationToken cancellationToken)
    {
        Host host = HostOf(address);
        await host.Places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The quiet is kept before a place in all is taken, or one host's quiet would keep others waiting.
            for (TimeSpan wait = host.QuietUntil - time.GetUtcNow(); wait > TimeSpan.Zero; wait = host.QuietUntil - time.GetUtcNow())
            {
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }

            if (host.Silences >= DeadAfter && time.GetUtcNow() < host.LastSilence + DeadFor)
            {
                throw new ResourceException(ResourceFailure.Network,
                    $"'{address.Host}' did not answer {DeadAfter} times in a row and is not asked again for now.");
            }

            await all.WaitAsync(cancellationToken).ConfigureAwait(false);
            return new Pass(this, host);
        }
        catch
        {
            host.Places.Release();
            throw;
        }
    }

    /// <summary>Lets no request start to the address's host before the time is over.</summary>
    public void Quiet(Uri address, TimeSpan duration)
    {
        Host host = HostOf(address);
        lock (host)
        {
            DateTimeOffset until = time.GetUtcNow() + duration;
            host.QuietUntil = until > host.QuietUntil ? until : host.QuietUntil;
        }
    }

    /// <summary>Notes whether the host answered at all.</summary>
    public void Answered(Uri address, bool answered)
    {
        Host host = HostOf(address);
        lock (host)
        {
            host.Silences = answered ? 0 : host.Silences + 1;
            host.LastSilence = time.GetUtcNow();
        }
    }

    /// <summary>Ends the gate; no pass may be out.</summary>
    public void Dispose()
    {
        all.Dispose();
        foreach (Host host in hosts.Values)
        {
            host.Places.Dispose();
        }
    }

    private Host HostOf(Uri address) =>
        hosts.GetOrAdd(HostName.Of(address) + ":" + address.Port, static (_, places) => new Host(places), perHost);

    /// <summary>A place taken until it is disposed.</summary>
    public readonly struct Pass(HostGate gate, Host host) : IDisposable
    {
        public void Dispose()
        {
            gate.all.Release();
            host.Places.Release();
        }
    }

    internal sealed class Host(int places)
    {
        public SemaphoreSlim Places { get; } = new(places);

        public DateTimeOffset QuietUntil { get; set; } = DateTimeOffset.MinValue;

        public int Silences { get; set; }

        public DateTimeOffset LastSilence { get; set; } = DateTimeOffset.MinValue;
    }
}
