using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FeedBook.Sample;

/// <summary>
/// Where the app reads and writes, and what can be shown there: Spectre.Console paints what goes to a screen; a file or a pipe gets the
/// same words, plain. Tests put their own writers in.
/// </summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Progress and messages.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error)
{
    private const int LeastWidth = 60;

    // What goes to a file or a pipe has a line for each thing, however long.
    private const int Endless = 100_000;

    // Made when something is first painted: help and errors start sooner without.
    private Painter? results;

    /// <summary>Whether results go to a person's screen: they are cut to its width and may be coloured.</summary>
    public bool IsOutputScreen { get; init; }

    /// <summary>Whether messages go to a person's screen: progress is a bar that moves.</summary>
    public bool IsErrorScreen { get; init; }

    /// <summary>Whether colours are wanted where there is a screen.</summary>
    public bool IsColoured { get; init; }

    /// <summary>The columns of the screen that results go to; no end where there is none.</summary>
    public int Width { get; init; } = Endless;

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
            Width = screen ? WidthOfScreen() : Endless,
        };

        // A file or a pipe gets UTF-8 whatever the locale says: JSON must be.
        static StreamWriter Plain(Stream stream) => new(stream, new UTF8Encoding(false)) { AutoFlush = true };
    }

    /// <summary>Tells a result.</summary>
    /// <param name="text">One line, clean.</param>
    /// <param name="look">How it looks on a screen.</param>
    public void Tell(string text, Look look = Look.Plain) => Tell(new Paragraph(text, Looks.Of(look)));

    /// <summary>Tells a result.</summary>
    public void Tell(IRenderable what) => (results ??= new Painter(Width, IsOutputScreen && IsColoured)).Write(what, Output);

    /// <summary>Tells what there is to know where there are no results, without colours.</summary>
    public void TellError(IRenderable what) => new Painter(IsErrorScreen ? WidthOfScreen() : Endless, isColoured: false).Write(what, Error);

    /// <summary>A table with headings, in lines on a screen; a heading that starts with '#' is that of a column of numbers.</summary>
    public Table Table(params string[] headings)
    {
        var table = new Table { Border = IsOutputScreen ? TableBorder.Rounded : TableBorder.None, BorderStyle = Looks.Of(Look.Faint) };
        foreach (string heading in headings)
        {
            bool isNumber = heading.StartsWith('#');
            var column = new TableColumn(new Paragraph(heading.Length > 1 ? heading.TrimStart('#') : heading, Looks.Of(Look.Strong)))
                { Alignment = isNumber ? Justify.Right : Justify.Left };
            table.AddColumn(IsOutputScreen ? column : column.PadRight(2));
        }

        return table;
    }

    /// <summary>A cell of a table.</summary>
    /// <param name="text">From anywhere.</param>
    /// <param name="look">How it looks on a screen.</param>
    public static IRenderable Cell(string text, Look look = Look.Plain) => new Paragraph(Clean(text), Looks.Of(look));

    /// <summary>The text, or its beginning and '…' where it is wider than so many columns.</summary>
    public static string Cut(string text, int width) =>
        Segment.CellCount([new Segment(text)]) <= width ? text
            : string.Concat(Segment.Truncate([new Segment(text)], width - 1).Select(segment => segment.Text)) + "…";

    /// <summary>What progress is drawn with: a screen that can be drawn over.</summary>
    public IAnsiConsole Screen()
    {
        IAnsiConsole screen = Painter.Console(Error, IsColoured, isScreen: true);
        screen.Profile.Width = WidthOfScreen();
        return screen;
    }

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
