using System.Diagnostics;
using FeedBook.Imaging;

namespace FeedBook.Tests.Imaging;

/// <summary>A test that needs libvips and some of Debian's tools, and is skipped, by name, where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VipsFactAttribute : FactAttribute
{
    public VipsFactAttribute(params string[] needs)
    {
        Needs = needs;
        Skip = Tools.Missing(needs);
    }

    public IReadOnlyList<string> Needs { get; }
}

/// <inheritdoc cref="VipsFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VipsTheoryAttribute : TheoryAttribute
{
    public VipsTheoryAttribute(params string[] needs)
    {
        Needs = needs;
        Skip = Tools.Missing(needs);
    }

    public IReadOnlyList<string> Needs { get; }
}

/// <summary>Programs of the machine.</summary>
internal static class Tools
{
    public static string? Missing(string[] tools)
    {
        if (!VipsImageProcessor.IsAvailable)
        {
            return "libvips is not on this machine";
        }

        string? missing = Array.Find(tools, tool => Find(tool) is null);
        return missing is null ? null : $"'{missing}' is not on this machine";
    }

    public static string Run(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(tool)!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output
            : throw new InvalidOperationException($"{tool} {string.Join(' ', arguments)}: {errors.Result}");
    }

    // Debian's convert lies below /usr/bin; a stand-in of the same name may lie before it on the path.
    private static string? Find(string tool) =>
        new[] { "/usr/bin" }.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
}
