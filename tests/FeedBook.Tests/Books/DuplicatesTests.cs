using System.Collections.Immutable;
using FeedBook.Books;

namespace FeedBook.Tests.Books;

public sealed class DuplicatesTests
{
    private static FeedItem Item(string id, string? address, string? title = null, string? text = null) =>
        new() { Id = id, Address = address is null ? null : new Uri(address), Title = title, ContentHtml = text };

    private static string Fold(params ImmutableArray<FeedItem>[] sources) =>
        string.Join(" | ", Duplicates.Fold(sources).Sources.Select(s => string.Join(' ', s.Select(i => i.Id))));

    [Theory]
    [InlineData("https://www.a.example/x/?utm_source=rss&utm_medium=feed", "a.example/x")]
    [InlineData("http://a.example/x#top", "a.example/x")]
    [InlineData("https://A.example/x?b=2&a=1&fbclid=z", "a.example/x?a=1&b=2")]
    [InlineData("https://a.example/x/index.html", "a.example/x")]
    [InlineData("https://a.example/#!/story", "a.example#!/story")]
    [InlineData("https://a.example:8080/x", "a.example:8080/x")]
    [InlineData("https://m.a.example/X", "a.example/X")]
    public void An_address_without_what_tells_nothing(string address, string canonical) => Assert.Equal(canonical, Duplicates.Canonical(new Uri(address)));

    [Fact]
    public void The_fuller_of_two_stays_where_the_first_stood()
    {
        Assert.Equal("full | b", Fold([Item("short", "http://a.example/x", "t", "s")], [Item("full", "https://www.a.example/x/?utm_source=y", "t", "a longer text"), Item("b", "https://a.example/b")]));
    }

    [Fact]
    public void One_title_in_two_sources_is_one_story()
    {
        Assert.Equal("a | ", Fold([Item("a", "https://a.example/1", "The bridge is open again", "longer")], [Item("b", "https://b.example/2", "The Bridge is open again!", "short")]));
    }

    [Theory]
    [InlineData("Open thread", "Open thread")]
    [InlineData("The bridge is open again", "The bridge is shut again")]
    public void Short_or_other_titles_are_not_one_story(string one, string two) => Assert.Equal("a | b", Fold([Item("a", "https://a.example/1", one)], [Item("b", "https://b.example/2", two)]));

    [Fact]
    public void Months_apart_one_title_is_two_stories()
    {
        FeedItem a = Item("a", null, "The yearly report is here") with { Published = DateTimeOffset.UnixEpoch };

        Assert.Equal("a | b", Fold([a], [a with { Id = "b", Published = DateTimeOffset.UnixEpoch.AddDays(365) }]));
    }

    [Fact]
    public void Many_items_of_one_source_with_one_address_are_many_items()
    {
        Assert.Equal("a b", Fold([Item("a", "https://a.example/status", "Down"), Item("b", "https://a.example/status", "Up")]));
        Assert.Equal("a | b", Fold([Item("a", "https://a.example/", "Down")], [Item("b", "https://a.example/", "Up")]));
    }

    [Fact]
    public void A_folded_item_is_told()
    {
        Diagnostic told = Assert.Single(Duplicates.Fold([[Item("a", "https://a.example/1", "one", "x"), Item("a", "https://a.example/1", "one")]]).Diagnostics);

        Assert.Equal((DiagnosticIds.DuplicateFolded, DiagnosticSeverity.Info, "one"), (told.Id, told.Severity, told.Item));
    }
}
