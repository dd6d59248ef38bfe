using System.Globalization;

namespace FeedBook.Sample.Reports;

/// <summary>A number and what is counted.</summary>
internal static class Counted
{
    public static string Of(int number, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {one}{(number == 1 ? "" : "s")}");
}
