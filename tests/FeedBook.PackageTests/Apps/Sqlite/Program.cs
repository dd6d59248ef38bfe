// A stranger's program: items from a database, each in one book only.
using FeedBook;
using Microsoft.Data.Sqlite;

await using var database = new SqliteConnection("Data Source=notes.db");
await database.OpenAsync();
await RunAsync("CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, title TEXT, html TEXT, delivered INTEGER DEFAULT 0)");
await RunAsync("INSERT OR IGNORE INTO notes (id, title, html) VALUES (1, 'Tides', '<p>High at six.</p>'), (2, 'Wind', '<p>West.</p>')");
try
{
    await using Book book = await new BookBuilder().Title("Notes").AddItems(NotesAsync()).BuildAsync();
    await book.SaveAsEpubAsync("notes.epub");
    await RunAsync("UPDATE notes SET delivered = 1");
    Console.WriteLine($"{book.Chapters.Count()} notes");
}
catch (FeedBookException nothing)
{
    Console.WriteLine(nothing.Message);
}

async IAsyncEnumerable<FeedItem> NotesAsync()
{
    using SqliteCommand select = database.CreateCommand();
    select.CommandText = "SELECT id, title, html FROM notes WHERE delivered = 0";
    using SqliteDataReader row = await select.ExecuteReaderAsync();
    while (await row.ReadAsync())
    {
        yield return new FeedItem { Id = $"note-{row.GetInt64(0)}", Title = row.GetString(1), ContentHtml = row.GetString(2) };
    }
}

async Task RunAsync(string sql)
{
    using SqliteCommand command = database.CreateCommand();
    command.CommandText = sql;
    await command.ExecuteNonQueryAsync();
}
