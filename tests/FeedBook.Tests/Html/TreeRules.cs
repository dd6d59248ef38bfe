using System.Collections.Immutable;
using System.Xml;
using FeedBook.Content;

namespace FeedBook.Tests.Html;

/// <summary>The promises that the doc comments of the content tree make to writers.</summary>
internal static class TreeRules
{
    /// <summary>The first promise that the article breaks; null when it keeps them all.</summary>
    public static string? Broken(Article article)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (Block block in ContentWalker.Blocks(article))
        {
            if (block.Id is { } id && (!ids.Add(id) || !IsName(id)))
            {
                return $"id {id}";
            }

            string? broken = block switch
            {
                Paragraph paragraph => paragraph.Content.IsEmpty || string.IsNullOrWhiteSpace(ContentText.Of(paragraph))
                    && !HasObject(paragraph.Content) ? "empty paragraph" : null,
                Heading heading => heading.Level is < 2 or > 6 || heading.Content.IsEmpty ? "heading" : null,
                ListBlock list => list.Items.IsEmpty ? "empty list" : null,
                DefinitionList list => list.Entries.IsEmpty || list.Entries.Any(entry => entry.Terms.IsEmpty && entry.Definitions.IsEmpty)
                    ? "definitions" : null,
                Quotation quotation => quotation.Blocks.IsEmpty ? "empty quotation" : null,
                Figure figure => figure.Body.IsEmpty ? "empty figure" : null,
                Table table => Broken(table),
                CodeBlock code => code.Text.StartsWith('\n') || code.Text.EndsWith('\n') || !IsXml(code.Text) ? "code" : null,
                _ => null,
            };
            if (broken is not null)
            {
                return broken;
            }

            foreach (Inline inline in ContentWalker.Inlines(block))
            {
                if (Broken(inline) is { } wrong)
                {
                    return wrong;
                }
            }
        }

        foreach (ImageReference image in ContentWalker.Images(article))
        {
            if (image.Candidates.IsDefaultOrEmpty
                || image.Candidates.Any(uri => !uri.IsAbsoluteUri || uri.Scheme is not ("http" or "https" or "data")))
            {
                return "picture address";
            }
        }

        return Depth(article.Blocks) > Article.MaxDepth ? "depth" : Links(article, ids);
    }

    private static string? Links(Article article, HashSet<string> ids)
    {
        foreach (Inline inline in ContentWalker.Blocks(article).SelectMany(ContentWalker.Runs).SelectMany(ContentWalker.Inlines))
        {
            if (inline is Span { Id: { } id })
            {
                ids.Add(id);
            }
        }

        ids.UnionWith(ContentWalker.Blocks(article).OfType<ListBlock>().SelectMany(list => list.Items).Select(item => item.Id)
            .OfType<string>());
        HashSet<string> notes = [.. article.Notes.Select(note => note.Id)];
        foreach (Inline inline in ContentWalker.Blocks(article).SelectMany(ContentWalker.Runs).SelectMany(ContentWalker.Inlines))
        {
            switch (inline)
            {
                case Link { Address.IsAbsoluteUri: false } link when !ids.Contains(link.Address.OriginalString.TrimStart('#')):
                    return $"link to {link.Address}";
                case Link { Address.IsAbsoluteUri: true, Address.Scheme: not ("http" or "https" or "mailto" or "tel") }:
                    return "scheme";
                case NoteReference note when !notes.Contains(note.NoteId):
                    return "note";
            }
        }

        return null;
    }

    private static string? Broken(Inline inline) => inline switch
    {
        TextRun text => text.Value.Length == 0 || !IsXml(text.Value) ? "text" : null,
        Styled styled => styled.Content.IsEmpty ? "empty style" : null,
        Link link => link.Content.IsEmpty ? "empty link" : null,
        Span span => span.Content.IsEmpty ? "empty span" : null,
        Ruby ruby => ruby.Segments.IsEmpty ? "empty ruby" : null,
        _ => null,
    };

    private static string? Broken(Table table)
    {
        if (table.Head.IsEmpty && table.Body.IsEmpty)
        {
            return "empty table";
        }

        foreach (ImmutableArray<TableRow> part in (ImmutableArray<TableRow>[])[table.Head, table.Body])
        {
            for (int i = 0; i < part.Length; i++)
            {
                if (part[i].Cells.Any(cell => cell.RowSpan < 1 || cell.RowSpan > part.Length - i || cell.ColumnSpan is < 1 or > 1_000))
                {
                    return "spans";
                }
            }
        }

        return null;
    }

    private static bool HasObject(ImmutableArray<Inline> run) =>
        run.SelectMany(inline => ContentWalker.Inlines([inline])).Any(inline => inline is InlineImage or NoteReference or Ruby);

    private static int Depth(IEnumerable<Block> blocks) =>
        blocks.Select(block => 1 + Depth(ContentWalker.Children(block))).DefaultIfEmpty(0).Max();

    private static bool IsXml(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsName(string id)
    {
        try
        {
            return XmlConvert.VerifyNCName(id) == id;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
