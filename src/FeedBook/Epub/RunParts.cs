using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FeedBook.Content;

namespace FeedBook.Epub;

/// <summary>
/// Cuts one endless paragraph: at a line that its writer ended, else after a sentence, else between words, else between letters.
/// </summary>
internal static class RunParts
{
    // A piece with next to nothing in it is not worth a file.
    private const int LeastPiece = 64;

    /// <summary>The pieces in order; together they hold all of the run but the line breaks at which it was cut.</summary>
    /// <param name="run">The run.</param>
    /// <param name="limit">How large a piece may be.</param>
    /// <param name="size">How large an inline is.</param>
    public static IEnumerable<ImmutableArray<Inline>> Split(ImmutableArray<Inline> run, int limit, Func<Inline, int> size)
    {
        limit = Math.Max(limit, LeastPiece);
        var piece = ImmutableArray.CreateBuilder<Inline>();
        int bytes = 0, lineEnd = -1;
        foreach (Inline inline in run.SelectMany(each => Small(each, limit, size)))
        {
            int own = size(inline);
            if (bytes + own > limit && piece.Count > 0)
            {
                // The last line end, unless it stands so early that the piece would be short.
                if (lineEnd > 0 && piece.Take(lineEnd).Sum(size) > limit / 2)
                {
                    Inline[] rest = [.. piece.Skip(lineEnd + 1)];
                    piece.RemoveRange(lineEnd, piece.Count - lineEnd);
                    yield return piece.ToImmutable();
                    piece.Clear();
                    piece.AddRange(rest);
                    bytes = rest.Sum(size);
                }
                else
                {
                    yield return piece.ToImmutable();
                    piece.Clear();
                    bytes = 0;
                }

                lineEnd = -1;
            }

            if (inline is LineBreak)
            {
                if (piece.Count == 0)
                {
                    continue;
                }

                lineEnd = piece.Count;
            }

            piece.Add(inline);
            bytes += own;
        }

        if (piece.Count > 0)
        {
            yield return piece.ToImmutable();
        }
    }

    // An inline in pieces of a quarter of the limit, so that lines and sentences near the limit can be chosen.
    private static IEnumerable<Inline> Small(Inline inline, int limit, Func<Inline, int> size)
    {
        int most = Math.Max(limit / 4, LeastPiece / 2);
        if (size(inline) <= most)
        {
            return [inline];
        }

        return inline switch
        {
            TextRun text => Texts(text.Value, most).Select(part => new TextRun(part)),
            Styled styled => Split(styled.Content, most, size).Select(part => styled with { Content = part }),
            Link link => Split(link.Content, most, size).Select(part => link with { Content = part }),
            Span span => Split(span.Content, most, size)
                .Select((part, index) => span with { Content = part, Id = index == 0 ? span.Id : null }),
            _ => [inline],
        };
    }

    private static IEnumerable<string> Texts(string text, int most)
    {
        int start = 0;
        while (Encoding.UTF8.GetByteCount(text.AsSpan(start)) > most)
        {
            int end = start, sentence = 0, word = 0;
            for (int bytes = 0; end < text.Length; )
            {
                int length = StringInfo.GetNextTextElementLength(text.AsSpan(end));
                bytes += Encoding.UTF8.GetByteCount(text.AsSpan(end, length));
                if (bytes > most && end > start)
                {
                    break;
                }

                end += length;
                bool isSpace = char.IsWhiteSpace(text[end - 1]);
                word = isSpace ? end : word;
                sentence = text[end - 1] is '。' or '！' or '？'
                    || (isSpace && end - 2 >= start && text[end - 2] is '.' or '!' or '?' or '۔' or '।') ? end : sentence;
            }

            int middle = start + ((end - start) / 2);
            int cut = sentence > middle ? sentence : word > middle ? word : end;
            yield return text[start..cut];
            start = cut;
        }

        yield return text[start..];
    }
}
