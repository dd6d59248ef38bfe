using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace FeedBook.Text;

/// <summary>Days as a byline names them.</summary>
internal static class WrittenDate
{
    private const char LeftToRightMark = '\u200E';

    private static readonly Lazy<FrozenDictionary<string, Form>> Forms = new(Read);

    /// <summary>A day, written as the language writes it where that is known and by ISO 8601 where not.</summary>
    public static string Of(DateTimeOffset date, string language)
    {
        for (string tag = language; tag.Length > 0; tag = tag[..Math.Max(0, tag.LastIndexOf('-'))])
        {
            if (Forms.Value.TryGetValue(tag, out Form? form))
            {
                return Write(date, form);
            }
        }

        // Behind Arabic letters the parts of a date would change places (UAX #9, W2); a mark of direction stops that.
        string day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return LanguageTag.IsRightToLeft(language) ? LeftToRightMark + day + LeftToRightMark : day;
    }

    private static string Write(DateTimeOffset date, Form form)
    {
        var text = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < form.Pattern.Length;)
        {
            char c = form.Pattern[i];
            int length = 1;
            while (c is 'd' or 'M' && !quoted && i + length < form.Pattern.Length && form.Pattern[i + length] == c)
            {
                length++;
            }

            if (c == '\'')
            {
                quoted = !quoted;
                bool isQuote = !quoted && i > 0 && form.Pattern[i - 1] == '\'';
                _ = isQuote ? text.Append(c) : text;
            }
            else if (quoted || c is not ('d' or 'M' or 'y'))
            {
                text.Append(c);
            }
            else if (c == 'M' && length == 4)
            {
                text.Append(form.Months[date.Month - 1]);
            }
            else
            {
                int number = c == 'd' ? date.Day : c == 'M' ? date.Month : date.Year;
                foreach (char digit in number.ToString(length == 2 ? "00" : "0", CultureInfo.InvariantCulture))
                {
                    text.Append(form.Digits.Length == 0 ? digit.ToString() : form.Digits[digit - '0']);
                }
            }

            i += length;
        }

        return text.ToString();
    }

    /// <summary>The table that cut-dates.py makes.</summary>
    private static FrozenDictionary<string, Form> Read()
    {
        using Stream stream = typeof(WrittenDate).Assembly.GetManifestResourceStream("FeedBook.dates.txt")
            ?? throw new InvalidOperationException("The assembly lacks its table of dates.");
        using var reader = new StreamReader(stream);
        var forms = new Dictionary<string, Form>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            string[] parts = line.Split('\t');
            forms.Add(parts[0], new Form(parts[1], parts[2].Split('|'), [.. parts[3].EnumerateRunes().Select(rune => rune.ToString())]));
        }

        return forms.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="Pattern">Of the fields d, dd, M, MM, MMMM and y; letters are quoted.</param>
    /// <param name="Months">As they stand in a date; one empty text where the pattern has none.</param>
    /// <param name="Digits">From 0 to 9; empty for the European ones.</param>
    private sealed record Form(string Pattern, string[] Months, string[] Digits);
}
