using System.Reflection;
using FeedBook.Tests;

namespace FeedBook.Pdf.Tests.Conventions;

/// <summary>Arrows between rooms go one way, and the architecture page draws those that are there.</summary>
public sealed class RoomTests
{
    private const string End = "<!-- end -->";

    public static TheoryData<string> Packages => [typeof(Book).Assembly.GetName().Name!, typeof(PdfWriter).Assembly.GetName().Name!];

    [Theory]
    [MemberData(nameof(Packages))]
    public void No_rooms_use_each_other(string package) => Assert.Null(RoomGraph.Of(Assembly.Load(package)).Circle());

    [Fact]
    public void The_reading_of_HTML_goes_down_from_room_to_room()
    {
        string[] order =
            ["Html.Selectors", "Html.Tree", "Html.Ledger", "Html.Pruning", "Html.Images", "Html.Figures", "Html.Reading", "Html"];
        var rooms = RoomGraph.Of(typeof(Book).Assembly).Rooms.ToDictionary(room => room.Room, room => room.Uses);

        foreach ((int index, string room) in order.Index())
        {
            Assert.DoesNotContain(rooms.GetValueOrDefault(room, []), used => Array.IndexOf(order, used) > index);
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_architecture_page_draws_the_rooms(string package)
    {
        string file = Path.Combine(Repository.Root, "src", "ARCHITECTURE.md"), page = File.ReadAllText(file);
        string start = $"<!-- rooms of {package}, written by RoomTests -->";
        int from = page.IndexOf(start, StringComparison.Ordinal), to = page.IndexOf(End, Math.Max(from, 0), StringComparison.Ordinal);
        Assert.True(from >= 0 && to > from, $"{file} has no place for the rooms of {package}.");
        string drawn = page[(from + start.Length)..to].Trim(), rooms = Draw(RoomGraph.Of(Assembly.Load(package)));
        if (Environment.GetEnvironmentVariable("FEEDBOOK_ACCEPT") == "1")
        {
            File.WriteAllText(file, $"{page[..(from + start.Length)]}\n{rooms}\n{page[to..]}");
            return;
        }

        Assert.Equal(rooms, drawn.ReplaceLineEndings("\n"));
    }

    private static string Draw(RoomGraph graph) =>
        $"```\n{string.Join('\n', graph.Rooms.Select(room => $"{room.Room,-18} → {string.Join(", ", room.Uses)}"))}\n```";
}
