using FeedBook.Pdf.Text.Hyphenation;

namespace FeedBook.Pdf.Tests.Text;

public sealed class HyphenatorTests
{
    [Theory]
    [InlineData("en", "hyphenation", "hy-phen-ation")]
    [InlineData("en-US", "typesetting", "type-set-ting")]
    [InlineData("en-US", "associate", "as-so-ciate")]
    [InlineData("en-GB", "photography", "pho-to-graphy")]
    [InlineData("de", "Silbentrennung", "Sil-ben-tren-nung")]
    [InlineData("de-AT", "Schifffahrt", "Schiff-fahrt")]
    [InlineData("fr", "imprimerie", "im-pri-me-rie")]
    [InlineData("es", "tipografía", "ti-po-gra-fía")]
    [InlineData("ru", "типография", "ти-по-гра-фия")]
    [InlineData("it", "tipografia", "ti-po-gra-fia")]
    [InlineData("pl", "drukarnia", "dru-kar-nia")]
    [InlineData("fi", "kirjapaino", "kir-ja-pai-no")]
    [InlineData("hu", "könyvtáros", "könyv-tá-ros")]
    [InlineData("tr", "kitaplıklar", "ki-tap-lık-lar")]
    [InlineData("el", "τυπογραφία", "τυ-πο-γρα-φία")]
    [InlineData("la", "typographia", "ty-po-gra-phia")]
    [InlineData("ca", "biblioteca", "bi-bli-o-te-ca")]
    [InlineData("ro", "tipografie", "ti-po-gra-fie")]
    [InlineData("hr", "knjižnica", "knjiž-ni-ca")]
    [InlineData("sr", "књижница", "књи-жни-ца")]
    [InlineData("bg", "типография", "ти-пог-ра-фия")]
    [InlineData("et", "raamatukogu", "raa-ma-tu-kogu")]
    [InlineData("lt", "spaustuvė", "spaus-tu-vė")]
    public void Words_are_divided_as_their_language_has_it(string language, string word, string expected)
    {
        var places = new bool[word.Length];
        Hyphenator.For(language)!.Divide(word, places);
        Assert.Equal(expected, string.Concat(word.Select((c, i) => places[i] ? $"-{c}" : $"{c}")));
    }

    [Theory]
    [InlineData("en"), InlineData("en-GB"), InlineData("de"), InlineData("fr"), InlineData("es"), InlineData("ru"), InlineData("it"),
        InlineData("pt")]
    [InlineData("nl"), InlineData("pl"), InlineData("uk"), InlineData("sv"), InlineData("da"), InlineData("nb"), InlineData("nn")]
    public void Every_language_has_its_patterns(string language)
    {
        string word = language is "ru" or "uk" ? "организаторами" : "organisatorisk";
        var places = new bool[word.Length];
        Hyphenator.For(language)!.Divide(word, places);
        Assert.Contains(true, places);
        Assert.False(places[0] || places[1] || places[^1]);
    }

    [Fact]
    public void Every_file_is_read_and_divides()
    {
        string[] names =
            [.. typeof(Hyphenator).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".tex.br", StringComparison.Ordinal))];
        Assert.InRange(names.Length, 60, 100);
        foreach (string name in names)
        {
            string file = name["FeedBook.Pdf.hyph-".Length..^".tex.br".Length];
            string tag = file switch
            {
                "de-1996" => "de", "el-monoton" => "el", "mn-cyrl" => "mn", "sh-cyrl" => "sr", "sh-latn" => "bs", _ => file,
            };
            Hyphenator hyphenator = Assert.IsType<Hyphenator>(Hyphenator.For(tag));
            string word = Words.FirstOrDefault(w => Divides(hyphenator, w)) ?? "";
            Assert.True(word.Length > 0, name);
        }

        static bool Divides(Hyphenator hyphenator, string word)
        {
            var places = new bool[word.Length];
            hyphenator.Divide(word, places);
            return places.Contains(true);
        }
    }

    private static readonly string[] Words =
    [
        "organisatorisk", "bibliotekara", "организаторами", "бібліятэкара", "оустановити", "βιβλιοθήκη", "βιβλιοθηκῶν", "საქართველოსაკენ",
            "महाराष्ट्रातील", "বাংলাদেশের",
        "অসমীয়াভাষা", "ગુજરાતીભાષા", "ਪੰਜਾਬੀਆਂਦੀ", "ଓଡ଼ିଆଭାଷାର", "தமிழ்நாட்டில்", "తెలుగుభాషలో", "ಕನ್ನಡಭಾಷೆಯ", "മലയാളഭാഷയിൽ", "ⲉⲧⲃⲏⲏⲧϥⲟⲩⲛ",
    ];

    [Theory]
    [InlineData("zh"), InlineData("xx"), InlineData(""), InlineData(null)]
    public void Other_languages_have_none(string? language) => Assert.Null(Hyphenator.For(language));
}
