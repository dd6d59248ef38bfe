using System.Diagnostics;

namespace FeedBook.ConformanceTests;

/// <summary>The validators of the outside world, where they are installed.</summary>
internal static class Validators
{
    /// <summary>Where <c>node_modules</c> of the npm validators lies: <c>FEEDBOOK_TOOLS</c>, else none.</summary>
    private static readonly string? Tools = Environment.GetEnvironmentVariable("FEEDBOOK_TOOLS");

    public static string? EpubCheckJar { get; } =
        new[] { Environment.GetEnvironmentVariable("EPUBCHECK_JAR"), "/usr/share/java/epubcheck.jar" }.FirstOrDefault(File.Exists);

    public static string? EpubCheckTs { get; } = Tool("epubcheck-ts");

    public static string? Ace { get; } = Tool("ace-cli");

    public static string? Chromium { get; } = OnPath("chromium") ?? OnPath("chromium-browser") ?? OnPath("google-chrome");

    public static string? Java { get; } = OnPath("java");

    public static (int Code, string Output) Run(string program, IReadOnlyList<string> arguments,
        params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }

    private static string? Tool(string name)
    {
        string? own = Tools is null ? null : Path.Combine(Tools, "node_modules", ".bin", name);
        return own is not null && File.Exists(own) ? own : OnPath(name);
    }

    private static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}

/// <summary>A fact that needs a validator; where it is not installed the test is skipped and its name says which.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EpubCheckFactAttribute : FactAttribute
{
    public EpubCheckFactAttribute()
    {
        if (Validators.EpubCheckJar is null || Validators.Java is null)
        {
            Skip = "epubcheck (Debian, with java) is not installed";
        }
    }
}

/// <inheritdoc cref="EpubCheckFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EpubCheckTsFactAttribute : FactAttribute
{
    public EpubCheckTsFactAttribute()
    {
        if (Validators.EpubCheckTs is null)
        {
            Skip = "epubcheck-ts (npm @likecoin/epubcheck-ts, in FEEDBOOK_TOOLS or on the PATH) is not installed";
        }
    }
}

/// <inheritdoc cref="EpubCheckFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AceFactAttribute : FactAttribute
{
    public AceFactAttribute()
    {
        if (Validators.Ace is null || Validators.Chromium is null)
        {
            Skip = "ace (npm @daisy/ace-cli, in FEEDBOOK_TOOLS or on the PATH, with chromium) is not installed";
        }
    }
}
