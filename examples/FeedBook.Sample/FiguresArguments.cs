using System.CommandLine;

namespace FeedBook.Sample;

/// <summary>The arguments of figures.</summary>
internal static class FiguresArguments
{
    public const string Examples = """
        Examples:
          FeedBook.Sample figures https://example.org/article.html
          FeedBook.Sample figures page.html --caption ".photo-text" --credit ".photo-by"
          FeedBook.Sample figures feed.xml --json
          FeedBook.Sample figures https://example.org/article.html --full-text always

        """;

    public static Command Command(Terminal terminal)
    {
        var source = new Argument<string>("source") { Description = "A page or a feed: an address, a file, or - for standard input." };
        var json = new Option<bool>("--json") { Description = "As JSON, with whole addresses and what was left out." };
        var reading = new ReadingArguments();
        source.Validators.Add(result => SourceArgument.Check(result, terminal));
        var command =
            new Command("figures", "Shows what is recognised as pictures, captions and credits, as a table.") { source, json,
            reading.FullText, reading.AllowedHosts };
        foreach (Option option in reading.All)
        {
            command.Add(option);
        }

        command.SetAction((arguments, cancellationToken) => new FiguresCommand(terminal, arguments.GetValue(json)).RunAsync(
            arguments.GetRequiredValue(source),
            reading.Change(ArticleOptions.Default, arguments),
            reading.Change(FigureOptions.Default, arguments),
            reading.Change(FetchOptions.Default, arguments),
            reading.FullTextOf(arguments),
            cancellationToken));
        return command;
    }
}
