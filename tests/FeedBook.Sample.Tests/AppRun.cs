using System.Diagnostics;
using System.Text;

namespace FeedBook.Sample.Tests;

/// <summary>What a run of the app said and gave.</summary>
internal sealed record AppRun(int Code, string Output, string Error)
{
    /// <summary>Runs a command in this process, as if its output were a file.</summary>
    public static Task<AppRun> Of(string folder, params string[] args) => Of(folder, terminal => terminal, CancellationToken.None, args);

    public static async Task<AppRun> Of(string folder, Func<Terminal, Terminal> change, CancellationToken cancellationToken,
        params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await App.RunAsync(args, change(new Terminal(output, error) { Folder = folder }), cancellationToken);
        return new AppRun(code, output.ToString(), error.ToString());
    }

    /// <summary>Starts the app as a process of its own.</summary>
    public static Process Start(string folder, params string[] args)
    {
        var start =
            new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        if (OperatingSystem.IsLinux())
        {
            // A shell in the background, and some runners, ignore SIGINT, and so would every child of theirs.
            start.FileName = "env";
            start.ArgumentList.Add("--default-signal=INT");
            start.ArgumentList.Add("dotnet");
        }

        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(App).Assembly.Location);
        foreach (string arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start)!;
    }

    /// <summary>Starts the app as a process of its own, with a temporary folder of its own.</summary>
    public static Process Start(string folder, string temp, string[] args)
    {
        var start =
            new ProcessStartInfo("dotnet", ["exec", typeof(App).Assembly.Location, .. args]) { WorkingDirectory = folder,
            RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TMPDIR"] = start.Environment["TMP"] = start.Environment["TEMP"] = temp;
        return Process.Start(start)!;
    }

    /// <summary>Waits for a process and takes what it said.</summary>
    public static async Task<AppRun> End(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new AppRun(process.ExitCode, await output, await error);
    }
}

/// <summary>A folder for one test, with short ways to put feeds into it.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("feedbook-sample-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>An RSS feed of so many items, a day apart, the first one the newest (2026-11-20).</summary>
    public string Feed(string name, int items, string title = "Tides", string? html = null)
    {
        var rss =
            new StringBuilder(
            $"""<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title><link>https://tides.example/</link>""");
        for (int i = items; i >= 1; i--)
        {
            rss.Append(
                $"""<item><title>{title} {i}</title><guid>https://tides.example/{title}/{i}</guid><pubDate>{new DateTime(2026, 11, 20).AddDays(i - items):R}</pubDate><description><![CDATA[{html ?? $"<p>The {i}. high water.</p>"}]]></description></item>""");
        }

        return Write(name, rss.Append("</channel></rss>").ToString());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
