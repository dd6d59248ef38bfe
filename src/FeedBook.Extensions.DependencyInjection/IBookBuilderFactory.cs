namespace FeedBook.Extensions.DependencyInjection;

/// <summary>
/// Makes a <see cref="BookBuilder"/> for each book, as the application's options say. A builder keeps its sources; what lives as long as
/// the application, a background service for instance, takes this and makes a new one for each book. Safe for use by many callers at once.
/// </summary>
public interface IBookBuilderFactory
{
    /// <summary>A new builder without sources. Its diagnostics are logged.</summary>
    BookBuilder Create();
}
