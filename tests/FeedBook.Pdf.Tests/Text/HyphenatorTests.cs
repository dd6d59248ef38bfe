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
    public void Words_are_divided_as_their_language_has_it(string language, string word, string expected)
    {
        var places = new bool[word.Length];
        Hyphenator.For(language)!.Divide(word, places);
        Assert.Equal(expected, string.Concat(word.Select((c, i) => places[i] ? $"-{c}" : $"{c}")));
    }

    [Theory]
    [InlineData("en"), InlineData("en-GB"), InlineData("de"), InlineData("fr"), InlineData("es"), InlineData("ru"), InlineData("it"), InlineData("pt")]
    [InlineData("nl"), InlineData("pl"), InlineData("uk"), InlineData("sv"), InlineData("da"), InlineData("nb"), InlineData("nn")]
    public void Every_language_has_its_patterns(string language)
    {
        string word = language is "ru" or "uk" ? "организаторами" : "organisatorisk";
        var places = new bool[word.Length];
        Hyphenator.For(language)!.Divide(word, places);
        Assert.Contains(true, places);
        Assert.False(places[0] || places[1] || places[^1]);
    }

    [Theory]
    [InlineData("zh"), InlineData("xx"), InlineData(""), InlineData(null)]
    public void Other_languages_have_none(string? language) => Assert.Null(Hyphenator.For(language));
}
