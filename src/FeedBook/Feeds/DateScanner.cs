namespace FeedBook.Feeds;

/// <summary>Reads one date from left to right: collects its numbers, month, time and zone, then sees whether they make a date.</summary>
internal sealed class DateScanner(string text)
{
    private readonly List<(int Value, int Digits)> _numbers = [];
    private int _at;
    private int _month, _hour = -1, _minute, _second, _milliseconds;
    private int? _zone;
    private bool? _afternoon;
    private bool _zoneMayFollow, _wrong, _hourNext;
    private char _separator;

    public DateTimeOffset? Read()
    {
        ReadSigned();
        while (_at < text.Length && !_wrong)
        {
            char c = text[_at];
            if (char.IsAsciiDigit(c))
            {
                Number();
            }
            else if (char.IsLetter(c))
            {
                Word();
            }
            else if (c is '+' or '-' && _zoneMayFollow && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1]))
            {
                Offset();
            }
            else
            {
                _separator = _separator == '\0' && _numbers.Count == 1 && c is '/' or '.' or '-' ? c : _separator;
                _at++;
            }
        }

        return _wrong ? null : Make();
    }

    // ISO 8601's '-YYMM': the century is implied.
    private void ReadSigned()
    {
        if (text.Length == 5 && text[0] == '-' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            _numbers.Add((Century(Int(1, 3)), 4));
            _numbers.Add((Int(3, 5), 2));
            _at = 5;
        }
    }

    private void Number()
    {
        int start = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        int digits = _at - start;
        if (_at < text.Length && text[_at] == ':' && digits <= 2 && _hour < 0)
        {
            Time(start);
            return;
        }

        _zoneMayFollow = false;
        if (_hourNext && _hour < 0 && digits is 2 or 4 or 6)
        {
            _hour = Int(start, start + 2);
            _minute = digits >= 4 ? Int(start + 2, start + 4) : 0;
            _second = digits == 6 ? Int(start + 4, start + 6) : 0;
            Fraction();
            _zoneMayFollow = true;
        }
        else if (digits == 8 && _numbers.Count == 0)
        {
            _numbers.AddRange([(Int(start, start + 4), 4), (Int(start + 4, start + 6), 2), (Int(start + 6, _at), 2)]);
        }
        else if (digits == 6 && _numbers.Count == 0)
        {
            _numbers.AddRange([(Century(Int(start, start + 2)), 4), (Int(start + 2, start + 4), 2), (Int(start + 4, _at), 2)]);
        }
        else if (digits == 7 && _numbers.Count == 0)
        {
            Ordinal(Int(start, start + 4), Int(start + 4, _at));
        }
        else if (digits is 10 or 13 && start == 0 && _at == text.Length)
        {
            Unix(long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) / (digits == 13 ? 1 : 0.001));
        }
        else if (digits <= 4)
        {
            _numbers.Add((Int(start, _at), digits));
        }
        else
        {
            _wrong = true;
        }

        _hourNext = false;
    }

    private void Time(int start)
    {
        _hour = Int(start, _at);
        if (!Part(out _minute))
        {
            _wrong = true;
            return;
        }

        if (_at < text.Length && text[_at] == ':')
        {
            _wrong = !Part(out _second);
        }

        Fraction();
        _zoneMayFollow = true;
        _hourNext = false;
    }

    // ':' and two digits (or one).
    private bool Part(out int value)
    {
        int start = ++_at;
        while (_at < text.Length && _at - start < 2 && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        value = _at > start ? Int(start, _at) : 0;
        return _at > start;
    }

    private void Fraction()
    {
        if (_at + 1 < text.Length && text[_at] is '.' or ',' && char.IsAsciiDigit(text[_at + 1]))
        {
            int start = ++_at;
            while (_at < text.Length && char.IsAsciiDigit(text[_at]))
            {
                _at++;
            }

            _milliseconds = Int(start, Math.Min(_at, start + 3)) * (_at - start) switch { 1 => 100, 2 => 10, _ => 1 };
        }
    }

    private void Word()
    {
        int start = _at;
        while (_at < text.Length && (char.IsLetter(text[_at]) || char.GetUnicodeCategory(text[_at]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
            || (text[_at] == '.' && _at + 1 < text.Length && char.IsLetter(text[_at + 1]))))
        {
            _at++;
        }

        string word = text[start.._at].ToLowerInvariant();
        if (word == "t" && _hour < 0 && _numbers.Count > 0)
        {
            _hourNext = true;
        }
        else if (word is "am" or "a.m" or "오전" or "午前" or "上午" or "凌晨" or "早上")
        {
            _afternoon = false;
        }
        else if (word is "pm" or "p.m" or "오후" or "午後" or "下午" or "晚上")
        {
            _afternoon = true;
        }
        else if (DateNames.Months.TryGetValue(word, out int month))
        {
            _month = month; // the last one counts: 'mar, 15 ene' begins with a Tuesday
        }
        else if (_hour >= 0 && DateNames.Zones.TryGetValue(word, out int zone))
        {
            _zone ??= zone;
            _zoneMayFollow = true;
        }
        else
        {
            int dot = word.IndexOf('.', StringComparison.Ordinal);
            if (dot > 0 && DateNames.Months.TryGetValue(word[..dot], out month))
            {
                _month = month;
            }
        }
    }

    private void Offset()
    {
        int sign = text[_at++] == '-' ? -1 : 1, start = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        int digits = _at - start, hours, minutes = 0;
        if (digits <= 2)
        {
            hours = Int(start, _at);
            if (_at < text.Length && text[_at] is ':' or '.')
            {
                Part(out minutes);
            }
        }
        else if (digits <= 4)
        {
            hours = Int(start, _at - 2);
            minutes = Int(_at - 2, _at);
        }
        else
        {
            _wrong = true;
            return;
        }

        _zoneMayFollow = false;
        _zone = sign * ((hours * 60) + minutes);
        _wrong = hours > 15 || minutes > 99 || (hours == 15 && minutes > 0);
    }

    private DateTimeOffset? Make()
    {
        if (!Date(out int year, out int month, out int day) || year is < 2 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        int hour = Math.Max(_hour, 0), extraDay = 0;
        if (_afternoon is { } afternoon && hour is >= 1 and <= 12)
        {
            hour = (hour % 12) + (afternoon ? 12 : 0);
        }

        if (hour == 24 && _minute == 0 && _second == 0)
        {
            (hour, extraDay) = (0, 1);
        }

        if (hour > 23 || _minute > 59 || _second > 60)
        {
            return null;
        }

        // A leap second is the last moment before the next minute to everybody who has none.
        var local = new DateTime(year, month, day, hour, _minute, Math.Min(_second, 59), _milliseconds, DateTimeKind.Utc);
        return new DateTimeOffset(local.AddDays(extraDay).AddMinutes(-(_zone ?? 0)), TimeSpan.Zero);
    }

    private bool Date(out int year, out int month, out int day)
    {
        (year, month, day) = (0, _month, 1);
        int count = _numbers.Count;
        if (count == 0 || count > 3 || (_month > 0 && count > 2 && _numbers[0].Digits < 4))
        {
            return false;
        }

        if (_month > 0)
        {
            bool yearFirst = _numbers[0].Digits >= 3;
            if (count == 1)
            {
                year = _numbers[0].Digits == 4 ? _numbers[0].Value : 0;
                return year > 0;
            }

            // Year and day about a named month; a third number may repeat the month ('2004-0-július-13').
            year = Year(yearFirst ? _numbers[0] : _numbers[1]);
            day = yearFirst ? _numbers[^1].Value : _numbers[0].Value;
            return yearFirst || _numbers[1].Digits != 1;
        }

        if (_numbers[0].Digits == 4)
        {
            year = _numbers[0].Value;
            if (count == 2 && _numbers[1].Digits == 3)
            {
                return OrdinalDate(year, _numbers[1].Value, out month, out day);
            }

            month = count > 1 ? _numbers[1].Value : 1;
            day = count > 2 ? _numbers[2].Value : 1;
            return true;
        }

        if (count < 3)
        {
            return false;
        }

        year = Year(_numbers[2]);
        bool monthFirst = _separator == '/' ? _numbers[0].Value <= 12 : _numbers[1].Value > 12;
        (month, day) = monthFirst ? (_numbers[0].Value, _numbers[1].Value) : (_numbers[1].Value, _numbers[0].Value);
        return true;
    }

    private void Ordinal(int year, int dayOfYear)
    {
        if (OrdinalDate(year, dayOfYear, out int month, out int day))
        {
            _numbers.AddRange([(year, 4), (month, 2), (day, 2)]);
        }
        else
        {
            _wrong = true;
        }
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

    private void Unix(double milliseconds)
    {
        DateTimeOffset instant = DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);
        _numbers.AddRange([(instant.Year, 4), (instant.Month, 2), (instant.Day, 2)]);
        (_hour, _minute, _second) = (instant.Hour, instant.Minute, instant.Second);
    }

    // RFC 2822 §4.3: two digits below 50 are of this century, three count from 1900.
    private static int Year((int Value, int Digits) number) => number.Digits switch
    {
        2 => Century(number.Value),
        3 => 1900 + number.Value,
        _ => number.Value,
    };

    private static int Century(int value) => value < 50 ? 2000 + value : 1900 + value;

    private int Int(int start, int end) => int.Parse(text.AsSpan(start, end - start), System.Globalization.CultureInfo.InvariantCulture);
}
