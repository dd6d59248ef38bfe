using Spectre.Console;

namespace FeedBook.Sample;

/// <summary>The looks in Spectre.Console's terms. Colours are the screen's own eight, which its owner chose.</summary>
internal static class Looks
{
    public static Style Of(Look look) => look switch
    {
        Look.Strong => new Style(decoration: Decoration.Bold),
        Look.Faint => new Style(decoration: Decoration.Dim),
        Look.Good => new Style(Color.Green),
        Look.Warn => new Style(Color.Olive),
        Look.Bad => new Style(Color.Maroon),
        _ => Style.Plain,
    };
}
