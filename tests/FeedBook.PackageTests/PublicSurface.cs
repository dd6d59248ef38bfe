using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace FeedBook.PackageTests;

/// <summary>Prints what an assembly shows to the world, a line a member, in a fixed order: what a reviewer of a change must see.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Print(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Kind(type)} {Name(type, full: true)}{Bases(type)}\n");
            foreach (string member in Members(type).OrderBy(line => line, StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"    {member}\n");
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => string.Create(CultureInfo.InvariantCulture,
                $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"));
        }

        return type.GetMembers(Declared).Where(IsShown).Select(Line).OfType<string>();
    }

    private static bool IsShown(MemberInfo member) =>
        member.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !member.Name.Contains('<', StringComparison.Ordinal)
        && member switch
    {
        MethodInfo method => !method.IsSpecialName && IsOpen(method),
        ConstructorInfo constructor => IsOpen(constructor),
        FieldInfo field => field.IsPublic || field.IsFamily,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsOpen) && property.Name != "EqualityContract",
        EventInfo => true,
        _ => false,
    };

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string? Line(MemberInfo member)
    {
        var nullability = new NullabilityInfoContext();
        return member switch
        {
            ConstructorInfo constructor => $"new({Parameters(constructor)})",
            MethodInfo method =>
                $"{(method.IsStatic ? "static " : "")}{Typed(nullability.Create(method.ReturnParameter))} "
                    + $"{method.Name}{Generic(method)}({Parameters(method)})",
            FieldInfo { IsLiteral: true } constant =>
                $"const {Name(constant.FieldType)} {constant.Name} = {constant.GetRawConstantValue()}",
            FieldInfo field => $"{(field.IsStatic ? "static " : "")}{Typed(nullability.Create(field))} {field.Name}",
            PropertyInfo property =>
                $"{(property.GetAccessors(nonPublic: true)[0].IsStatic ? "static " : "")}{Typed(nullability.Create(property))} "
                    + $"{property.Name} {{ {Accessors(property)}}}",
            _ => member.ToString(),
        };
    }

    private static string Accessors(PropertyInfo property)
    {
        string get = property.GetMethod is { } getter && IsOpen(getter) ? "get; " : "";
        if (property.SetMethod is not { } setter || !IsOpen(setter))
        {
            return get;
        }

        bool required = property.GetCustomAttribute<RequiredMemberAttribute>() is not null;
        bool init = setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        return $"{get}{(required ? "required " : "")}{(init ? "init" : "set")}; ";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        string prefix = parameter.Position == 0 && method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        string standard = !parameter.HasDefaultValue ? ""
            : parameter.DefaultValue switch { null => " = default", string text => $" = \"{text}\"",
            var value => string.Create(CultureInfo.InvariantCulture, $" = {value}") };
        return $"{prefix}{Typed(new NullabilityInfoContext().Create(parameter))} {parameter.Name}{standard}";
    }));

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(each => each.Name))}>" : "";

    private static string Typed(NullabilityInfo info)
    {
        bool nullable = !info.Type.IsValueType
            && (info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable);
        string name = info.GenericTypeArguments.Length > 0 && Nullable.GetUnderlyingType(info.Type) is null && info.Type.IsGenericType
            ? $"{Bare(info.Type)}<{string.Join(", ", info.GenericTypeArguments.Select(Typed))}>"
            : Name(info.Type);
        return nullable ? name + "?" : name;
    }

    private static string Kind(Type type)
    {
        string form = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct"
            : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type.GetMethod("<Clone>$", Declared) is not null ? "record" : "class";
        return type.IsInterface || type.IsValueType ? form : type is { IsAbstract: true, IsSealed: true } ? $"static {form}"
            : type.IsAbstract ? $"abstract {form}" : type.IsSealed ? $"sealed {form}" : form;
    }

    private static string Bases(Type type)
    {
        IEnumerable<Type> own = type.GetInterfaces()
            .Where(each => each.IsPublic && !(each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IEquatable<>)));
        Type[] bases = type.IsEnum || type.IsValueType || type.BaseType is null || type.BaseType == typeof(object) ? [] : [type.BaseType];
        string list = string.Join(", ", bases.Concat(type.IsEnum ? [] : own).Select(each => Name(each)).Order(StringComparer.Ordinal));
        return list.Length == 0 ? "" : " : " + list;
    }

    private static string Bare(Type type) => type.Name.Split('`')[0];

    private static string Name(Type type, bool full = false)
    {
        if (type.IsByRef)
        {
            return "ref " + Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        string name = type.IsGenericType ? $"{Bare(type)}<{string.Join(", ", type.GetGenericArguments().Select(each => Name(each)))}>"
            : type.Name switch
        {
            "String" => "string", "Int32" => "int", "Int64" => "long", "Boolean" => "bool", "Double" => "double", "Byte" =>
                "byte", "Char" => "char", "Void" => "void", "Object" => "object", _ => type.Name,
        };
        return type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!, full)}.{name}" : full ? $"{type.Namespace}.{name}"
            : name;
    }
}
