using System.Text;

namespace FeedBook.Media;

/// <summary>Says what came in the place of a picture.</summary>
internal static class NotAPicture
{
    public static string Name(ByteSource source)
    {
        if (source.Length == 0)
        {
            return "Nothing came: the answer is empty.";
        }

        ReadOnlySpan<byte> head = source.At(0, 512);
        string text = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return text switch
        {
            _ when StartsWith(text, "<!doctype html") || StartsWith(text, "<html") || StartsWith(text, "<head") => "It is a web page.",
            _ when StartsWith(text, "<") => "It is a text with markup.",
            _ when text.StartsWith("%PDF", StringComparison.Ordinal) => "It is a PDF.",
            _ when text.StartsWith('{') || text.StartsWith('[') => "It is JSON.",
            _ when text.StartsWith("8BPS", StringComparison.Ordinal) => "It is a Photoshop file.",
            _ when text.StartsWith("PK\u0003\u0004", StringComparison.Ordinal) => "It is an archive.",
            _ when text.Length > 7 && text[4..8] == "ftyp" => "It is a film.",
            _ when head.IndexOfAnyInRange((byte)0, (byte)8) < 0 => "It is a text.",
            _ => "It is of no known kind.",
        };
    }

    private static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
