using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace FeedBook.Text;

/// <summary>
/// Big5 with Hong Kong's supplement, which the platform's code page 950 has not (<c>hkscs.txt</c>, cut by <c>cut-hkscs.py</c>).
/// </summary>
internal static class Big5Text
{
    private static readonly Lazy<FrozenDictionary<int, string>> Supplement = new(Read);

    /// <summary>The text of the bytes; U+FFFD for what is no code.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        Encoding platform = EncodingLabels.Decoder("big5");
        var text = new StringBuilder(bytes.Length);
        int from = 0, at = 0;
        while (at < bytes.Length)
        {
            int high = bytes[at..].IndexOfAnyInRange((byte)0x81, (byte)0xFE);
            if (high < 0 || at + high + 1 >= bytes.Length)
            {
                break;
            }

            at += high;
            if (Supplement.Value.TryGetValue((bytes[at] << 8) | bytes[at + 1], out string? own))
            {
                text.Append(platform.GetString(bytes[from..at])).Append(own);
                from = at + 2;
            }

            at += bytes[at + 1] is (>= 0x40 and <= 0x7E) or >= 0x80 ? 2 : 1;
        }

        return text.Append(platform.GetString(bytes[from..])).ToString();
    }

    private static FrozenDictionary<int, string> Read()
    {
        using Stream stream = typeof(Big5Text).Assembly.GetManifestResourceStream("hkscs.txt")
            ?? throw new InvalidOperationException("The table of Hong Kong's characters is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var codes = new Dictionary<int, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            int code = int.Parse(line.AsSpan(0, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            foreach (string character in line[5..].Split(' '))
            {
                codes[code] = character;
                code += (code & 0xFF) == 0x7E ? 0xA1 - 0x7E : 1;
            }
        }

        return codes.ToFrozenDictionary();
    }
}
