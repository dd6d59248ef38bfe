using System.Net;
using FeedBook.Text;

namespace FeedBook.Tests.Text;

/// <summary>Character references as HTML §13.2.5.72 ff. reads them, in texts and in attributes.</summary>
public sealed class CharacterReferencesTests
{
    [Theory]
    [InlineData("&NotEqualTilde;", "\u2242\u0338")]
    [InlineData("&zopf;&Zopf;", "\U0001D56B\u2124")]
    [InlineData("&CounterClockwiseContourIntegral;", "\u2233")]
    [InlineData("&AElig &aelig; &zwnj;|", "\u00C6 \u00E6 \u200C|")]
    [InlineData("&fjlig;&ThickSpace;.", "fj\u205F\u200A.")]
    [InlineData("caf&eacute, na&iumlve", "café, naïve")]
    [InlineData("&copy2024 &notin; &notinx; &ampamp;", "©2024 ∉ ¬inx; &amp;")]
    [InlineData("R&D, &hellip &zz; &; & &# &#x; &#xg;", "R&D, &hellip &zz; &; & &# &#x; &#xg;")]
    [InlineData("&Copy; &copy;", "&Copy; ©")]
    [InlineData("&amp;eacute;", "&eacute;")]
    public void A_name_is_read_as_long_as_it_can_be(string text, string expected) =>
        Assert.Equal(expected, CharacterReferences.Decode(text));

    [Theory]
    [InlineData("?a=1&lang=de&times=3", "?a=1&lang=de&times=3")]
    [InlineData("?a=1&lt=2&regular", "?a=1&lt=2&regular")]
    [InlineData("?a=1&para;b=2", "?a=1\u00B6b=2")]
    [InlineData("?a=1&amp;b=2&#38;c", "?a=1&b=2&c")]
    [InlineData("caf&eacute &eacute", "café é")]
    [InlineData("&yen-&pound.", "¥-£.")]
    [InlineData("&notit;", "&notit;")]
    public void In_an_attribute_a_bare_name_before_a_letter_or_a_sign_of_equality_is_none(string text, string expected) =>
        Assert.Equal(expected, CharacterReferences.Decode(text, inAttribute: true));

    [Theory]
    [InlineData("&#65;&#x42;&#X43", "ABC")]
    [InlineData("&#128;&#x99;&#159;", "€™Ÿ")]
    [InlineData("&#0;&#x110000;&#99999999999999;&#xD800;.&#57000;", "\uFFFD\uFFFD\uFFFD\uFFFD.\uFFFD")]
    [InlineData("&#55357;&#56832;&#xd83d;&#xde00", "😀😀")]
    [InlineData("&#55357; &#56832;", "\uFFFD \uFFFD")]
    [InlineData("&#128512;&#x1F600;", "😀😀")]
    public void A_number_is_its_character(string text, string expected) => Assert.Equal(expected, CharacterReferences.Decode(text));

    [Fact]
    public void Every_name_of_the_table_is_read_and_those_of_HTML_4_mean_what_the_platform_says()
    {
        string[] names = NamedCharacters.Names.Split(';', '!')[..^1];

        Assert.Equal(NamedCharacters.Count, names.Length);
        Assert.Equal(106, NamedCharacters.Names.Count(c => c == '!'));
        Assert.True(names.Count(name => WebUtility.HtmlDecode($"&{name};") != $"&{name};") > 250);
        foreach (string name in names)
        {
            Assert.True(CharacterReferences.TryGetNamed(name, out uint units, out bool bare), name);
            Assert.False(CharacterReferences.TryGetNamed(name + "zz", out _, out _), name);
            string character = units > char.MaxValue ? $"{(char)units}{(char)(units >> 16)}" : $"{(char)units}";
            string platform = WebUtility.HtmlDecode($"&{name};");
            // HTML 5 gave the angle brackets of HTML 4 new characters.
            Assert.True(platform == character || platform == $"&{name};" || name is "lang" or "rang", $"{name}: {character}, {platform}");
            Assert.Equal($"{character}. {(bare ? character : "&" + name)}.",
                CharacterReferences.Decode($"&{name};. &{name}.", inAttribute: true));
        }
    }

    [Fact]
    public void A_text_without_references_is_not_copied()
    {
        string text = new('x', 9);

        Assert.Same(text, CharacterReferences.Decode(text));
    }
}
