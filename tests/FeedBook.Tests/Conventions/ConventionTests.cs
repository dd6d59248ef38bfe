using System.Reflection;
using System.Text.RegularExpressions;
using FeedBook.Imaging;

namespace FeedBook.Tests.Conventions;

/// <summary>What every room keeps to.</summary>
public sealed partial class ConventionTests
{
    public static TheoryData<string> Assemblies =>
        [typeof(Book).Assembly.GetName().Name!, typeof(VipsImageProcessor).Assembly.GetName().Name!,
            typeof(FeedBook.FullText.ArticleExtractor).Assembly.GetName().Name!];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_public_type_is_closed(string assembly)
    {
        IEnumerable<string> open = Assembly.Load(assembly).GetExportedTypes()
            .Where(type => type is { IsInterface: false, IsEnum: false, IsSealed: false } && !HasNoPublicDoor(type))
            .Select(type => type.FullName!);

        // The one class that is made to be derived from.
        Assert.Equal(assembly == "FeedBook" ? ["FeedBook.Content.ContentRewriter"] : [], open);
    }

    [Fact]
    public void An_id_of_a_diagnostic_is_given_once_and_has_its_form()
    {
        string[] ids =
            [.. typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches(Id(), id));
    }

    private static bool HasNoPublicDoor(Type type) => type.IsAbstract
        && type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            .All(constructor => constructor.IsPrivate || constructor.IsFamilyAndAssembly || constructor.IsAssembly || IsCopy(constructor));

    // A record's copy constructor is protected; without the other one nobody can derive from it all the same.
    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType;

    [GeneratedRegex("^FB[1-4][0-9]{2}$")]
    private static partial Regex Id();
}
