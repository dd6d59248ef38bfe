using System.Globalization;
using System.Text;
using FeedBook.Pdf;
using QuestPDF.Drawing;
using QuestPDF.Fluent;
using QuestStyle = QuestPDF.Infrastructure.TextStyle;

namespace FeedBook.QuestPdf;

/// <summary>
/// Finds for each character a face that has it, and makes it known to QuestPDF when it is first needed: a book without Chinese never
/// unpacks the Chinese fonts. For one thread.
/// </summary>
internal sealed class FontChoice
{
    // QuestPDF keeps fonts for the process, by name.
    private static readonly Dictionary<PdfFont, string> Registered = new(ReferenceEqualityComparer.Instance);
    private static readonly Lock Gate = new();

    private readonly List<PdfFontFamily> families;
    private readonly Dictionary<(FontRole, string), PdfFontFamily[]> orders = [];
    private readonly Dictionary<(PdfFont, int), bool> known = [];
    private readonly Dictionary<(Voice, PdfFont?), QuestStyle> styles = [];
    private readonly SortedDictionary<int, int> missing = [];
    private readonly Dictionary<PdfFont, string> refused = new(ReferenceEqualityComparer.Instance);

    /// <param name="sets">The caller's fonts; empty for those of the packages.</param>
    public FontChoice(IReadOnlyList<FontSet> sets) =>
        families = [.. (sets.Count > 0 ? sets : FontSet.FromPackages()).SelectMany(set => set.Families)];

    /// <summary>The characters that no font has, and the fonts that cannot be used.</summary>
    public IEnumerable<Diagnostic> Diagnostics()
    {
        foreach ((int character, int times) in missing)
        {
            yield return new(DiagnosticIds.PdfMissingCharacter, DiagnosticSeverity.Warning,
                $"No font has the character U+{character:X4} ({times} times).");
        }

        foreach (string message in refused.Values)
        {
            yield return new(DiagnosticIds.PdfFontRefused, DiagnosticSeverity.Warning, message);
        }
    }

    /// <summary>The family for a character; the one before it where that has the character too. Null for QuestPDF's own.</summary>
    public PdfFontFamily? Family(Rune character, Voice voice, PdfFontFamily? before)
    {
        if (families.Count == 0)
        {
            return null;
        }

        PdfFontFamily[] order = Order(voice);
        if (Rune.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark)
        {
            return before ?? order[0];
        }

        if (before is not null && !Rune.IsLetterOrDigit(character) && Has(before.Regular, character.Value))
        {
            return before;
        }

        foreach (PdfFontFamily family in order)
        {
            if (Has(family.Regular, character.Value))
            {
                return family;
            }
        }

        missing[character.Value] = missing.GetValueOrDefault(character.Value) + 1;
        return before ?? order[0];
    }

    /// <summary>The style by which QuestPDF prints a text of one family.</summary>
    public QuestStyle Style(string text, Voice voice) => Style(Family(Rune.GetRuneAt(text, 0), voice, null), voice);

    /// <summary>The style by which QuestPDF prints a text of one family.</summary>
    public QuestStyle Style(PdfFontFamily? family, Voice voice)
    {
        PdfFont? font = family is null ? null : Face(family, voice);
        if (styles.TryGetValue((voice, font), out QuestStyle? style))
        {
            return style;
        }

        style = QuestStyle.Default.FontSize((float)voice.Size).FontColor(voice.Color).Underline(voice.IsUnderlined)
            .Strikethrough(voice.IsStruck).Italic(voice.IsItalic);
        style = voice.IsBold ? style.Bold() : style.NormalWeight();
        style = voice.Position switch { > 0 => style.Superscript(), < 0 => style.Subscript(), _ => style };
        style = voice.Ground is { } ground ? style.BackgroundColor(ground) : style;
        style = font is not null ? style.FontFamily(NameOf(font)) : style;
        styles.Add((voice, font), style);
        return style;
    }

    private static PdfFont Face(PdfFontFamily family, Voice voice) => (voice.IsBold, voice.IsItalic) switch
    {
        (true, true) => family.BoldItalic ?? family.Bold ?? family.Italic ?? family.Regular,
        (true, false) => family.Bold ?? family.Regular,
        (false, true) => family.Italic ?? family.Regular,
        _ => family.Regular,
    };

    private static string NameOf(PdfFont font)
    {
        lock (Gate)
        {
            if (!Registered.TryGetValue(font, out string? name))
            {
                name = $"FeedBook {Registered.Count + 1}";
                using var data = new MemoryStream(font.GetData().ToArray(), writable: false);
                FontManager.RegisterFontWithCustomName(name, data);
                Registered.Add(font, name);
            }

            return name;
        }
    }

    private bool Has(PdfFont font, int character)
    {
        if (refused.ContainsKey(font))
        {
            return false;
        }

        if (!known.TryGetValue((font, character), out bool has))
        {
            try
            {
                has = font.Has(new Rune(character));
            }
            catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                refused[font] = $"The font {font.Name} is not used: {failure.Message}";
            }

            known.Add((font, character), has);
        }

        return has;
    }

    // Those of the role, then those made for any character, then the rest; each with those of the language first.
    private PdfFontFamily[] Order(Voice voice)
    {
        if (!orders.TryGetValue((voice.Role, voice.Language), out PdfFontFamily[]? order))
        {
            int Fit(PdfFontFamily family) => family.Languages.Count == 0 ? 1
                : family.Languages.Any(tag => voice.Language.StartsWith(tag, StringComparison.OrdinalIgnoreCase)) ? 0 : 2;

            order = [.. families
                .OrderBy(family => family.Role == voice.Role ? 0
                    : family.Role switch { FontRole.Fallback => 1, FontRole.Mono => 3, _ => 2 })
                .ThenBy(Fit).ThenByDescending(family => Fit(family) == 0 ? family.Languages.Max(tag => tag.Length) : 0)];
            orders.Add((voice.Role, voice.Language), order);
        }

        return order;
    }
}
