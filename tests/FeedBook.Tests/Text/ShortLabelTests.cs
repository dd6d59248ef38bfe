using FeedBook.Text;

namespace FeedBook.Tests.Text;

public sealed class ShortLabelTests
{
    [Theory]
    [InlineData("Short enough", "Short enough")]
    [InlineData("exactly twenty signs", "exactly twenty signs")]
    [InlineData("The harbour, after dark", "The harbour, after…")]
    [InlineData("The harbour before, we left", "The harbour before…")]
    [InlineData("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahr…")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二", "一二三四五六七八九十一二三四五六七八九十…")]
    [InlineData("0123456789012345678😀rest", "0123456789012345678…")]
    [InlineData("0123456789012345678e\u0301rest", "0123456789012345678…")]
    public void A_label_ends_with_a_word_where_one_is_near(string text, string label) => Assert.Equal(label, ShortLabel.Of(text, 20));

    [Theory]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(300)]
    public void No_label_ends_in_half_a_letter(int most)
    {
        for (int at = 0; at <= most; at++)
        {
            string label = ShortLabel.Of(new string('x', at) + "😀" + new string('\u0301', most * 2), most);
            Assert.False(char.IsHighSurrogate(label[^2]), $"cut at {label.Length}");
        }
    }
}
