using FeedBook.Content;
using FeedBook.Pdf.Text.Unicode;

namespace FeedBook.Pdf;

/// <summary>A piece of text that reads in one direction and in which no line may end, for printers that know neither rule.</summary>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">How long it is, at least 1.</param>
/// <param name="Direction">How it reads.</param>
public sealed record TextPiece(int Start, int Length, TextDirection Direction)
{
    /// <summary>
    /// The pieces of a text in its own order: it is cut where its direction changes (UAX #9) and where a line may end (UAX #14).
    /// </summary>
    /// <param name="text">A paragraph, without line ends.</param>
    /// <param name="direction">The paragraph's own direction.</param>
    public static IReadOnlyList<TextPiece> Split(string text, TextDirection direction)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return [];
        }

        byte[]? levels = BidiAlgorithm.IsNeeded(text) || direction == TextDirection.RightToLeft
            ? BidiAlgorithm.Resolve(text, direction == TextDirection.RightToLeft ? (byte)1 : (byte)0, out _) : null;
        BreakKind[] breaks = LineBreakRules.Find(text);
        var pieces = new List<TextPiece>();
        int start = 0;
        for (int i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || breaks[i] != BreakKind.None || (levels is not null && (levels[i] ^ levels[i - 1]) % 2 != 0))
            {
                bool isReversed = levels is not null && levels[start] % 2 != 0;
                pieces.Add(new(start, i - start, isReversed ? TextDirection.RightToLeft : TextDirection.LeftToRight));
                start = i;
            }
        }

        return pieces;
    }
}
