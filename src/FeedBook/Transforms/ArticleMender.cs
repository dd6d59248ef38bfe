using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Xml;
using XmlText = FeedBook.Text.XmlText;
using FeedBook.Content;
using FeedBook.Text;

namespace FeedBook.Transforms;

/// <summary>
/// Makes an article that a caller's code gave back keep what <see cref="Article"/> promises to writers, and says what it mended. Used once.
/// </summary>
internal sealed class ArticleMender : ContentRewriter
{
    private readonly SortedSet<string> mended = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> notes = new(StringComparer.Ordinal);
    private int depth;

    /// <summary>What was mended, each kind once, in words; empty where nothing was.</summary>
    public IReadOnlyCollection<string> Mended => mended;

    /// <exception cref="InvalidOperationException">The tree is nested deeper than an article may be.</exception>
    public override Article Rewrite(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        ImmutableArray<Footnote> sound = article.Notes;
        if (sound.Any(note => note is null || AnchorName.Of(note.Id ?? "") != note.Id || !notes.Add(note.Id)
            || note.Label is null || XmlText.Clean(note.Label) != note.Label))
        {
            notes.Clear();
            sound = [.. sound.OfType<Footnote>().Select(note => note with { Id = AnchorName.Of(note.Id ?? ""),
                Label = XmlText.Clean(note.Label ?? "") }).Where(note => notes.Add(note.Id))];
            mended.Add("notes");
        }

        article = base.Rewrite(sound == article.Notes ? article : article with { Notes = sound });
        HashSet<string> places = [.. ContentWalker.Ids(article)];
        if (ContentWalker.Blocks(article).SelectMany(ContentWalker.Runs).SelectMany(ContentWalker.Inlines)
            .Any(each => IsDead(each, places)))
        {
            mended.Add("links");
            article = new Unlinked(places).Rewrite(article);
        }

        string? language = Language(article.Language);
        return language == article.Language && !article.Diagnostics.Contains(null!) ? article
            : article with { Language = language, Diagnostics = [.. article.Diagnostics.OfType<Diagnostic>()] };
    }

    protected override Block? Rewrite(Block block)
    {
        if (block is null)
        {
            mended.Add("empty places");
            return null;
        }

        if (++depth > Article.MaxDepth)
        {
            throw new InvalidOperationException($"The article is nested deeper than {Article.MaxDepth} blocks.");
        }

        try
        {
            string? id = Id(block.Id), language = Language(block.Language);
            Block named = id == block.Id && language == block.Language ? block : block with { Id = id, Language = language };
            return Checked(base.Rewrite(Before(named)));
        }
        finally
        {
            depth--;
        }
    }

    protected override Inline? Rewrite(Inline inline)
    {
        // Inlines have no depth of their own that could be counted in vain.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (inline)
        {
            case null:
                mended.Add("empty places");
                return null;
            case TextRun text:
                string clean = Text(text.Value);
                return clean.Length == 0 ? null : clean == text.Value ? text : new TextRun(clean);
            case NoteReference note when note.NoteId is null || !notes.Contains(AnchorName.Of(note.NoteId)):
                mended.Add("calls of notes that are not there");
                return Text(note.Label) is { Length: > 0 } label ? new Styled(TextStyle.Superscript, [new TextRun(label)]) : null;
            case NoteReference note:
                string noteId = AnchorName.Of(note.NoteId), mark = Text(note.Label);
                return noteId == note.NoteId && mark == note.Label ? note : new NoteReference(noteId, mark);
            case InlineImage { Image: null }:
                mended.Add("images without an address");
                return null;
            case InlineImage { Image: { Stored: null, Candidates: [] } image }:
                mended.Add("images without an address");
                return image.AlternativeText is { Length: > 0 } words ? new TextRun(Text(words)) : null;
        }

        Inline? rewritten = base.Rewrite(inline);
        return rewritten switch
        {
            Styled { Content: [] } or Span { Content: [] } or Link { Content: [] } or Formula { Content: [] }
                or Ruby { Segments: [] } => null,
            Link link => Link(link),
            Span span => Id(span.Id) is var id && Language(span.Language) is var language && (id != span.Id || language != span.Language)
                ? span with { Id = id, Language = language } : span,
            Ruby ruby when ruby.Segments.Any(each => each.Reading is null || XmlText.Clean(each.Reading) != each.Reading) =>
                ruby with { Segments = [.. ruby.Segments.Select(each => each with { Reading = Text(each.Reading) })] },
            Formula { MathMl: { } markup } formula when !IsMathMl(markup) => formula with { MathMl = null },
            Formula { Tex: { } tex } formula when XmlText.Clean(tex) != tex => formula with { Tex = Text(tex) },
            _ => rewritten,
        };
    }

    protected override ImageReference Rewrite(ImageReference image)
    {
        if (image is null)
        {
            return null!;
        }

        string? alternative = image.AlternativeText is { } words ? Text(words) : null, title = image.Title is { } name ? Text(name) : null;
        return alternative == image.AlternativeText && title == image.Title ? image
            : image with { AlternativeText = alternative, Title = title };
    }

