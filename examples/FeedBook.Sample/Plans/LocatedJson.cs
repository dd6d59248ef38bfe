using System.Text;
using System.Text.Json;

namespace FeedBook.Sample.Plans;

/// <summary>A JSON value that knows where it stands, so that a mistake can be shown to the one who wrote it.</summary>
/// <param name="Kind">Object, Array, String, Number, True, False or Null.</param>
/// <param name="Path">As in <c>sources[1].maxItems</c>; empty for the whole.</param>
/// <param name="Line">From 1.</param>
internal sealed record LocatedJson(JsonValueKind Kind, string Path, int Line)
{
    /// <summary>A string's text, or a number as written.</summary>
    public string Text { get; private init; } = "";

    /// <summary>An array's values.</summary>
    public IReadOnlyList<LocatedJson> Items { get; private init; } = [];

    /// <summary>An object's values by name, in order; a name may occur twice.</summary>
    public IReadOnlyList<(string Name, LocatedJson Value)> Members { get; private init; } = [];

    /// <summary>Reads JSON with comments and trailing commas.</summary>
    /// <exception cref="JsonException">It is none; the line is in the exception, from 0.</exception>
    public static LocatedJson Parse(ReadOnlySpan<byte> utf8)
    {
        utf8 = utf8 switch
        {
            // As some editors save it.
            [0xFF, 0xFE, .. var little] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(little)),
            [0xFE, 0xFF, .. var big] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(big)),
            [0xEF, 0xBB, 0xBF, .. var marked] => marked,
            _ => utf8,
        };
        var reader =
            new Utf8JsonReader(utf8,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 });
        reader.Read();
        LocatedJson value = Read(ref reader, utf8, "");

        // What follows the value is a mistake too; only asking further finds it.
        while (reader.Read())
        {
        }

        return value;
    }

    private static LocatedJson Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, string path)
    {
        int line = utf8[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<(string, LocatedJson)>();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    string name = reader.GetString()!;
                    reader.Read();
                    members.Add((name, Read(ref reader, utf8, path.Length == 0 ? name : $"{path}.{name}")));
                }

                return new LocatedJson(JsonValueKind.Object, path, line) { Members = members };
            case JsonTokenType.StartArray:
                var items = new List<LocatedJson>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Read(ref reader, utf8, $"{path}[{items.Count}]"));
                }

                return new LocatedJson(JsonValueKind.Array, path, line) { Items = items };
            case JsonTokenType.String:
                return new LocatedJson(JsonValueKind.String, path, line) { Text = reader.GetString()! };
            case JsonTokenType.Number:
                return new LocatedJson(JsonValueKind.Number, path, line) { Text = System.Text.Encoding.UTF8.GetString(reader.ValueSpan) };
            case JsonTokenType.True:
                return new LocatedJson(JsonValueKind.True, path, line);
            case JsonTokenType.False:
                return new LocatedJson(JsonValueKind.False, path, line);
            default:
                return new LocatedJson(JsonValueKind.Null, path, line);
        }
    }
}
