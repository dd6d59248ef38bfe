using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FeedBook.PackageTests;

/// <summary>The tables of options and diagnostics, written from the documentation comments beside the code: one text, two places.</summary>
internal static partial class ReferencePages
{
    private static readonly Type[] Options =
    [
        typeof(BookOptions), typeof(FeedSourceOptions), typeof(ArticleOptions), typeof(FigureOptions), typeof(ImageOptions),
            typeof(FetchOptions), typeof(Feeds.FeedReaderOptions),
        typeof(Epub.EpubOptions), typeof(Pdf.PdfOptions), typeof(Extensions.DependencyInjection.FeedBookServiceOptions),
    ];

    public static string OptionsPage()
    {
        var page =
            new StringBuilder(
            "# Options\n\nEvery option, as the documentation in the code has it. All are records (but the last) with `init` properties: "
            + "change them by `with`.\n");
        foreach (Type type in Options)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {type.Name}\n\n{Text(Member($"T:{type.FullName}", type))}\n");
            PropertyInfo[] presets =
                [.. type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(each => each.PropertyType == type
                && each.Name != "Default")];
            if (presets.Length > 0)
            {
                page.Append("\n| preset | |\n|---|---|\n");
                Rows(presets);
            }

            page.Append("\n| option | type | |\n|---|---|---|\n");
            foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(each => each.SetMethod is { IsPublic: true }).OrderBy(each => each.MetadataToken))
            {
                page.Append(CultureInfo.InvariantCulture,
                    $"| `{property.Name}` | `{TypeName(property)}` | {Text(Member($"P:{type.FullName}.{property.Name}", type))} |\n");
            }

            void Rows(IEnumerable<PropertyInfo> properties)
            {
                foreach (PropertyInfo property in properties)
                {
                    page.Append(CultureInfo.InvariantCulture,
                        $"| `{property.Name}` | {Text(Member($"P:{type.FullName}.{property.Name}", type))} |\n");
                }
            }
        }

        return page.ToString();
    }

    public static string DiagnosticsPage()
    {
        var page = new StringBuilder(
            """
            # Diagnostics

            Everything that was mended, replaced or left out on the way from feed to book, by id: `FB1xx` feeds and fetching, `FB2xx` articles and figures,
            `FB3xx` pictures, `FB4xx` writers. Ids never change their meaning; the words of a message may. The constants are in `DiagnosticIds`.

            | id | constant | |
            |---|---|---|

            """);
        foreach (FieldInfo id in typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static)
            .OrderBy(field => (string)field.GetRawConstantValue()!, StringComparer.Ordinal))
        {
            string text = Text(Member($"F:{typeof(DiagnosticIds).FullName}.{id.Name}", typeof(DiagnosticIds)));
            page.Append(CultureInfo.InvariantCulture, $"| {id.GetRawConstantValue()} | `{id.Name}` | {Prefix().Replace(text, "")} |\n");
        }

        return page.ToString();
    }

    private static XElement Member(string name, Type type)
    {
        XDocument documents = XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml"));
        return documents.Descendants("member").Single(member => (string?)member.Attribute("name") == name).Element("summary")!;
    }

    // One line of Markdown: references and code become code.
    private static string Text(XElement summary)
    {
        var text = new StringBuilder();
        foreach (XNode node in summary.Nodes())
        {
            text.Append(node switch
            {
                XText words => words.Value,
                XElement { Name.LocalName: "see" } see when see.Attribute("langword") is { } word => $"`{word.Value}`",
                XElement { Name.LocalName: "see" } see => $"`{Reference((string?)see.Attribute("cref") ?? see.Value)}`",
                XElement { Name.LocalName: "paramref" } reference => $"`{(string?)reference.Attribute("name")}`",
                XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
                XElement other => other.Value,
                _ => "",
            });
        }

        return Spaces().Replace(text.ToString(), " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string Reference(string cref)
    {
        string name = cref[(cref.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('(')[0];
        string[] parts = name.Split('.');
        return cref.StartsWith("T:", StringComparison.Ordinal) || parts.Length < 2 ? parts[^1] : $"{parts[^2]}.{parts[^1]}";
    }

    private static string TypeName(PropertyInfo property)
    {
        NullabilityInfo info = new NullabilityInfoContext().Create(property);
        string name = Nullable.GetUnderlyingType(property.PropertyType) is { } underlying ? Name(underlying) + "?"
            : Name(property.PropertyType);
        return !property.PropertyType.IsValueType && info.WriteState == NullabilityState.Nullable ? name + "?" : name;
    }

    private static string Name(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name switch
    {
        "String" => "string", "Int32" => "int", "Int64" => "long", "Boolean" => "bool", "Double" => "double", _ => type.Name,
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^FB\d{3}: ")]
    private static partial Regex Prefix();
}
