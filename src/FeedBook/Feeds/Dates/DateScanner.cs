using System.Globalization;

namespace FeedBook.Feeds.Dates;

/// <summary>
/// Reads one date from left to right: collects its numbers, words, time and zone, then sees whether they make a date. Used once.
/// </summary>
/// <param name="text">As <see cref="DateText"/> prepared it.</param>
/// <param name="language">The tag of the language it may be written in; null when unknown.</param>
internal sealed class DateScanner(string text, string? language)
{
    private const int MostWords = 8;
    private readonly DateWords _words = new(language?.Split('-')[0].ToLowerInvariant());
    private readonly DateFigures _found = new() { Language = language, IsThai = text.AsSpan().ContainsAnyInRange('\u0E00', '\u0E7F') };
    private int _at;
    private bool _zoneMayFollow, _wrong, _hourNext, _monthNext, _justTimed;

    /// <summary>The instant; null when it is no date, or might be two.</summary>
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
            else if (char.IsLetter(c) || char.IsHighSurrogate(c))
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

        _found.Afternoon ??= _words.IsAfternoon();
        return _wrong ? null : _found.ToInstant(_words);
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
        if (digits <= 2 && _found.Hour < 0 && IsTimeSign())
        {
            Time(start);
            return;
        }

        _zoneMayFollow = _justTimed = false;
        if (_monthNext && digits <= 2)
        {
            _found.Month = Int(start, _at);
            _wrong = _found.Month is < 1 or > 12;
        }
        else if (_hourNext && _found.Hour < 0 && digits is 2 or 4 or 6)
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
            _found.Numbers.AddRange([(DateFigures.Century(Int(start, start + 2)), 4), (Int(start + 2, start + 4), 2),
                (Int(start + 4, _at), 2)]);
        }
        else if (digits == 7 && _found.Numbers.Count == 0)
        {
            _wrong = !_found.AddOrdinal(Int(start, start + 4), Int(start + 4, _at));
        }
        else if (digits is 10 or 13 && start == 0 && _at == text.Length)
        {
            _found.AddUnix(long.Parse(text, CultureInfo.InvariantCulture) / (digits == 13 ? 1 : 0.001));
        }
        else if (digits <= 4)
        {
            // A sign before a year makes it one before our era; 'Nov -0001' is what programs write for no date at all.
            _wrong = digits > 2 && start > 1 && text[start - 1] == '-' && text[start - 2] == ' ';
            _found.Numbers.Add((Int(start, _at), digits));
        }
        else
        {
            _wrong = true;
        }

        _hourNext = _monthNext = false;
    }

    // '8:30', '8h30', '8 h 30', and '8.30' once the date is whole.
    private bool IsTimeSign()
    {
        if (_at >= text.Length)
        {
            return false;
        }

        if (text[_at] == ':')
        {
            return true;
        }

        int sign = _at + (text[_at] == ' ' ? 1 : 0);
        if (sign + 1 < text.Length && text[sign] is 'h' or 'H')
        {
            int minutes = sign + (text[sign + 1] == ' ' ? 2 : 1);
            if (minutes + 1 < text.Length && char.IsAsciiDigit(text[minutes]) && char.IsAsciiDigit(text[minutes + 1]))
            {
                _at = minutes - 1;
                return true;
            }
        }

        int whole = _found.Numbers.Count + (_words.HasMonth || _found.Month > 0 ? 1 : 0);
        return whole >= 3 && text[_at] == '.' && _at + 2 < text.Length && char.IsAsciiDigit(text[_at + 1])
            && char.IsAsciiDigit(text[_at + 2])
            && (_at + 3 == text.Length || !char.IsAsciiDigit(text[_at + 3]));
    }

    private void Time(int start)
    {
        int end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        _found.Hour = Int(start, end);
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
        _zoneMayFollow = _justTimed = true;
        _hourNext = false;
    }

    // A sign and two digits (or one).
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
        _at = EndOfWord(start);
        string written = text[start.._at], word = written.ToLowerInvariant();
        bool justTimed = _justTimed;
        _justTimed = false;
        if (word == "t" && _found.Hour < 0 && _found.Numbers.Count > 0 && _at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _hourNext = true;
        }
        else if (word is "am" or "a.m" or "凌晨" or "早上" or "pm" or "p.m" or "晚上")
        {
            _found.Afternoon = word is "pm" or "p.m" or "晚上";
        }
        else if (_words.AddEnglish(word))
        {
        }
        else if (_found.Hour >= 0 && IsZone(written) && DateNames.Zones.TryGetValue(word, out int zone) && !IsHalf(word, justTimed))
        {
            _found.Zone ??= zone;
            _zoneMayFollow = true;
        }
        else if (WorldNames.Table.IsMarker(word))
        {
            _monthNext = true;
        }
        else
        {
            Name(start, word, justTimed);
        }
    }

    // Names of zones are written in capitals; 'z' is not always. 'h' and 'm' after a time are units.
    private static bool IsZone(string written) =>
        written.Length == 1 ? char.IsAsciiLetterUpper(written[0]) || written[0] == 'z'
        : written.Length == 2 ? written.All(char.IsAsciiLetterUpper) || written == "ut"
        : written.All(char.IsAsciiLetterUpper) || written.All(char.IsAsciiLetterLower);

    // 'P. M.' after a time is no zone.
    private bool IsHalf(string word, bool justTimed) =>
        justTimed && word is "a" or "p" && text.AsSpan(_at).TrimStart(". ").StartsWith("m", StringComparison.OrdinalIgnoreCase);

    // The longest run of words that is a name in some language; else the word alone, which may resemble one.
    private void Name(int start, string word, bool justTimed)
    {
        var ends = new List<int> { _at };
        var names = new List<string> { word };
        int at = _at;
        while (names.Count < MostWords)
        {
            int next = at;
            while (next < text.Length && text[next] is ' ' or '.' or '-' or '\'' or '’' or 'ʼ' or '\u00A0' or '\u202F')
            {
                next++;
            }

            if (next == at || next >= text.Length || !(char.IsLetter(text[next]) || char.IsHighSurrogate(text[next])))
            {
                break;
            }

            at = EndOfWord(next);
            names.Add(names[^1] + " " + text[next..at].ToLowerInvariant());
            ends.Add(at);
        }

        for (int i = names.Count - 1; i >= 0; i--)
        {
            if (_words.Add(names[i], justTimed || TimeFollows(ends[i])))
            {
                _at = ends[i];
                return;
            }
        }

        // 'gen.2026' has a dot of its own.
        int dot = word.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && (_words.AddEnglish(word[..dot]) || _words.Add(word[..dot], false)))
        {
            _at = start + dot + 1;
            return;
        }

        _words.AddUnknown(word);
    }

    private bool TimeFollows(int at)
    {
        while (at < text.Length && text[at] is ' ' or '.' or ',')
        {
            at++;
        }

        int start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at > start && at - start <= 2 && at < text.Length && text[at] == ':';
    }

    private int EndOfWord(int at)
    {
        while (at < text.Length && (char.IsLetter(text[at]) || char.IsSurrogate(text[at])
            || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            || (text[at] is '.' or '\u0F0B' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private void Offset()
    {
        int sign = text[_at++] == '-' ? -1 : 1, start = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        int digits = _at - start, hours, minutes = 0, seconds = 0;
        if (digits <= 2)
        {
            hours = Int(start, _at);
            if (_at < text.Length && text[_at] is ':' or '.')
            {
                Part(out minutes);
                if (_at < text.Length && text[_at] == ':')
                {
                    Part(out seconds); // RFC 9557 and local mean times have them
                }
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
        _found.ZoneSeconds = sign * seconds;
        _wrong = hours > 15 || minutes > 99 || seconds > 59 || (hours == 15 && minutes > 0);
    }

    private int Int(int start, int end) => int.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture);
}
