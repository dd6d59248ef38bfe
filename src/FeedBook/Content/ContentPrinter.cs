using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace FeedBook.Content;

/// <summary>
/// Prints a tree as indented text: a line a block, inlines on their block's line. It is the language of the specs and of
/// bug reports; it shows everything the tree holds but diagnostics.
/// </summary>
public static class ContentPrinter
{
    /// <summary>The article as indented text with <c>\n</c> line ends and none at the end.</summary>
    /// <param name="article">The article.</param>
    public static string Print(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var text = new StringBuilder();
        if (article.Language is not null || article.Direction is not null)
        {
            text.Append("article").Append(Attributes(null, article.Language, article.Direction)).Append('\n');
        }

        Print(article.Blocks, 0, text);
        foreach (Footnote note in article.Notes)
        {
            text.Append("note ").Append(note.Id).Append(' ').Append(Quoted(note.Label)).Append('\n');
            Print(note.Blocks, 1, text);
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>A run of inlines on one line: <c>"plain " strong("bold")</c>.</summary>
    /// <param name="run">The run.</param>
    public static string Print(ImmutableArray<Inline> run) => string.Join(' ', run.Select(Print));

    private static void Print(ImmutableArray<Block> blocks, int depth, StringBuilder text)
    {
        foreach (Block block in blocks)
        {
            Print(block, depth, text);
        }
    }

    private static void Print(Block block, int depth, StringBuilder text)
    {
        string attributes = Attributes(block.Id, block.Language, block.Direction);
        switch (block)
        {
            case Paragraph paragraph:
                Line($"paragraph{attributes}{Aligned(paragraph.Alignment)} {Print(paragraph.Content)}");
                break;
            case Heading heading:
                Line($"heading {heading.Level}{attributes} {Print(heading.Content)}");
                break;
            case CodeBlock code:
                Line($"code{attributes}{(code.CodeLanguage is null ? "" : " " + code.CodeLanguage)} {Quoted(code.Text)}");
                break;
            case Rule:
                Line("rule" + attributes);
                break;
            case ImageBlock image:
                Line($"image{attributes} {Image(image.Image)}{(image.Link is null ? "" : $" link={image.Link}")}");
                break;
            case Embed embed:
                Line($"{embed.Kind.ToString().ToLowerInvariant()}{attributes} "
                    + $"{embed.Address}{(embed.Title is null ? "" : " " + Quoted(embed.Title))}"
                        + $"{(embed.Poster is null ? "" : $" poster={Image(embed.Poster)}")}");
                break;
            case Quotation quotation:
                Line((quotation.IsPullQuote ? "pull quote" : "quotation") + attributes);
                Print(quotation.Blocks, depth + 1, text);
                break;
            case Aside aside:
                Line("aside" + attributes);
                Print(aside.Blocks, depth + 1, text);
                break;
            case Figure figure:
                Line($"figure{attributes}{(figure.Number is null ? "" : " number=" + Quoted(figure.Number))}"
                    + $"{(figure.Placement == CaptionPlacement.Above ? " above" : "")}");
                Print(figure.Body, depth + 1, text);
                Indent(figure.Caption, "caption");
                Indent(figure.Credit, "credit");
                break;
            case ListBlock list:
                Line(List(list) + attributes);
                foreach (ListItem item in list.Items)
                {
                    Line($"  item{(item.Id is null ? "" : " #" + item.Id)}{(item.Number is { } number ? $" {number}" : "")}");
                    Print(item.Blocks, depth + 2, text);
                }

                break;
            case DefinitionList definitions:
                Line("definitions" + attributes);
                foreach (DefinitionEntry entry in definitions.Entries)
                {
                    foreach (ImmutableArray<Inline> term in entry.Terms)
                    {
                        Indent(term, "term");
                    }

                    foreach (ImmutableArray<Block> definition in entry.Definitions)
                    {
                        Line("  definition");
                        Print(definition, depth + 2, text);
                    }
                }

                break;
            case Table table:
                Line("table" + attributes);
                Indent(table.Caption, "caption");
                Rows(table.Head, "head");
                Rows(table.Body, "row");
                break;
        }

        void Line(string line) => text.Append(' ', depth * 2).Append(line).Append('\n');

        void Indent(ImmutableArray<Inline> run, string name)
        {
            if (!run.IsEmpty)
            {
                Line($"  {name} {Print(run)}");
            }
        }

        void Rows(ImmutableArray<TableRow> rows, string name)
        {
            foreach (TableRow row in rows)
            {
                Line("  " + name);
                foreach (TableCell cell in row.Cells)
                {
                    Line("    " + Cell(cell));
                    Print(cell.Blocks, depth + 3, text);
                }
            }
        }
    }

    private static string List(ListBlock list) => !list.IsOrdered
        ? "list"
        : $"list {list.Marker}{(list.Start == 1 ? "" : $" start={list.Start}")}{(list.IsReversed ? " reversed" : "")}";

    private static string Cell(TableCell cell) => string.Concat(
        cell.IsHeader ? "header" : "cell",
        cell.ColumnSpan > 1 ? $" columns={cell.ColumnSpan}" : "",
        cell.RowSpan > 1 ? $" rows={cell.RowSpan}" : "",
        Aligned(cell.Alignment));

    private static string Print(Inline inline) => inline switch
    {
        TextRun text => Quoted(text.Value),
        Styled styled => $"{styled.Style.ToString().ToLowerInvariant()}({Print(styled.Content)})",
        Link link =>
            $"link({link.Address.OriginalString}{(link.Title is null ? "" : " title=" + Quoted(link.Title))} {Print(link.Content)})",
        Span span => $"span({Attributes(span.Id, span.Language, span.Direction).TrimStart()} {Print(span.Content)})",
        Ruby ruby => $"ruby({string.Join(' ', ruby.Segments.Select(segment => $"{Print(segment.Base)}^{Quoted(segment.Reading)}"))})",
        Formula formula => string.Concat(
            "formula(", formula.IsDisplay ? "display " : "", formula.MathMl is null ? "" : "mathml ",
            formula.Tex is null ? "" : $"tex={Quoted(formula.Tex)} ", Print(formula.Content), ")"),
        LineBreak => "br",
        InlineImage image => $"image({Image(image.Image)})",
        NoteReference note => $"note({note.NoteId} {Quoted(note.Label)})",
        _ => throw new InvalidOperationException($"An inline of an unknown kind: {inline.GetType()}"),
    };

    private static string Image(ImageReference image)
    {
        string address = image.Address.OriginalString;
        return string.Concat(
            address.Length > 200 ? string.Concat(address.AsSpan(0, 60), "…") : address,
            image.AlternativeText is null ? "" : " alt=" + Quoted(image.AlternativeText),
            image.Title is null ? "" : " title=" + Quoted(image.Title));
    }

    private static string Attributes(string? id, string? language, TextDirection? direction) => string.Concat(
        id is null ? "" : " #" + id,
        language is null ? "" : " lang=" + language,
        direction is null ? "" : direction == TextDirection.RightToLeft ? " dir=rtl" : " dir=ltr");

    private static string Aligned(TextAlignment? alignment) =>
        alignment is null ? "" : " align=" + alignment.Value.ToString().ToLowerInvariant();

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\u00A0' => quoted.Append("\\u00a0"),
                < ' ' or '\u200B' or '\u200E' or '\u200F' or '\u00AD' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
