namespace FeedBook.Html.Tree;

/// <summary>
/// The elements that HtmlAgilityPack has open at a place of the source, as it counts them: it must be known which end tag it will
/// drop, and when it nests so deep that its time grows with the square of the depth.
/// </summary>
internal sealed class ParserStack
{
    // Real pages stay below a hundred. The parser closes what is left open by recursion.
    private const int MaxDepth = 200;

    private readonly List<(Tag Tag, int Name)> open = [];

    /// <summary>Opens an element.</summary>
    /// <returns>False when it lies too deep and was not opened.</returns>
    public bool Open(Tag tag, ReadOnlySpan<char> name)
    {
        while (open.Count > 0 && Closes(open[^1].Tag, tag))
        {
            open.RemoveAt(open.Count - 1);
        }

        if (IsEmpty(tag, name))
        {
            return true;
        }

        if (open.Count >= MaxDepth)
        {
            return false;
        }

        open.Add((tag, NameOf(tag, name)));
        return true;
    }

    /// <summary>Closes the innermost element of this name and all in it.</summary>
    /// <returns>False when the parser drops such an end tag here.</returns>
    public bool Close(Tag tag, ReadOnlySpan<char> name)
    {
        int key = NameOf(tag, name);
        for (int i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Tag == tag && open[i].Name == key)
            {
                open.RemoveRange(i, open.Count - i);
                return true;
            }
        }

        return false;
    }

    private static int NameOf(Tag tag, ReadOnlySpan<char> name) =>
        tag == Tag.Unknown ? string.GetHashCode(name, StringComparison.OrdinalIgnoreCase) : 0;

    // The parser's own rules: what a start tag closes when it is the innermost. Those for items, rows and cells further out are an option
    // that is off.
    private static bool Closes(Tag innermost, Tag start) => innermost switch
    {
        Tag.A => start == Tag.A,
        Tag.Dd or Tag.Dt => start is Tag.Dd or Tag.Dt,
        Tag.Li => start == Tag.Li,
        Tag.Option => start == Tag.Option,
        Tag.P => start is Tag.Address or Tag.Article or Tag.Aside or Tag.Blockquote or Tag.Dir or Tag.Div or Tag.Dl or Tag.Fieldset
            or Tag.Footer
            or Tag.Form or Tag.H1 or Tag.H2 or Tag.H3 or Tag.H4 or Tag.H5 or Tag.H6 or Tag.Header or Tag.Hr or Tag.Li or Tag.Menu or Tag.Nav
            or Tag.Ol or Tag.P or Tag.Pre or Tag.Section or Tag.Table or Tag.Ul,
        Tag.Table => start == Tag.Table,
        Tag.Tr => start is Tag.Tr or Tag.Thead or Tag.Tbody or Tag.Tfoot,
        Tag.Thead or Tag.Tbody => start is Tag.Tbody or Tag.Tfoot,
        Tag.Caption => start is Tag.Tr or Tag.Thead or Tag.Tbody or Tag.Tfoot or Tag.Colgroup,
        Tag.Colgroup => start is Tag.Tr or Tag.Thead or Tag.Tbody or Tag.Tfoot,
        Tag.Td or Tag.Th => start is Tag.Td or Tag.Th or Tag.Tr or Tag.Tbody or Tag.Tfoot,
        >= Tag.H1 and <= Tag.H5 => start is >= Tag.H1 and <= Tag.H5 && start != innermost,
        _ => false,
    };

    private static bool IsEmpty(Tag tag, ReadOnlySpan<char> name) => tag switch
    {
        Tag.Br or Tag.Hr or Tag.Img or Tag.Input or Tag.Col or Tag.Embed or Tag.Link or Tag.Meta or Tag.Param or Tag.Source or Tag.Wbr
            or Tag.Frame =>
            !name.Equals("image", StringComparison.OrdinalIgnoreCase),
        Tag.Unknown => name.Length is > 3 and < 9 && Is(name, "base", "area", "basefont", "bgsound", "isindex", "keygen", "spacer"),
        _ => false,
    };

    private static bool Is(ReadOnlySpan<char> name, params ReadOnlySpan<string> names)
    {
        foreach (string one in names)
        {
            if (name.Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
