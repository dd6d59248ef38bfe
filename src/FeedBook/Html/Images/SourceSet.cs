using System.Globalization;

namespace FeedBook.Html.Images;

/// <summary>The pictures named by a <c>srcset</c> (HTML §4.8.4.2.1).</summary>
internal static class SourceSet
{
    /// <summary>Each address with its width in pixels, or its density times a thousand, which is 1,000 where nothing is said.</summary>
    public static List<(string Address, double Size)> Parse(string text)
    {
        var found = new List<(string, double)>();
        int at = 0;
        while (at < text.Length)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == ','))
            {
                at++;
            }

            int start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && !Separates(text, at, start))
            {
                at++;
            }

            if (at == start)
            {
                break;
            }

            string address = text[start..at];
            bool bare = address.EndsWith(',');
            int descriptor = at;
            while (!bare && at < text.Length && text[at] != ',')
            {
                at++;
            }

            found.Add((address.TrimEnd(','), bare ? 1_000 : Size(text.AsSpan(descriptor, at - descriptor))));
        }

        return found;
    }

    // A comma inside an address is common ("w_640,c_fit"); only one before another address or a space ends it.
    private static bool Separates(string text, int at, int start) =>
        text[at] == ',' && at > start && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])
            || text.AsSpan(at + 1).StartsWith("http://", StringComparison.Ordinal)
                || text.AsSpan(at + 1).StartsWith("https://", StringComparison.Ordinal)
            || text.AsSpan(at + 1).StartsWith("//", StringComparison.Ordinal));

    private static double Size(ReadOnlySpan<char> descriptors)
    {
        foreach (Range part in descriptors.Split(' '))
        {
            ReadOnlySpan<char> descriptor = descriptors[part].Trim();
            if (descriptor.Length > 1
                && double.TryParse(descriptor[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number > 0)
            {
                switch (descriptor[^1])
                {
                    case 'w' or 'W':
                        return number;
                    case 'x' or 'X':
                        return number * 1_000;
                }
            }
        }

        return 1_000;
    }
}
