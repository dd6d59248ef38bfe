using Spectre.Console;
using Spectre.Console.Rendering;

namespace FeedBook.Sample;

/// <summary>Turns what Spectre.Console lays out into lines, which depend on what is given here and on no surroundings.</summary>
internal sealed class Painter : IDisposable
{
    private readonly StringWriter text = new();
    private readonly IAnsiConsole console;

    public Painter(int width, bool isColoured)
    {
        console = Console(text, isColoured, isScreen: isColoured);
        console.Profile.Width = width;
    }

    /// <summary>A console on a writer.</summary>
    public static IAnsiConsole Console(TextWriter writer, bool isColoured, bool isScreen)
    {
        IAnsiConsole console = AnsiConsole.Create(new()
        {
            Ansi = isScreen ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isColoured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isScreen ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new() { UseDefaultEnrichers = false },
        });
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    /// <summary>Writes it; lines end where their text does.</summary>
    public void Write(IRenderable what, TextWriter to)
    {
        console.Write(what);
        foreach (ReadOnlySpan<char> line in text.ToString().AsSpan().TrimEnd().EnumerateLines())
        {
            to.WriteLine(line.TrimEnd());
        }

        text.GetStringBuilder().Clear();
    }

    public void Dispose() => text.Dispose();
}
