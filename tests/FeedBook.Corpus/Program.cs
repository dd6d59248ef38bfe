namespace FeedBook.Corpus;

/// <summary>Scores the library on cases it did not write: one JSON object a line to standard output.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["captions", string file]:
                return await CaptionsCommand.RunAsync(file, Console.Out);
            case ["feeds", string folder]:
                return await FeedsCommand.RunAsync(folder);
            default:
                await Console.Error.WriteLineAsync("usage: feeds FOLDER | captions FILE.jsonl | books FOLDER OUT [--format epub|pdf|both] [--pictures made|none]");
                return 2;
        }
    }
}
