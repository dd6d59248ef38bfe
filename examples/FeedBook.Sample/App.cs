using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace FeedBook.Sample;

/// <summary>The commands: build, inspect, figures. Without a command it is build.</summary>
internal static class App
{
    // Time to end cleanly after Ctrl-C: parts are deleted, the state file is let go.
    private static readonly TimeSpan TerminationTime = TimeSpan.FromSeconds(10);

    /// <summary>The names of the commands.</summary>
    public static IReadOnlyList<string> Commands { get; } = ["build", "inspect", "figures"];

    /// <summary>Runs a command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        ParseResult parsed = Root(terminal).Parse(args);
        if (parsed.Action is not HelpWithExamples && CommandOrder.Mistake(parsed, args, terminal) is { } mistake)
        {
            terminal.Complain(mistake);
            return ExitCodes.Wrong;
        }

        if (parsed.Action is ParseErrorAction errors)
        {
            errors.ShowHelp = false;
        }

        var configuration =
            new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, ProcessTerminationTimeout = TerminationTime,
                EnableDefaultExceptionHandler = false };
        int code;
        try
        {
            code = await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (Exception exception)
        {
            // What was not foreseen is a sentence, no stack trace; a full or closed output is most of it.
            terminal.Complain(exception is IOException ? $"What there is to tell could not be written: {exception.Message}"
                : $"Something went wrong that should not have: {exception.Message} ({exception.GetType().Name})");
            return ExitCodes.NoBook;
        }

        if (parsed.Errors.Count == 0)
        {
            return code;
        }

        await terminal.Error.WriteLineAsync("--help tells what can be asked for.");
        return ExitCodes.Wrong;
    }

    private static RootCommand Root(Terminal terminal)
    {
        var build = new BuildArguments(terminal);
        var root =
            new RootCommand(
            "Turns feeds into books: RSS, Atom, JSON Feed and archived items in, EPUB or PDF out, each picture's caption as a figure.");
        build.AddTo(root);
        var command =
            new Command("build",
            "Builds a book from addresses, files and folders, or from feedbook.json. This is what happens without a command.");
        build.AddTo(command);
        root.Add(command);
        root.Add(InspectArguments.Command(terminal));
        root.Add(FiguresArguments.Command(terminal));
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    /// <summary>The usual help, and below it what one learns from fastest.</summary>
    private sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            if (parseResult.CommandResult.Command is not RootCommand)
            {
                // The sources of a line without a command; the usual help would list them among the command's own.
                parseResult.RootCommandResult.Command.Arguments.Clear();
            }

            TextWriter output = parseResult.InvocationConfiguration.Output;
            int code = usual.Invoke(parseResult);
            output.WriteLine(parseResult.CommandResult.Command.Name switch
            {
                "inspect" => InspectArguments.Examples,
                "figures" => FiguresArguments.Examples,
                _ => BuildArguments.Examples + Environment.NewLine + ExitCodes.Help,
            });
            return code;
        }
    }
}
