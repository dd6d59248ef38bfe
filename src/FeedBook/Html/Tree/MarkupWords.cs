using System.Runtime.InteropServices;
using FeedBook.Text;

namespace FeedBook.Html.Tree;

/// <summary>
/// The words by which an element names itself, with what the rules have found in them. Elements with the same class share one, so
/// that each rule reads the same words once.
/// </summary>
internal sealed class MarkupWords(string text)
{
    /// <summary>An element without a name of its own.</summary>
    public static readonly MarkupWords None = new("");

    // Few rules ask, so looking through the list beats a table.
    private List<(object Rule, object? Answer)>? answers;

    /// <summary>The class, id, itemprop, role and data-type in lower case, each after a space.</summary>
    public string Text => text;

    /// <summary>What a rule says of the words; it is asked once.</summary>
    public T Ask<T>(WordRule<T> rule)
    {
        if (text.Length == 0)
        {
            return rule.OfNothing;
        }

        if (answers is not null)
        {
            foreach ((object known, object? answer) in answers)
            {
                if (ReferenceEquals(known, rule))
                {
                    return (T)answer!;
                }
            }
        }

        T found = rule.Of(text);
        (answers ??= []).Add((rule, found));
        return found;
    }

    /// <summary>The words of an element that has a class and no other name: the same object for the same class.</summary>
    public static MarkupWords Shared(Dictionary<string, MarkupWords> known, string name)
    {
        ref MarkupWords? shared = ref CollectionsMarshal.GetValueRefOrAddDefault(known, name, out _);
        return shared ??= new MarkupWords(string.Concat(" ", CharacterReferences.Decode(name, inAttribute: true).ToLowerInvariant(),
            "     "));
    }
}
