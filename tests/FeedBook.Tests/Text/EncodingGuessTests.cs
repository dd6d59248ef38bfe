using System.Text;
using FeedBook.Feeds;
using FeedBook.Tests.Feeds;
using FeedBook.Text;

namespace FeedBook.Tests.Text;

/// <summary>Texts of our own in the encodings that their languages were written in, undeclared and declared wrongly.</summary>
public sealed class EncodingGuessTests
{
    private static readonly (string Encoding, string Language, string Title, string Text)[] Samples =
    [
        ("windows-1251", "ru", "Мост открыли после ремонта",
            "Старый мост через реку открыли утром. Первыми по нему прошли школьники, за ними проехал почтовый фургон."),
        ("koi8-r", "ru", "Мост открыли после ремонта",
            "Старый мост через реку открыли утром. Первыми по нему прошли школьники, за ними проехал почтовый фургон."),
        ("ibm866", "ru", "Мост открыли после ремонта",
            "Старый мост через реку открыли утром. Первыми по нему прошли школьники, за ними проехал почтовый фургон."),
        ("iso-8859-5", "ru", "Мост открыли после ремонта",
            "Старый мост через реку открыли утром. Первыми по нему прошли школьники, за ними проехал почтовый фургон."),
        ("windows-1251", "uk", "Міст відкрили після ремонту",
            "Старий міст через річку відкрили зранку. Першими ним пройшли школярі, за ними проїхав поштовий фургон."),
        ("windows-1251", "bg", "Мостът беше отворен отново",
            "Старият мост над реката беше отворен сутринта. Първи минаха учениците, след тях пощенската кола."),
        ("windows-1253", "el", "Άνοιξε ξανά η γέφυρα",
            "Η παλιά γέφυρα του ποταμού άνοιξε το πρωί. Πρώτοι πέρασαν οι μαθητές και ύστερα το αυτοκίνητο του ταχυδρομείου."),
        ("windows-1255", "he", "הגשר נפתח שוב", "הגשר הישן מעל הנהר נפתח בבוקר. ראשונים עברו התלמידים ואחריהם מכונית הדואר של הכפר."),
        ("windows-1256", "ar", "افتتاح الجسر من جديد",
            "افتتح الجسر القديم فوق النهر صباح اليوم. عبره التلاميذ أولا ثم سيارة البريد في القرية."),
        ("windows-874", "th", "สะพานเปิดใช้อีกครั้ง", "สะพานเก่าข้ามแม่น้ำเปิดในตอนเช้า นักเรียนเดินข้ามก่อน แล้วรถไปรษณีย์ก็ตามมา"),
        ("gb18030", "zh", "旧桥今天重新开放", "河上的老桥在早上重新开放。学生们最先走过去，后来村里的邮车也开过去了。"),
        ("big5", "zh-TW", "舊橋今天重新開放", "河上的老橋在早上重新開放。學生們最先走過去，後來村裡的郵車也開過去了。"),
        ("shift_jis", "ja", "古い橋がふたたび開いた", "川にかかる古い橋が朝に開いた。はじめに生徒たちが渡り、そのあとで村の郵便車が通った。"),
        ("euc-jp", "ja", "古い橋がふたたび開いた", "川にかかる古い橋が朝に開いた。はじめに生徒たちが渡り、そのあとで村の郵便車が通った。"),
        ("euc-kr", "ko", "다리가 다시 열렸다", "강을 건너는 오래된 다리가 아침에 다시 열렸다. 학생들이 먼저 지나가고 마을의 우편차가 뒤를 따랐다."),
        ("windows-1250", "pl", "Most znów otwarty",
            "Stary most na rzece został rano otwarty. Pierwsi przeszli po nim uczniowie, za nimi przejechała żółta furgonetka pocztowa, "
            + "wioząc listy."),
        ("windows-1250", "cs", "Most je opět otevřen",
            "Starý most přes řeku byl ráno otevřen. První po něm přešli žáci, za nimi projel žlutý poštovní vůz s dopisy a balíčky."),
        ("iso-8859-2", "pl", "Most znów otwarty",
            "Stary most na rzece został rano otwarty. Pierwsi przeszli po nim uczniowie, za nimi przejechała żółta furgonetka pocztowa, "
            + "wioząc listy w świat."),
        ("windows-1254", "tr", "Köprü yeniden açıldı",
            "Irmağın üstündeki eski köprü sabah açıldı. Önce öğrenciler geçti, ardından köyün sarı posta arabası çıktı, kışın ilk "
            + "günüydü."),
        ("windows-1252", "fr", "Le pont est rouvert",
            "Le vieux pont sur la rivière a été rouvert ce matin. Les élèves l’ont traversé d’abord, puis la voiture de la poste, à midi "
            + "déjà."),
        ("windows-1252", "de", "Die Brücke ist wieder offen",
            "Die alte Brücke über den Fluß wurde früh geöffnet. Zuerst gingen die Schüler hinüber, dann fuhr das gelbe Auto der Post."),
        ("windows-1252", "es", "El puente está abierto otra vez",
            "El viejo puente sobre el río se abrió por la mañana. Primero pasaron los niños, después la camioneta del correo, según la "
            + "señora."),
        ("windows-1252", "sv", "Bron är öppen igen",
            "Den gamla bron över ån öppnades på morgonen. Först gick eleverna över, sedan körde postens gula bil åt söder."),
    ];

