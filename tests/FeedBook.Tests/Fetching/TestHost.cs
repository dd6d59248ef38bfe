using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FeedBook.Tests.Fetching;

/// <summary>A server on loopback that answers as it is told, and counts.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Path, IReadOnlyDictionary<string, string> Headers)> seen = new();
    private int underWay;
    private int most;
    private long bodyBytes;

    private TestHost(WebApplication server) => this.server = server;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Options that let a loader reach it, with short waits.</summary>
    public FetchOptions Options => new()
    {
        AllowedHosts = [$"{Address.Host}:{Address.Port}"],
        RetryDelay = TimeSpan.FromMilliseconds(5),
        MaxRetryDelay = TimeSpan.FromSeconds(5),
        AttemptTimeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>The most requests that were answered at once.</summary>
    public int MostAtOnce => most;

    /// <summary>The bytes of all bodies sent.</summary>
    public long BodyBytes => Interlocked.Read(ref bodyBytes);

    /// <summary>Every request, in order of arrival.</summary>
    public IReadOnlyList<(string Path, IReadOnlyDictionary<string, string> Headers)> Seen => [.. seen];

    public static async Task<TestHost> StartAsync(string listen = "http://127.0.0.1:0")
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(listen).UseKestrel(kestrel => kestrel.Limits.MinResponseDataRate = null);
        WebApplication server = builder.Build();
        var host = new TestHost(server);
        server.Run(host.AnswerAsync);
        await server.StartAsync();
        host.Address = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return host;
    }

    public Uri At(string path) => new(Address, path);

    /// <summary>Answers a path so from now on.</summary>
    public Uri On(string path, RequestDelegate answer)
    {
        answers[path] = answer;
        return At(path);
    }

    public Uri OnBytes(string path, byte[] bytes, string type = "image/jpeg", Action<HttpResponse>? also = null) =>
        On(path, async context =>
    {
        context.Response.ContentType = type;
        also?.Invoke(context.Response);
        context.Response.ContentLength ??= bytes.Length;
        await context.Response.Body.WriteAsync(bytes);
    });

    public int Count(string path) => seen.Count(request => request.Path == path);

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await server.StopAsync(patience.Token);
        await server.DisposeAsync();
    }

    /// <summary>A port on which nothing listens.</summary>
    public static int ClosedPort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        string path = context.Request.Path + context.Request.QueryString;
        seen.Enqueue(
            (path, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase)));
        int now = Interlocked.Increment(ref underWay);
        for (int known = most; now > known; known = most)
        {
            Interlocked.CompareExchange(ref most, now, known);
        }

        Stream body = context.Response.Body;
        context.Response.Body = new Counted(body, count => Interlocked.Add(ref bodyBytes, count));
        try
        {
            if (answers.TryGetValue(path, out RequestDelegate? answer) || answers.TryGetValue(context.Request.Path, out answer))
            {
                await answer(context);
            }
            else
            {
                context.Response.StatusCode = 404;
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone, as some tests want.
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    private sealed class Counted(Stream inner, Action<int> count) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => inner.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int bytes) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int bytes) => throw new NotSupportedException();

        public override Task WriteAsync(byte[] buffer, int offset, int bytes, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, bytes), cancellationToken).AsTask();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            count(buffer.Length);
            return inner.WriteAsync(buffer, cancellationToken);
        }
    }
}
