namespace FeedBook.Fetching;

/// <summary>What an answer's <c>Content-Type</c> says, however it is written.</summary>
internal static class ContentTypes
{
    public static (string? MediaType, string? Charset) Of(HttpResponseMessage response)
    {
        if (!response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values))
        {
            return (null, null);
        }

        string[] parts = values.ToString().Split(';', StringSplitOptions.TrimEntries);
        string mediaType = parts[0].ToLowerInvariant();
        string? charset = parts.Skip(1)
            .FirstOrDefault(part =>
            part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))?["charset=".Length..].Trim('"', '\'', ' ');
        return (mediaType.Contains('/', StringComparison.Ordinal) ? mediaType : null, string.IsNullOrEmpty(charset) ? null : charset);
    }
}
