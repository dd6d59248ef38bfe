using System.Text.RegularExpressions;

namespace FeedBook.Tests.Epub;

/// <summary>Tables in an EPUB: how their words may break.</summary>
public sealed class TableXhtmlTests
{
    [Theory]
    [InlineData("<tr><th>No</th><th>Square</th></tr><tr><td>10</td><td>100</td></tr>", true)]
    [InlineData(
        "<tr><th>No</th><th>Address</th></tr><tr><td>10</td><td>https://example.org/a/long/address/without/a/place/to/break</td></tr>",
        false)]
    [InlineData(
        "<tr><td>January</td><td>February</td><td>March</td><td>April</td><td>September</td><td>October</td></tr>"
            + "<tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td></tr>", false)]
    [InlineData("<tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr><tr><td colspan='2'>Together</td></tr>", true)]
    public async Task A_table_is_wide_where_its_columns_have_no_room_for_their_words(string rows, bool whole)
    {
        await using Book book = await new BookBuilder()
            .AddItems("Made", [new FeedItem { Id = "t", Title = "T", ContentHtml = $"<p>Before.</p><table border='1'>{rows}</table>" }])
            .BuildAsync();
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        string table =
            Assert.Single(epub.Names.Where(name => name.EndsWith("html", StringComparison.Ordinal))
            .SelectMany(name => Regex.Matches(epub.Text(name), "<table[^>]*>")).Select(match => match.Value));

        Assert.Equal(!whole, table.Contains("class=\"wide", StringComparison.Ordinal));
        Assert.Empty(epub.Faults());
    }

    [Fact]
    public async Task On_a_small_screen_each_cell_of_a_wide_table_says_its_columns_name()
    {
        const string Head = "<tr><th colspan='2'>Place</th><th>Height</th><th>Remark</th></tr>";
        const string Body =
            "<tr><td rowspan='2'>Northern "
            + "harbours</td><td>Lighthouse</td><td>12.5</td><td>Whitewashed</td></tr><tr><td>Breakwater</td><td>7</td><td>Granite, "
                + "weathered</td></tr>";
        await using Book book = await new BookBuilder()
            .AddItems("Made",
            [new FeedItem { Id = "t", Title = "T",
            ContentHtml = $"<p>Before.</p><table><thead>{Head}</thead><tbody>{Body}</tbody></table>" }]).BuildAsync();
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        System.Xml.Linq.XElement table = epub.Chapters.Single().Descendants(OpenedEpub.Xhtml + "table").Single();
        Assert.Equal("wide labelled", (string?)table.Attribute("class"));
        Assert.Equal(["Place", "Place", "Height", "Remark", "Place", "Height", "Remark"],
            table.Descendants(OpenedEpub.Xhtml + "td").Select(cell => (string?)cell.Attribute("data-label")));
        Assert.Equal(["12.5", "7"],
            table.Descendants(OpenedEpub.Xhtml + "td").Where(cell => (string?)cell.Attribute("class") == "numeric")
            .Select(cell => cell.Value));
        Assert.Empty(epub.Faults());
    }
}