    [Fact]
    public async Task Undeclared_text_is_read_in_its_own_encoding() => await Try("<?xml version=\"1.0\"?>", told: true);

    [Fact]
    public async Task Text_that_says_it_is_UTF8_is_read_in_its_own_encoding() =>
        await Try("<?xml version=\"1.0\" encoding=\"utf-8\"?>", told: true);

    [Fact]
    public async Task Text_that_names_no_language_is_read_all_the_same() => await Try("<?xml version=\"1.0\"?>", told: false);

    [Fact]
    public async Task A_Latin_label_on_other_letters_is_overruled_and_told()
    {
        foreach ((string encoding, string language, string title,
            string text) in Samples.Where(s => s.Encoding is not ("windows-1252" or "windows-1250" or "windows-1254" or "iso-8859-2")))
        {
            Feed feed =
                await FeedFixtures.ReadAsync(Feed("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>", encoding, language, title, text));

            Assert.Equal(title, feed.Items[0].Title);
            Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.EncodingMended);
        }
    }

    [Fact]
    public async Task A_right_label_is_never_overruled()
    {
        foreach ((string encoding, string language, string title, string text) in Samples)
        {
            Feed feed =
                await FeedFixtures.ReadAsync(Feed($"<?xml version=\"1.0\" encoding=\"{encoding}\"?>", encoding, language, title, text));

            Assert.Equal((title, encoding), (feed.Items[0].Title, feed.Encoding));
            Assert.DoesNotContain(feed.Diagnostics, d => d.Id == DiagnosticIds.EncodingMended);
        }
    }

    [Theory]
    [InlineData("windows-1251", "koi8-r")]
    [InlineData("koi8-r", "windows-1251")]
    [InlineData("gb18030", "big5")]
    [InlineData("shift_jis", "euc-jp")]
    [InlineData("euc-kr", "gb18030")]
    public async Task A_neighbours_label_is_overruled(string encoding, string label)
    {
        (_, string language, string title, string text) = Samples.First(s => s.Encoding == encoding);

        Feed feed = await FeedFixtures.ReadAsync(Feed($"<?xml version=\"1.0\" encoding=\"{label}\"?>", encoding, language, title, text));

        Assert.Equal(title, feed.Items[0].Title);
    }

    [Theory]
    [InlineData(new byte[] { 0x87, 0x40 }, "big5", "䏰")]
    [InlineData(new byte[] { 0x9D, 0xEF }, "big5", "嘅")]
    [InlineData(new byte[] { 0x88, 0x62 }, "big5-hkscs", "Ê̄")]
    [InlineData(new byte[] { 0xAD, 0xA1 }, "euc-jp", "①")]
    [InlineData(new byte[] { 0x87, 0x40 }, "shift_jis", "①")]
    [InlineData(new byte[] { 0xFA, 0x40 }, "shift_jis", "ⅰ")]
    [InlineData(new byte[] { 0xED, 0x40 }, "shift_jis", "纊")]
    [InlineData(new byte[] { 0xEE, 0xEF }, "shift_jis", "ⅰ")]
    [InlineData(new byte[] { 0xEE, 0xFC }, "shift_jis", "＂")]
    [InlineData(new byte[] { 0xF9, 0xA1 }, "euc-jp", "纊")]
    [InlineData(new byte[] { 0x8F, 0xB0, 0xA1 }, "euc-jp", "丂")]
    [InlineData(new byte[] { 0xC6, 0x52 }, "euc-kr", "힣")]
    [InlineData(new byte[] { 0x1B, 0x24, 0x42, 0x2D, 0x21, 0x1B, 0x28, 0x42 }, "iso-2022-jp", "①")]
    public async Task Rows_that_vendors_added_are_read(byte[] letter, string label, string text)
    {
        byte[] bytes =
            [.. Encoding.ASCII.GetBytes($"<?xml version=\"1.0\" encoding=\"{label}\"?><rss><channel><item><title>a"), .. letter,
            .. "b</title></item></channel></rss>"u8];

        Assert.Equal($"a{text}b", (await FeedFixtures.ReadAsync(bytes)).Items[0].Title);
    }

    [Theory]
    [InlineData("Gr\u00C3\u00BCn und wei\u00DF", "Grün und weiß")]
    [InlineData("\u00C3\u00A9t\u00C3\u00A9 \u0096 \u0093oui\u0094", "été – “oui”")]
    [InlineData("\u00C3\u00A9t\u00C3\u00A9 \u00ED\u00A0\u00BD\u00ED\u00B8\u0080", "été 😀")]
    [InlineData("\u00D0\u009C\u00D0\u00BE\u00D1\u0081\u00D1\u0082 \u00EC\u00EE\u00F1\u00F2", "Мост мост")]
    [InlineData("\u00E6\u00B8\u00AF\u00E5\u008F\u00A3 \u00E6\u00B8 x", "港口 \uFFFD x")]
    public async Task Single_bytes_of_an_old_page_among_UTF8_are_letters(string latin, string title)
    {
        byte[] bytes =
            [.. "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss><channel><item><title>"u8, .. Encoding.Latin1.GetBytes(latin),
            .. "</title></item></channel></rss>"u8];

        Feed feed = await FeedFixtures.ReadAsync(bytes);

        Assert.Equal((title, "utf-8"), (feed.Items[0].Title, feed.Encoding));
        Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.EncodingMended);
    }

    [Fact]
    public async Task Text_that_was_encoded_twice_is_told()
    {
        Feed feed = await FeedFixtures.ReadAsync("<rss><channel><item><title>Ã©tÃ©</title></item></channel></rss>");

        Assert.Equal("Ã©tÃ©", feed.Items[0].Title);
        Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.EncodingMended
            && d.Message.Contains("Ã©tÃ©", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_book_mends_a_feed_that_was_encoded_twice_as_a_whole()
    {
        const string Twice = "<rss><channel><item><title>Ã©tÃ©</title><description>Ã\u00A0 la mer</description></item>"
            + "<item><title>NoÃ«l</title><description>FÃªte</description></item></channel></rss>";

        Feed feed = await FeedFixtures.ReadAsync(Twice),
            book = await FeedFixtures.ReadAsync(Encoding.UTF8.GetBytes(Twice), null, new FeedReaderOptions { MendsWholeFeed = true });
        Feed mixed = await FeedFixtures.ReadAsync(
            Encoding.UTF8.GetBytes(Twice.Replace("NoÃ«l", "Noël", StringComparison.Ordinal)), null,
                new FeedReaderOptions { MendsWholeFeed = true });

        Assert.Equal(("NoÃ«l", "FÃªte"), (feed.Items[1].Title, feed.Items[1].SummaryHtml));
        Assert.Equal(("Noël", "Fête"), (book.Items[1].Title, book.Items[1].SummaryHtml));
        Assert.Equal(("Noël", "FÃªte"), (mixed.Items[1].Title, mixed.Items[1].SummaryHtml));
        Assert.All([feed, mixed], each => Assert.Contains(each.Diagnostics, d => d.Id == DiagnosticIds.EncodingMended));
    }

    private static async Task Try(string declaration, bool told)
    {
        var wrong = new List<string>();
        foreach ((string encoding, string language, string title, string text) in Samples)
        {
            Feed feed = await FeedFixtures.ReadAsync(Feed(declaration, encoding, told ? language : null, title, text));
            if (feed.Items[0].Title != title || !feed.Items[0].SummaryHtml!.StartsWith(text, StringComparison.Ordinal))
            {
                wrong.Add($"{encoding} {language}: read as {feed.Encoding}: {feed.Items[0].Title}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static byte[] Feed(string declaration, string encoding, string? language, string title, string text) =>
        EncodingLabels.Decoder(encoding).GetBytes(
            declaration + "<rss version=\"2.0\"><channel><title>News</title>" + (language is null ? "" : $"<language>{language}</language>")
            + $"<item><title>{title}</title><description>{text}</description></item></channel></rss>");
}
