using System.Globalization;

namespace FeedBook.Sample.Plans;

/// <summary>From when on items are new: the last run, an age, or an instant.</summary>
internal sealed record Since
{
    public const string Form = "'last', an age such as 12h, 7d or 2w, or a date such as 2026-11-01";

    /// <summary>The word for no limit: in an argument, where feedbook.json has one.</summary>
    public const string All = "all";

    public bool IsLast { get; private init; }

    public TimeSpan? Age { get; private init; }

    public DateTimeOffset? Instant { get; private init; }

    /// <summary>What it changes for a source. The last run is not an option of a source but a filter.</summary>
    public FeedSourceOptions Apply(FeedSourceOptions options) => this switch
    {
        { Age: { } age } => options with { MaxAge = age, NotBefore = null },
        { Instant: { } instant } => options with { NotBefore = instant, MaxAge = null },
        _ => options,
    };

    /// <summary>Reads 'last', '7d' or '2026-11-01'; null when it is none. A date is a day of the clock's own time zone.</summary>
    public static Since? Parse(string text, TimeProvider clock)
    {
        text = text.Trim();
        if (string.Equals(text, "last", StringComparison.OrdinalIgnoreCase))
        {
            return new Since { IsLast = true };
        }

        if (text.Length is > 1 and < 8
            && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0)
        {
            TimeSpan? unit =
                char.ToLowerInvariant(text[^1]) switch { 'h' => TimeSpan.FromHours(1), 'd' => TimeSpan.FromDays(1),
                'w' => TimeSpan.FromDays(7), _ => null };
            return unit is { } length ? new Since { Age = number * length } : null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            DateTime midnight = day.ToDateTime(TimeOnly.MinValue);
            return new Since { Instant = new DateTimeOffset(midnight, clock.LocalTimeZone.GetUtcOffset(midnight)) };
        }

        return text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out DateTimeOffset instant)
            ? new Since { Instant = instant }
            : null;
    }
}
