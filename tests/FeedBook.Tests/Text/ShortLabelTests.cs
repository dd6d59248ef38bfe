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
}
