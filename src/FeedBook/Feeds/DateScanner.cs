namespace FeedBook.Feeds;

/// <summary>Reads one date from left to right: collects its numbers, month, time and zone, then sees whether they make a date.</summary>
internal sealed class DateScanner(string text)
{
    private readonly DateFigures _found = new();
    private int _at;
    private bool _zoneMayFollow, _wrong, _hourNext;

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
                _found.Separator = _found.Separator == '\0' && _found.Numbers.Count == 1 && c is '/' or '.' or '-' ? c : _found.Separator;
                _at++;
            }
        }

        return _wrong ? null : _found.ToInstant();
    }

    // ISO 8601's '-YYMM': the century is implied.
    private void ReadSigned()
    {
        if (text.Length == 5 && text[0] == '-' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            _found.Numbers.Add((DateFigures.Century(Int(1, 3)), 4));
            _found.Numbers.Add((Int(3, 5), 2));
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
        if (_at < text.Length && text[_at] == ':' && digits <= 2 && _found.Hour < 0)
        {
            Time(start);
            return;
        }

        _zoneMayFollow = false;
        if (_hourNext && _found.Hour < 0 && digits is 2 or 4 or 6)
        {
            _found.Hour = Int(start, start + 2);
            _found.Minute = digits >= 4 ? Int(start + 2, start + 4) : 0;
            _found.Second = digits == 6 ? Int(start + 4, start + 6) : 0;
            Fraction();
            _zoneMayFollow = true;
        }
        else if (digits == 8 && _found.Numbers.Count == 0)
        {
            _found.Numbers.AddRange([(Int(start, start + 4), 4), (Int(start + 4, start + 6), 2), (Int(start + 6, _at), 2)]);
        }
        else if (digits == 6 && _found.Numbers.Count == 0)
        {
            _found.Numbers.AddRange([(DateFigures.Century(Int(start, start + 2)), 4), (Int(start + 2, start + 4), 2), (Int(start + 4, _at), 2)]);
        }
        else if (digits == 7 && _found.Numbers.Count == 0)
        {
            _wrong = !_found.AddOrdinal(Int(start, start + 4), Int(start + 4, _at));
        }
        else if (digits is 10 or 13 && start == 0 && _at == text.Length)
        {
            _found.AddUnix(long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) / (digits == 13 ? 1 : 0.001));
        }
        else if (digits <= 4)
        {
            _found.Numbers.Add((Int(start, _at), digits));
        }
        else
        {
            _wrong = true;
        }

        _hourNext = false;
    }

    private void Time(int start)
    {
        _found.Hour = Int(start, _at);
        if (!Part(out int minute))
        {
            _wrong = true;
            return;
        }

        _found.Minute = minute;

        if (_at < text.Length && text[_at] == ':')
        {
            _wrong = !Part(out int second);
            _found.Second = second;
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

            _found.Milliseconds = Int(start, Math.Min(_at, start + 3)) * (_at - start) switch { 1 => 100, 2 => 10, _ => 1 };
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
        if (word == "t" && _found.Hour < 0 && _found.Numbers.Count > 0)
        {
            _hourNext = true;
        }
        else if (word is "am" or "a.m" or "오전" or "午前" or "上午" or "凌晨" or "早上")
        {
            _found.Afternoon = false;
        }
        else if (word is "pm" or "p.m" or "오후" or "午後" or "下午" or "晚上")
        {
            _found.Afternoon = true;
        }
        else if (DateNames.Months.TryGetValue(word, out int month))
        {
            _found.Month = month; // the last one counts: 'mar, 15 ene' begins with a Tuesday
        }
        else if (_found.Hour >= 0 && DateNames.Zones.TryGetValue(word, out int zone))
        {
            _found.Zone ??= zone;
            _zoneMayFollow = true;
        }
        else
        {
            int dot = word.IndexOf('.', StringComparison.Ordinal);
            if (dot > 0 && DateNames.Months.TryGetValue(word[..dot], out month))
            {
                _found.Month = month;
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
        _found.Zone = sign * ((hours * 60) + minutes);
        _wrong = hours > 15 || minutes > 99 || (hours == 15 && minutes > 0);
    }

    private int Int(int start, int end) => int.Parse(text.AsSpan(start, end - start), System.Globalization.CultureInfo.InvariantCulture);
}
