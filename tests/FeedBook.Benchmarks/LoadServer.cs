using System.Globalization;
using System.Net;
using System.Text;

namespace FeedBook.Benchmarks;

/// <summary>
/// Serves feeds of any number of items with two captioned pictures each; of the pictures a share is missing, an error, cut, or no picture.
/// The same address gives the same answer each time.
/// </summary>
internal sealed class LoadServer
{
    private const int Faults = 5;

    // A width of its own makes each of the pictures of a feed another one.
    private const int Widths = 40;

    /// <summary>Serves until standard input is closed; prints its address first.</summary>
    /// <param name="faultsInHundred">How many pictures of a hundred are faulty.</param>
    public async Task<int> RunAsync(int faultsInHundred)
    {
        using HttpListener listener = Start(out int port);
        await Console.Out.WriteLineAsync($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/");
        var closed = Task.Run(Console.In.ReadToEnd); // which would wait here, even as a task of its own
        while (true)
        {
            Task<HttpListenerContext> next = listener.GetContextAsync();
            if (await Task.WhenAny(next, closed) == closed)
            {
                return 0;
            }

            HttpListenerContext context = await next;
            _ = Task.Run(() => AnswerAsync(context, faultsInHundred));
        }
    }

    private static HttpListener Start(out int port)
    {
        for (int tried = 0; ; tried++)
        {
            port = Random.Shared.Next(20_000, 60_000);
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/");
            try
            {
                listener.Start();
                return listener;
            }
            catch (HttpListenerException) when (tried < 20)
            {
                listener.Close(); // somebody else's port
            }
        }
    }

    private static async Task AnswerAsync(HttpListenerContext context, int faultsInHundred)
    {
        try
        {
            string[] path = context.Request.Url!.AbsolutePath.Trim('/').Split('/');
            byte[] body = path[0] == "feed" ? Feed(path[1], int.Parse(path[2], CultureInfo.InvariantCulture))
                : MadePictures.Png(120 + (Number(path) % Widths), 80, Number(path));
            context.Response.ContentType = path[0] == "feed" ? "application/rss+xml" : "image/png";
            if (path[0] != "feed" && Number(path) * 7919 % 100 < faultsInHundred)
            {
                switch (Number(path) % Faults)
                {
                    case 0:
                        context.Response.StatusCode = 404;
                        break;
                    case 1:
                        context.Response.StatusCode = 500;
                        break;
                    case 2:
                        body = body[..(body.Length / 2)];
                        break;
                    case 3:
                        body = Encoding.UTF8.GetBytes("<html><p>You were blocked.</p></html>");
                        break;
                    default:
                        body = [];
                        break;
                }
            }

            context.Response.ContentLength64 = body.Length;
            await context.Response.OutputStream.WriteAsync(body);
            context.Response.Close();
        }
        catch (Exception exception) when (exception is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The client hung up.
        }
    }

    private static int Number(string[] path) => int.Parse(path[^1].Split('.')[0], CultureInfo.InvariantCulture);

    private static byte[] Feed(string name, int items)
    {
        var text = new StringBuilder($"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed {name}</title>");
        for (int i = 0; i < items; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                <item><title>Item {i} of {name}</title><guid isPermaLink="false">{name}-{i}</guid>
                <pubDate>{new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(i):R}</pubDate><description><![CDATA[
                <p>The {i}th report of {name} begins with some words, and goes on with some more, until they fill two or three
                lines of a page.</p>
                <figure><img src="/p/{name}/{i * 2}.png">
                <figcaption>Boats of day {i} in the harbour (Photo: Jane Doe/AP)</figcaption></figure>
                <p>In between a paragraph.</p><p><img src="/p/{name}/{(i * 2) + 1}.png"><br><em>The quay on day {i}</em></p>
                <p>And here the {i}th report of {name} ends.</p>]]></description></item>
                """);
        }

        return Encoding.UTF8.GetBytes(text.Append("</channel></rss>").ToString());
    }
}
