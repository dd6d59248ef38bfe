using System.Text.RegularExpressions;

namespace FeedBook.Tests.Epub;

/// <summary>Tables in an EPUB: how their words may break.</summary>
public sealed class TableXhtmlTests
{
    [Theory]
    [InlineData("<tr><th>No</th><th>Square</th></tr><tr><td>10</td><td>100</td></tr>", true)]
    [InlineData("<tr><th>No</th><th>Address</th></tr><tr><td>10</td><td>https://example.org/a/long/address/without/a/place/to/break</td></tr>", false)]
    [InlineData("<tr><td>January</td><td>February</td><td>March</td><td>April</td><td>September</td><td>October</td></tr><tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td></tr>", false)]
    [InlineData("<tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr><tr><td colspan='2'>Together</td></tr>", true)]
    public async Task Words_stay_whole_where_all_columns_have_room_for_theirs(string rows, bool whole)
    {
        await using Book book = await new BookBuilder().AddItems("Made", [new FeedItem { Id = "t", Title = "T", ContentHtml = $"<p>Before.</p><table border='1'>{rows}</table>" }]).BuildAsync();
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        string table = Assert.Single(epub.Names.Where(name => name.EndsWith("html", StringComparison.Ordinal)).SelectMany(name => Regex.Matches(epub.Text(name), "<table[^>]*>")).Select(match => match.Value));

        Assert.Equal(whole, table.Contains("class=\"words\"", StringComparison.Ordinal));
        Assert.Empty(epub.Faults());
    }
}