    // What has to be sound before what it holds is looked at.
    private Block Before(Block block)
    {
        switch (block)
        {
            case ListBlock list when list.Items.Any(item => item is not { Id: null }):
                return list with { Items = [.. list.Items.OfType<ListItem>().Select(item => Id(item.Id) is var id && id == item.Id ? item
                    : item with { Id = id })] };
            case Table table when table.Head.Concat(table.Body).Any(row => row is null || row.Cells.Any(cell => !IsSound(cell))):
                mended.Add("cells of tables");
                return table with { Head = Sound(table.Head), Body = Sound(table.Body) };
            case Embed { Poster: { Stored: null, Candidates: [] } } embed:
                mended.Add("images without an address");
                return embed with { Poster = null };
            default:
                return block;
        }
    }

    private Block? Checked(Block? block)
    {
        switch (block)
        {
            case Paragraph { Content: [] } or Heading { Content: [] } or Quotation { Blocks: [] } or Aside { Blocks: [] }
                or ListBlock { Items: [] }
                or DefinitionList { Entries: [] } or Table { Head: [], Body: [] }:
                mended.Add("blocks without content");
                return null;
            case Figure { Body: [] } figure:
                mended.Add("blocks without content");
                ImmutableArray<Inline> words = [.. figure.Caption, .. figure.Credit];
                return words.IsEmpty ? null : new Paragraph(words) { Id = figure.Id, Language = figure.Language };
            case Figure { Number: { } number } figure when XmlText.Clean(number) != number:
                return figure with { Number = Text(number) };
            case ImageBlock { Image: null } or ImageBlock { Image: { Stored: null, Candidates: [] } }:
                mended.Add("images without an address");
                return null;
            case ImageBlock { Link: { } link } image when !Leads(link):
                mended.Add("links");
                return image with { Link = null };
            case Embed embed when embed.Address is null || !IsWeb(embed.Address):
                mended.Add("links");
                return embed.Title is { Length: > 0 } title ? new Paragraph([new TextRun(Text(title))]) { Id = embed.Id } : null;
            case Embed { Title: { } called } embed when XmlText.Clean(called) != called:
                return embed with { Title = Text(called) };
            case CodeBlock code when code.Text is null || XmlText.Clean(code.Text) != code.Text:
                return code with { Text = Text(code.Text) };
            case Heading { Level: < 2 or > 6 } heading:
                mended.Add("levels of headings");
                return heading with { Level = Math.Clamp(heading.Level, 2, 6) };
            case ListBlock { Marker: not ('1' or 'a' or 'A' or 'i' or 'I') } list:
                mended.Add("markers of lists");
                return list with { Marker = '1' };
            default:
                return block;
        }
    }

    private Inline Link(Link link)
    {
        if (!Leads(link.Address))
        {
            // The words stay.
            mended.Add("links");
            return new Span(link.Content);
        }

        return link.Title is { } title && XmlText.Clean(title) != title ? link with { Title = Text(title) } : link;
    }

    private string Text(string? text)
    {
        string clean = XmlText.Clean(text ?? "");
        if (text is null || clean.Length != text.Length)
        {
            mended.Add("characters that XML forbids");
        }

        return clean;
    }

    private string? Id(string? id)
    {
        if (id is null)
        {
            return null;
        }

        string name = AnchorName.Of(id);
        if (name != id)
        {
            mended.Add("ids");
        }

        if (ids.Add(name))
        {
            return name;
        }

        mended.Add("ids that stand twice");
        return null;
    }

    private string? Language(string? tag)
    {
        string? normal = LanguageTag.Normalize(tag);
        if (tag is not null && normal is null)
        {
            mended.Add("languages");
        }

        return normal is null || string.Equals(normal, tag, StringComparison.OrdinalIgnoreCase) ? normal is null ? null : tag : normal;
    }

    private bool IsMathMl(string markup)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(markup), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            bool isMath = reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == "math";
            while (reader.Read())
            {
                // To the end: what does not close is found there.
            }

            return isMath || Told();
        }
        catch (XmlException)
        {
            return Told();
        }

        bool Told()
        {
            mended.Add("MathML");
            return false;
        }
    }

    private static ImmutableArray<TableRow> Sound(ImmutableArray<TableRow> rows) =>
        [.. rows.OfType<TableRow>().Select(row => new TableRow([.. row.Cells.OfType<TableCell>().Select(cell => cell with
        {
            ColumnSpan = Math.Clamp(cell.ColumnSpan, 1, 1000),
            RowSpan = Math.Clamp(cell.RowSpan, 1, 65534),
        })]))];

    private static bool IsSound(TableCell? cell) => cell is { ColumnSpan: >= 1 and <= 1000, RowSpan: >= 1 and <= 65534 };

    private static bool Leads(Uri? address) => address is not null && (address.IsAbsoluteUri
        ? address.Scheme is "http" or "https" or "mailto" or "tel" : address.OriginalString.StartsWith('#'));

    private static bool IsWeb(Uri address) => address.IsAbsoluteUri && address.Scheme is "http" or "https";

    private static bool IsDead(Inline inline, HashSet<string> places) => inline is Link { Address: { IsAbsoluteUri: false } address }
        && !places.Contains(AnchorName.Of(AnchorName.InAddress(address)));

    /// <summary>Takes away links to places of the article that are gone; their words stay.</summary>
    private sealed class Unlinked(HashSet<string> places) : ContentRewriter
    {
        protected override Inline? Rewrite(Inline inline) => base.Rewrite(inline) is not { } rewritten ? null
            : IsDead(rewritten, places) ? new Span(((Link)rewritten).Content) : rewritten;
    }
}
