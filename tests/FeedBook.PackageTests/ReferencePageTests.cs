namespace FeedBook.PackageTests;

/// <summary>The reference pages say what the code says.</summary>
public sealed class ReferencePageTests
{
    [Fact]
    public void The_table_of_options_is_up_to_date() => AssertPage("OPTIONS.md", ReferencePages.OptionsPage());

    [Fact]
    public void The_table_of_diagnostics_is_up_to_date() => AssertPage("DIAGNOSTICS.md", ReferencePages.DiagnosticsPage());

    private static void AssertPage(string name, string expected)
    {
        string path = Path.Combine(Repository.Root, "src", name);
        if (Environment.GetEnvironmentVariable("FEEDBOOK_ACCEPT") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == expected,
            $"src/{name} is not what the comments in the code say. Run FEEDBOOK_ACCEPT=1 dotnet test tests/FeedBook.PackageTests.");
    }
}
