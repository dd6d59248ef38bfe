using HtmlAgilityPack;

namespace FeedBook.Html.Tree;

/// <summary>Which kinds of attributes an element has, so that asking for one it lacks costs nothing.</summary>
[Flags]
internal enum MarkupAttributes : byte
{
    /// <summary>None at all.</summary>
    None = 0,

    /// <summary>Any attribute.</summary>
    Any = 1,

    /// <summary>
    /// <c>class</c>, <c>id</c>, <c>itemprop</c>, <c>role</c>, <c>data-type</c>, <c>data-dot</c>: what <see cref="MarkupNode.Words"/> tells.
    /// </summary>
    Words = 2,

    /// <summary><c>style</c>, <c>hidden</c>.</summary>
    Look = 4,

    /// <summary><c>lang</c>, <c>xml:lang</c>.</summary>
    Language = 8,

    /// <summary><c>dir</c>.</summary>
    Direction = 16,

    /// <summary><c>align</c>.</summary>
    Alignment = 32,

    /// <summary>
    /// <c>data-…</c>, and any name that is not in common use, but for <c>aria-…</c>: here pages keep what a script would show.
    /// </summary>
    Rare = 64,

    /// <summary>A <c>style</c> that may say whether it stands on lines of its own; see <see cref="InlineStyle"/>.</summary>
    Display = 128,
}

/// <summary>Reads the parser's attributes.</summary>
internal static class MarkupAttribute
{
    /// <summary>The kinds of the element's attributes; and its words where they are its class alone, else null.</summary>
    public static MarkupAttributes KindsOf(HtmlNode element, out string? onlyClass)
    {
        onlyClass = null;
        if (!element.HasAttributes)
        {
            return MarkupAttributes.None;
        }

        MarkupAttributes kinds = MarkupAttributes.Any;
        bool mixed = false;
        HtmlAttributeCollection attributes = element.Attributes;
        for (int i = 0; i < attributes.Count; i++)
        {
            string name = attributes[i].OriginalName ?? "";
            switch (name)
            {
                case "href" or "src" or "alt" or "title" or "width" or "height" or "target" or "rel" or "loading" or "decoding" or "border"
                    or "sizes" or "srcset" or "name" or "type":
                    break;
                case "class":
                    kinds |= MarkupAttributes.Words;
                    mixed |= onlyClass is not null;
                    onlyClass = attributes[i].Value ?? "";
                    break;
                case "style":
                    kinds |= MarkupAttributes.Look | DisplayOf(attributes[i]);
                    break;
                default:
                    MarkupAttributes kind = KindOf(name);
                    kind |= kind == MarkupAttributes.Look ? DisplayOf(attributes[i]) : 0;
                    mixed |= (kind & MarkupAttributes.Words) != 0;
                    kinds |= kind;
                    break;
            }
        }

        onlyClass = mixed ? null : onlyClass;
        return kinds;
    }

    /// <summary>The last attribute of this name, in any case; null when there is none.</summary>
    public static HtmlAttribute? Find(HtmlNode element, string name)
    {
        HtmlAttributeCollection attributes = element.Attributes;
        for (int i = attributes.Count - 1; i >= 0; i--)
        {
            // Nearly all others differ in their length or their first letter.
            HtmlAttribute attribute = attributes[i];
            string own = attribute.OriginalName ?? "";
            if (own.Length == name.Length && ((own[0] ^ name[0]) & ~0x20) == 0
                && (own == name || string.Equals(own, name, StringComparison.OrdinalIgnoreCase)))
            {
                return attribute;
            }
        }

        return null;
    }

    // The value is looked at where it stands in the source: most say nothing of it.
    private static MarkupAttributes DisplayOf(HtmlAttribute style)
    {
        string source = style.OwnerDocument.Text ?? "";
        int start = style.ValueStartIndex, length = style.ValueLength;
        return start >= 0 && length > 0 && start + length <= source.Length && InlineStyle.Tells(source.AsSpan(start, length))
            ? MarkupAttributes.Display : MarkupAttributes.None;
    }

    private static MarkupAttributes KindOf(string name) => (HasCapital(name) ? name.ToLowerInvariant() : name) switch
    {
        "class" or "id" or "itemprop" or "role" => MarkupAttributes.Words,
        "data-type" or "data-dot" => MarkupAttributes.Words | MarkupAttributes.Rare,
        "style" or "hidden" => MarkupAttributes.Look,
        "lang" or "xml:lang" => MarkupAttributes.Language,
        "dir" => MarkupAttributes.Direction,
        "align" => MarkupAttributes.Alignment,
        ['a', 'r', 'i', 'a', '-', ..] => MarkupAttributes.Any,
        _ => MarkupAttributes.Rare,
    };

    private static bool HasCapital(string name) => name.AsSpan().ContainsAnyInRange('A', 'Z');
}
