using System.CommandLine;

namespace FeedBook.Sample;

/// <summary>The arguments of inspect.</summary>
internal static class InspectArguments
{
    public const string Examples = """
        Examples:
          FeedBook.Sample inspect https://example.org/feed.xml
          FeedBook.Sample inspect old.rss -o feed.json
          FeedBook.Sample inspect https://example.org/feed.xml --full-text auto
          curl -s https://example.org/feed.xml | FeedBook.Sample inspect -

        """;

    public static Command Command(Terminal terminal)
    {
        var source =
            new Argument<string>("source") { Description =
            "A feed or a page that announces one: an address, a file, or - for standard input." };
        var output =
            new Option<string?>("--output", "-o") { Description = "The file to write. Default: standard output.", HelpName = "file" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Do not tell what was mended." };
        var reading = new ReadingArguments();
        source.Validators.Add(result => SourceArgument.Check(result, terminal));
        var command =
            new Command("inspect", "Shows a feed of any format as JSON Feed 1.1, as FeedBook reads it.") { source, output, quiet,
            reading.FullText, reading.AllowedHosts };
        command.SetAction((arguments, cancellationToken) => new InspectCommand(terminal, arguments.GetValue(quiet)).RunAsync(
            arguments.GetRequiredValue(source),
            arguments.GetValue(output),
            reading.Change(FetchOptions.Default, arguments),
            reading.FullTextOf(arguments),
            cancellationToken));
        return command;
    }
}
