using System.Globalization;

namespace FeedBook.Feeds.Dates;

/// <summary>The figures found in a date, and what instant they make.</summary>
internal sealed class DateFigures
{
    /// <summary>The numbers that are no time and no zone, with how many digits they were written.</summary>
    public List<(int Value, int Digits)> Numbers { get; } = [];

    /// <summary>The month where a number was marked as one; 0 where it was not.</summary>
    public int Month { get; set; }

    /// <summary>The tag of the language it may be written in; null when unknown.</summary>
    public string? Language { get; init; }

    /// <summary>-1 where there is no time.</summary>
    public int Hour { get; set; } = -1;

    public int Minute { get; set; }

    public int Second { get; set; }

    public int Milliseconds { get; set; }

    /// <summary>Minutes east of Greenwich; null where the date does not say.</summary>
    public int? Zone { get; set; }

    /// <summary>The seconds of an offset that has them.</summary>
    public int ZoneSeconds { get; set; }

    /// <summary>Whether 'pm' was said, or 'am'; null for neither.</summary>
    public bool? Afternoon { get; set; }

    // The most minutes from UTC that the platform keeps; there are no such zones beyond.
    private const int MostZone = 14 * 60;
    private const int BuddhistEra = 543;
    private static readonly PersianCalendar Persian = new();

    /// <summary>Whether it is written in Thai letters.</summary>
    public bool IsThai { get; init; }

    /// <summary>What stood between the first two numbers.</summary>
    public char Separator { get; set; }

    /// <summary>
    /// The instant, in the zone it was written in: the day it names is the one its readers saw. Null when the figures make none, or two.
    /// </summary>
    /// <param name="words">The words of the date.</param>
    public DateTimeOffset? ToInstant(DateWords words)
    {
        NameMeaning[] months = Month > 0 ? [new NameMeaning(Month, "", true)] : words.Months(Numbers.Count == 2);
        DateTime[] days = months.Length == 0
            ? Day(0, false) is { } numeric ? [numeric] : []
            : [.. months.Select(month => Day(month.Value, month.IsPersian)).OfType<DateTime>().Distinct()];
        if (days.Length > 1 && words.Weekday() is { } weekday)
        {
            days = [.. days.Where(day => (int)day.DayOfWeek == weekday)];
        }

        return days.Length == 1 ? At(days[0]) : null;
    }

    private DateTimeOffset? At(DateTime day)
    {
        int hour = Math.Max(Hour, 0), extraDay = 0;
        if (Afternoon is { } afternoon && hour is >= 1 and <= 12)
        {
            hour = (hour % 12) + (afternoon ? 12 : 0);
        }

        if (hour == 24 && Minute == 0 && Second == 0)
        {
            (hour, extraDay) = (0, 1);
        }

        if (hour > 23 || Minute > 59 || Second > 60)
        {
            return null;
        }

        // A leap second is the last moment before the next minute to everybody who has none.
        DateTime local = day.Add(new TimeSpan(0, hour, Minute, Math.Min(Second, 59), Milliseconds));
        var instant = new DateTimeOffset(local.AddDays(extraDay).AddMinutes(-(Zone ?? 0)).AddSeconds(-ZoneSeconds), TimeSpan.Zero);
        return Math.Abs(Zone ?? 0) <= MostZone ? instant.ToOffset(TimeSpan.FromMinutes(Zone ?? 0)) : instant;
    }

    // The day that the numbers make with the month; null when they make none.
    private DateTime? Day(int month, bool persian)
    {
        int named = month;
        if (!Date(named, out int year, out month, out int day))
        {
            return null;
        }

        if (persian || (named == 0 && year is >= 1300 and < 1500 && IsWrittenIn("fa", "ps", "ckb")))
        {
            return year is >= 1200 and < 1500 && month is >= 1 and <= 12 && day >= 1 && day <= Persian.GetDaysInMonth(year, month)
                ? Persian.ToDateTime(year, month, day, 0, 0, 0, 0)
                : null;
        }

        return year is < 2 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? null
            : new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
    }

