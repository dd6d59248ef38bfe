using System.Globalization;
using System.Text.Json;
using FeedBook.Html;

namespace FeedBook.Sample.Plans;

/// <summary>There are mistakes in a plan.</summary>
/// <param name="mistakes">One line each, with file and line.</param>
internal sealed class PlanException(IReadOnlyList<string> mistakes) : Exception(string.Join(Environment.NewLine, mistakes))
{
    /// <summary>One line each, with file and line.</summary>
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}

/// <summary>Takes values out of a plan file and gathers what is wrong with them.</summary>
/// <param name="file">As mistakes name it.</param>
internal sealed class PlanMistakes(string file)
{
    private readonly List<string> all = [];

    public IReadOnlyList<string> All => all;

    public void Add(LocatedJson at, string mistake) =>
        all.Add($"{file}:{at.Line}: {(at.Path.Length == 0 ? "" : at.Path + ": ")}{mistake}");

    /// <summary>A word that is none of those that may stand there.</summary>
    public T? Add<T>(LocatedJson at, string word, IEnumerable<string> known)
        where T : class
    {
        Add(at, $"'{word}' is not known{Meant(word, known)} Known: {string.Join(", ", known)}.");
        return null;
    }

    /// <summary>Reads an object's members by name. False when it is no object.</summary>
    public bool Members(LocatedJson value, Dictionary<string, Action<LocatedJson>> keys)
    {
        if (value.Kind != JsonValueKind.Object)
        {
            Add(value, "must be an object: { … }.");
            return false;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, LocatedJson member) in value.Members)
        {
            if (!seen.Add(name))
            {
                Add(member, "stands there twice.");
            }
            else if (keys.TryGetValue(name, out Action<LocatedJson>? read))
            {
                read(member);
            }
            else if (name != "$schema")
            {
                Add(member, $"'{name}' is not known{Meant(name, keys.Keys)}");
            }
        }

        return true;
    }

    public string? Text(LocatedJson value)
    {
        if (value.Kind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.Text))
        {
            return value.Text;
        }

        Add(value, $"must be a text in quotes, not {Name(value)}.");
        return null;
    }

    /// <summary>A list of texts; a single one may stand for a list of one.</summary>
    public string[]? Texts(LocatedJson value)
    {
        if (value.Kind is not (JsonValueKind.Array or JsonValueKind.String))
        {
            Add(value, $"must be a list of texts, not {Name(value)}.");
            return null;
        }

        return [.. (value.Kind == JsonValueKind.Array ? value.Items : [value]).Select(Text).OfType<string>()];
    }

    /// <summary>A list of CSS selectors that the library reads.</summary>
    public string[]? Selectors(LocatedJson value)
    {
        string[]? selectors = Texts(value);
        foreach (LocatedJson one in value.Kind == JsonValueKind.Array ? value.Items : [value])
        {
            if (one.Kind == JsonValueKind.String && !string.IsNullOrWhiteSpace(one.Text) && SelectorSyntax.FaultOf(one.Text) is { } fault)
            {
                Add(one, fault);
            }
        }

        return selectors;
    }

    public bool? Flag(LocatedJson value)
    {
        if (value.Kind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.Kind == JsonValueKind.True;
        }

        Add(value, $"must be true or false, not {Name(value)}.");
        return null;
    }

    public int? Number(LocatedJson value, int least, int most)
    {
        if (value.Kind == JsonValueKind.Number
            && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least
            && number <= most)
        {
            return number;
        }

        Add(value, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}, not {Name(value)}."));
        return null;
    }

    public T? OneOf<T>(LocatedJson value, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Text(value) is not { } text)
        {
            return null;
        }

        if (words.TryGetValue(text, out T found))
        {
            return found;
        }

        Add<string>(value, text, words.Keys);
        return null;
    }

    private static string Meant(string word, IEnumerable<string> known) =>
        Nearest.Find(word, known) is { } near ? $"; did you mean '{near}'?" : ".";

    private static string Name(LocatedJson value) => value.Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String when string.IsNullOrWhiteSpace(value.Text) => "an empty text",
        JsonValueKind.String => $"the text '{value.Text}'",
        JsonValueKind.Number => value.Text,
        _ => value.Kind.ToString().ToLowerInvariant(),
    };
}
