using System.Reflection;
using System.Text;

namespace FeedBook.PackageTests;

/// <summary>The public face changes only with PublicApi.txt, where a reviewer sees it.</summary>
public sealed class PublicApiTests
{
    private static readonly Assembly[] Packages =
    [
        typeof(Book).Assembly, typeof(Extensions.DependencyInjection.FeedBookServiceOptions).Assembly, typeof(Fonts.BundledFonts).Assembly,
            typeof(Fonts.Cjk.CjkFonts).Assembly, typeof(Fonts.World.WorldFonts).Assembly,
        typeof(FullText.ArticleExtractor).Assembly, typeof(Imaging.VipsImageProcessor).Assembly, typeof(Pdf.PdfWriter).Assembly,
    ];

    [Fact]
    public void The_public_face_is_the_reviewed_one()
    {
        var actual = new StringBuilder();
        foreach (Assembly assembly in Packages)
        {
            actual.Append("# ").Append(assembly.GetName().Name).Append('\n').Append(PublicSurface.Print(assembly)).Append('\n');
        }

        string reviewed = Path.Combine(Repository.Root, "tests", "FeedBook.PackageTests", "PublicApi.txt");
        if (Environment.GetEnvironmentVariable("FEEDBOOK_ACCEPT") == "1")
        {
            File.WriteAllText(reviewed, actual.ToString());
        }

        string[] before = File.ReadAllLines(reviewed), after = actual.ToString().TrimEnd('\n').Split('\n');
        string[] differences =
            [.. before.Where(line => line.Length > 0).Except(after).Select(line => "- " + line),
            .. after.Where(line => line.Length > 0).Except(before).Select(line => "+ " + line)];
        Assert.True(differences.Length == 0 && before.Where(line => line.Length > 0).SequenceEqual(after.Where(line => line.Length > 0)),
            "The public face changed. If it is meant to, run FEEDBOOK_ACCEPT=1 dotnet test tests/FeedBook.PackageTests and review "
                + $"PublicApi.txt.\n{string.Join('\n', differences)}");
    }

    [Fact]
    public void Everything_public_lies_in_its_packages_namespace() =>
        Assert.All(
            Packages.SelectMany(assembly => assembly.GetExportedTypes()).Where(type => type.Name != "FeedBookServiceCollectionExtensions"),
            type => Assert.StartsWith("FeedBook", type.Namespace!, StringComparison.Ordinal));

    // What the book is or has is Is… or Has…; what is to be done is a verb that tells to do it.
    [Fact]
    public void Booleans_are_named_by_one_rule()
    {
        string[] starts = ["Is", "Has", "From", "Keep", "Remove", "Fold", "Allow", "Send", "Number", "Use", "Honour", "Start", "RunOn",
            "Auto", "Flatten", "Strip", "Mend", "Link", "Include", "Greyscale"];
        string[] others = [.. Packages.SelectMany(assembly => assembly.GetExportedTypes()).SelectMany(type => type.GetProperties())
            .Where(property => property.PropertyType == typeof(bool)
                && !starts.Any(start => property.Name.StartsWith(start, StringComparison.Ordinal)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}")];
        Assert.Empty(others);
    }
}
