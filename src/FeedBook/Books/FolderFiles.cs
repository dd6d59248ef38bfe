namespace FeedBook.Books;

/// <summary>
/// The files of a folder and of the folders below it, by name. Links to folders are followed, but each folder is gone into once: a link to
/// a folder above ends there.
/// </summary>
internal sealed class FolderFiles(string folder)
{
    private const int MostFiles = 100_000, Deepest = 64;

    private static readonly EnumerationOptions Options =
        new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };

    private readonly HashSet<string> entered = new(StringComparer.Ordinal);
    private readonly List<string> left = [];

    /// <summary>What was not gone into, and why: one sentence each.</summary>
    public IReadOnlyList<string> Left => left;

    /// <summary>The files.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public IReadOnlyList<string> Find()
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        }

        var found = new List<string>();
        Enter(folder, found, 0);
        if (found.Count > MostFiles)
        {
            left.Add($"The folder holds more than {MostFiles:N0} files; the rest was not read.");
            found.RemoveRange(MostFiles, found.Count - MostFiles);
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private void Enter(string path, List<string> found, int depth)
    {
        if (depth > Deepest || Real(path) is not { } real || !entered.Add(real))
        {
            left.Add($"'{path}' leads back to a folder that was read already, or nowhere; it was not gone into.");
            return;
        }

        found.AddRange(Directory.EnumerateFiles(path, "*", Options).Take(MostFiles + 1 - Math.Min(found.Count, MostFiles)));
        foreach (string below in Directory.EnumerateDirectories(path, "*", Options).Order(StringComparer.Ordinal))
        {
            if (found.Count <= MostFiles)
            {
                Enter(below, found, depth + 1);
            }
        }
    }

    // Where links lead to in the end; null for a circle of links.
    private static string? Real(string path)
    {
        try
        {
            string full = Path.GetFullPath(path);
            return Directory.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName
                ?? (Path.GetDirectoryName(full) is { } parent && Path.GetFileName(full).Length > 0
                && Directory.ResolveLinkTarget(parent, returnFinalTarget: true) is { } target
                ? Path.Combine(target.FullName, Path.GetFileName(full))
                : full);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
