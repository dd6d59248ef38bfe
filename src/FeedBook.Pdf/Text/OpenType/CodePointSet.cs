using System.Globalization;

namespace FeedBook.Pdf.Text.OpenType;

/// <summary>A set of code points as sorted ranges.</summary>
internal sealed class CodePointSet
{
    private readonly int[] _first;
    private readonly int[] _last;

    private CodePointSet(int[] first, int[] last)
    {
        _first = first;
        _last = last;
    }

    /// <summary>
    /// Reads <c>20-7E A0 4E00-9FFF</c>: hexadecimal, ascending, separated by white space. Throws <see cref="FormatException"/>.
    /// </summary>
    public static CodePointSet Parse(string ranges)
    {
        string[] parts = ranges.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var first = new int[parts.Length];
        var last = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            int dash = parts[i].IndexOf('-', StringComparison.Ordinal);
            ReadOnlySpan<char> from = dash < 0 ? parts[i] : parts[i].AsSpan(0, dash);
            ReadOnlySpan<char> to = dash < 0 ? from : parts[i].AsSpan(dash + 1);
            first[i] = int.Parse(from, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            last[i] = int.Parse(to, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (last[i] < first[i] || (i > 0 && first[i] <= last[i - 1]))
            {
                throw new FormatException($"The ranges do not ascend at '{parts[i]}'.");
            }
        }

        return new CodePointSet(first, last);
    }

    public bool Contains(int codePoint)
    {
        int at = Array.BinarySearch(_first, codePoint);
        if (at >= 0)
        {
            return true;
        }

        at = ~at - 1;
        return at >= 0 && codePoint <= _last[at];
    }
}
