using System.Collections.Frozen;
using System.Text;
using FeedBook.Text;

namespace FeedBook.Feeds.Dates;

/// <summary>
/// The names of months, days and halves of the day in all languages that CLDR knows, and the order of numbers in their short dates
/// (<c>date-names.txt</c>, cut by <c>cut-cldr.py</c>). Read once, when a date first needs it; safe for use from many threads.
/// </summary>
internal sealed class WorldNames
{
    private const int ShortestPrefix = 3;
    private const int ShortestStem = 4;
    private static readonly NameMeaning[] None = [];
    private static readonly Lazy<WorldNames> Lazily = new(() => new WorldNames());
    private readonly FrozenDictionary<string, NameMeaning[]> _months, _days, _halves;
    private readonly FrozenDictionary<string, string> _orders;
    private readonly FrozenSet<string> _markers;

    // In their order, so that all names with one beginning stand together.
    private readonly string[] _sorted;

    private WorldNames()
    {
        var months = new Dictionary<string, List<NameMeaning>>(StringComparer.Ordinal);
        var days = new Dictionary<string, List<NameMeaning>>(StringComparer.Ordinal);
        var halves = new Dictionary<string, List<NameMeaning>>(StringComparer.Ordinal);
        var orders = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var markers = new HashSet<string>(StringComparer.Ordinal);
        using Stream stream = typeof(WorldNames).Assembly.GetManifestResourceStream("date-names.txt")
            ?? throw new InvalidOperationException("The table of date names is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            string[] fields = line.Split('\t');
            bool common = fields[0].EndsWith('+');
            string language = fields[0].TrimEnd('+');
            orders.TryAdd(language, fields[1]);
            if (fields.Length < 8)
            {
                continue;
            }

            bool persian = fields[2] == "persian";
            Add(months, fields[3], 1, language, common, persian);
            Add(days, fields[4], 0, language, common, false);
            Add(halves, fields[5] + "|" + fields[6], 0, language, common, false);
            markers.UnionWith(fields[7].Split(',', StringSplitOptions.RemoveEmptyEntries));
        }

        _sorted = [.. months.Keys.Order(StringComparer.Ordinal)];
        AddPlain(months);
        _months = Freeze(months);
        _days = Freeze(days);
        _halves = Freeze(halves);
        _orders = orders.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _markers = markers.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The table.</summary>
    public static WorldNames Table => Lazily.Value;

    /// <summary>What the name may mean as a month; empty where it is none. Words of a longer name are parted by one space.</summary>
    public NameMeaning[] Months(string name) => _months.GetValueOrDefault(name) ?? _months.GetValueOrDefault(PlainLetters.Of(name), None);

    /// <summary>What the name may mean as a day of the week.</summary>
    public NameMeaning[] Days(string name) => _days.GetValueOrDefault(name, None);

    /// <summary>What the name may mean as a half of the day: 0 the first, 1 the second.</summary>
    public NameMeaning[] Halves(string name) => _halves.GetValueOrDefault(name, None);

    /// <summary>Whether the number after the word is the month ('tháng 8').</summary>
    public bool IsMarker(string word) => _markers.Contains(word);

    /// <summary>
    /// The months of which the word is the beginning ('lok' of 'lokakuu'), or which begin the word (cases and endings: 'abuztuaren').
    /// Asked for words that are no name themselves.
    /// </summary>
    public IEnumerable<NameMeaning> Resembling(string word)
    {
        if (word.Length >= ShortestPrefix)
        {
            int at = Array.BinarySearch(_sorted, word, StringComparer.Ordinal);
            for (at = at < 0 ? ~at : at; at < _sorted.Length && _sorted[at].StartsWith(word, StringComparison.Ordinal); at++)
            {
                foreach (NameMeaning meaning in _months[_sorted[at]])
                {
                    yield return meaning;
                }
            }
        }

        for (int length = word.Length - 1; length >= ShortestStem; length--)
        {
            foreach (NameMeaning meaning in Months(word[..length]))
            {
                yield return meaning;
            }
        }
    }

    /// <summary>The order of day, month and year in numbers, as three letters ('dmy'); null where the language is not known.</summary>
    public string? Order(string tag)
    {
        string[] parts = tag.Split('-');
        string? region = Array.Find(parts, part => part.Length == 2 && !ReferenceEquals(part, parts[0]));
        return (region is null ? null : _orders.GetValueOrDefault(parts[0] + "-" + region)) ?? _orders.GetValueOrDefault(parts[0]);
    }

    private static void Add(Dictionary<string, List<NameMeaning>> all, string field, int first, string language, bool common, bool persian)
    {
        string[] groups = field.Split('|');
        for (int i = 0; i < groups.Length; i++)
        {
            foreach (string name in groups[i].Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!all.TryGetValue(name, out List<NameMeaning>? meanings))
                {
                    all[name] = meanings = [];
                }

                meanings.Add(new NameMeaning(i + first, language, common, persian));
            }
        }
    }

    private static void AddPlain(Dictionary<string, List<NameMeaning>> months)
    {
        // In Latin, Greek and Cyrillic letters alone: in other scripts the marks are letters.
        foreach ((string name, List<NameMeaning> meanings) in months.ToArray())
        {
            string plain = name[0] < '\u0530' ? PlainLetters.Of(name) : name;
            if (plain != name && plain.Length >= ShortestPrefix)
            {
                if (months.TryGetValue(plain, out List<NameMeaning>? other))
                {
                    other.AddRange(meanings.Where(each => !other.Exists(o => o.Language == each.Language)));
                }
                else
                {
                    months[plain] = [.. meanings]; // a list of its own: another language's name may join it
                }
            }
        }
    }

    private static FrozenDictionary<string, NameMeaning[]> Freeze(Dictionary<string, List<NameMeaning>> all) =>
        all.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
}
