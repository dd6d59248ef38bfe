using System.Collections.Immutable;
using System.Text;
using FeedBook.Content;
using FeedBook.Pdf;
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

        PdfFontFamily? family = null;
        int start = 0;
        TextDirection direction = voice.Direction;
        foreach (TextPiece piece in TextPiece.Split(words, voice.Direction))
        {
            // Its older versions end lines at spaces alone: between ideographs a line may end where a span does.
            bool ends = piece.Direction != direction || (piece.Start > 0 && words[piece.Start - 1] != ' '
                && (IsIdeographic(words[piece.Start]) || IsIdeographic(words[piece.Start - 1])));
            for (int i = piece.Start; i < piece.Start + piece.Length;)
            {
                if (!Rune.TryGetRuneAt(words, i, out Rune rune))
                {
                    rune = Rune.ReplacementChar;
                }

                PdfFontFamily? next = fonts.Family(rune, voice, family);
                if (i > start && (ends || !ReferenceEquals(next, family)))
                {
                    Emit(text, words[start..i], family, voice, direction);
                    start = i;
                }

                family = next;
                direction = piece.Direction;
                ends = false;
                i += rune.Utf16SequenceLength;
            }
        }

        Emit(text, words[start..], family, voice, direction);
    }

    private void Emit(TextDescriptor text, string words, PdfFontFamily? family, Voice voice, TextDirection direction)
    {
        TextSpanDescriptor span = voice.Place is { } place ? text.SectionLink(words, place)
            : voice.Address is { } address ? text.Hyperlink(words, address.AbsoluteUri)
            : text.Span(words);
        QuestPDF.Infrastructure.TextStyle style = fonts.Style(family, voice).LineHeight((float)print.Options.LineHeight);
        span.Style(direction == TextDirection.RightToLeft ? style.DirectionFromRightToLeft() : style);
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
            ? voice.Language.Split('-')[0] switch
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
        BookPlace? place = chapter is null ? null : print.Links.Find(address, chapter);
        return place is not null ? voice with { Place = BookPrint.Place(place.Chapter, place.Id), Color = Colours.Accent }
            : address.IsAbsoluteUri ? voice with { Address = address, Color = Colours.Accent } : voice;
    }

    private void Add(TextDescriptor text, ImageReference image, Voice voice)
    {
        if (image.Stored is { } stored && print.Images.Of(stored) is { } bytes)
        {
            double height = Math.Min(voice.Size * 1.2, image.NaturalSize!.Value.Height * BlockPrinter.Pixel);
            PrintedImages.TryPlace(text.Element().MaxWidth((float)(height * stored.UprightWidth / stored.UprightHeight)), bytes);
        }
        else
        {
            Add(text, image.AlternativeText ?? "", voice);
        }
    }

    private static bool IsIdeographic(char c) => c is >= '\u2E80' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF'
        or >= '\uFE30' and <= '\uFE4F' or >= '\uFF00' and <= '\uFFEF' || char.IsSurrogate(c);
}
