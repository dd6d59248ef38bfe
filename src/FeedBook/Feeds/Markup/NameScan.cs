namespace FeedBook.Feeds.Markup;

/// <summary>Where names and white space in tags begin and end, read generously.</summary>
internal static class NameScan
{
    public static bool IsStart(char c) => char.IsLetter(c) || c is '_' or ':';

    /// <summary>The first place at or after which there is no character of a name.</summary>
    public static int End(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is ':' or '_' or '-' or '.'))
        {
            at++;
        }

        return at;
    }

    /// <summary>The first place at or after which there is no white space.</summary>
    public static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
