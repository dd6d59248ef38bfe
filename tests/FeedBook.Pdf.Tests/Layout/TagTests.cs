using FeedBook.Content;
using FeedBook.Pdf.Tests.Reading;
using static FeedBook.Pdf.Tests.Books;

namespace FeedBook.Pdf.Tests.Layout;

/// <summary>The tag tree of each kind of block, read back from the file; reading checks that the parent tree agrees.</summary>
public sealed class TagTests : IDisposable
{
    private readonly PictureFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_chapter_has_its_title_and_its_text()
    {
        Tag sect = await Tags(P("Some text."));
        Assert.Equal("Sect(H1 P)", sect.Shape);
        Assert.Equal("One", sect.Tags.First().Text);
        Assert.Equal("Some text.", sect.Tags.Last().Text);
    }

    [Fact]
    public async Task Headings_keep_their_levels() =>
        Assert.Equal("Sect(H1 H2 P H3 P)", (await Tags(new Heading(2, [T("Two")]), P("a"), new Heading(3, [T("Three")]), P("b"))).Shape);

    [Fact]
    public async Task A_list_has_labels_and_bodies()
    {
        Tag list =
            (await Tags(
            new ListBlock(true,
            [new ListItem([P("first"), new ListBlock(false, [new ListItem([P("inner")])])]), new ListItem([P("second")])]))).Tags.Last();
        Assert.Equal("L(LI(Lbl LBody(P L(LI(Lbl LBody(P))))) LI(Lbl LBody(P)))", list.Shape);
        Assert.Equal("1.", list.All.First(tag => tag.Type == "Lbl").Text);
    }

    [Fact]
    public async Task A_definition_list_is_a_list() =>
        Assert.Equal("L(LI(Lbl LBody(P)))",
            (await Tags(new DefinitionList([new DefinitionEntry([[T("term")]], [[P("what it is")]])]))).Tags.Last().Shape);

    [Fact]
    public async Task A_table_has_header_cells_with_scope_and_spans()
    {
        var table =
            new Table([new TableRow([Cell("A", true), Cell("B", true) with { ColumnSpan = 2 }])],
            [new TableRow([Cell("x", true) with { RowSpan = 2 }, Cell("y"), Cell("z")]), new TableRow([Cell("v"), Cell("w")])]) { Caption =
            [T("What it shows")] };
        Tag tag = (await Tags(table)).Tags.Last();
        Assert.Equal("Table(Caption THead(TR(TH(P) TH(P))) TBody(TR(TH(P) TD(P) TD(P)) TR(TD(P) TD(P))))", tag.Shape);
        List<PdfDictionary> attributes = [.. tag.All.Where(cell => cell.Type == "TH").Select(cell => (PdfDictionary)cell.Dictionary["A"]!)];
        Assert.Equal(["Column", "Column", "Row"], attributes.Select(a => ((PdfName)a["Scope"]!).Value));
        Assert.Equal(2d, attributes[1]["ColSpan"]);
        Assert.Equal(2d, attributes[2]["RowSpan"]);
    }

    [Fact]
    public async Task A_figure_has_its_alternative_text_and_its_caption()
    {
        Tag figure =
            (await Tags(new Figure([new ImageBlock(folder.Picture(60, 40, alt: "A mill at dusk"))], [T("The old mill.")],
            [T("Photo: N. N.")]))).Tags.Last();
        Assert.Equal("Figure(Caption(P P))", figure.Shape);
        Assert.Equal("A mill at dusk", PdfReading.Text(figure.Dictionary["Alt"]));
        Assert.Equal("The old mill.Photo: N. N.", figure.Tags.Single().Text);
        // The image is read before its caption.
        Assert.IsType<string>(figure.Kids[0]);
    }

    [Fact]
    public async Task Pictures_under_one_caption_have_figures_of_their_own()
    {
        Tag group =
            (await Tags(new Figure([new ImageBlock(folder.Picture(60, 40, 1)), new ImageBlock(folder.Picture(60, 40, 2))], [T("Both.")],
            []))).Tags.Last();
        Assert.Equal("Div(Figure Figure Caption(P))", group.Shape);
    }

    [Fact]
    public async Task An_alternative_text_is_never_printed_and_decoration_is_no_figure()
    {
        PdfReading pdf =
            await Of(Chapter("One", new ImageBlock(folder.Picture(60, 40, alt: "Unprinted words")),
            new ImageBlock(folder.Picture(60, 41, alt: "")))).Read(Plain);
        Assert.DoesNotContain("Unprinted", string.Concat(pdf.Pages.Select(pdf.PageText)), StringComparison.Ordinal);
        Assert.Single(TagTree.Read(pdf).All, tag => tag.Type == "Figure");
    }

