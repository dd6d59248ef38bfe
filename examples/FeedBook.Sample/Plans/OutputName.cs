using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedBook.Sample.Plans;

/// <summary>A file's name with the day in it: <c>news-{date:yyyy-MM-dd}.epub</c>.</summary>
internal static partial class OutputName
{
    private const string Usual = "yyyy-MM-dd";

    private static readonly string[] Extensions = [".epub", ".pdf"];

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? Mistake(string name)
    {
        if (Extensions.All(extension => !name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
        {
            return $"'{name}' has none of the known extensions: {string.Join(", ", Extensions)}.";
        }

        if (Braces().Replace(name, "").AsSpan().IndexOfAny('{', '}') >= 0)
        {
            return $"'{name}' has a brace that is not closed or not known; {{date}} and {{date:{Usual}}} are known.";
        }

        foreach (Match match in Braces().Matches(name))
        {
            if (match.Groups["word"].Value != "date")
            {
                return $"'{match.Value}' is not known in a file's name; {{date}} and {{date:{Usual}}} are.";
            }

            try
            {
                _ = Fill(match.Value, DateTimeOffset.UnixEpoch);
            }
            catch (FormatException)
            {
                return $"'{match.Value}' is no form of a date; {{date:{Usual}}} is one.";
            }
        }

        return null;
    }

    /// <summary>The name with the day filled in.</summary>
    /// <exception cref="FormatException">A date's form is none.</exception>
    public static string Fill(string name, DateTimeOffset now) => Braces().Replace(name, match =>
        now.ToString(match.Groups["form"] is { Success: true } form ? form.Value : Usual, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\{(?<word>[^{}:]*)(:(?<form>[^{}]+))?\}")]
    private static partial Regex Braces();
}
