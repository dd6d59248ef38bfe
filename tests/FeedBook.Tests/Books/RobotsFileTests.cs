using FeedBook.Books;

namespace FeedBook.Tests.Books;

/// <summary>The rules of RFC 9309, section 2.2, and its examples' shapes.</summary>
public sealed class RobotsFileTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "/private/a", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public/private", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\r\nDISALLOW: /a # not this\r\n", "/a", false)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: feedbook\nAllow: /\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: FeedBook\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: feedbook\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: feedbook\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: feedbook\nDisallow: /c", "/c", false)]
    [InlineData("User-agent: feedbook\nDisallow: /a\nUser-agent: other\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/files/a.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/files/a.pdf?page=1", true)]
    [InlineData("User-agent: *\nDisallow: /*?print=", "/story?print=1", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/ab", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a1b2", true)]
    [InlineData("Disallow: /\nUser-agent: *\nDisallow: /a", "/b", true)]
    [InlineData("\0\u0001 no rules: at all", "/a", true)]
    [InlineData("", "/a", true)]
    public void The_longest_rule_of_our_group_decides(string file, string path, bool allows) =>
        Assert.Equal(allows, RobotsFile.Parse(file, "feedbook").Allows(new Uri("https://site.example" + path)));
}