    [Fact]
    public async Task A_missing_image_leaves_its_words_and_its_caption()
    {
        var missing = new ImageReference([new Uri("https://example.org/lost.jpg")]) { AlternativeText = "What was lost" };
        Tag figure = (await Tags(new Figure([new ImageBlock(missing)], [T("Its caption stays.")], []))).Tags.Last();
        Assert.Equal("Figure", figure.Type);
        Assert.Contains("What was lost", figure.Text, StringComparison.Ordinal);
        Assert.EndsWith("Its caption stays.", figure.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_has_its_area_and_says_where_it_leads()
    {
        PdfReading pdf = await Of(Chapter("One", P(T("See "), new Link(new Uri("https://example.org/ä"), [T("this page")]), T("."))))
            .Read(Plain);
        Tag link = TagTree.Read(pdf).All.Single(tag => tag.Type == "Link");
        Assert.Equal(("this page", 1), (link.Text, link.Annotations));
        PdfDictionary annotation = pdf.Dictionary(pdf.List(pdf.Pages[0]["Annots"])[0]);
        Assert.Equal("https://example.org/%C3%A4", PdfReading.Text(annotation["Contents"]));
        Assert.Equal("https://example.org/%C3%A4", PdfReading.Text(pdf.Dictionary(annotation["A"])["URI"]));
        List<double> area = [.. pdf.List(annotation["Rect"]).Cast<double>()];
        Assert.True(area[2] - area[0] > 20 && area[3] - area[1] is > 5 and < 30);
    }

    [Fact]
    public async Task Links_inside_the_book_lead_to_their_places()
    {
        Chapter first =
            Chapter("One",
            P(new Link(new Uri("#there", UriKind.Relative), [T("down")]), T(" and "),
            new Link(new Uri("https://example.org/two"), [T("over")]), new Link(new Uri("#nowhere", UriKind.Relative), [T(" lost")])),
            P(Prose) with { Id = "there" });
        PdfReading pdf = await Of(first, Chapter("Two", P("text")) with { Address = new Uri("https://example.org/two") })
            .Read(Plain with { RunOnShortChapters = false });
        List<PdfDictionary> links = [.. pdf.List(pdf.Pages[0]["Annots"]).Select(pdf.Dictionary)];
        Assert.Equal([pdf.Pages[0], pdf.Pages[1]], links.Select(link => pdf.Resolve(pdf.List(link["Dest"])[0])));
    }

    [Fact]
    public async Task A_link_to_a_place_in_another_article_leads_to_its_page()
    {
        Inline Link(string address) => new Link(new Uri(address), [T("x")]);
        Chapter first =
            Chapter("One",
            P(Link("https://www.example.org/two?utm_source=rss#far"), T(" "), Link("https://example.org/two#none"), T(" "),
            Link("https://example.org/three")));
        Chapter second =
            Chapter("Two", [.. Enumerable.Range(0, 60).Select(_ => P(Prose)), P(Prose) with { Id = "far" }]) with {
            Address = new Uri("https://example.org/two") };
        Chapter third = Chapter("Three", P(Link("https://example.org/two#far")));
        PdfReading pdf = await Of(first, second, third).Read(Plain with { RunOnShortChapters = false });
        List<PdfDictionary> links = [.. pdf.List(pdf.Pages[0]["Annots"]).Select(pdf.Dictionary)];
        PdfDictionary far = pdf.Pages[^2];
        Assert.True(pdf.Pages.Count > 4);
        Assert.Equal([far, pdf.Pages[1]], links.Take(2).Select(link => pdf.Resolve(pdf.List(link["Dest"])[0])));
        Assert.Equal("https://example.org/three", PdfReading.Text(pdf.Dictionary(links[2]["A"])["URI"]));
        PdfDictionary back = pdf.List(pdf.Pages[^1]["Annots"]).Select(pdf.Dictionary).Single();
        Assert.Equal(far, pdf.Resolve(pdf.List(back["Dest"])[0]));
    }

    [Fact]
    public async Task A_formula_has_its_tag_and_says_itself_in_TeX_or_in_its_letters()
    {
        Tag sect =
            await Tags(P(new Formula([T("1/2")]) { Tex = "\\frac12" }, T(" and "),
            new Formula([T("x"), new Styled(TextStyle.Superscript, [T("2")])])));
        Assert.Equal("Sect(H1 P(Formula Formula))", sect.Shape);
        Tag[] formulas = [.. sect.All.Where(tag => tag.Type == "Formula")];
        Assert.Equal(["\\frac12", "x2"], formulas.Select(tag => PdfReading.Text(tag.Dictionary["Alt"])));
        Assert.Equal(["1/2", "x2"], formulas.Select(tag => tag.Text));
    }

    [Fact]
    public async Task A_note_stands_at_the_foot_of_the_page_that_calls_it()
    {
        Chapter chapter = Chapter("One", P(T("Text"), new NoteReference("n", "1"), T(" goes on.")), P(Prose));
        chapter =
            chapter with {
            Article =
            chapter.Article with { Notes = [new Footnote("n", [P("What the note says.")]), new Footnote("m", [P("Called by nobody.")])] } };
        PdfReading pdf = await Of(chapter).Read(Plain);
        Tag sect = TagTree.Read(pdf).Tags.Last();
        Assert.Equal("Sect(H1 P(Reference(Link)) Note(P) P Note(P))", sect.Shape);
        Tag note = sect.All.First(tag => tag.Type == "Note");
        Assert.Equal("1What the note says.", note.Text);
        Assert.Equal("note1", PdfReading.Text(note.Dictionary["ID"]));
        double lowest = pdf.Texts(pdf.Pages[0]).Where(text => text.Mark >= 0).Min(text => text.Y);
        Assert.Equal(lowest, pdf.Texts(pdf.Pages[0]).First(text => text.Text.Contains("What the note", StringComparison.Ordinal)).Y);
    }

    [Fact]
    public async Task Quotations_code_and_embeds_have_their_tags()
    {
        Tag sect =
            await Tags(new Quotation([P("said")]), new CodeBlock("a  b\n\n\tc"),
            new Embed(EmbedKind.Video, new Uri("https://example.org/v")) { Title = "A film" });
        Assert.Equal("Sect(H1 BlockQuote(P) P(Code) Div(P(Link) P))", sect.Shape);
        // A tab is drawn as the spaces it reaches over.
        Assert.Equal("a  b        c", sect.All.Single(tag => tag.Type == "Code").Text);
    }

    [Fact]
    public async Task Ruby_and_other_languages_are_told()
    {
        Tag sect = await Tags(P(new Ruby([new RubySegment([T("東京")], "とうきょう")]), new Span([T("Guten Tag")]) { Language = "de" }));
        Assert.Equal("Sect(H1 P(Ruby(RB RT) Span))", sect.Shape);
        Assert.Equal("de", PdfReading.Text(sect.All.Single(tag => tag.Type == "Span").Dictionary["Lang"]));
        Assert.Equal("とうきょう", sect.All.Single(tag => tag.Type == "RT").Text);
    }

    [Fact]
    public async Task The_contents_are_read_before_the_text_and_lead_to_it()
    {
        PdfReading pdf = await Of([new BookSection("Part", [Chapter("First", P("a")), Chapter("Second", P("b"))])])
            .Read(PdfOptions.A4 with { RunOnShortChapters = false });
        Tag document = TagTree.Read(pdf);
        Assert.Equal("Document", document.Type);
        Tag contents = document.Tags.ElementAt(1);
        Assert.Equal(["Part1", "First1", "Second2"], contents.All.Where(tag => tag.Type == "TOCI").Select(tag => tag.Text));
        List<PdfDictionary> links = [.. pdf.List(pdf.Pages[1]["Annots"]).Select(pdf.Dictionary)];
        Assert.Equal(2, links.Select(link => pdf.Resolve(pdf.List(link["Dest"])[0])).Distinct().Count());
        PdfDictionary outline = pdf.Dictionary(pdf.Dictionary(pdf.Root["Outlines"])["First"]);
        Assert.Equal(("Part", -2d), (PdfReading.Text(outline["Title"]), outline["Count"]));
        Assert.Equal("Second", PdfReading.Text(pdf.Dictionary(outline["Last"])["Title"]));
    }

    private static PdfOptions Plain => PdfOptions.A4 with { HasTitlePage = false, HasContents = false };

    private static async Task<Tag> Tags(params Block[] blocks) =>
        TagTree.Read(await Of(Chapter("One", blocks)).Read(Plain)).Tags.Last();
}
