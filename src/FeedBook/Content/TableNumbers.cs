using System.Globalization;

namespace FeedBook.Content;

/// <summary>
/// Finds the columns of a table that hold numbers: those are read by their ends, or by their decimal marks, and never broken in two.
/// </summary>
internal static class TableNumbers
{
    private const int LongestNumber = 24;

    // A unit or a currency: km, USD, Mio, °C.
    private const int LongestUnit = 3;

    /// <summary>For each column whether all that its body says are numbers, at least two.</summary>
    /// <param name="body">The body's rows as <see cref="TableGrid.Place"/> placed them.</param>
    /// <param name="columns">How many columns there are.</param>
    public static bool[] Columns(IEnumerable<IReadOnlyList<(TableCell Cell, int Column)>> body, int columns)
    {
        int[] numbers = new int[columns];
        bool[] others = new bool[columns];
        foreach ((TableCell cell, int column) in body.SelectMany(row => row))
        {
            if (column >= columns || TextOf(cell) is { Length: 0 })
            {
                continue;
            }

            string? text = TextOf(cell);
            bool isNumber = cell.ColumnSpan == 1 && text is not null && IsNumber(text);
            numbers[column] += isNumber ? 1 : 0;
            others[column] |= !isNumber && !(text is not null && IsDash(text));
        }

        return [.. numbers.Select((count, column) => count > 1 && !others[column])];
    }

    /// <summary>The text of a cell of one paragraph, trimmed; empty for a blank cell, null for one that holds more.</summary>
    public static string? TextOf(TableCell cell) => cell.Blocks switch
    {
        [] => "",
        [Paragraph paragraph] => ContentText.Of(paragraph.Content).Trim(),
        _ => null,
    };

    /// <summary>Whether a text is a number, with its sign, its marks and a short unit.</summary>
    public static bool IsNumber(string text)
    {
        int digits = 0, letters = 0, runs = 0;
        bool inLetters = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isLetter = char.IsLetter(c);
            runs += isLetter && !inLetters ? 1 : 0;
            inLetters = isLetter;
            letters += isLetter ? 1 : 0;
            digits += char.IsDigit(c) ? 1 : 0;
            bool isSign = c is '+' or '-' or '\u2212' or '\u2013' or '±' or '~' or '≈' or '<' or '>';
            if (!isLetter && !char.IsDigit(c) && !(isSign && digits == 0) && !IsMark(c))
            {
                return false;
            }
        }

        return digits > 0 && text.Length <= LongestNumber && letters <= LongestUnit && runs <= 1
            && (letters == 0 || char.IsLetter(text[0]) || char.IsLetter(text[^1]));
    }

    /// <summary>
    /// For each number where its whole part ends: before the decimal mark where the column has one, else after the last digit.
    /// </summary>
    /// <param name="texts">The column's numbers.</param>
    public static int[] WholeParts(IReadOnlyList<string> texts)
    {
        char mark = DecimalMark(texts);
        return [.. texts.Select(text => mark != '\0' && text.LastIndexOf(mark) is >= 0 and var at ? at : LastDigit(text) + 1)];
    }

    // 1.234 may be a thousand or a fraction; its column tells.
    private static char DecimalMark(IReadOnlyList<string> texts)
    {
        foreach (string text in texts)
        {
            (int point, int comma) = (text.LastIndexOf('.'), text.LastIndexOf(','));
            if (point >= 0 && comma >= 0)
            {
                return point > comma ? '.' : ',';
            }
        }

        foreach (char mark in ".,")
        {
            string[] having = [.. texts.Where(text => text.Contains(mark, StringComparison.Ordinal))];
            if (having.Length > 0 && having.All(text => text.Count(c => c == mark) == 1)
                && having.Any(text => LastDigit(text) - text.IndexOf(mark, StringComparison.Ordinal) != 3))
            {
                return mark;
            }
        }

        return '\0';
    }

    private static int LastDigit(string text)
    {
        int at = text.Length - 1;
        while (at >= 0 && !char.IsDigit(text[at]))
        {
            at--;
        }

        return at;
    }

    private static bool IsMark(char c) => c is '.' or ',' or '\'' or '’' or ' ' or '\u00A0' or '\u2009' or '\u202F' or '\u066B' or '\u066C'
        or '%' or '‰' or '٪' or '(' or ')' or '°'
        || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;

    private static bool IsDash(string text) =>
        text.All(c => char.GetUnicodeCategory(c) is UnicodeCategory.DashPunctuation || c is '\u2212' or '.' or '…');
}
