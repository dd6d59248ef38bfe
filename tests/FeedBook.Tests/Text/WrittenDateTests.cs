using FeedBook.Text;

namespace FeedBook.Tests.Text;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("en", "4 May 2026")]
    [InlineData("en-US", "May 4, 2026")]
    [InlineData("de-AT", "4. Mai 2026")]
    [InlineData("fr", "4 mai 2026")]
    [InlineData("es", "4 de mayo de 2026")]
    [InlineData("pt-BR", "4 de maio de 2026")]
    [InlineData("fi", "4. toukokuuta 2026")]
    [InlineData("nn", "4. mai 2026")]
    [InlineData("ru", "4 мая 2026 г.")]
    [InlineData("de", "4. Mai 2026")]
    [InlineData("eu", "2026(e)ko maiatzaren 4(a)")]
    [InlineData("lv", "2026. gada 4. maijs")]
    [InlineData("th", "4 พฤษภาคม ค.ศ. 2026")]
    [InlineData("hi", "4 मई 2026")]
    [InlineData("ur", "4 مئی، 2026")]
    [InlineData("fa", "۴ مهٔ ۲۰۲۶")]
    [InlineData("ar-MA", "4 ماي 2026")]
    [InlineData("dv", "\u200E2026-05-04\u200E")]
    [InlineData("vi", "4 tháng 5, 2026")]
    [InlineData("zh-Hant", "2026年5月4日")]
    [InlineData("ko", "2026년 5월 4일")]
    [InlineData("he", "4 במאי 2026")]
    [InlineData("hu", "2026. május 4.")]
    [InlineData("und", "2026-05-04")]
    public void A_day_is_written_as_the_language_writes_it_where_that_is_known(string language, string written) =>
        Assert.Equal(written, WrittenDate.Of(MadeBooks.Date, language));

    [Fact]
    public void Every_language_that_labels_are_known_in_has_twelve_months()
    {
        foreach (string language in (string[])["de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "tr", "ru", "uk",
            "el"])
        {
            string[] days =
                [.. Enumerable.Range(1, 12).Select(month =>
                WrittenDate.Of(new DateTimeOffset(2026, month, 9, 0, 0, 0, TimeSpan.Zero), language))];
            Assert.Equal(12, days.Distinct().Count());
            Assert.All(days, day => Assert.Matches(@"^9\.? (de )?\p{L}+ (de )?2026( г\.| р\.)?$", day));
        }
    }
}
