using FeedBook.Pdf.Text.OpenType;

namespace FeedBook.Pdf.Text;

/// <summary>The OpenType features that are asked of a font, by script and style. The arrays are told apart by reference (see <see cref="LayoutTable.Plan"/>).</summary>
internal static class ShapingFeatures
{
    /// <summary>The mask bit that every glyph has.</summary>
    public const uint Everywhere = 1;

    private static readonly LayoutFeature[] Plain =
    [
        new("ccmp", Everywhere), new("locl", Everywhere), new("rlig", Everywhere), new("calt", Everywhere),
    ];

    private static readonly LayoutFeature[] WithLigatures = [.. Plain, new("liga", Everywhere), new("clig", Everywhere)];

    // The stages of OpenType's "Developing OpenType fonts for Arabic script": forms before ligatures.
    private static readonly LayoutFeature[] Arabic =
    [
        new("ccmp", Everywhere), new("locl", Everywhere),
        new("isol", ArabicJoining.Isolated, 1), new("fina", ArabicJoining.Final, 2), new("medi", ArabicJoining.Medial, 3), new("init", ArabicJoining.Initial, 4),
        new("rlig", Everywhere, 5), new("calt", Everywhere, 6), new("liga", Everywhere, 7), new("clig", Everywhere, 7), new("mset", Everywhere, 7),
    ];

    private static readonly LayoutFeature[] Marks = [new("mark", Everywhere), new("mkmk", Everywhere)];

    private static readonly LayoutFeature[] MarksAndKerning = [.. Marks, new("kern", Everywhere), new("dist", Everywhere)];

    public static LayoutFeature[] Substitution(string script, RunStyle style) =>
        Unicode.Scripts.IsJoining(script) ? Arabic : style.Ligatures && style.LetterSpacing == 0 ? WithLigatures : Plain;

    public static LayoutFeature[] Positioning(RunStyle style) => style.Kerning ? MarksAndKerning : Marks;
}
