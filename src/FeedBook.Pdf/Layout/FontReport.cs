using System.Globalization;
using FeedBook.Pdf.Text;

namespace FeedBook.Pdf.Layout;

/// <summary>Turns what the fonts could not do into diagnostics.</summary>
internal static class FontReport
{
    /// <summary>Adds a diagnostic for the characters without a glyph and for each font that was refused.</summary>
    public static void Add(LayoutContext context, TextReport report)
    {
        if (report.MissingCharacters.Count > 0)
        {
            IEnumerable<string> some = report.MissingCharacters.Keys.Order().Take(12).Select(code => string.Create(CultureInfo.InvariantCulture, $"U+{code:X4}"));
            context.Report(DiagnosticIds.PdfMissingCharacter, $"{report.MissingCharacters.Count} characters have no glyph in any font ({string.Join(", ", some)}{(report.MissingCharacters.Count > 12 ? "…" : "")}).");
        }

        foreach (string message in report.RefusedFonts)
        {
            context.Report(DiagnosticIds.PdfFontRefused, message);
        }
    }
}
