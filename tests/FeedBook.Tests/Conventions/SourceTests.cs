using System.Text.RegularExpressions;

namespace FeedBook.Tests.Conventions;

/// <summary>How the source itself is written, as CONTRIBUTING asks; what analysers do not see.</summary>
public sealed partial class SourceTests
{
    private const int LongestLine = 140;

    private static readonly string[] Folders = ["src", "examples", "tests"];

    // Characters, not bytes: a line of Chinese is as long as it looks. What tests read, in raw strings or as bytes, stays as it came.
    [Fact]
    public void A_line_has_at_most_140_characters()
    {
        var found = new List<string>();
        foreach (string file in Files(Folders))
        {
            bool raw = false, data = file.StartsWith("tests", StringComparison.Ordinal);
            int number = 0;
            foreach (string line in File.ReadLines(Path.Combine(Repository.Root, file)))
            {
                number++;
                int quotes = Quotes().Count(line);
                bool within = data && (raw || quotes > 0 || Bytes().IsMatch(line));
                raw ^= quotes % 2 == 1;
                if (line.Length > LongestLine && !within)
                {
                    found.Add($"{file}:{number} has {line.Length}");
                }
            }
        }

        Assert.Empty(found);
    }

    // Whoever looks for a class finds one file.
    [Fact]
    public void No_two_files_have_one_name()
    {
        IEnumerable<string> twins = Files(["src"]).GroupBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)
            .Where(files => files.Count() > 1)
            .Select(files => string.Join(", ", files));

        Assert.Empty(twins);
    }

    // A generator's part is no file of ours.
    [Fact]
    public void A_class_stands_in_one_file()
    {
        IEnumerable<string> parted = Files(["src"])
            .SelectMany(file => Partial().Matches(File.ReadAllText(Path.Combine(Repository.Root, file)))
                .Select(part => (Name: part.Groups[1].Value, Room: Path.GetDirectoryName(file))).Distinct())
            .GroupBy(part => (part.Name, part.Room)).Where(parts => parts.Count() > 1).Select(parts => parts.Key.Name);

        Assert.Empty(parted);
    }

    private static IEnumerable<string> Files(IEnumerable<string> folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "artifacts"));

    [GeneratedRegex("\"{3,}")]
    private static partial Regex Quotes();

    [GeneratedRegex("[A-Za-z0-9+/=]{100}")]
    private static partial Regex Bytes();

    [GeneratedRegex(@"^[a-z ]*\bpartial (?:record struct|record|class|struct|interface) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Partial();
}
