using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using FeedBook.Fonts;
using FeedBook.Fonts.Cjk;
using FeedBook.Fonts.World;
using FeedBook.Pdf.Text;
using FeedBook.Pdf.Text.OpenType;
using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf.Tests.Text;

/// <summary>Glyphs, advances and offsets against HarfBuzz's hb-shape (Debian's libharfbuzz-bin), where the machine has it.</summary>
public sealed class HarfBuzzTests
{
    private const string HbShape = "/usr/bin/hb-shape";

    public static readonly (string Font, string Text, string Language)[] Cases =
    [
        ("NotoSerif-Regular", "AVATAR Toccata. Wolf, Yves & Fjord: “office”, affluent, fjord; difficult", "en"),
        ("NotoSerif-Regular", "Tiếng Việt: Nguyễn Thị Ngọc Ánh đã được mời", "vi"),
        ("NotoSerif-Regular", "Τα ελληνικά: ἀρχή, Ἀθῆναι ΑΥΤΟ", "el"),
        ("NotoSerif-Regular", "Съешь ещё этих мягких булок. ГОРОД Тула", "ru"),
        ("NotoSerif-Regular", "Београд бгдпт", "sr"),
        ("NotoSerif-Regular", "Ştiinţă şi ţară", "ro"),
        ("NotoSerif-Italic", "Voilà l'été, Tokyo — Water offers AWAY", "fr"),
        ("NotoSerif-Bold", "LATE Works; fflate", "en"),
        ("NotoSans-Regular", "Type, waffle & 1/2 fi fl ffi", "en"),
        ("NotoSans-BoldItalic", "P.A.W. “Yo”", "en"),
        ("NotoSansMono-Regular", "if (x != y) { return fi; }", "en"),
        ("NotoSerif-Regular", "x\u0323\u0302 q\u0301 m\u0323\u0307", "en"),
        ("NotoSerifHebrew-Regular", "\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD \u05E2\u05D5\u05DC\u05DD", "he"),
        ("NotoNaskhArabic-Regular",
            "\u0627\u0644\u0633\u0644\u0627\u0645 \u0639\u0644\u064A\u0643\u0645 \u0648\u0631\u062D\u0645\u0629 \u0627\u0644\u0644\u0647",
            "ar"),
        ("NotoNaskhArabic-Regular",
            "\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F \u0644\u0623\u0646\u0651\u0647\u0627 \u0643\u0650\u062A\u0627\u0628", "ar"),
        ("NotoNaskhArabic-Bold",
            "\u0641\u0627\u0631\u0633\u06CC \u067E\u06CC\u0686\u06AF\u0698 \u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "fa"),
        ("NotoSerifSC-Regular", "汉字排版，标点。", "zh"),
        ("NotoSerifKR-Regular", "한국어 조판", "ko"),
        // Dashes that join are a rule of ours, not of the font.
        .. Specimen.Texts.Select(t => (t.Font, t.Text.Replace("——", "", StringComparison.Ordinal), t.Language)),
    ];

    [FactWhere(HbShape)]
    public void Shaping_gives_what_HarfBuzz_gives()
    {
        var failures = new List<string>();
        foreach ((string name, string text, string language) in Cases)
        {
            string file = Unpack(name);
            try
            {
                // HarfBuzz draws a joiner as a space of no width, we not at all.
                string expected = RunHarfBuzz(file, text, language).Replace("|1+0|", "|", StringComparison.Ordinal);
                string found = Ours(file, text, language);
                if (expected != found)
                {
                    failures.Add($"{name} {text}\n  hb   {expected}\n  ours {found}");
                }
            }
            finally
            {
                File.Delete(file);
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static string Unpack(string name)
    {
        string file = Path.Combine(Path.GetTempPath(), $"feedbook-{Guid.NewGuid():N}.ttf");
        using Stream packed = new[] { typeof(BundledFonts), typeof(CjkFonts), typeof(WorldFonts) }
            .Select(home => home.Assembly.GetManifestResourceStream(name + ".ttf.br")).First(found => found is not null)!;
        using var unpacked = new BrotliStream(packed, CompressionMode.Decompress);
        using FileStream target = File.Create(file);
        unpacked.CopyTo(target);
        return file;
    }

    private static string RunHarfBuzz(string file, string text, string language)
    {
        var start = new ProcessStartInfo(HbShape) { RedirectStandardOutput = true };
        foreach (string argument in (string[])["--no-glyph-names", "--no-clusters", $"--language={language}", $"--font-file={file}",
            $"--text={text}"])
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return output;
    }

    /// <summary>As hb-shape prints it: [glyph@x,y+advance|...], from left to right, in font units.</summary>
    private static string Ours(string file, string text, string language)
    {
        PdfFont font = PdfFont.FromFile(file);
        FontFace face = font.Load();
        var shaper = new TextShaper(new FontLibrary([new FontSet(new PdfFontFamily("x", FontRole.Serif, font))]));
        RunStyle style = new(shaper.Fonts.Chain(FontRole.Serif), face.UnitsPerEm) { Language = language };
        var shaped = new List<ShapedGlyph>();
        var runs = new List<ShapedRun>();
        byte[] levels = BidiAlgorithm.Resolve(text, null, out _);
        shaper.Shape(text, new TextSpan(0, text.Length, style, null), levels, language, shaped, runs);
        var glyphs = new List<string>();
        foreach (int r in BidiOrder.Visual([.. runs.Select(r => r.Level)]))
        {
            IEnumerable<ShapedGlyph> run = shaped.Skip(runs[r].GlyphStart).Take(runs[r].GlyphCount);
            foreach (ShapedGlyph glyph in (runs[r].Level & 1) != 0 ? run.Reverse() : run)
            {
                int x = (int)Math.Round(glyph.XOffset);
                int y = (int)Math.Round(glyph.YOffset);
                string offset = x != 0 || y != 0 ? $"@{x},{y}" : "";
                glyphs.Add(string.Create(CultureInfo.InvariantCulture, $"{glyph.Glyph}{offset}+{(int)Math.Round(glyph.Advance)}"));
            }
        }

        return $"[{string.Join('|', glyphs)}]";
    }
}
