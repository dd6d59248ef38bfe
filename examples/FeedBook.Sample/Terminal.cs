using System.Text;

namespace FeedBook.Sample;

/// <summary>Where the app reads and writes, and what can be shown there. Tests put their own writers in.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Progress and messages.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error)
{
    private const int LeastWidth = 60;

    /// <summary>Whether results go to a person's screen: they are cut to its width and may be coloured.</summary>
    public bool IsOutputScreen { get; init; }

    /// <summary>Whether messages go to a person's screen: progress is a bar that moves.</summary>
    public bool IsErrorScreen { get; init; }

    /// <summary>Whether colours are wanted where there is a screen.</summary>
    public bool IsColoured { get; init; }

    /// <summary>The columns of the screen; a wide page where there is none.</summary>
    public int Width { get; init; } = 1000;

    /// <summary>What relative paths start from.</summary>
    public string Folder { get; init; } = Environment.CurrentDirectory;

    /// <summary>Standard input, for <c>-</c> as a source.</summary>
    public Func<Stream> Input { get; init; } = Console.OpenStandardInput;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The process's own.</summary>
    public static Terminal Standard()
    {
        bool screen = !Console.IsOutputRedirected;
        return new Terminal(screen ? Console.Out : Plain(Console.OpenStandardOutput()), Console.IsErrorRedirected
            ? Plain(Console.OpenStandardError()) : Console.Error)
        {
            IsOutputScreen = screen,
            IsErrorScreen = !Console.IsErrorRedirected,

            // https://no-color.org: any value but an empty one.
            IsColoured = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb"),
            Width = screen ? WidthOfScreen() : 1000,
        };

        // A file or a pipe gets UTF-8 whatever the locale says: JSON must be.
        static StreamWriter Plain(Stream stream) => new(stream, new UTF8Encoding(false)) { AutoFlush = true };
    }

    /// <summary>A heading of the results.</summary>
    public string Strong(string text) => Paint(text, "1");

    /// <summary>What went well.</summary>
    public string Good(string text) => Paint(text, "32");

    /// <summary>What went wrong in part.</summary>
    public string Warn(string text) => Paint(text, "33");

    /// <summary>What went wrong.</summary>
    public string Bad(string text) => Paint(text, "31");

    /// <summary>What matters less.</summary>
    public string Faint(string text) => Paint(text, "2");

    /// <summary>An error for people, on the error stream.</summary>
    public void Complain(string text)
    {
        try
        {
            Error.WriteLine(IsErrorScreen && IsColoured ? $"\e[31m{Clean(text)}\e[0m" : Clean(text));
        }
        catch (IOException)
        {
            // Nobody is there to be told.
        }
    }

    /// <summary>Text from outside on one line, without what a terminal would obey.</summary>
    public static string Clean(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => c is '\n' or '\r' or '\t' ? ' ' : char.IsControl(c) ? '\uFFFD' : c))
            : text;

    private string Paint(string text, string code) => IsOutputScreen && IsColoured && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;

    private static int WidthOfScreen()
    {
        try
        {
            return Math.Max(LeastWidth, Console.WindowWidth);
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
