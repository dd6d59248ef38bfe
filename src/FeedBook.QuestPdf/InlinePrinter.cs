using System.Collections.Immutable;
using System.Text;
using FeedBook.Content;
using FeedBook.Pdf;
using FeedBook.Pdf.Text.Unicode;
using FeedBook.Text;
using QuestPDF.Fluent;

namespace FeedBook.QuestPdf;

/// <summary>
/// Prints runs of text. QuestPDF is given a span for each font and direction, since it chooses neither by itself in all versions.
/// </summary>
/// <param name="print">The book's composition.</param>
/// <param name="fonts">The fonts.</param>
/// <param name="chapter">The chapter whose text it is; null for the book's own.</param>
internal sealed class InlinePrinter(BookPrint print, FontChoice fonts, Chapter? chapter)
{
    /// <summary>Adds a run.</summary>
    public void Add(TextDescriptor text, ImmutableArray<Inline> run, Voice voice)
    {
        foreach (Inline inline in run)
        {
            switch (inline)
            {
                case TextRun words:
                    Add(text, words.Value, voice);
                    break;
                case Styled styled:
                    Add(text, styled, voice);
                    break;
                case Link link:
                    Add(text, link.Content, Linked(link.Address, voice));
                    break;
                case Span span:
                    Add(text, span.Content, span.Language is null ? voice : voice with { Language = span.Language });
                    break;
                case Ruby ruby:
                    foreach (RubySegment segment in ruby.Segments)
                    {
                        Add(text, segment.Base, voice);
                        Add(text, segment.Reading.Length > 0 ? $"（{segment.Reading}）" : "", voice with { Size = voice.Size * 0.7 });
                    }

                    break;
                case Formula formula:
                    Add(text, formula.Content, voice);
                    break;
                case LineBreak:
                    text.Span("\n").Style(fonts.Style(" ", voice));
                    break;
                case NoteReference note:
                    string? place = chapter is null ? null : BookPrint.Place(chapter, note.NoteId);
                    Add(text, note.Label, voice with { Position = 1, Place = place });
                    break;
                case InlineImage image:
                    Add(text, image.Image, voice);
                    break;
            }
        }
    }

    /// <summary>Adds a text without marks.</summary>
    public void Add(TextDescriptor text, string words, Voice voice)
    {
        string[] lines = words.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                text.Span("\n").Style(fonts.Style(" ", voice));
            }

            AddLine(text, lines[i], voice);
        }
    }

    private void AddLine(TextDescriptor text, string words, Voice voice)
    {
        if (words.Length == 0)
        {
            return;
        }

        byte[]? levels = BidiAlgorithm.IsNeeded(words) || voice.IsRightToLeft
            ? BidiAlgorithm.Resolve(words, voice.IsRightToLeft ? (byte)1 : (byte)0, out _) : null;
        BreakKind[]? breaks = words.Any(IsIdeographic) ? LineBreakRules.Find(words) : null;
        PdfFontFamily? family = null;
        int start = 0;
        for (int i = 0; i < words.Length;)
        {
            if (!Rune.TryGetRuneAt(words, i, out Rune rune))
            {
                rune = Rune.ReplacementChar;
            }

            PdfFontFamily? next = fonts.Family(rune, voice, family);
            // Its older versions end lines at spaces alone: between ideographs a line may end where a span does.
            bool mayEnd = breaks is not null && i > 0 && breaks[i] == BreakKind.Allowed && words[i - 1] != ' '
                && (IsIdeographic(words[i]) || IsIdeographic(words[i - 1]));
            if (i > start && (!ReferenceEquals(next, family) || mayEnd || (levels is not null && (levels[i] ^ levels[i - 1]) % 2 != 0)))
            {
                Emit(text, words[start..i], family, voice, levels is null ? 0 : levels[start]);
                start = i;
            }

            family = next;
            i += rune.Utf16SequenceLength;
        }

        Emit(text, words[start..], family, voice, levels is null ? 0 : levels[start]);
    }

    private void Emit(TextDescriptor text, string words, PdfFontFamily? family, Voice voice, int level)
    {
        TextSpanDescriptor span = voice.Place is { } place ? text.SectionLink(words, place)
            : voice.Address is { } address ? text.Hyperlink(words, address.AbsoluteUri)
            : text.Span(words);
        QuestPDF.Infrastructure.TextStyle style = fonts.Style(family, voice).LineHeight((float)print.Options.LineHeight);
        span.Style(level % 2 != 0 ? style.DirectionFromRightToLeft() : style);
    }

    private void Add(TextDescriptor text, Styled styled, Voice voice)
    {
        Voice inner = styled.Style switch
        {
            TextStyle.Emphasis => voice with { IsItalic = !voice.IsItalic },
            TextStyle.Strong => voice with { IsBold = true },
            TextStyle.Underline => voice with { IsUnderlined = true },
            TextStyle.Strikethrough => voice with { IsStruck = true },
            TextStyle.Superscript => voice with { Position = 1 },
            TextStyle.Subscript => voice with { Position = -1 },
            TextStyle.Small => voice with { Size = voice.Size * 0.85 },
            TextStyle.Mark => voice with { Ground = Colours.Marked },
            TextStyle.Code => voice with { Role = FontRole.Mono, Size = voice.Role == FontRole.Mono ? voice.Size : voice.Size * 0.9 },
            _ => voice,
        };
        (string open, string close) = styled.Style == TextStyle.Quote
            ? LanguageTag.Primary(voice.Language) switch
            {
                "de" or "cs" or "sk" => ("„", "“"),
                "fr" or "ru" or "es" or "it" or "uk" or "el" or "ar" or "fa" => ("«", "»"),
                "ja" => ("「", "」"),
                _ => ("“", "”"),
            }
            : ("", "");
        Add(text, open, inner);
        Add(text, styled.Content, inner);
        Add(text, close, inner);
    }

    private Voice Linked(Uri address, Voice voice)
    {
        if (!address.IsAbsoluteUri)
        {
            string id = address.OriginalString.TrimStart('#');
            return chapter is not null && ContentWalker.Ids(chapter.Article).Contains(id)
                ? voice with { Place = BookPrint.Place(chapter, id), Color = Colours.Accent } : voice;
        }

        return print.Links.Find(address) is { } target
            ? voice with { Place = BookPrint.Place(target.Chapter, target.Place), Color = Colours.Accent }
            : voice with { Address = address, Color = Colours.Accent };
    }

    private void Add(TextDescriptor text, ImageReference image, Voice voice)
    {
        if (image.Stored is { } stored && print.Images.Of(stored) is { } bytes)
        {
            double height = Math.Min(voice.Size * 1.2, FeedBook.Pdf.Layout.ImageLookup.NaturalSize(image).Height);
            PrintedImages.TryPlace(text.Element().MaxWidth((float)(height * stored.Width / stored.Height)), bytes);
        }
        else
        {
            Add(text, image.AlternativeText ?? "", voice);
        }
    }

    private static bool IsIdeographic(char c) => c is >= '\u2E80' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF'
        or >= '\uFE30' and <= '\uFE4F' or >= '\uFF00' and <= '\uFFEF' || char.IsSurrogate(c);
}