    private bool Date(int named, out int year, out int month, out int day)
    {
        (year, month, day) = (0, named, 1);
        int count = Numbers.Count;
        if (count == 0 || count > 3 || (named > 0 && count > 2 && Numbers[0].Digits < 4))
        {
            return false;
        }

        if (named > 0)
        {
            bool yearFirst = Numbers[0].Digits >= 3;
            if (count == 1)
            {
                year = Numbers[0].Digits == 4 ? Year(Numbers[0]) : 0;
                return year > 0;
            }

            // Year and day about a named month; a third number may repeat the month ('2004-0-július-13').
            year = Year(yearFirst ? Numbers[0] : Numbers[1]);
            day = yearFirst ? Numbers[^1].Value : Numbers[0].Value;
            return yearFirst || Numbers[1].Digits != 1;
        }

        if (Numbers[0].Digits == 4)
        {
            year = Year(Numbers[0]);
            if (count == 2 && Numbers[1].Digits == 3)
            {
                return OrdinalDate(year, Numbers[1].Value, out month, out day);
            }

            month = count > 1 ? Numbers[1].Value : 1;
            day = count > 2 ? Numbers[2].Value : 1;
            return true;
        }

        if (count < 3)
        {
            return false;
        }

        year = Year(Numbers[2]);
        bool monthFirst = MonthFirst() ? Numbers[0].Value <= 12 : Numbers[1].Value > 12;
        (month, day) = monthFirst ? (Numbers[0].Value, Numbers[1].Value) : (Numbers[1].Value, Numbers[0].Value);
        return true;
    }

    // The language tells the order; where it is not known, strokes are American and other signs are not. English and a region tell, English
    // alone does not: its programs write the dates of many countries.
    private bool MonthFirst()
    {
        bool american = Separator == '/';
        if (Language is null || !american || (Afternoon is not null && !Language.StartsWith("en-", StringComparison.OrdinalIgnoreCase)))
        {
            return american;
        }

        return WorldNames.Table.Order(Language) is not { } order
            || order.IndexOf('m', StringComparison.Ordinal) < order.IndexOf('d', StringComparison.Ordinal);
    }

    private bool IsWrittenIn(params ReadOnlySpan<string> languages)
    {
        foreach (string language in languages)
        {
            if (Language is not null && (Language == language || Language.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a year and a day of the year; false when there is no such day.</summary>
    public bool AddOrdinal(int year, int dayOfYear)
    {
        bool found = OrdinalDate(year, dayOfYear, out int month, out int day);
        if (found)
        {
            Numbers.AddRange([(year, 4), (month, 2), (day, 2)]);
        }

        return found;
    }

    private static bool OrdinalDate(int year, int dayOfYear, out int month, out int day)
    {
        (month, day) = (0, 0);
        if (year is < 2 or > 9998 || dayOfYear is < 1 or > 366 || (dayOfYear == 366 && !DateTime.IsLeapYear(year)))
        {
            return false;
        }

        DateTime date = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(dayOfYear - 1);
        (month, day) = (date.Month, date.Day);
        return true;
    }

    /// <summary>Takes milliseconds since 1970.</summary>
    public void AddUnix(double milliseconds)
    {
        DateTimeOffset instant = DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);
        Numbers.AddRange([(instant.Year, 4), (instant.Month, 2), (instant.Day, 2)]);
        (Hour, Minute, Second) = (instant.Hour, instant.Minute, instant.Second);
    }

    // RFC 2822 §4.3: two digits below 50 are of this century, three count from 1900. Thailand counts from 543 BC.
    private int Year((int Value, int Digits) number)
    {
        if (IsThai || IsWrittenIn("th"))
        {
            return number switch
            {
                { Digits: 4, Value: >= 2400 and < 2700 } => number.Value - BuddhistEra,
                { Digits: 2, Value: >= 50 } => 2500 + number.Value - BuddhistEra,
                _ => Plain(number),
            };
        }

        return Plain(number);
    }

    private static int Plain((int Value, int Digits) number) => number.Digits switch
    {
        2 => Century(number.Value),
        3 => 1900 + number.Value,
        _ => number.Value,
    };

    /// <summary>The year that two digits mean.</summary>
    public static int Century(int value) => value < 50 ? 2000 + value : 1900 + value;
}
