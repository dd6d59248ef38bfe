using System.Globalization;
using FeedBook.Epub;
using FeedBook.Pdf;

namespace FeedBook.Corpus;

/// <summary>Scores the library on cases it did not write: one JSON object a line to standard output.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["feeds", string folder]:
                return await FeedsCommand.RunAsync(folder);
            case ["fulltext", string folder]:
                return await FullTextCommand.RunAsync(folder);
            case ["captions", string file]:
                return await CaptionsCommand.RunAsync(file, Console.Out);
            case ["law", .. var paths] when paths.Any(path => path != "--long"):
                return await new LawCommand(Console.Out, paths.Contains("--long")).RunAsync(paths.Where(path => path != "--long"));
            case ["score", .. var files] when files.Length > 0:
                return await CaptionsCommand.ScoreAsync(files.Where(file => file != "--errors"), files.Contains("--errors"), Console.Out);
            case ["train", .. var files] when files.Length > 0:
                return await TrainCommand.RunAsync([.. files.Where(file => file != "--errors")], files.Contains("--errors"), Console.Out);
            case ["ablate", .. var files] when files.Length > 0:
                return await TrainCommand.AblateAsync(files, Console.Out);
            case ["folds", .. var files] when files.Length > 0:
                return await TrainCommand.FoldsAsync([.. files.Where(file => file != "--errors")], files.Contains("--errors"), Console.Out);
            case ["books", var folder, var output, .. var options] when Writers(Option(options, "--format") ?? "epub") is { } writers
                && (Option(options, "--pictures") ?? "made") is "made" or "none":
                return await BooksCommand.RunAsync(folder, output, writers, Option(options, "--pictures") != "none",
                    options.Contains("--words"));
            case ["slow-feeds", .. var options]:
                return SlowFeedsCommand.Run(Option(options, "--only"));
            case ["slow", .. var options]:
                return SlowCommand.Run(int.Parse(Option(options, "--made") ?? "100", CultureInfo.InvariantCulture),
                    int.Parse(Option(options, "--times") ?? "4000", CultureInfo.InvariantCulture));
            default:
                await Console.Error.WriteLineAsync(
                    "usage: feeds FOLDER | fulltext FOLDER | captions FILE.jsonl | law PATH… [--long] | score FILE.jsonl ... [--errors] | "
                        + "train FILE.jsonl "
                    + "... [--errors] | ablate FILE.jsonl ... | folds FILE.jsonl ... [--errors] | books FOLDER OUT "
                    + "[--format epub|pdf|both] [--pictures made|none] [--words] | slow [--made N] [--times N] | slow-feeds [--only NAME]");
                return 2;
        }
    }

    private static IBookWriter[]? Writers(string format) => format switch
    {
        "epub" => [new EpubWriter()],
        "pdf" => [new PdfWriter()],
        "both" => [new EpubWriter(), new PdfWriter()],
        _ => null,
    };

    private static string? Option(string[] options, string name)
    {
        int at = Array.IndexOf(options, name);
        return at >= 0 && at + 1 < options.Length ? options[at + 1] : null;
    }
}
