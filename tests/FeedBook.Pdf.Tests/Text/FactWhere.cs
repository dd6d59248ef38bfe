namespace FeedBook.Pdf.Tests.Text;

/// <summary>A test that needs a file or program of the machine, and is reported as skipped where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWhereAttribute : FactAttribute
{
    public FactWhereAttribute(string path)
    {
        Path = path;
        if (!File.Exists(path))
        {
            Skip = $"{path} is not on this machine.";
        }
    }

    public string Path { get; }
}
