namespace FeedBook.Tests;

/// <summary>Where this clone lies, and the shared corpus beside it.</summary>
internal static class Repository
{
    /// <summary>The folder of <c>FeedBook.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>
    /// The corpus of other people's texts: <c>FEEDBOOK_SHARED</c>, else <c>../shared</c> where it is; null where it is not.
    /// </summary>
    public static string? Shared { get; } =
        new[] { Environment.GetEnvironmentVariable("FEEDBOOK_SHARED"), Path.Combine(Root, "..", "shared") }
        .FirstOrDefault(path => path is not null && Directory.Exists(Path.Combine(path, "feeds")));

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FeedBook.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside of a clone.");
    }
}
