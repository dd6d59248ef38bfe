using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace FeedBook.Html.Tree;

/// <summary>The language that a text's script tells. Languages in Latin letters are not told apart.</summary>
internal static class LanguageGuess
{
    private const int Enough = 2_000;

    /// <summary>A language tag; null when the script does not tell or there is too little text.</summary>
    public static string? Of(MarkupNode root)
    {
        Span<int> counts = stackalloc int[12];
        int letters = 0;
        for (MarkupNode? node = root.First; node is not null && letters < Enough; node = node.Following(root))
        {
            if (!node.IsText)
            {
                continue;
            }

            ReadOnlySpan<char> text = node.Text;
            if (Ascii.IsValid(text))
            {
                letters += AsciiLetters(text);
                continue;
            }

            letters += AsciiLetters(text);
            foreach (char c in text)
            {
                // The common Chinese characters need not be asked what they are.
                if (c > 0x7F && (c is >= '\u4E00' and <= '\u9FFF' || char.IsLetter(c)))
                {
                    letters++;
                    counts[Script(c)]++;
                }
            }
        }

        if (letters < 12)
        {
            return null;
        }

        // Japanese is written in Chinese characters too: any fair share of kana tells.
        int han = counts[1], kana = counts[2];
        if (kana > 0 && kana * 8 > han + kana && (han + kana) * 3 > letters)
        {
            return "ja";
        }

        int best = 1;
        for (int i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        // A page of Chinese holds Latin names; a Latin page holds few Chinese characters.
        return counts[best] * (best == 1 ? 4 : 2) < letters ? null : best switch
        {
            1 => "zh",
            3 => "ko",
            4 => counts[11] > 0 ? "uk" : "ru",
            5 => "he",
            6 => "ar",
            7 => "el",
            8 => "th",
            9 => "hi",
            _ => null,
        };
    }

    private static int AsciiLetters(ReadOnlySpan<char> text)
    {
        int letters = 0;
        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(text);
        var small = new Vector<ushort>(0x20);
        var first = new Vector<ushort>('a');
        var last = new Vector<ushort>('z' - 'a');
        while (units.Length >= Vector<ushort>.Count)
        {
            Vector<ushort> found = Vector.LessThanOrEqual((new Vector<ushort>(units) | small) - first, last) & Vector<ushort>.One;
            letters += Vector.Sum(found);
            units = units[Vector<ushort>.Count..];
        }

        foreach (ushort unit in units)
        {
            letters += char.IsAsciiLetter((char)unit) ? 1 : 0;
        }

        return letters;
    }

    private static int Script(char c) => c switch
    {
        (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') => 1,
        >= '\u3040' and <= '\u30FF' => 2,
        (>= '\uAC00' and <= '\uD7AF') or (>= '\u1100' and <= '\u11FF') => 3,
        'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є' => 11,
        >= '\u0400' and <= '\u04FF' => 4,
        >= '\u0590' and <= '\u05FF' => 5,
        >= '\u0600' and <= '\u06FF' => 6,
        (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF') => 7,
        >= '\u0E00' and <= '\u0E7F' => 8,
        >= '\u0900' and <= '\u097F' => 9,
        _ => 0,
    };
}
