namespace FeedBook.PackageTests;

/// <summary>
/// The packages, packed once for all tests of this project into a folder of their own, and a place for a stranger's program beside them.
/// </summary>
public sealed class PackageFolder : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("feedbook-packages-").FullName;

    /// <summary>The packed files.</summary>
    public string Packages => Path.Combine(folder, "packages");

    public async Task InitializeAsync()
    {
        // What was built with these tests is packed: no second build.
        string configuration =
            AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}",
            StringComparison.Ordinal) ? "Release" : "Debug";
        // FeedBook.QuestPdf stands outside the solution: not every registry serves what it depends on.
        string solution = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "FeedBook.sln"));
        foreach (string project in Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => solution.Contains(Path.GetFileName(project), StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            (int code, string output) =
                await Repository.DotnetAsync(Path.GetDirectoryName(project)!, "pack", project, "-c", configuration, "--no-build", "-o",
                Packages, "-nodeReuse:false");
            Assert.True(code == 0, output);
        }
    }

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Installs the app as a tool from the folder of packed files.</summary>
    /// <returns>The folder in which its command lies.</returns>
    public async Task<string> InstallToolAsync()
    {
        string place = Directory.CreateDirectory(Path.Combine(folder, "tool")).FullName;
        string project = Path.Combine(Repository.Root, "examples", "FeedBook.Sample", "FeedBook.Sample.csproj");
        (int code, string output) = await Repository.DotnetAsync(place, "pack", project, "-c", "Release", "-o", Packages,
            "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false");
        Assert.True(code == 0, output);
        (code, output) =
            await Repository.DotnetAsync(place, "tool", "install", "FeedBook.Tool", "--tool-path", place, "--source", Packages);
        return code == 0 ? place : throw new InvalidOperationException(output);
    }

    /// <summary>
    /// Copies a program to an empty folder where it can restore the packed files, and nothing of this repository, and builds it there.
    /// </summary>
    /// <returns>The folder; its <c>out/App.dll</c> is the program.</returns>
    public async Task<string> BuildAsync(string app, string copy = "")
    {
        string place = Directory.CreateDirectory(Path.Combine(folder, app + copy)).FullName;
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Apps", app))
            .Append(Path.Combine(AppContext.BaseDirectory, "Apps", "feed.json")))
        {
            File.Copy(file, Path.Combine(place, Path.GetFileName(file)));
        }

        // What FeedBook depends on is in this machine's cache, since FeedBook was built here: no network is needed.
        (_, string caches) = await Repository.DotnetAsync(place, "nuget", "locals", "global-packages", "--list", "--force-english-output");
        string cache = caches[(caches.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        await File.WriteAllTextAsync(
            Path.Combine(place, "nuget.config"),
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{folder}/cache" /></config>
              <packageSources><clear /><add key="packed" value="{Packages}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="machine" value="{cache}" /></fallbackPackageFolders>
            </configuration>
            """);
        (int code, string output) =
            await Repository.DotnetAsync(place, "build", "-c", "Release", "-o", "out", "-nodeReuse:false", "-p:UseSharedCompilation=false");
        Assert.True(code == 0, output);
        return place;
    }
}
