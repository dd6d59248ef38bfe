using System.Xml;
using XmlText = FeedBook.Text.XmlText;
using FsCheck.Xunit;

namespace FeedBook.Tests.Text;

public sealed class XmlTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\u0001b\uFFFEc", "abc")]
    [InlineData("smile 😀", "smile 😀")]
    [InlineData("lone \uD83D here", "lone  here")]
    [InlineData("\uDE00 first", " first")]
    [InlineData("tab\tline\n", "tab\tline\n")]
    public void What_XML_forbids_goes_and_nothing_else(string text, string clean) => Assert.Equal(clean, XmlText.Clean(text));

    [Property(MaxTest = 500)]
    public void Any_text_can_be_written_as_XML(string? text) => XmlConvert.VerifyXmlChars(XmlText.Clean(text ?? ""));

    [Fact]
    public void Clean_text_is_handed_back_as_it_is()
    {
        string text = new('x', 100);

        Assert.Same(text, XmlText.Clean(text));
    }
}
