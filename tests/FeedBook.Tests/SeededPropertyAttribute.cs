using System.Globalization;
using FsCheck.Xunit;

namespace FeedBook.Tests;

/// <summary>
/// A property that is tried on the same cases in every run, so that a change never fails for a fault it did not bring. With
/// <c>FEEDBOOK_PROPERTY_FACTOR</c> set to a number, it is tried on that many times as many cases, other ones in every run: the way to look
/// for faults (see <c>CONTRIBUTING.md</c>).
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SeededPropertyAttribute : PropertyAttribute
{
    private static readonly int Factor =
        int.TryParse(Environment.GetEnvironmentVariable("FEEDBOOK_PROPERTY_FACTOR"), NumberStyles.None, CultureInfo.InvariantCulture,
            out int factor) ? factor : 0;

    public SeededPropertyAttribute(int cases)
    {
        MaxTest = cases * Math.Max(Factor, 1);
        if (Factor == 0)
        {
            Replay = "20261127,7";
        }
    }
}
