using System.Diagnostics;

namespace FeedBook.PackageTests;

/// <summary>The clone that these tests were built in, and programs run in it or beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Runs <c>dotnet</c> to its end.</summary>
    /// <returns>Its exit code and everything it printed.</returns>
    public static async Task<(int Code, string Output)> DotnetAsync(string folder, params string[] arguments)
    {
        using Process process = Start(folder, arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code and everything it printed.</returns>
    public static async Task<(int Code, string Output)> RunAsync(string folder, string program)
    {
        using Process process = Process.Start(new ProcessStartInfo(program)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    /// <summary>Starts <c>dotnet</c>; the caller reads what it prints, and ends it.</summary>
    public static Process Start(string folder, params string[] arguments)
    {
        var start =
            new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path
            : "dotnet", arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };

        // What the test host was started with is not meant for its children.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return Process.Start(start)!;
    }

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "FeedBook.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"No FeedBook.sln above {AppContext.BaseDirectory}.");
    }
}
