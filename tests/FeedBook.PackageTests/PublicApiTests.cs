using System.Reflection;

namespace FeedBook.PackageTests;

/// <summary>How the public face is named. What it is stands in src/*/PublicAPI.*.txt, which an analyser holds in every build.</summary>
public sealed class PublicApiTests
{
    private static readonly Assembly[] Packages =
    [
        typeof(Book).Assembly, typeof(Extensions.DependencyInjection.FeedBookServiceOptions).Assembly, typeof(Fonts.BundledFonts).Assembly,
            typeof(Fonts.Cjk.CjkFonts).Assembly, typeof(Fonts.World.WorldFonts).Assembly,
        typeof(FullText.ArticleExtractor).Assembly, typeof(Imaging.VipsImageProcessor).Assembly, typeof(Pdf.PdfWriter).Assembly,
    ];

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
