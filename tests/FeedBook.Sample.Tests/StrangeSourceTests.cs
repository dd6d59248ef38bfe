using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FeedBook.Sample.Delivery;
using Microsoft.Data.Sqlite;

namespace FeedBook.Sample.Tests;

/// <summary>
/// What people and servers give as a source: forms of addresses, secrets in them, pipes, walls; and runs that are killed.
/// </summary>
public sealed class StrangeSourceTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task File_and_feed_addresses_are_sources()
    {
        string feed = folder.Feed("feed.xml", 2);
        using var server = new SmallServer(File.ReadAllText(feed));
        AppRun file = await AppRun.Of(folder.Path, new Uri(feed).AbsoluteUri, "-o", "1.epub");
        AppRun inspected = await AppRun.Of(folder.Path, "inspect", new Uri(feed).AbsoluteUri);
        AppRun scheme = await AppRun.Of(folder.Path, $"feed://127.0.0.1:{server.Port}/feed", "--allow-host", "127.0.0.1", "-o", "2.epub");
        AppRun before =
            await AppRun.Of(folder.Path, $"feed:http://127.0.0.1:{server.Port}/feed", "--allow-host", "127.0.0.1", "-o", "3.epub");

        Assert.Equal([0, 0, 0, 0], new[] { file, inspected, scheme, before }.Select(run => run.Code));
        Assert.Contains("1.epub: 2 chapters", file.Output, StringComparison.Ordinal);
        Assert.Contains("Tides 2", inspected.Output, StringComparison.Ordinal);
        Assert.Contains("2.epub: 2 chapters", scheme.Output, StringComparison.Ordinal);
        Assert.Contains("3.epub: 2 chapters", before.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("build")]
    [InlineData("inspect")]
    [InlineData("figures")]
    public async Task A_name_and_a_password_stand_in_no_output(string command)
    {
        using var server = new SmallServer("gone", "404 Not Found");
        AppRun run =
            await AppRun.Of(folder.Path,
            [command, $"http://ann:s3cret@127.0.0.1:{server.Port}/feed", .. command == "build" ? new[] { "-o", "1.epub", "--verbose" } : [],
            "--allow-host", "127.0.0.1"]);

        Assert.NotEqual(0, run.Code);
        Assert.Contains("127.0.0.1", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", run.Output + run.Error, StringComparison.Ordinal);
        Assert.Contains("Authorization: Basic " + Convert.ToBase64String("ann:s3cret"u8), server.Heads.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_ends_at_once()
    {
        if (!OperatingSystem.IsWindows())
        {
            using (Process make = Process.Start("mkfifo", [folder["pipe"]]))
            {
                await make.WaitForExitAsync();
            }

            foreach (string command in (string[])["build", "inspect", "figures"])
            {
                AppRun run = await AppRun.Of(folder.Path, command, "pipe").WaitAsync(TimeSpan.FromSeconds(30));
                Assert.Equal(ExitCodes.NoBook, run.Code);
                Assert.Contains("no plain file", run.Error, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_wall_is_told_in_plain_words()
    {
        using var server = new SmallServer("<html><title>Sign in</title><form method=post><input type=password></form></html>");
        AppRun inspected = await AppRun.Of(folder.Path, "inspect", $"http://127.0.0.1:{server.Port}/", "--allow-host", "127.0.0.1");

        Assert.Equal(ExitCodes.NoBook, inspected.Code);
        Assert.Contains("The page asks to log in.", inspected.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_runs_lose_nothing_and_leave_nothing()
    {
        folder.Feed("feed.xml", 20, html: $"<p>Words.</p><img src='http://127.0.0.1:PORT/a.jpg' width='600' height='400'>");
        using var server = new SmallServer(new string('x', 200_000));
        folder.Write("feed.xml", File.ReadAllText(folder["feed.xml"]).Replace("PORT", $"{server.Port}", StringComparison.Ordinal));
        string temp = Directory.CreateDirectory(folder["temp"]).FullName;
        string[] args =
            ["feed.xml", "--since", "last", "--state", "s.state", "--cache", "cache", "--allow-host", "127.0.0.1", "-o",
            "news-{date:HHmmssfff}.epub", "-o", "small.epub", "-o", "news.pdf"];
        for (int kill = 0; kill < 6; kill++)
        {
            using Process process = AppRun.Start(folder.Path, temp, args);
            await Task.Delay(150 + (kill * 250));
            process.Kill();
            await process.WaitForExitAsync();

            // One that recorded what it delivered, whether it then lived to its end or not, left whole books.
            if (Recorded(folder["s.state"]) > 0)
            {
                using (ZipArchive book = ZipFile.OpenRead(folder["small.epub"]))
                {
                    Assert.NotNull(book.GetEntry("mimetype"));
                }

                Assert.EndsWith("%%EOF", File.ReadAllText(folder["news.pdf"], Encoding.Latin1).TrimEnd(), StringComparison.Ordinal);
                File.Delete(folder["s.state"]);
            }
        }

        using Process last = AppRun.Start(folder.Path, temp, args);
        AppRun run = await AppRun.End(last);

        Assert.Equal(0, run.Code);
        Assert.Contains("small.epub: 20 chapters", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.part", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(folder.Path, ".*")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(temp, "feedbook-*"));
        Assert.Equal(ExitCodes.NothingNew, (await AppRun.Of(folder.Path, args)).Code);
    }

    /// <summary>The number of items that a file of delivered ones names; 0 where there is none yet.</summary>
    private static long Recorded(string path)
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        SqliteLibrary.Prepare();
        string settings = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString;
        using var connection = new SqliteConnection(settings);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = 'delivered'";
        if (Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) == 0)
        {
            return 0;
        }

        command.CommandText = "SELECT count(*) FROM delivered";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>A server that says one thing, and keeps what it was asked.</summary>
    private sealed class SmallServer : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly byte[] answer;

        public SmallServer(string body, string status = "200 OK")
        {
            answer = Encoding.UTF8.GetBytes(
                $"HTTP/1.1 {status}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");
            listener.Start();
            _ = AcceptAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public List<string> Heads { get; } = [];

        public void Dispose() => listener.Dispose();

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    using TcpClient client = await listener.AcceptTcpClientAsync();
                    byte[] buffer = new byte[8192];
                    int read = await client.GetStream().ReadAsync(buffer);
                    Heads.Add(Encoding.Latin1.GetString(buffer, 0, read));
                    await client.GetStream().WriteAsync(answer);
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
            {
                // Closed, or the client was killed.
            }
        }
    }
}
