using System.Buffers;
using System.Text;

namespace FeedBook.Html.Figures;

/// <summary>
/// Which signs of a credit a caption's end can show at all, seen in one pass over it. Most captions have no credit, and most places in one
/// that has are not where it begins: what cannot come to enough is not looked at.
/// </summary>
internal static class CreditChances
{
    // What stands behind a credit's last word, a bracket's end included.
    private const string Ends = " \n\t\r\v\f\u00A0\u3000）)]】〉》;.。,";

    // Signs that other scripts have.
    private static readonly ulong NotAscii =
        Bit(CreditSign.ShortEastAsian) | Bit(CreditSign.LongEastAsian) | Bit(CreditSign.VeryLongEastAsian) | Bit(CreditSign.FewOtherWords)
        | Bit(CreditSign.Titled);

    // Of each of these groups one sign is seen, or none.
    private static readonly ulong[] OneOfEach =
    [
        Bit(CreditSign.Names) | Bit(CreditSign.ManyNames) | Bit(CreditSign.OneName) | Bit(CreditSign.OneLowerWord),
        Bit(CreditSign.ShortEastAsian) | Bit(CreditSign.LongEastAsian) | Bit(CreditSign.VeryLongEastAsian),
    ];

    private static readonly ulong Grouped = OneOfEach[0] | OneOfEach[1];

    // What is rare is sought all at once first.
    private static readonly SearchValues<string> Rare =
        SearchValues.Create([Web, .. CreditWords.LicenceStarts, .. CreditWords.Copyrights], StringComparison.OrdinalIgnoreCase);

    private const string Web = "www.";

    private static readonly SearchValues<char> Colons = SearchValues.Create(":："), Slashes = SearchValues.Create("/／");

    /// <summary>
    /// The signs that the words of some place in the text may show, a bit for each. Those of the place itself are among them.
    /// </summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        int end = text.TrimEnd(Ends).Length;
        ReadOnlySpan<char> last = text[Math.Max(0, end - CreditPlaces.Longest - Ends.Length)..], trimmed = text[..end];
        bool ascii = Ascii.IsValid(last), slash = last.ContainsAny(Slashes);
        ulong not = ascii ? NotAscii : 0;
        not |= slash ? 0 : Bit(CreditSign.SlashInside);
        not |= last.ContainsAny(Colons) ? 0 : Bit(CreditSign.UnknownLabel);
        bool rare = last.ContainsAny(Rare);
        not |= last.Contains('@') || last.Contains("//", StringComparison.Ordinal)
            || (rare && last.Contains(Web, StringComparison.OrdinalIgnoreCase)) ? 0 : Bit(CreditSign.Address);
        not |= rare || last.ContainsAny('©', 'ⓒ') ? 0 : Bit(CreditSign.Copyright);
        not |= rare ? 0 : Bit(CreditSign.Licence);
        not |= AgencyNames.MayBeNamed(last) ? 0 : Bit(CreditSign.Agency) | Bit(CreditSign.AgencyInside);
        not |= CreditWords.IsHouse(trimmed) ? 0 : Bit(CreditSign.House);
        not |= trimmed is [.., '日'] || SignedCredits.WordAtEnd(trimmed) > 0 ? 0 : Bit(CreditSign.Signed) | Bit(CreditSign.SignedAndDated);
        return ~(not | (Words & ~CreditWords.KindsIn(last)));
    }

    /// <summary>The signs that depend on single words, which are seen only where a place begins as a word does.</summary>
    public static readonly ulong Words = Bit(CreditSign.SourceWord) | Bit(CreditSign.Link);

    /// <summary>The most that these signs can come to.</summary>
    /// <param name="weights">What each is worth.</param>
    /// <param name="possible">The signs that may be seen.</param>
    public static int Most(int[] weights, ulong possible)
    {
        int sum = 0;
        for (ulong left = possible & ~Grouped & All; left != 0; left &= left - 1)
        {
            sum += Math.Max(0, weights[System.Numerics.BitOperations.TrailingZeroCount(left)]);
        }

        foreach (ulong group in OneOfEach)
        {
            int most = 0;
            for (ulong left = possible & group; left != 0; left &= left - 1)
            {
                most = Math.Max(most, weights[System.Numerics.BitOperations.TrailingZeroCount(left)]);
            }

            sum += most;
        }

        return sum;
    }

    private static readonly ulong All = (1UL << Enum.GetValues<CreditSign>().Length) - 1;

    private static ulong Bit(CreditSign sign) => 1UL << (int)sign;
}
