namespace FeedBook.Feeds.Dates;

/// <summary>What a name means in one language.</summary>
/// <param name="Value">The month (1 to 12) or the day of the week (0, Sunday, to 6).</param>
/// <param name="Language">The language, without script and region.</param>
/// <param name="IsCommon">Whether CLDR covers the language well; the names of others never overrule those of common ones.</param>
/// <param name="IsPersian">Whether it is a month of the Persian (solar) calendar.</param>
internal readonly record struct NameMeaning(int Value, string Language, bool IsCommon, bool IsPersian = false);
