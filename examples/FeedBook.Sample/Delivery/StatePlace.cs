namespace FeedBook.Sample.Delivery;

/// <summary>Where what was delivered is kept unless a place is named.</summary>
internal static class StatePlace
{
    /// <summary>Beside the plan's file, under its name; without one in the user's folder for state.</summary>
    public static string For(string? planFile) => planFile is not null
        ? Path.ChangeExtension(planFile, ".state")
        : Path.Combine(UsersFolder(), "feedbook", "delivered.state");

    // XDG base directories, version 0.8; elsewhere what the system calls local application data.
    private static string UsersFolder() => Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } given
        && Path.IsPathRooted(given) ? given
        : OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
}
