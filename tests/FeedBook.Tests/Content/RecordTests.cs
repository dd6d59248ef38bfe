using System.Collections.Immutable;
using System.Reflection;
using FeedBook.Content;

namespace FeedBook.Tests.Content;

/// <summary>What holds for all records of the library: arrays that were never made are empty, and equality means what it says.</summary>
public sealed class RecordTests
{
    public static TheoryData<Type, string> Arrays()
    {
        var arrays = new TheoryData<Type, string>();
        foreach (PropertyInfo property in typeof(Article).Assembly.GetExportedTypes().Where(type => !type.IsAbstract)
            .SelectMany(type => type.GetProperties()).Where(property => property.PropertyType is { IsGenericType: true } array
                && array.GetGenericTypeDefinition() == typeof(ImmutableArray<>)))
        {
            arrays.Add(property.DeclaringType!, property.Name);
        }

        return arrays;
    }

    [Theory]
    [MemberData(nameof(Arrays))]
    public void An_array_that_was_never_made_is_empty(Type type, string property)
    {
        ConstructorInfo maker = type.GetConstructors().OrderByDescending(each => each.GetParameters().Length).First();
        object made = maker.Invoke([.. maker.GetParameters().Select(Usual)]);
        PropertyInfo array = type.GetProperty(property)!;

        Assert.False(IsDefault(array.GetValue(made)!), "by the constructor");
        if (array.SetMethod is not null)
        {
            array.SetValue(made, Activator.CreateInstance(array.PropertyType));
            Assert.False(IsDefault(array.GetValue(made)!), "by its property");
        }
    }

    [Fact]
    public void Trees_of_equal_content_are_equal()
    {
        Assert.Equal(Tree("a"), Tree("a"));
        Assert.Equal(Tree("a").GetHashCode(), Tree("a").GetHashCode());
        Assert.NotEqual(Tree("a"), Tree("b"));
        Assert.Equal(new FeedItem { Id = "x", Authors = [new FeedPerson("A")] },
            new FeedItem { Id = "x", Authors = [new FeedPerson("A")] });
    }

    private static Article Tree(string text)
    {
        ImmutableArray<Inline> run = [new Styled(TextStyle.Strong, [new TextRun(text)])];
        var image = new ImageReference([new Uri("https://example.org/a.png")]);
        return new Article
        {
            Blocks =
            [
                new Figure([new ImageBlock(image)], run, []),
                new DefinitionList([new DefinitionEntry([run], [[new Paragraph(run)]])]),
                new Table([], [new TableRow([new TableCell([new Paragraph(run)])])]),
            ],
        };
    }

    private static bool IsDefault(object array) => (bool)array.GetType().GetProperty("IsDefault")!.GetValue(array)!;

    private static object? Usual(ParameterInfo parameter)
    {
        Type type = parameter.ParameterType;
        return type == typeof(string) ? "x" : type == typeof(Uri) ? new Uri("https://example.org/")
            : type == typeof(BookMetadata) ? new BookMetadata { Title = "T", Identifier = "i", Language = "en", Modified = default }
            : type.IsValueType ? Activator.CreateInstance(type) : null;
    }
}
