using FeedBook.Pdf.Text.Unicode;
using FeedBook.Pdf.Text.Words;

namespace FeedBook.Pdf.Tests.Text;

public sealed class WordBreakTests
{
    [Theory]
    [InlineData("แม่น้ำไหลลงสู่ทะเล", "แม่น้ำ|ไหล|ลง|สู่|ทะเล")]
    [InlineData("ผู้คนทำงานทุกวัน", "ผู้คน|ทำงาน|ทุก|วัน")]
    [InlineData("ປະເທດລາວ", "ປະເທດ|ລາວ")]
    [InlineData("ប្រទេសកម្ពុជា", "ប្រទេស|កម្ពុជា")]
    [InlineData("ပင်လယ်ကျောင်း", "ပင်လယ်|ကျောင်း")]
    [InlineData("เขาชื่อPeterครับ", "เขา|ชื่อPeterครับ")]
    public void Lines_may_end_between_words(string text, string words) => Assert.Equal(words, Broken(text, []));

    [Fact]
    public void Letters_of_no_known_word_stay_together_and_marks_with_their_letter()
    {
        string text = "ฮฮฮฮฮไปบ้าน";
        Assert.StartsWith("ฮฮฮฮฮ|ไป", Broken(text, []), StringComparison.Ordinal);
        Assert.All(Broken("ကျွန်ုပ်တို့သွားကြသည်", []).Split('|'), word => Assert.False(word[0] is >= '\u102B' and <= '\u103E', word));
    }

    [Fact]
    public void A_script_without_a_list_is_broken_between_syllables_and_named()
    {
        var named = new List<string>();
        Assert.Contains("|", Broken("ᨣᩴᩤᨾᩮᩬᩥᨦ", named), StringComparison.Ordinal);
        Assert.Equal(["Tai Tham"], named.Distinct());
        named.Clear();
        Broken("ไทย", named);
        Assert.Empty(named);
    }

    [Fact]
    public void A_long_text_without_any_space_is_broken_in_time() =>
        Assert.True(Broken(string.Concat(Enumerable.Repeat("แม่น้ำไหลลงสู่ทะเล", 2000)), []).Count(c => c == '|') > 8000);

    private static string Broken(string text, ICollection<string> withoutWords)
    {
        BreakKind[] breaks = LineBreakRules.Find(text);
        WordBreaks.Add(text, breaks, withoutWords);
        return string.Concat(text.Select((c, i) => breaks[i] == BreakKind.None ? c.ToString() : "|" + c));
    }
}
