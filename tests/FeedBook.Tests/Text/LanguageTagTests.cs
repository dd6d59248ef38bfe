using FeedBook.Text;

namespace FeedBook.Tests.Text;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("EN_us", "en-US")]
    [InlineData("en-US.UTF-8", "en-US")]
    [InlineData("zh-hant-tw", "zh-Hant-TW")]
    [InlineData("de-DE-1996", "de-DE-1996")]
    [InlineData("es-419", "es-419")]
    [InlineData("english", "en")]
    [InlineData("us", "en-US")]
    [InlineData("jpn", "ja")]
    [InlineData("en-us, de", "en-US")]
    [InlineData("fr-", "fr")]
    [InlineData("pt-x", "pt")]
    [InlineData("en-x-private", "en-x-private")]
    [InlineData("ru-RU-", "ru-RU")]
    [InlineData("de-AT-DE", "de-AT")]
    [InlineData("C", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("none", null)]
    [InlineData("日本語", null)]
    [InlineData("x-klingon", null)]
    public void A_tag_is_normalised_or_none(string? written, string? tag) => Assert.Equal(tag, LanguageTag.Normalize(written));

    [Theory]
    [InlineData("he", true)]
    [InlineData("ar-EG", true)]
    [InlineData("az-Arab", true)]
    [InlineData("ar-Latn", false)]
    [InlineData("en", false)]
    [InlineData(null, false)]
    public void Direction_follows_from_the_tag(string? tag, bool rightToLeft) => Assert.Equal(rightToLeft, LanguageTag.IsRightToLeft(tag));
}
