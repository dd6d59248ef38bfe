using System.Text;

namespace FeedBook.Text;

/// <summary>The names that documents give to character encodings, read as browsers read them (WHATWG Encoding §4.2).</summary>
internal static class EncodingLabels
{
    // Label without '-', '_' and spaces → canonical name. Superset rules of WHATWG: gb2312 is GB18030, iso-8859-1 is windows-1252.
    private static readonly Dictionary<string, string> Names = Build();

    private static Dictionary<string, string> Build()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        void Add(string name, string labels)
        {
            foreach (string label in labels.Split(' '))
            {
                names.TryAdd(label, name);
            }
        }

        Add("utf-8",
            "utf8 unicode11utf8 unicode20utf8 xunicode20utf8 u8 utf utf8mb4 usascii ascii ansix3.41968 iso646us 646 cp367 ibm367 us");
        Add("utf-16le", "utf16 utf16le u16 ucs2 iso10646ucs2 unicode csunicode unicodefeff ucs2le");
        Add("utf-16be", "utf16be unicodefffe ucs2be");
        Add("utf-32le", "utf32 utf32le u32 ucs4 ucs4le iso10646ucs4");
        Add("utf-32be", "utf32be ucs4be");
        Add("windows-1252",
            "windows1252 cp1252 1252 xcp1252 ansi iso88591 88591 latin1 latin l1 isoir100 cp819 ibm819 csisolatin1 iso885911987 iso8859");
        Add("windows-1250", "windows1250 cp1250 1250 xcp1250");
        Add("windows-1251", "windows1251 cp1251 1251 xcp1251 win1251");
        Add("windows-1253", "windows1253 cp1253 1253");
        Add("windows-1254", "windows1254 cp1254 1254 iso88599 latin5 l5 csisolatin5 isoir148");
        Add("windows-1255", "windows1255 cp1255 1255");
        Add("windows-1256", "windows1256 cp1256 1256");
        Add("windows-1257", "windows1257 cp1257 1257");
        Add("windows-1258", "windows1258 cp1258 1258");
        Add("windows-874", "windows874 cp874 874 tis620 iso885911 dos874");
        Add("iso-8859-2", "iso88592 latin2 l2 csisolatin2 isoir101");
        Add("iso-8859-3", "iso88593 latin3 l3");
        Add("iso-8859-4", "iso88594 latin4 l4");
        Add("iso-8859-5", "iso88595 cyrillic csisolatincyrillic");
        Add("iso-8859-6", "iso88596 arabic csisolatinarabic ecma114 asmo708");
        Add("iso-8859-7", "iso88597 greek greek8 csisolatingreek ecma118 elot928");
        Add("iso-8859-8", "iso88598 hebrew visual csisolatinhebrew iso88598e");
        Add("iso-8859-8-i", "iso88598i logical");
        Add("iso-8859-13", "iso885913");
        Add("iso-8859-15", "iso885915 latin9 l9 csisolatin9");
        Add("koi8-r", "koi8r koi8 koi cskoi8r");
        Add("koi8-u", "koi8u koi8ru");
        Add("ibm866", "ibm866 cp866 866 csibm866");
        Add("macintosh", "macintosh mac macroman xmacroman");
        Add("x-mac-cyrillic", "xmaccyrillic xmacukrainian");
        Add("gb18030",
            "gb18030 gbk gb2312 gb231280 chinese csgb2312 csiso58gb231280 isoir58 xgbk cp936 ms936 936 euccn xeuccn windows936 gb");
        Add("big5", "big5 big5hkscs cnbig5 csbig5 xxbig5 cp950 950 big5tw");
        Add("shift_jis", "shiftjis sjis xsjis mskanji csshiftjis windows31j cp932 ms932 932 xmscp932");
        Add("euc-jp", "eucjp xeucjp ujis cseucpkdfmtjapanese");
        Add("iso-2022-jp", "iso2022jp csiso2022jp");
        Add("euc-kr", "euckr cseuckr ksc56011987 ksc5601 korean ksc56011989 windows949 cp949 949 uhc ms949 isoir149 csksc56011987");
        return names;
    }

    /// <summary>The encoding's canonical name in lower case, or null when the label is unknown.</summary>
    public static string? Canonical(string? label)
    {
        if (string.IsNullOrWhiteSpace(label) || label.Length > 64)
        {
            return null;
        }

        string key = string.Concat(label.Where(c => !char.IsWhiteSpace(c) && c is not '-' and not '_' and not ':' and not '"' and not '\''))
            .ToLowerInvariant();
        return Names.GetValueOrDefault(key);
    }

    /// <summary>A decoder that puts U+FFFD for bytes it does not know.</summary>
    /// <param name="canonical">A name that <see cref="Canonical"/> gave.</param>
    public static Encoding Decoder(string canonical) => canonical switch
    {
        "utf-8" => new UTF8Encoding(false, false),
        "utf-16le" => new UnicodeEncoding(false, false, false),
        "utf-16be" => new UnicodeEncoding(true, false, false),
        "utf-32le" => new UTF32Encoding(false, false, false),
        "utf-32be" => new UTF32Encoding(true, false, false),
        _ => CodePages(canonical),
    };

    // Asked directly, not through Encoding.RegisterProvider: that would change the whole process of whoever uses the library.
    private static Encoding CodePages(string canonical)
    {
        int page = canonical switch
        {
            "gb18030" => 54936, "big5" => 950, "shift_jis" => 932, "euc-jp" => 51932, "iso-2022-jp" => 50220, "euc-kr" => 949,
            "koi8-r" => 20866, "koi8-u" => 21866, "ibm866" => 866, "macintosh" => 10000, "x-mac-cyrillic" => 10007, "iso-8859-8-i" => 28598,
            _ when canonical.StartsWith("windows-", StringComparison.Ordinal) =>
                int.Parse(canonical.AsSpan(8), System.Globalization.CultureInfo.InvariantCulture),
            _ => 28590 + int.Parse(canonical.AsSpan(9), System.Globalization.CultureInfo.InvariantCulture),
        };
        return CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ReplacementFallback,
            new DecoderReplacementFallback("\uFFFD"))
            ?? Encoding.Latin1;
    }
}
