namespace FeedBook.Fetching;

/// <summary>An answer's body, read to its end and unpacked.</summary>
/// <param name="Content">The bytes, seekable, at their start.</param>
/// <param name="Length">How many they are.</param>
internal sealed record Body(Stream Content, long Length)
{
    /// <summary>What the server says of it.</summary>
    public string? MediaType { get; init; }

    public string? Charset { get; init; }

    /// <summary>Its length as declared, packed; null when not declared.</summary>
    public long? Declared { get; init; }

    /// <summary>What is wrong with the answer although its bytes can be used, as one sentence; null where nothing is.</summary>
    public string? Mended { get; init; }

    /// <summary>False where the bytes broke off before their end.</summary>
    public bool IsWhole { get; init; } = true;
}
