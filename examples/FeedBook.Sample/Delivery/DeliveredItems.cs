using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FeedBook.Sample.Delivery;

/// <summary>The file of what was delivered cannot be used.</summary>
internal sealed class DeliveryException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// What earlier books delivered, in a small SQLite file. The file's write lock is held from the reading until <see cref="Commit"/>, so that
/// two runs follow each other and never deliver the same items; a run that ends in any other way leaves the file as it was.
/// </summary>
internal sealed class DeliveredItems : IDisposable
{
    // 'FBdl': tells the file from another program's.
    private const int ApplicationId = 0x4642646C;

    private const int Busy = 5, NotADatabase = 26;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly HashSet<string> delivered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FeedItem> offered = new(StringComparer.Ordinal);

    private DeliveredItems(SqliteConnection connection, SqliteTransaction transaction)
    {
        this.connection = connection;
        this.transaction = transaction;
    }

    /// <summary>Opens the file, makes it where there is none, and waits for another run that uses it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="waiting">Called once when another run must be waited for.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="DeliveryException">It cannot be opened, or is no such file.</exception>
    public static async Task<DeliveredItems> OpenAsync(string path, Action waiting, CancellationToken cancellationToken)
    {
        SqliteConnection? connection = null;
        try
        {
            SqliteLibrary.Prepare();
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);

            // A rollback journal, not WAL: one file, also on network drives, and there is only one writer.
            connection =
                new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false,
                DefaultTimeout = 1 }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            SqliteTransaction transaction = await BeginAsync(connection, waiting, cancellationToken);
            var items = new DeliveredItems(connection, transaction);
            items.Read(path);
            return items;
        }
        catch (Exception exception)
        {
            connection?.Dispose();
            throw exception switch
            {
                SqliteException { SqliteErrorCode: NotADatabase } =>
                    new DeliveryException($"{path} is not a file of delivered items; name another one with --state.", exception),
                SqliteException or IOException or UnauthorizedAccessException =>
                    new DeliveryException($"What was delivered cannot be read from {path}: {exception.Message}", exception),
                _ => exception,
            };
        }
    }

    /// <summary>
    /// Whether no earlier run has seen an item. Every item asked for counts as seen once <see cref="Commit"/> is called, also one left out
    /// for its age or number.
    /// </summary>
    public bool IsNew(FeedItem item)
    {
        string key = KeyOf(item);
        offered.TryAdd(key, item);

        // What an id's own site delivered is not delivered again under the same id by whoever copies it; not the other way round.
        return !delivered.Contains(key) && !(IsWeb(item.Id, out _) && delivered.Contains(item.Id));
    }

    /// <summary>Records what was offered, in one transaction. To be called when the book is safely in its place.</summary>
    /// <exception cref="DeliveryException">It could not be recorded; the next run delivers the same items again.</exception>
    public void Commit(DateTimeOffset now)
    {
        try
        {
            connection.DefaultTimeout = 30;
            using SqliteCommand insert = Command("INSERT OR IGNORE INTO delivered (item, title, at) VALUES ($item, $title, $at)");
            SqliteParameter item = insert.Parameters.Add("$item", SqliteType.Text),
                title = insert.Parameters.Add("$title", SqliteType.Text);
            insert.Parameters.AddWithValue("$at", now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            foreach ((string key, FeedItem one) in offered)
            {
                if (!delivered.Contains(key))
                {
                    item.Value = key;
                    title.Value = (object?)one.Title ?? DBNull.Value;
                    insert.ExecuteNonQuery();
                }
            }

            transaction.Commit();
        }
        catch (SqliteException exception)
        {
            throw new DeliveryException(
                $"What was delivered could not be recorded in {connection.DataSource}: {exception.Message} The next run delivers it again.",
                exception);
        }
    }

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }

    /// <summary>
    /// An item's identity among those of all feeds. An id stands for itself where it is an address of the feed's own site; any other id is
    /// only certain within its site, whose name comes first: a feed must not be able to mark what another one has to deliver.
    /// </summary>
    internal static string KeyOf(FeedItem item)
    {
        // Where it was fetched from is certain; of a file there is only what it says.
        Uri? site = item.FeedAddress ?? item.Address ?? item.BaseAddress;
        bool isCertain = IsWeb(item.Id, out Uri? id) ? site is null || IsOfOneSite(id, site) : item.FeedAddress is null
            && Uri.TryCreate(item.Id, UriKind.Absolute, out _);
        return isCertain ? item.Id : $"{(site is null ? "" : NameOf(site))} {item.Id}";
    }

    private static bool IsWeb(string id, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(id, UriKind.Absolute, out address) && address.Scheme is "http" or "https";

    // With or without 'www.', or one below the other: 'feeds.paper.example' speaks for 'paper.example'.
    private static bool IsOfOneSite(Uri one, Uri other)
    {
        string a = NameOf(one), b = NameOf(other);
        return a == b || a.EndsWith("." + b, StringComparison.Ordinal) || b.EndsWith("." + a, StringComparison.Ordinal);
    }

    private static string NameOf(Uri address)
    {
        string host = address.IsDefaultPort ? address.Host.ToLowerInvariant() : $"{address.Host.ToLowerInvariant()}:{address.Port}";
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static async Task<SqliteTransaction> BeginAsync(SqliteConnection connection, Action waiting,
        CancellationToken cancellationToken)
    {
        long since = Environment.TickCount64;
        bool told = false;
        while (true)
        {
            try
            {
                // Not deferred: BEGIN IMMEDIATE takes the write lock at once. The system lets it go when a process dies.
                return connection.BeginTransaction(deferred: false);
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode == Busy
                && Environment.TickCount64 - since < LongestWait.TotalMilliseconds)
            {
                if (!told)
                {
                    waiting();
                    told = true;
                }

                await Task.Delay(200, cancellationToken);
            }
        }
    }

    private void Read(string path)
    {
        int application = Convert.ToInt32(Scalar("PRAGMA application_id"), CultureInfo.InvariantCulture);
        bool empty = Convert.ToInt64(Scalar("SELECT count(*) FROM sqlite_master"), CultureInfo.InvariantCulture) == 0;
        if (application != ApplicationId && !empty)
        {
            throw new DeliveryException($"{path} is another program's database; name another file with --state.");
        }

        if (empty)
        {
            Run($"PRAGMA application_id = {ApplicationId}");
            Run("CREATE TABLE delivered (item TEXT NOT NULL PRIMARY KEY, title TEXT, at TEXT NOT NULL) WITHOUT ROWID");
        }

        using SqliteCommand select = Command("SELECT item FROM delivered");
        using SqliteDataReader reader = select.ExecuteReader();
        while (reader.Read())
        {
            delivered.Add(reader.GetString(0));
        }
    }

    private SqliteCommand Command(string sql)
    {
        SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Only the texts of this file come here.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private object? Scalar(string sql)
    {
        using SqliteCommand command = Command(sql);
        return command.ExecuteScalar();
    }

    private void Run(string sql)
    {
        using SqliteCommand command = Command(sql);
        command.ExecuteNonQuery();
    }
}
