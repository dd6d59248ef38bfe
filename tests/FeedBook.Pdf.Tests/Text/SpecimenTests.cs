using FeedBook.Pdf.Text;
using static FeedBook.Pdf.Tests.Books;

namespace FeedBook.Pdf.Tests.Text;

/// <summary>A book in all languages of <see cref="Specimen"/>: nothing is drawn as a box, and other programs read each word.</summary>
public sealed class SpecimenTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"feedbook-{Guid.NewGuid():N}.pdf");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task No_letter_is_drawn_as_a_box_in_any_weight()
    {
        var diagnostics = new List<Diagnostic>();
        await Book().Print(PdfOptions.A4, diagnostics);

        Assert.Empty(diagnostics.Where(d => d.Id == DiagnosticIds.PdfMissingCharacter).Select(d => d.Message));
    }

    [ToolFact("mutool")]
    public async Task Each_word_is_read_back_in_order()
    {
        await Book().SaveAsPdfAsync(_path, PdfOptions.A4 with { HasHyphenation = false });
        (int code, string output, _) = await Tool.Run("mutool", "draw", "-q", "-F", "txt", _path);
        Assert.Equal(0, code);
        string all = Squeeze(output);

        Assert.Empty(Specimen.Texts.Where(t => !all.Contains(Squeeze(t.Text), StringComparison.Ordinal))
            .Select(t => $"{t.Language}: {t.Text}"));
    }

    [Fact]
    public void Each_language_is_drawn_by_its_own_font()
    {
        TextShaper shaper = TestFonts.Shaper();
        foreach ((string language, string text, string font) in Specimen.Texts)
        {
            ParagraphLine line = shaper.Line(text, shaper.Serif(language: language));
            string most = line.Items.OfType<PlacedRun>().GroupBy(r => r.Face.PostScriptName)
                .OrderByDescending(g => g.Sum(r => r.Glyphs.Length)).First().Key;

            Assert.Equal($"{language} {font}", $"{language} {most}");
            Assert.Equal(text, line.Read());
        }
    }

    private static Book Book() =>
        Of([.. Specimen.Texts.Select(t => Chapter(t.Language, P(t.Text),
        new Content.Heading(2, P(t.Text).Content)) with { Language = t.Language })]);

    // Lines end at spaces, or between letters where a script has none.
    private static string Squeeze(string text) => string.Concat(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
