namespace FeedBook.Feeds.Dates;

/// <summary>The words of one date: what each may mean in which language, and what they mean together.</summary>
/// <param name="language">The language without script and region; null when unknown.</param>
internal sealed class DateWords(string? language)
{
    private readonly List<(string Name, NameMeaning[] Meanings, bool IsDay)> _months = [];
    private readonly List<(string Name, NameMeaning[] Meanings)> _days = [];
    private readonly List<(string Name, NameMeaning[] Meanings)> _halves = [];
    private readonly List<string> _unknown = [];
    private int _englishMonth, _englishDay = -1;

    /// <summary>Whether a word names a month.</summary>
    public bool HasMonth => _englishMonth > 0 || _months.Count > 0;

    /// <summary>Takes an English word; false where it is none of RFC 822's.</summary>
    public bool AddEnglish(string word)
    {
        bool found = false;
        if (DateNames.Months.TryGetValue(word, out int month))
        {
            // 'mar' is Tuesday in half of the Romance languages; of the others the last one counts.
            _englishMonth = word == "mar" && _englishMonth > 0 ? _englishMonth : month;
            found = true;
        }
        else if (DateNames.Days.TryGetValue(word, out int day))
        {
            // In another language the word may be a month as well.
            _englishDay = day;
            found = language is null or "en";
        }

        return found;
    }

    /// <summary>Takes a name of one word or more; false where no language has it.</summary>
    /// <param name="name">The name, its words parted by one space.</param>
    /// <param name="isNextToTime">Whether a time of day stands just before or after it: only there a word tells the half of the
    /// day.</param>
    public bool Add(string name, bool isNextToTime)
    {
        WorldNames table = WorldNames.Table;
        NameMeaning[] months = table.Months(name), days = table.Days(name), halves = isNextToTime ? table.Halves(name) : [];
        if (months.Length > 0)
        {
            _months.Add((name, months, days.Length > 0));
        }

        if (days.Length > 0)
        {
            _days.Add((name, days));
        }

        if (halves.Length > 0)
        {
            _halves.Add((name, halves));
        }

        return months.Length > 0 || days.Length > 0 || halves.Length > 0;
    }

    /// <summary>Takes a word that is no name; it may be the beginning of one, or a name with an ending.</summary>
    public void AddUnknown(string word) => _unknown.Add(word);

    /// <summary>
    /// The months that the words may mean, one where all is clear. Empty where no month is named. What the feed's language says
    /// counts first, then the languages of the day's name, then the well-covered languages.
    /// </summary>
    /// <param name="mayResemble">Whether a word that only resembles a name counts where there is no name.</param>
    public NameMeaning[] Months(bool mayResemble)
    {
        // Of several words that may be months, one that cannot be a day of the week is the month.
        int last = _months.FindLastIndex(each => !each.IsDay);
        if (_englishMonth > 0 && last < 0)
        {
            return [new NameMeaning(_englishMonth, "en", true)];
        }

        if (last >= 0 || _months.Count > 0)
        {
            (string name, NameMeaning[] meanings, _) = _months[last >= 0 ? last : _months.Count - 1];
            return Distinct(Likely(name, meanings));
        }

        return !mayResemble ? [] : _unknown.Select(word => Distinct(Likely(word, [.. WorldNames.Table.Resembling(word)])))
            .LastOrDefault(found => found.Length > 0) ?? [];
    }

    /// <summary>The day of the week that the words name, 0 for Sunday; null where they name none, or several.</summary>
    public int? Weekday()
    {
        if (_englishDay >= 0)
        {
            return _englishDay;
        }

        int[] values = [.. _days.SelectMany(each => Likely(each.Name, each.Meanings)).Select(each => each.Value).Distinct()];
        return values.Length == 1 ? values[0] : null;
    }

    /// <summary>Whether the words tell the second half of the day; null where they tell neither.</summary>
    public bool? IsAfternoon()
    {
        int[] values = [.. _halves.SelectMany(each => Likely(each.Name, each.Meanings)).Select(each => each.Value).Distinct()];
        return values.Length == 1 ? values[0] == 1 : null;
    }

    private static NameMeaning[] Distinct(IEnumerable<NameMeaning> meanings) =>
        [.. meanings.DistinctBy(each => (each.Value, each.IsPersian))];

    private NameMeaning[] Likely(string name, NameMeaning[] meanings)
    {
        NameMeaning[] own = [.. meanings.Where(each => each.Language == language)];
        if (own.Length > 0)
        {
            return own;
        }

        NameMeaning[] ofDay =
            [.. meanings.Where(each => _days.Exists(day => day.Name != name
            && Array.Exists(day.Meanings, one => one.Language == each.Language)))];
        NameMeaning[] narrowed = ofDay.Length > 0 ? ofDay : meanings;
        NameMeaning[] common = [.. narrowed.Where(each => each.IsCommon)];
        return common.Length > 0 ? common : narrowed;
    }
}
