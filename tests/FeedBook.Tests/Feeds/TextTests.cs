using FeedBook.Feeds;

namespace FeedBook.Tests.Feeds;

/// <summary>Titles and names as a reader should see them.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("  a \n b\u00A0c ", "a b c")]
    [InlineData("Tom &amp; Jerry", "Tom & Jerry")]
    [InlineData("Tom &amp;amp; Jerry", "Tom & Jerry")]
    [InlineData("&amp;#22338; wave", "坂 wave")]
    [InlineData("<b>bold</b> &lt;i&gt;it&lt;/i&gt;", "bold it")]
    [InlineData("List<T> and <main> in HTML", "List<T> and <main> in HTML")]
    [InlineData("a < b > c", "a < b > c")]
    [InlineData("one<br>two", "one two")]
    [InlineData("<![CDATA[twice]]> wrapped", "twice wrapped")]
    [InlineData("before<!-- gone -->after", "beforeafter")]
    [InlineData("fi\u00ADner", "finer")]
    [InlineData("AT&T & me", "AT&T & me")]
    [InlineData("  ", null)]
    [InlineData("<b></b>", null)]
    public void A_title_is_plain_text(string text, string? plain) => Assert.Equal(plain, PlainText.From(text));

    [SeededProperty(2000)]
    public void Any_text_has_a_plain_form(string? text)
    {
        string? plain = PlainText.From(text);

        Assert.True(plain is null || (plain.Length > 0 && plain == plain.Trim()));
    }

    [Theory]
    [InlineData("ada@m.example (Ada Marsh)", "Ada Marsh", "ada@m.example")]
    [InlineData("Ada Marsh <ada@m.example>", "Ada Marsh", "ada@m.example")]
    [InlineData("Ada Marsh (ada@m.example)", "Ada Marsh", "ada@m.example")]
    [InlineData("ada@m.example", null, "ada@m.example")]
    [InlineData("mailto:ada@m.example", null, "ada@m.example")]
    [InlineData("Ada &amp; Ben", "Ada & Ben", null)]
    [InlineData("@handle", "@handle", null)]
    public void A_person_in_one_line(string text, string? name, string? email)
    {
        FeedPerson person = PersonReader.Parse(text)!;

        Assert.Equal((name, email), (person.Name, person.Email));
    }

    [Theory]
    [InlineData("Name @ Home", "Name @ Home")]
    public void An_at_sign_alone_is_no_mail(string text, string name) => Assert.Equal(name, PersonReader.Parse(text)!.Name);
}
