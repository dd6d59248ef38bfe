using System.Collections.Immutable;
using FeedBook.Feeds;

namespace FeedBook.Tests.Feeds;

public sealed class SourceSelectionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);

    private static readonly ImmutableArray<FeedItem> Items =
    [
        Item("b", 2), Item("none", null), Item("c", 9), Item("a", 1) with { Published = null, Updated = Now.AddDays(-1) }, Item("old", 400),
    ];

    private static FeedItem Item(string id, int? daysAgo) =>
        new() { Id = id, Published = daysAgo is null ? null : Now.AddDays(-daysAgo.Value) };

    private static string Select(FeedSourceOptions options) =>
        string.Join(' ', SourceSelection.Of(Items, options, "here", Now).Items.Select(i => i.Id));

    [Fact]
    public void Nothing_asked_takes_everything_as_it_stands()
    {
        SourceSelection all = SourceSelection.Of(Items, FeedSourceOptions.Default, null, Now);

        Assert.Equal(Items.AsEnumerable(), all.Items);
        Assert.Empty(all.Diagnostics);
    }

    [Fact]
    public void The_most_items_are_the_newest_in_the_sources_order() => Assert.Equal("b a", Select(new() { MaxItems = 2 }));

    [Fact]
    public void None_can_be_asked_for() => Assert.Equal("", Select(new() { MaxItems = 0 }));

    [Fact]
    public void Age_leaves_items_without_a_date_alone() => Assert.Equal("b none a", Select(new() { MaxAge = TimeSpan.FromDays(5) }));

    [Fact]
    public void The_later_of_two_limits_counts() =>
        Assert.Equal("none a", Select(new() { MaxAge = TimeSpan.FromDays(5), NotBefore = Now.AddDays(-1.5) }));

    [Fact]
    public void An_age_beyond_the_calendar_takes_everything() =>
        Assert.Equal("b none c a old", Select(new() { MaxAge = TimeSpan.MaxValue }));

    [Fact]
    public void The_filter_comes_before_the_number() =>
        Assert.Equal("c old", Select(new() { Filter = i => i.Id is "c" or "old", MaxItems = 2 }));

    [Theory]
    [InlineData(ChapterOrder.NewestFirst, "a b c old none")]
    [InlineData(ChapterOrder.OldestFirst, "old c b a none")]
    public void Order_puts_items_without_a_date_last(ChapterOrder order, string ids) => Assert.Equal(ids, Select(new() { Order = order }));

    [Fact]
    public void What_is_left_out_is_told_with_the_source()
    {
        SourceSelection some =
            SourceSelection.Of(Items, new() { Filter = i => i.Id != "old", MaxAge = TimeSpan.FromDays(5), MaxItems = 1 }, "here", Now);

        Assert.Equal(3, some.Diagnostics.Length);
        Assert.All(some.Diagnostics, d => Assert.Equal((DiagnosticIds.ItemsLeftOut, "here"), (d.Id, d.Source)));
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Select(new() { MaxItems = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Select(new() { MaxAge = TimeSpan.FromDays(-1) }));
    }
}
