using System.Globalization;
using FeedBook.Pdf.Text;

namespace FeedBook.Pdf.Layout;

/// <summary>Turns what the fonts could not do into diagnostics.</summary>
internal static class FontReport
{
    private const int MostNamed = 12;

    /// <summary>
    /// Adds a diagnostic for the characters without a glyph, by the package that would help, for each script whose words are not known, and
    /// for each font that was refused.
    /// </summary>
    public static void Add(LayoutContext context, TextReport report)
    {
        foreach (IGrouping<string?,
            int> missing in report.MissingCharacters.Keys.Order()
            .GroupBy(code => PackagedFonts.PackageFor(code, context.Fonts.Collections)))
        {
            string some =
                string.Join(", ", missing.Take(MostNamed).Select(code => string.Create(CultureInfo.InvariantCulture, $"U+{code:X4}")));
            string help = missing.Key is { } package ? $"Add the package {package}, which has them."
                : "Add a font that has them to the options.";
            string characters = missing.Count() == 1 ? "1 character has" : $"{missing.Count()} characters have";
            context.Report(DiagnosticIds.PdfMissingCharacter,
                $"{characters} no glyph in any font ({some}{(missing.Count() > MostNamed ? "…" : "")}). {help}");
        }

        foreach (string script in report.ScriptsWithoutWords)
        {
            context.Report(DiagnosticIds.PdfWordsUnknown,
                $"Lines of text in the script {script} end between syllables: its words are not known.", severity: DiagnosticSeverity.Info);
        }

        foreach (string message in report.RefusedFonts)
        {
            context.Report(DiagnosticIds.PdfFontRefused, message);
        }
    }
}
