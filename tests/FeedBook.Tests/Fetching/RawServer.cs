using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FeedBook.Tests.Fetching;

/// <summary>A server that speaks whatever bytes it is given, HTTP or not, and then closes or resets the connection.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, Stream, CancellationToken, Task> answer;
    private readonly bool reset;
    private readonly CancellationTokenSource end = new();

    /// <param name="answer">Given the request's path, writes the answer.</param>
    /// <param name="reset">Whether the connection is reset afterwards and not closed.</param>
    public RawServer(Func<string, Stream, CancellationToken, Task> answer, bool reset = false)
    {
        this.answer = answer;
        this.reset = reset;
        listener.Start();
        _ = AcceptAsync();
    }

    public RawServer(string text, bool reset = false)
        : this(async (_, stream, cancel) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancel), reset)
    {
    }

    public int Connections { get; private set; }

    /// <summary>The heads of the requests, as they came.</summary>
    public ConcurrentQueue<string> Heads { get; } = new();

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    public string Allowed => $"127.0.0.1:{Address.Port}";

    public void Dispose()
    {
        end.Cancel();
        listener.Dispose();
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync(end.Token);
                Connections++;
                _ = ServeAsync(client);
            }
        }
        catch (Exception) when (end.IsCancellationRequested)
        {
            // Closed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                var head = new StringBuilder();
                byte[] buffer = new byte[4096];
                while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
                {
                    int read = await stream.ReadAsync(buffer, end.Token);
                    if (read == 0)
                    {
                        return;
                    }

                    head.Append(Encoding.Latin1.GetString(buffer, 0, read));
                }

                Heads.Enqueue(head.ToString());
                await answer(head.ToString().Split(' ')[1], stream, end.Token);
                if (reset)
                {
                    client.LingerState = new LingerOption(true, 0);
                }
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException
                or ObjectDisposedException)
            {
                // The client hung up first.
            }
        }
    }
}
