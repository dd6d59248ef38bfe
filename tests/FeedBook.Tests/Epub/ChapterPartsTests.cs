using System.Collections.Immutable;
using System.Text;
using FeedBook.Content;
using FeedBook.Epub;
using static FeedBook.Tests.MadeBooks;

namespace FeedBook.Tests.Epub;

/// <summary>
/// Long chapters in several files: nothing is lost, nothing is torn apart that belongs together, no part is larger than it must be.
/// </summary>
public sealed class ChapterPartsTests
{
    private const int Limit = 2_000;

    private const string Sentence = "The ferry left at nine with eleven people and a dog. ";

    [Fact]
    public void What_fits_stays_one_part()
    {
        ImmutableArray<Block> blocks = [Para("one"), Para("two")];

        ImmutableArray<Block> part = Assert.Single(ChapterParts.Split(blocks, Limit));

        Assert.True(blocks.SequenceEqual(part));
        Assert.Empty(Assert.Single(ChapterParts.Split([], Limit)));
    }

    [Fact]
    public void Paragraphs_fill_parts_up_to_the_limit()
    {
        // 24 bytes for the element beside the text: four of these make 1,696 and five 2,120.
        ImmutableArray<Block> blocks = [.. Enumerable.Range(0, 10).Select(i => Para(new string((char)('a' + i), 400)))];

        ImmutableArray<ImmutableArray<Block>> parts = ChapterParts.Split(blocks, Limit);

        Assert.Equal([4, 4, 2], parts.Select(part => part.Length));
        Assert.Equal(blocks, parts.SelectMany(part => part));
        Assert.Equal([5, 5], ChapterParts.Split(blocks, 5 * 424).Select(part => part.Length));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Headings_go_with_what_they_head(int headings)
    {
        Block[] heads = [.. Enumerable.Range(0, headings).Select(i => new Heading(2 + i, Run($"Head {i}")))];
        ImmutableArray<Block> blocks =
            [Para(new string('a', 900)), Para(new string('b', 900)), .. heads, Para(new string('c', 400)), Para(new string('d', 400))];

        ImmutableArray<ImmutableArray<Block>> parts = ChapterParts.Split(blocks, Limit);

        Assert.Equal([2, 2 + headings], parts.Select(part => part.Length));
        Assert.IsType<Heading>(parts[1][0]);
        Assert.Equal(blocks, parts.SelectMany(part => part));
    }

    [Fact]
    public void Headings_alone_are_no_reason_for_an_empty_part()
    {
        ImmutableArray<Block> blocks = [.. Enumerable.Range(0, 60).Select(i => new Heading(2, Run(new string('h', 60))))];

        ImmutableArray<ImmutableArray<Block>> parts = ChapterParts.Split(blocks, 500);

        Assert.All(parts, part => Assert.NotEmpty(part));
        Assert.Equal(blocks, parts.SelectMany(part => part));
    }

    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 12)]
    [InlineData(3, 12)]
    [InlineData(5, 17)]
    [InlineData(40, 12)]
    public void A_table_is_never_cut_through_a_cell_that_spans_rows(int span, int rows)
    {
        ImmutableArray<TableRow> body = [.. Enumerable.Range(0, rows).Select(i => new TableRow(i % span == 0
            ? [new TableCell([Para($"group {i}")]) { RowSpan = span }, new TableCell([Para($"row {i} " + new string('x', 300))])]
            : [new TableCell([Para($"row {i} " + new string('x', 300))])]))];
        var table =
            new Table([new TableRow([new TableCell([Para("Head")]) { IsHeader = true }])], body) { Caption = Run("Caption"), Id = "t" };

        Table[] tables = [.. ChapterParts.Split([table], Limit).SelectMany(part => part).Cast<Table>()];

        Assert.Equal(body, tables.SelectMany(each => each.Body));
        Assert.All(tables, each => Assert.StartsWith("group", ContentText.Of(each.Body[0].Cells[0].Blocks[0]), StringComparison.Ordinal));
        Assert.All(tables, each => Assert.Equal("Head", ContentText.Of(each.Head[0].Cells[0].Blocks[0])));
        Assert.Equal([true, .. Enumerable.Repeat(false, tables.Length - 1)],
            tables.Select(each => each.Id == "t" && !each.Caption.IsEmpty));
        // As many groups as fit, and no fewer: five rows of 394 bytes and a group's own cell stay below the limit.
        int[] lengths = [.. tables.Select(each => each.Body.Length)];
        Assert.Equal(span >= rows ? [rows] : lengths, lengths);
        Assert.True(span >= 5 || lengths[0] >= 3, string.Join(' ', lengths));
        Assert.True(lengths[0] <= Math.Max(span, 5), string.Join(' ', lengths));
    }

    [Fact]
    public void Spans_that_overlap_keep_all_their_rows_together()
    {
        TableCell Cell(int span) => new([Para(new string('x', 500))]) { RowSpan = span };
        ImmutableArray<TableRow> body = [new([Cell(2), Cell(1)]), new([Cell(2)]), new([Cell(1)]), new([Cell(1), Cell(1)])];

        Table[] tables = [.. ChapterParts.Split([new Table([], body)], 1_500).SelectMany(part => part).Cast<Table>()];

        Assert.Equal([3, 1], tables.Select(table => table.Body.Length));
    }

    [Theory]
    [InlineData(false, 7)]
    [InlineData(true, 40)]
    public void A_list_goes_on_with_its_numbers(bool isReversed, int start)
    {
        ListItem[] items = [.. Enumerable.Range(0, 12).Select(i => new ListItem([Para($"{i} " + new string('x', 400))]))];
        items[2] = items[2] with { Number = 20 };
        var list = new ListBlock(true, [.. items]) { Start = start, IsReversed = isReversed, Marker = 'a', Id = "l" };

        ListBlock[] lists = [.. ChapterParts.Split([list], Limit).SelectMany(part => part).Cast<ListBlock>()];

        Assert.Equal(items, lists.SelectMany(each => each.Items));
        Assert.Equal([4, 4, 4], lists.Select(each => each.Items.Length));
        Assert.Equal(isReversed ? [40, 18, 14] : [7, 22, 26], lists.Select(each => each.Start));
        Assert.All(lists, each => Assert.Equal((true, 'a', isReversed), (each.IsOrdered, each.Marker, each.IsReversed)));
        Assert.Equal(["l", null, null], lists.Select(each => each.Id));
    }

    [Fact]
    public void Code_is_cut_between_lines_a_quotation_between_blocks_and_a_list_of_terms_between_entries()
    {
        string text = string.Join('\n', Enumerable.Range(0, 200).Select(i => $"line {i};"));
        var quotation = new Quotation([.. Enumerable.Range(0, 9).Select(i => Para(new string('q', 400)))]) { Id = "q" };
        var terms =
            new DefinitionList(
            [.. Enumerable.Range(0, 9).Select(i => new DefinitionEntry([Run("term")], [[Para(new string('d', 400))]]))]) { Id = "d" };

        Block[] pieces =
            [.. ChapterParts.Split([new CodeBlock(text) { Id = "c", CodeLanguage = "csharp" }, quotation, terms], 1_000)
            .SelectMany(part => part)];

        Assert.Equal(text, string.Join('\n', pieces.OfType<CodeBlock>().Select(code => code.Text)));
        Assert.All(pieces.OfType<CodeBlock>(), code => Assert.Equal("csharp", code.CodeLanguage));
        Assert.Equal(quotation.Blocks, pieces.OfType<Quotation>().SelectMany(each => each.Blocks));
        Assert.Equal(terms.Entries, pieces.OfType<DefinitionList>().SelectMany(each => each.Entries));
        Assert.Equal(["c", "q", "d"], pieces.Select(piece => piece.Id).OfType<string>());
    }

    [Fact]
    public void One_endless_paragraph_is_cut_between_sentences()
    {
        var paragraph =
            new Paragraph([new TextRun(string.Concat(Enumerable.Repeat(Sentence, 300)))]) { Id = "p", Alignment = TextAlignment.End };

        Paragraph[] pieces = [.. ChapterParts.Split([paragraph], Limit).SelectMany(part => part).Cast<Paragraph>()];

        Assert.InRange(pieces.Length, 8, 12);
        Assert.Equal(ContentText.Of(paragraph), string.Concat(pieces.Select(piece => ContentText.Of(piece.Content))));
        Assert.All(pieces, piece => Assert.EndsWith(". ", ContentText.Of(piece.Content), StringComparison.Ordinal));
        Assert.All(pieces, piece => Assert.True(Encoding.UTF8.GetByteCount(ContentText.Of(piece.Content)) <= Limit));
        Assert.Equal(["p", .. Enumerable.Repeat<string?>(null, pieces.Length - 1)], pieces.Select(piece => piece.Id));
        Assert.All(pieces, piece => Assert.Equal(TextAlignment.End, piece.Alignment));
    }

    [Fact]
    public void Lines_that_their_writer_ended_are_where_a_paragraph_is_cut()
    {
        ImmutableArray<Inline> run =
            [.. Enumerable.Range(0, 100).SelectMany(i => (Inline[])[new TextRun($"line {i} " + new string('v', 60)), new LineBreak()])];

        Paragraph[] pieces = [.. ChapterParts.Split([new Paragraph(run)], Limit).SelectMany(part => part).Cast<Paragraph>()];

        Assert.True(pieces.Length > 3);
        Assert.All(pieces, piece => Assert.StartsWith("line", ContentText.Of(piece.Content), StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"line {i} "),
            pieces.SelectMany(piece => piece.Content.OfType<TextRun>())
            .Select(text => text.Value[..text.Value.IndexOf('v', StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("渡船九点出发。")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("wordswithoutaspace")]
    public void Scripts_without_spaces_are_cut_between_letters(string text)
    {
        string whole = string.Concat(Enumerable.Repeat(text, 900));
        var link = new Link(new Uri("https://example.org/"), [new Styled(TextStyle.Emphasis, [new TextRun(whole)])]);

        Paragraph[] pieces = [.. ChapterParts.Split([new Paragraph([link])], Limit).SelectMany(part => part).Cast<Paragraph>()];

        Assert.True(pieces.Length > 3);
        Assert.Equal(whole, string.Concat(pieces.Select(piece => ContentText.Of(piece.Content))));
        Assert.All(pieces,
            piece => Assert.All(piece.Content, inline =>
            Assert.Equal("https://example.org/", Assert.IsType<Link>(inline).Address.AbsoluteUri)));
        Assert.DoesNotContain(pieces, piece => ContentText.Of(piece.Content).Any(char.IsSurrogate)
            && !Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(ContentText.Of(piece.Content)))
            .Equals(ContentText.Of(piece.Content), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(120, "image")]
    [InlineData(160, "embed")]
    [InlineData(144, "figure")]
    public void What_shows_something_is_reckoned_larger_than_its_words(int bytes, string kind)
    {
        Block Make() => kind switch
        {
            "image" => new ImageBlock(Missing("https://example.org/a.jpg")),
            "embed" => new Embed(EmbedKind.Video, new Uri("https://video.example/")),
            _ => new Figure([new Rule()], [], []),
        };

        // Each is its own bytes, its element's and what its address takes.
        int own = bytes + 24 + (kind == "embed" ? "https://video.example/".Length : 0);
        Assert.Equal([3, 1], ChapterParts.Split([Make(), Make(), Make(), Make()], own * 3).Select(part => part.Length));
        Assert.Equal([2, 2], ChapterParts.Split([Make(), Make(), Make(), Make()], (own * 3) - 1).Select(part => part.Length));
    }
}
