using Mono.Cecil;
using Mono.Cecil.Cil;

namespace FeedBook.Pdf.Tests.Conventions;

/// <summary>
/// Which rooms of a package use which others: a room is a namespace. The front hall, the package's own namespace, is for all and no room.
/// </summary>
internal sealed class RoomGraph
{
    private readonly string hall;
    private readonly SortedDictionary<string, SortedDictionary<string, string>> uses = new(StringComparer.Ordinal);

    private RoomGraph(string hall) => this.hall = hall;

    /// <summary>The rooms, each with those it uses.</summary>
    public IEnumerable<(string Room, IEnumerable<string> Uses)> Rooms => uses.Select(room => (room.Key, room.Value.Keys.AsEnumerable()));

    /// <summary>Reads a package's compiled code.</summary>
    public static RoomGraph Of(System.Reflection.Assembly assembly)
    {
        using AssemblyDefinition read = AssemblyDefinition.ReadAssembly(assembly.Location);
        var graph = new RoomGraph(read.Name.Name);
        foreach (TypeDefinition type in read.MainModule.GetTypes())
        {
            graph.Add(type);
        }

        return graph;
    }

    /// <summary>A circle of rooms, as a sentence that names a class for each arrow; null where there is none.</summary>
    public string? Circle()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (string room in uses.Keys)
        {
            if (Circle(room, [], done) is { } circle)
            {
                return circle;
            }
        }

        return null;
    }

    private string? Circle(string room, List<string> way, HashSet<string> done)
    {
        int start = way.IndexOf(room);
        if (start >= 0)
        {
            string[] circle = [.. way[start..], room];
            return string.Join(", ", circle.Zip(circle.Skip(1), (from, to) => $"{from} → {to} ({uses[from][to]})"));
        }

        if (!uses.TryGetValue(room, out SortedDictionary<string, string>? next) || done.Contains(room))
        {
            return null;
        }

        way.Add(room);
        foreach (string to in next.Keys)
        {
            if (Circle(to, way, done) is { } found)
            {
                return found;
            }
        }

        way.RemoveAt(way.Count - 1);
        done.Add(room);
        return null;
    }

    private void Add(TypeDefinition type)
    {
        Use(type, type.BaseType);
        foreach (InterfaceImplementation face in type.Interfaces)
        {
            Use(type, face.InterfaceType);
        }

        foreach (FieldDefinition field in type.Fields)
        {
            Use(type, field.FieldType);
        }

        foreach (MethodDefinition method in type.Methods)
        {
            Use(type, method.ReturnType);
            foreach (ParameterDefinition parameter in method.Parameters)
            {
                Use(type, parameter.ParameterType);
            }

            foreach (VariableDefinition local in method.HasBody ? method.Body.Variables : [])
            {
                Use(type, local.VariableType);
            }

            foreach (Instruction instruction in method.HasBody ? method.Body.Instructions : [])
            {
                Use(type, instruction.Operand switch
                {
                    TypeReference used => used,
                    MethodReference used => used.DeclaringType,
                    FieldReference used => used.DeclaringType,
                    _ => null,
                });
            }
        }
    }

    private void Use(TypeDefinition from, TypeReference? to)
    {
        if (to is GenericInstanceType generic)
        {
            foreach (TypeReference argument in generic.GenericArguments)
            {
                Use(from, argument);
            }
        }

        to = to?.GetElementType();
        if (to is null or GenericParameter || to.Scope is not ModuleDefinition)
        {
            return;
        }

        (string own, string other) = (RoomOf(from), RoomOf(to));
        if (own == other || own.Length == 0 || other.Length == 0)
        {
            return;
        }

        if (!uses.TryGetValue(own, out SortedDictionary<string, string>? rooms))
        {
            uses[own] = rooms = new SortedDictionary<string, string>(StringComparer.Ordinal);
        }

        rooms.TryAdd(other, $"{Outer(from).Name} uses {Outer(to).Name}");
    }

    // Empty for the front hall, and for what the compiler makes.
    private string RoomOf(TypeReference type) =>
        Outer(type).Namespace is { } room && room.StartsWith(hall + ".", StringComparison.Ordinal) ? room[(hall.Length + 1)..] : "";

    private static TypeReference Outer(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }
}
