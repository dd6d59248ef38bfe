using System.CommandLine;
using System.CommandLine.Parsing;

namespace FeedBook.Sample;

/// <summary>
/// A command stands first and alone. What stands before it would be ignored, and a second one be taken for a file's name: both are told,
/// with what to write.
/// </summary>
internal static class CommandOrder
{
    /// <summary>What is wrong with the order of a command line's words; null when nothing is.</summary>
    public static string? Mistake(ParseResult parsed, IEnumerable<string> args, Terminal terminal)
    {
        Command command = parsed.CommandResult.Command;
        if (command is RootCommand)
        {
            return null;
        }

        if (parsed.CommandResult.Tokens is [{ } second, ..] && IsCommand(second.Value, terminal))
        {
            return $"'{second.Value}' is a command and cannot stand behind '{command.Name}'; write: "
                + $"{Line(args, second.Value, command.Name)}";
        }

        // The root's arguments are also build's, wherever they stand.
        bool isBefore = command.Name != "build"
            && parsed.RootCommandResult.Children.Any(child => child is ArgumentResult { Tokens.Count: > 0 }
            or OptionResult { Implicit: false });
        return isBefore ? $"'{command.Name}' is a command and stands first; write: {Line(args, command.Name)}" : null;
    }

    private static bool IsCommand(string word, Terminal terminal) =>
        App.Commands.Contains(word) && !Path.Exists(Path.GetFullPath(word, terminal.Folder));

    // The line as it was probably meant: the last command first, the other words in their order.
    private static string Line(IEnumerable<string> args, params string[] commands)
    {
        List<string> words = [.. args];
        foreach (string command in commands)
        {
            words.Remove(command);
        }

        return $"FeedBook.Sample {commands[0]} "
            + $"{(words.Count == 0 ? "SOURCE" : string.Join(
                ' ', words.Select(word => word.Any(char.IsWhiteSpace) ? $"\"{word}\"" : word)))}";
    }
}
