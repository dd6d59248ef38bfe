using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace FeedBook.Tests.Fetching;

/// <summary>
/// What a hostile or broken server's answer gives: the thing itself, nothing, or either (it depends on what the platform makes of it, and
/// neither is wrong).
/// </summary>
internal enum Gives
{
    Nothing,
    Whole,
    Either,
}

/// <summary>
/// One hundred servers, each with one fault, each on a port of its own: what one of them does must not be put down to another.
/// Each answers with the same content (a feed, a picture) as far as its fault lets it.
/// </summary>
internal sealed class HostileServers : IDisposable
{
    private readonly List<RawServer> servers = [];

    private HostileServers()
    {
    }

    /// <summary>Name, address and what is to be expected, in order.</summary>
    public List<(string Name, Uri Address, Gives Gives)> All { get; } = [];

    public string[] Allowed => [.. servers.Select(server => server.Allowed)];

    /// <summary>The heads of the requests that each got, by its address.</summary>
    public IEnumerable<(Uri Address, string[] Heads)> Seen => servers.Select(server => (server.Address, server.Heads.ToArray()));

    public static HostileServers Start(byte[] content, string type)
    {
        var made = new HostileServers();
        Dictionary<string, (Gives Gives, Func<string, Stream, CancellationToken, Task> Answer)> faults = new(StringComparer.Ordinal);
        byte[] gzip = Pack(content, to => new GZipStream(to, CompressionLevel.Optimal)),
            zlib = Pack(content, to => new ZLibStream(to, CompressionLevel.Optimal));
        byte[] brotli = Pack(content, to => new BrotliStream(to, CompressionLevel.Optimal)),
            bomb = Pack(new byte[80 << 20], to => new GZipStream(to, CompressionLevel.Optimal));
        bool isFeed = type.Contains("xml", StringComparison.Ordinal);
        string length = $"Content-Length: {content.Length}\r\n";

        void Plain(string name, Gives gives, string headers, byte[]? body = null, string status = "200 OK") =>
            faults[name] =
                (gives, (_, stream, cancel) => Write(stream, cancel, Head(status, $"Content-Type: {type}\r\n{headers}"), body ?? content));
        void Raw(string name, Gives gives, params byte[][] parts) =>
            faults[name] = (gives, (_, stream, cancel) => Write(stream, cancel, parts));
        void Endless(string name, string start, string piece) => faults[name] = (Gives.Nothing, async (_, stream, cancel) =>
        {
            await Write(stream, cancel, Bytes(start));
            for (byte[] more = Bytes(piece); !cancel.IsCancellationRequested;)
            {
                await Write(stream, cancel, more);
            }
        });
        void Redirect(string name, string to, Gives gives = Gives.Nothing) =>
            Plain(name, gives, $"Location: {to}\r\nContent-Length: 0\r\n", [], "302 Found");

        // As it should be, and nearly.
        Plain("good", Gives.Whole, length + "Set-Cookie: sid=SECRET; Path=/; Domain=127.0.0.1\r\n");
        Plain("no length", Gives.Whole, "");
        Plain("wrong type", Gives.Whole, length.Replace("Content", "content", StringComparison.Ordinal));
        Plain("gzip", Gives.Whole, "Content-Encoding: gzip\r\n", gzip);
        Plain("x-gzip", Gives.Whole, "Content-Encoding: X-GZip\r\n", gzip);
        Plain("deflate", Gives.Whole, "Content-Encoding: deflate\r\n", zlib);
        Plain("bare deflate", Gives.Whole, "Content-Encoding: deflate\r\n", zlib[2..^4]);
        Plain("brotli", Gives.Whole, "Content-Encoding: br\r\n", brotli);
        Plain("gzip twice", Gives.Whole, "Content-Encoding: gzip, gzip\r\n",
            Pack(gzip, to => new GZipStream(to, CompressionLevel.Optimal)));
        Plain("gzip thrice", Gives.Nothing, "Content-Encoding: gzip, gzip, gzip\r\n",
            Pack(Pack(gzip, to => new GZipStream(to, CompressionLevel.Optimal)), to => new GZipStream(to, CompressionLevel.Optimal)));
        Plain("gzip thrice declared, once packed", Gives.Whole, "Content-Encoding: gzip, gzip, gzip\r\n", gzip);
        Plain("gzip undeclared", Gives.Whole, "", gzip);
        Plain("gzip declared, plain", Gives.Whole, "Content-Encoding: gzip\r\n");
        Plain("brotli declared, plain", Gives.Whole, "Content-Encoding: br\r\n");
        Plain("deflate declared, plain", Gives.Whole, "Content-Encoding: deflate\r\n");
        Plain("nonsense encoding", Gives.Whole, "Content-Encoding: zstd, nonsense\r\n");
        Plain("charset as encoding", Gives.Whole, "Content-Encoding: UTF-8\r\n");
        Plain("5000 encodings", Gives.Either, "Content-Encoding: " + string.Join(", ", Enumerable.Repeat("identity", 5000)) + ", gzip\r\n",
            gzip);
        Plain("gzip cut", isFeed ? Gives.Either : Gives.Nothing, "Content-Encoding: gzip\r\nETag: \"t\"\r\n",
            gzip[..(gzip.Length * 2 / 3)]);
        Plain("gzip junk", Gives.Nothing, "Content-Encoding: gzip\r\n", [0x1F, 0x8B, 8, .. Junk(800)]);
        Plain("brotli junk", Gives.Nothing, "Content-Encoding: br\r\n", Junk(900));
        Plain("bomb", Gives.Nothing, "Content-Encoding: gzip\r\n", bomb);
        Plain("bomb undeclared", Gives.Nothing, "", bomb);
        Plain("bomb twice", Gives.Nothing, "Content-Encoding: gzip, gzip\r\n",
            Pack(bomb, to => new GZipStream(to, CompressionLevel.Optimal)));

        // Lengths.
        Plain("length too long", Gives.Whole,
            $"Content-Length: {content.Length + 1000}\r\nETag: \"x\"\r\nCache-Control: max-age=99999\r\n");
        Plain("length too short", isFeed ? Gives.Either : Gives.Nothing, $"Content-Length: {content.Length / 2}\r\n");
        Plain("length negative", Gives.Either, "Content-Length: -5\r\n");
        Plain("length no number", Gives.Either, "Content-Length: many\r\n");
        Plain("length beyond all", Gives.Either, "Content-Length: 99999999999999999999999\r\n");
        Plain("length greatest", Gives.Either, "Content-Length: 9223372036854775807\r\n");
        Plain("length twice", Gives.Either, length + "Content-Length: 3\r\n");
        Plain("length zero", Gives.Nothing, "Content-Length: 0\r\n");
        Raw("cut in the middle", isFeed ? Gives.Either : Gives.Nothing, Head("200 OK", length), content[..(content.Length / 2)]);
        Plain("endless length", Gives.Nothing, "Content-Length: 900000000\r\n");

        // Chunks.
        byte[] size = Bytes($"{content.Length:x}\r\n"), chunked = Head("200 OK", $"Content-Type: {type}\r\nTransfer-Encoding: chunked\r\n");
        Raw("chunks", Gives.Whole, chunked, size, content, Bytes("\r\n0\r\n\r\n"));
        Raw("no last chunk", Gives.Whole, chunked, size, content, Bytes("\r\n"));
        Raw("chunk cut", isFeed ? Gives.Either : Gives.Nothing, chunked, size, content[..(content.Length / 2)]);
        Raw("chunk size no number", Gives.Nothing, chunked, Bytes("ZZZ\r\n"), content);
        Raw("chunk size beyond all", Gives.Nothing, chunked, Bytes("FFFFFFFFFFFFFFFFFF\r\n"), content);
        Raw("chunk size negative", Gives.Nothing, chunked, Bytes("-5\r\n"), content);
        Raw("one chunk a byte", Gives.Whole,
            [chunked, .. content.Select(value => (byte[])[(byte)'1', 13, 10, value, 13, 10]), Bytes("0\r\n\r\n")]);
        Endless("endless chunk extension", $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\n\r\n5;",
            new string('a', 65536));
        faults["endless trailers"] = (Gives.Either, async (_, stream, cancel) =>
        {
            await Write(stream, cancel, chunked, size, content, Bytes("\r\n0\r\n"));
            while (!cancel.IsCancellationRequested)
            {
                await Write(stream, cancel, Bytes($"X: {new string('a', 1000)}\r\n"));
            }
        });

        // Heads.
        Endless("endless header", "HTTP/1.1 200 OK\r\nX: ", new string('a', 65536));
        Endless("endless headers", "HTTP/1.1 200 OK\r\n", $"X: {new string('a', 1000)}\r\n");
        Endless("endless status", "HTTP/1.1 200 ", new string('a', 65536));
        Endless("continue for ever", "", "HTTP/1.1 100 Continue\r\n\r\n");
        Endless("early hints for ever", "", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
        Endless("endless body", $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\n\r\n", new string(' ', 1 << 20));
        Raw("continue ten times", Gives.Whole,
            [.. Enumerable.Repeat(Bytes("HTTP/1.1 100 Continue\r\n\r\n"), 10), Head("200 OK", length), content]);
        Raw("no head", Gives.Nothing, content);
        Raw("version 9.9", Gives.Either, Bytes("HTTP/9.9 200 OK\r\n\r\n"), content);
        Raw("version 1.0", Gives.Whole, Bytes("HTTP/1.0 200 OK\r\n\r\n"), content);
        Raw("junk", Gives.Nothing, Junk(4000));
        Raw("nothing", Gives.Nothing);
        Raw("half a head", Gives.Nothing, Bytes("HTTP/1.1 200 OK\r\nContent-"));
        Raw("header without colon", Gives.Either, Bytes("HTTP/1.1 200 OK\r\nnonsense\r\n" + length + "\r\n"), content);
        Raw("header folded", Gives.Either, Bytes("HTTP/1.1 200 OK\r\nX: a\r\n b\r\n" + length + "\r\n"), content);
        Raw("header of zeros", Gives.Either, Bytes("HTTP/1.1 200 OK\r\nX: \0\0\r\n" + length + "\r\n"), content);
        foreach (string status in (string[])["404 Gone away", "410 Gone", "401 Who", "402 Pay", "403 No", "407 Proxy", "418 Teapot",
            "429 Slow", "451 Law", "500 Oops", "503 Busy", "505 Version", "204 None", "205 Reset", "304 Not Modified", "206 Part",
            "299 Odd", "600 Beyond", "999 No", "101 Switch"])
        {
            Plain($"status {status}", status[0] == '2' && status[..3] is "299" ? Gives.Whole : status[..3] is "600" or "999" ? Gives.Either
                : Gives.Nothing, length, status: status);
        }

        Plain("whole as a part", Gives.Whole, $"{length}Content-Range: bytes 0-{content.Length - 1}/{content.Length}\r\n",
            status: "206 Part");
        Plain("retry in a year", Gives.Nothing, "Retry-After: 31536000\r\n", status: "503 Busy");
        Plain("retry now", Gives.Nothing, "Retry-After: -1\r\n", status: "503 Busy");
        Plain("retry never", Gives.Nothing, "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\n", status: "503 Busy");

        // Redirects.
        Redirect("to itself", "/");
        Redirect("to nowhere", "http://127.0.0.1:1/");
        Redirect("to a private host", "http://10.0.0.1/");
        Redirect("to the metadata", "http://169.254.169.254/latest/");
        Redirect("to loopback in octal", "http://0177.0.0.1:81/");
        Redirect("to loopback in hex", "http://0x7f000001:81/");
        Redirect("to loopback mapped", "http://[::ffff:127.0.0.1]:81/");
        Redirect("to a file", "file:///etc/passwd");
        Redirect("to data", "data:text/xml,<rss/>");
        Redirect("to script", "javascript:alert(1)");
        Redirect("to an odd host", "http://\u00d7\u0090a.example/");
        Redirect("to no host", "http:///x");
        Redirect("to a space", "http://a b/");
        Redirect("to no number of a port", "http://127.0.0.1:99999/");
        Redirect("to nothing", "");
        Plain("redirect without an address", Gives.Nothing, "", [], "302 Found");
        faults["redirects without end"] =
            (Gives.Nothing, (path, stream, cancel) =>
            Write(stream, cancel, Head("302 Found", $"Location: {path}x\r\nContent-Length: 0\r\n"), []));
        faults["redirect with a cookie"] =
            (Gives.Nothing, (path, stream, cancel) =>
            Write(stream, cancel, Head("302 Found", $"Set-Cookie: n={Guid.NewGuid()}\r\nLocation: {path}\r\nContent-Length: 0\r\n"), []));
        faults["five redirects"] =
            (Gives.Whole, (path, stream, cancel) => path.Length > 5 ? Write(stream, cancel, Head("200 OK", length), content)
            : Write(stream, cancel, Head("307 On", $"Location: {path}x\r\nContent-Length: 0\r\n"), []));

        // Caches.
        Plain("expires in 9999", Gives.Whole, length + "Expires: Fri, 31 Dec 9999 23:59:59 GMT\r\nDate: Mon, 01 Jan 0001 00:00:00 GMT\r\n");
        Plain("age beyond all", Gives.Whole, length + "Cache-Control: max-age=99999999999999999999\r\nAge: 99999999999999999999\r\n");
        Plain("fresh for years", Gives.Whole, length + "Cache-Control: max-age=315360000\r\n");
        Plain("tag of no letters", Gives.Whole, length + "ETag: \u00ff\u00fe\"\u0001x\r\n");
        Plain("tag of a page", Gives.Whole, length + $"ETag: \"{new string('t', 20000)}\"\r\n");
        Plain("date in no language", Gives.Whole, length + "Last-Modified: Mi, 25 M\u00e4r 2026 08:00:00 MEZ\r\n");
        Plain("varies by all", Gives.Whole, length + "Vary: *\r\nETag: \"v\"\r\n");
        Plain("300 cookies", Gives.Whole, length
            + string.Concat(Enumerable.Range(0, 300).Select(i => $"Set-Cookie: c{i}={new string('v', 100)}\r\n")));

        // Slow ones.
        faults["a byte a second"] = (Gives.Nothing, async (_, stream, cancel) =>
        {
            await Write(stream, cancel, Head("200 OK", length));
            foreach (byte value in content)
            {
                await Write(stream, cancel, [value]);
                await Task.Delay(1000, cancel);
            }
        });
        faults["a head of a byte a second"] = (Gives.Nothing, async (_, stream, cancel) =>
        {
            foreach (byte value in Head("200 OK", length))
            {
                await Write(stream, cancel, [value]);
                await Task.Delay(1000, cancel);
            }
        });
        faults["silence"] = (Gives.Nothing, (_, _, cancel) => Task.Delay(Timeout.Infinite, cancel));
        faults["silence in the middle"] = (isFeed ? Gives.Nothing : Gives.Nothing, async (_, stream, cancel) =>
        {
            await Write(stream, cancel, Head("200 OK", length), content[..20]);
            await Task.Delay(Timeout.Infinite, cancel);
        });

        foreach ((string name, (Gives gives, Func<string, Stream, CancellationToken, Task> answer)) in faults)
        {
            var server = new RawServer(answer);
            made.servers.Add(server);
            made.All.Add((name, server.Address, gives));
        }

        foreach (bool half in (bool[])[false, true])
        {
            var server =
                new RawServer((_, stream, cancel) => half ? Write(stream, cancel, Head("200 OK", length), content[..30])
                : Task.CompletedTask, reset: true);
            made.servers.Add(server);
            made.All.Add((half ? "reset in the middle" : "reset", server.Address, Gives.Nothing));
        }

        return made;
    }

    public void Dispose() => servers.ForEach(server => server.Dispose());

    private static byte[] Head(string status, string headers) =>
        Bytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nConnection: close\r\n{headers}\r\n"));

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static async Task Write(Stream stream, CancellationToken cancel, params byte[][] parts)
    {
        foreach (byte[] part in parts)
        {
            await stream.WriteAsync(part, cancel);
        }
    }

    private static byte[] Junk(int count)
    {
        byte[] junk = new byte[count];
        new Random(count).NextBytes(junk);
        return junk;
    }

    private static byte[] Pack(byte[] bytes, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (Stream stream = pack(packed))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
