using FeedBook.Fetching;

namespace FeedBook.Tests.Books;

/// <summary>What a book tells of the selectors in its options: a thing that concerns all chapters once.</summary>
public sealed class SelectorReportTests
{
    private static readonly FeedSourceOptions Wrong = new() { Remove = ["p..x"] };

    [Fact]
    public async Task A_selector_that_is_none_is_told_once_with_its_source()
    {
        await using Book book = await Builder(Wrong).AddItems("Other", Items(2)).BuildAsync();

        Diagnostic told = Assert.Single(book.Diagnostics, each => each.Id == DiagnosticIds.InvalidSelector);
        Assert.Equal(("S", null), (told.Source, told.Item));
        Assert.Equal("The selector 'p..x' cannot be read: a name is missing (position 3). It is not used.", told.Message);
    }

    [Fact]
    public async Task A_selector_that_is_none_in_several_sources_is_told_once_for_the_book()
    {
        await using Book sources = await Builder(Wrong).AddItems("Other", Items(3), Wrong).BuildAsync();
        await using Book options = await Builder(FeedSourceOptions.Default).AddItems("Other", Items(3))
            .With(o => o with { Figures = new() { CaptionSelectors = ["p..x"] } }).BuildAsync();

        Assert.Null(Assert.Single(sources.Diagnostics, each => each.Id == DiagnosticIds.InvalidSelector).Source);
        Assert.Null(Assert.Single(options.Diagnostics, each => each.Id == DiagnosticIds.InvalidSelector).Source);
    }

    [Fact]
    public async Task Selectors_that_occur_in_no_item_are_told_once_and_else_with_each_item()
    {
        await using Book none = await Builder(new() { Keep = [".story"] }).BuildAsync();
        await using Book some = await new BookBuilder(new Nowhere())
            .AddItems("S", [.. Items(2), new FeedItem { Id = "k", Title = "K", ContentHtml = "<p class=story>Kept.</p><p>Gone.</p>" }],
            new() { Keep = [".story"] }).BuildAsync();

        Diagnostic told = Assert.Single(none.Diagnostics, each => each.Id == DiagnosticIds.NothingToKeep);
        Assert.Equal(("S", null, "None of the selectors of what to keep occurs in any of the 3 items; everything was kept."),
            (told.Source, told.Item, told.Message));
        Assert.Equal(["I0", "I1"], some.Diagnostics.Where(each => each.Id == DiagnosticIds.NothingToKeep).Select(each => each.Item));
    }

    private static BookBuilder Builder(FeedSourceOptions options) => new BookBuilder(new Nowhere()).AddItems("S", Items(3), options);

    private static IEnumerable<FeedItem> Items(int count) =>
        Enumerable.Range(0, count).Select(i => new FeedItem { Id = $"i{i}", Title = $"I{i}", ContentHtml = $"<p>Text {i}</p>" });

    private sealed class Nowhere : IResourceLoader
    {
        public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default) =>
            throw new ResourceException(ResourceFailure.Unavailable, "Offline.");
    }
}
