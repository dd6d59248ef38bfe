using System.Xml;
using XmlText = FeedBook.Text.XmlText;

namespace FeedBook.Tests.Text;

public sealed class XmlTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\u0001b\uFFFEc", "abc")]
    [InlineData("smile 😀", "smile 😀")]
    [InlineData("tab\tline\n", "tab\tline\n")]
    public void What_XML_forbids_goes_and_nothing_else(string text, string clean) => Assert.Equal(clean, XmlText.Clean(text));

    // Not as inline data: an attribute's text is stored as UTF-8, which has no lone surrogates.
    [Fact]
    public void Lone_surrogates_go()
    {
        Assert.Equal("lone  here", XmlText.Clean("lone \uD83D here"));
        Assert.Equal(" first", XmlText.Clean("\uDE00 first"));
    }

    [SeededProperty(500)]
    public void Any_text_can_be_written_as_XML(string? text) => XmlConvert.VerifyXmlChars(XmlText.Clean(text ?? ""));

    [Fact]
    public void Clean_text_is_handed_back_as_it_is()
    {
        string text = new('x', 100);

        Assert.Same(text, XmlText.Clean(text));
    }
}
