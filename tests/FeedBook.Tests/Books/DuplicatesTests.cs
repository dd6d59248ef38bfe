using System.Collections.Immutable;
using FeedBook.Books;

namespace FeedBook.Tests.Books;

public sealed class DuplicatesTests
{
    private const string Bridge = "The council voted on Tuesday to build the bridge, by eleven to nine, after a debate of six hours.";

    private const string Mill = "The mill at the river was sold to a baker who means to grind his own flour there from next spring on.";

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
    public void An_address_without_what_tells_nothing(string address, string canonical) =>
        Assert.Equal(canonical, Duplicates.Canonical(new Uri(address)));

    [Fact]
    public void The_fuller_of_two_stays_where_the_first_stood()
    {
        Assert.Equal("full | b",
            Fold([Item("short", "http://a.example/x", "t", "a longer")],
            [Item("full", "https://www.a.example/x/?utm_source=y", "t", "a longer text"), Item("b", "https://a.example/b")]));
    }

    [Fact]
    public void One_title_in_two_sources_is_one_story()
    {
        Assert.Equal("a | ",
            Fold([Item("a", "https://a.example/1", "The bridge is open again", $"<p>{Bridge} It is red.</p>")],
            [Item("b", "https://b.example/2", "The Bridge is open again!", Bridge)]));
    }

    [Theory]
    [InlineData("Links of a baker, who reads much.", "Links of a smith, who reads little.")]
    [InlineData("", "")]
    [InlineData(Bridge, "")]
    [InlineData(Bridge, Bridge + " " + Mill + " " + Mill)]
    public void One_title_alone_makes_no_story_of_two(string one, string other)
    {
        Assert.Equal("a | b",
            Fold([Item("a", "https://a.example/1", "Links and reading of the week", one)],
            [Item("b", "https://b.example/2", "Links and reading of the week", other)]));
    }

    [Fact]
    public void Another_site_that_names_an_address_does_not_put_its_text_there()
    {
        FeedItem own =
            Item("own", "https://www.paper.example/bridge", "The bridge",
            Bridge) with { FeedAddress = new Uri("https://feeds.paper.example/all.xml") };
        FeedItem copy =
            Item("copy", "https://paper.example/bridge", "The bridge", Bridge + " "
            + Mill) with { FeedAddress = new Uri("https://copies.example/feed") };
        FeedItem remark = copy with { Id = "remark", ContentHtml = Mill };

        Assert.Equal("own | ", Fold([own], [copy]));
        Assert.Equal("own | ", Fold([copy], [own]));
        Assert.Equal("own | remark", Fold([own], [remark]));
        Assert.Equal("remark | own", Fold([remark], [own]));
        Diagnostic told = Assert.Single(Duplicates.Fold([[copy], [own]], ["copies", "paper"]).Diagnostics);
        Assert.Equal(("copies", "The article is there twice; the one of 'paper' is kept, which is of the article's own site."),
            (told.Source, told.Message));
    }

    [Fact]
    public void Feeds_of_one_site_agree_on_what_stands_at_an_address()
    {
        FeedItem teaser =
            Item("teaser", "https://paper.example/bridge", "The bridge",
            Mill) with { FeedAddress = new Uri("https://paper.example/short.xml") };
        FeedItem full =
            Item("full", "https://paper.example/bridge?utm_source=x", "The bridge", Bridge
            + Bridge) with { FeedAddress = new Uri("https://paper.example/full.xml") };

        Assert.Equal("full | ", Fold([teaser], [full]));
    }

    [Fact]
    public void Many_items_of_one_title_cost_time_in_proportion()
    {
        // Each is compared with a few at most: with all of them this would take minutes.
        FeedItem[] many =
            [.. Enumerable.Range(0, 4000).Select(i =>
            Item($"{i}", $"https://a.example/{i}", "The one title of them all",
            string.Concat(Enumerable.Range(0, 40).Select(n => $"w{i * n} "))))];

        Assert.Equal(4000, Duplicates.Fold([[.. many.Take(2000)], [.. many.Skip(2000)]]).Sources.Sum(source => source.Length));
    }

    [Theory]
    [InlineData("Open thread", "Open thread")]
    [InlineData("The bridge is open again", "The bridge is shut again")]
    public void Short_or_other_titles_are_not_one_story(string one, string two) =>
        Assert.Equal("a | b", Fold([Item("a", "https://a.example/1", one)], [Item("b", "https://b.example/2", two)]));

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
        Diagnostic told =
            Assert.Single(Duplicates.Fold([[Item("a", "https://a.example/1", "one", "x"), Item("a", "https://a.example/1", "one")]])
            .Diagnostics);

        Assert.Equal((DiagnosticIds.DuplicateFolded, DiagnosticSeverity.Info, "one"), (told.Id, told.Severity, told.Item));
    }
}
