using System.Diagnostics;
using FeedBook.Sample.Delivery;
using Microsoft.Data.Sqlite;

namespace FeedBook.Sample.Tests;

/// <summary>--since: what was delivered is not delivered again, whatever happens to the run.</summary>
public sealed class DeliveryTests : IDisposable
{
    private readonly TestFolder folder = new();

    // Before any database here, as the app does before any of its own.
    static DeliveryTests() => SqliteLibrary.Prepare();

    public void Dispose() => folder.Dispose();

    private Task<AppRun> Last(string output) => AppRun.Of(folder.Path, "feed.xml", "--since", "last", "--state", "s.state", "-o", output);

    [Fact]
    public async Task Only_what_no_run_before_has_seen_is_delivered_and_nothing_new_is_no_book()
    {
        folder.Feed("feed.xml", 3);
        AppRun first = await Last("1.epub");
        AppRun again = await Last("1.epub");
        long kept = new FileInfo(folder["1.epub"]).Length;
        folder.Feed("feed.xml", 5);
        AppRun later = await Last("2.epub");
        AppRun quiet = await AppRun.Of(folder.Path, "feed.xml", "--since", "last", "--state", "s.state", "-q", "-o", "3.epub");

        Assert.Contains("1.epub: 3 chapters", first.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.NothingNew, again.Code);
        Assert.Contains("Nothing new; no book was written.", again.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("FB191", again.Error, StringComparison.Ordinal);
        Assert.Equal(kept, new FileInfo(folder["1.epub"]).Length);
        Assert.Contains("2.epub: 2 chapters", later.Output, StringComparison.Ordinal);
        Assert.Contains("Tides 5", later.Output, StringComparison.Ordinal);
        Assert.Equal(new AppRun(ExitCodes.NothingNew, "", ""), quiet);
        Assert.False(File.Exists(folder["3.epub"]));
    }

    [Fact]
    public async Task Delivered_items_are_kept_where_libvips_has_brought_another_SQLite()
    {
        // Where libvips is not there, there is nothing to be mixed up with.
        _ = Imaging.VipsImageProcessor.IsAvailable;
        for (int run = 1; run <= 2; run++)
        {
            using DeliveredItems items = await DeliveredItems.OpenAsync(folder["s.state"], () => { }, CancellationToken.None);
            Assert.Equal(run == 1, items.IsNew(new FeedItem { Id = "https://a.example/1" }));
            items.Commit(DateTimeOffset.UnixEpoch);
        }
    }

    [Fact]
    public async Task What_was_left_out_for_its_number_does_not_come_later_as_news()
    {
        folder.Feed("feed.xml", 4);
        AppRun first =
            await AppRun.Of(folder.Path, "feed.xml", "--since", "last", "--state", "s.state", "--max-items", "1", "-o", "1.epub");

        Assert.Contains("1.epub: 1 chapter", first.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.NothingNew, (await Last("2.epub")).Code);
    }

    [Fact]
    public async Task A_run_without_a_book_delivers_nothing()
    {
        folder.Feed("feed.xml", 2);
        Directory.CreateDirectory(folder["taken.epub"]);
        AppRun failed = await Last("taken.epub");
        AppRun then = await Last("1.epub");

        Assert.Equal(ExitCodes.NoBook, failed.Code);
        Assert.Contains("1.epub: 2 chapters", then.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_failed_is_delivered_when_it_is_there_again()
    {
        folder.Feed("feed.xml", 1);
        string[] args = ["feed.xml", "winds.xml", "--since", "last", "--state", "s.state", "-o", "1.epub"];
        AppRun partly = await AppRun.Of(folder.Path, args);
        AppRun nothing = await AppRun.Of(folder.Path, args);
        folder.Feed("winds.xml", 2, "Winds");
        AppRun whole = await AppRun.Of(folder.Path, args);

        Assert.Equal((ExitCodes.Partly, ExitCodes.NoBook, 0), (partly.Code, nothing.Code, whole.Code));
        Assert.Contains("1.epub: 2 chapters", whole.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_state_lies_beside_the_plan()
    {
        folder.Feed("feed.xml", 1);
        folder.Write("daily.json", """{ "since": "last", "sources": "feed.xml", "output": "a.epub" }""");
        AppRun run = await AppRun.Of(folder.Path, "--config", "daily.json");

        AppRun again = await AppRun.Of(folder.Path, "--config", "daily.json");
        AppRun all = await AppRun.Of(folder.Path, "--config", "daily.json", "--since", "all");

        Assert.Equal((0, ExitCodes.NothingNew, 0), (run.Code, again.Code, all.Code));
        Assert.True(File.Exists(folder["daily.state"]));
    }

    [Fact]
    public async Task Ages_and_dates_leave_older_items_out()
    {
        folder.Feed("feed.xml", 10);
        AppRun day = await AppRun.Of(folder.Path, "feed.xml", "--since", "2026-11-19", "-o", "1.epub");
        AppRun none = await AppRun.Of(folder.Path, "feed.xml", "--since", "2026-12-24", "-o", "2.epub");

        Assert.Contains("1.epub: 2 chapters", day.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.NothingNew, none.Code);
        Assert.False(File.Exists(folder["2.epub"]));
    }

    [Fact]
    public async Task Another_programs_file_is_refused_and_stays_as_it_is()
    {
        folder.Feed("feed.xml", 1);
        folder.Write("s.state", new string('x', 5000));
        AppRun text = await Last("1.epub");
        File.Delete(folder["s.state"]);
        using (SqliteConnection other = Open())
        {
            Run(other, "CREATE TABLE mine (a)");
        }

        AppRun database = await Last("1.epub");

        Assert.Equal((ExitCodes.NoBook, ExitCodes.NoBook), (text.Code, database.Code));
        Assert.Contains("is not a file of delivered items", text.Error, StringComparison.Ordinal);
        Assert.Contains("is another program's database", database.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["1.epub"]));
    }

    [Fact]
    public async Task Two_runs_at_once_follow_each_other_and_deliver_once()
    {
        folder.Feed("feed.xml", 20);
        Process[] processes =
            [.. Enumerable.Range(1, 3)
            .Select(i => AppRun.Start(folder.Path, "feed.xml", "--since", "last", "--state", "s.state", "-o", $"{i}.epub"))];
        AppRun[] runs = await Task.WhenAll(processes.Select(AppRun.End));

        Assert.Equal([0, ExitCodes.NothingNew, ExitCodes.NothingNew], runs.Select(run => run.Code).Order());
        Assert.Single(Directory.GetFiles(folder.Path, "*.epub"));
        Assert.Equal(("ok", 20L), Check());
    }

    [Fact]
    public async Task Killed_between_the_book_and_the_commit_it_delivers_again()
    {
        folder.Feed("feed.xml", 1);
        Assert.Equal(0, (await Last("1.epub")).Code);
        folder.Feed("feed.xml", 3);

        // A reader in this process keeps the other one from committing, so that it can be killed at the worst moment.
        using (SqliteConnection reader = Open())
        {
            using SqliteTransaction reading = reader.BeginTransaction(deferred: true);
            Assert.Equal(1L, Scalar(reader, "SELECT count(*) FROM delivered"));
            using Process process = AppRun.Start(folder.Path, "feed.xml", "--since", "last", "--state", "s.state", "-o", "2.epub");
            Stopwatch waited = Stopwatch.StartNew();
            while (!File.Exists(folder["2.epub"]) && !process.HasExited && waited.Elapsed < TimeSpan.FromMinutes(2))
            {
                await Task.Delay(20);
            }

            await Task.Delay(300);
            Assert.False(process.HasExited);
            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.True(File.Exists(folder["2.epub"]));
        Assert.Equal(("ok", 1L), Check());
        AppRun again = await Last("3.epub");
        Assert.Contains("3.epub: 2 chapters", again.Output, StringComparison.Ordinal);
        Assert.Equal(("ok", 3L), Check());
        Assert.Equal(ExitCodes.NothingNew, (await Last("4.epub")).Code);
    }

    [Fact]
    public async Task Waiting_for_another_run_can_be_stopped()
    {
        folder.Feed("feed.xml", 1);
        using DeliveredItems other = await DeliveredItems.OpenAsync(folder["s.state"], () => { }, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        using var error = new StopAtFirstLine(stop);
        AppRun run =
            await AppRun.Of(folder.Path, terminal => terminal with { Error = error }, stop.Token, "feed.xml", "--since", "last", "--state",
            "s.state", "-o", "1.epub");

        Assert.Equal(ExitCodes.Stopped, run.Code);
        Assert.StartsWith("Another run uses the file", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_is_no_address_is_told_apart_by_its_host()
    {
        FeedItem item = new() { Id = "123", Address = new Uri("https://a.example/x") };

        Assert.NotEqual(DeliveredItems.KeyOf(item), DeliveredItems.KeyOf(item with { Address = new Uri("https://b.example/x") }));
        Assert.Equal(DeliveredItems.KeyOf(item), DeliveredItems.KeyOf(item with { Address = new Uri("https://a.example/moved") }));
        Assert.Equal("urn:x:1", DeliveredItems.KeyOf(item with { Id = "urn:x:1" }));
    }

    [Fact]
    public void An_id_that_is_an_address_is_certain_on_its_own_site_alone()
    {
        FeedItem item = new() { Id = "https://good.example/1", FeedAddress = new Uri("https://feeds.good.example/all.xml") };

        Assert.Equal("https://good.example/1", DeliveredItems.KeyOf(item));
        Assert.Equal("https://good.example/1",
            DeliveredItems.KeyOf(item with { FeedAddress = new Uri("https://www.good.example/all.xml") }));
        Assert.NotEqual("https://good.example/1",
            DeliveredItems.KeyOf(item with { FeedAddress = new Uri("https://other.example/all.xml"),
            Address = new Uri("https://good.example/1") }));
        Assert.NotEqual("https://good.example/1",
            DeliveredItems.KeyOf(item with { FeedAddress = new Uri("https://good.example:8443/all.xml") }));
        Assert.NotEqual("https://good.example/1",
            DeliveredItems.KeyOf(item with { FeedAddress = null, Address = new Uri("https://other.example/1") }));
        Assert.NotEqual("urn:x:1", DeliveredItems.KeyOf(item with { Id = "urn:x:1" }));
    }

    [Fact]
    public async Task One_site_does_not_mark_what_another_has_to_deliver()
    {
        FeedItem own = new() { Id = "https://good.example/1", FeedAddress = new Uri("https://good.example/feed") };
        FeedItem copy = own with { FeedAddress = new Uri("https://other.example/feed") };
        using (DeliveredItems first = await DeliveredItems.OpenAsync(folder["s.state"], () => { }, CancellationToken.None))
        {
            Assert.True(first.IsNew(copy));
            first.Commit(DateTimeOffset.UnixEpoch);
        }

        using (DeliveredItems second = await DeliveredItems.OpenAsync(folder["s.state"], () => { }, CancellationToken.None))
        {
            Assert.True(second.IsNew(own));
            Assert.False(second.IsNew(copy));
            second.Commit(DateTimeOffset.UnixEpoch);
        }

        using DeliveredItems third = await DeliveredItems.OpenAsync(folder["s.state"], () => { }, CancellationToken.None);
        Assert.False(third.IsNew(own));
        Assert.False(third.IsNew(own with { FeedAddress = new Uri("https://planet.example/feed") }));
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={folder["s.state"]};Pooling=False");
        connection.Open();
        return connection;
    }

    private (string Integrity, long Items) Check()
    {
        using SqliteConnection connection = Open();
        return ((string)Scalar(connection, "PRAGMA integrity_check")!, (long)Scalar(connection, "SELECT count(*) FROM delivered")!);
    }

    private static void Run(SqliteConnection connection, string sql) => Scalar(connection, sql);

#pragma warning disable CA2100 // Only the texts of this file come here.
    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
#pragma warning restore CA2100

    private sealed class StopAtFirstLine(CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            stop.Cancel();
        }
    }
}
