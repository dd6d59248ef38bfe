using System.Collections.Immutable;

namespace FeedBook.Content;

/// <summary>
/// Makes a changed copy of a tree. Override what is to change; everything else is kept, and a part without a change is the
/// very same instance afterwards. Instances that keep no state may be shared between threads.
/// </summary>
public abstract class ContentRewriter
{
    /// <summary>Rewrites a whole article.</summary>
    /// <param name="article">The article.</param>
    public virtual Article Rewrite(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        ImmutableArray<Block> blocks = Rewrite(article.Blocks);
        ImmutableArray<Footnote> notes = Each(article.Notes, note =>
        {
            ImmutableArray<Block> content = Rewrite(note.Blocks);
            return content == note.Blocks ? note : note with { Blocks = content };
        });
        return blocks == article.Blocks && notes == article.Notes ? article : article with { Blocks = blocks, Notes = notes };
    }

    /// <summary>Rewrites a picture, wherever it stands. The default keeps it.</summary>
    /// <param name="image">The picture.</param>
    protected virtual ImageReference Rewrite(ImageReference image) => image;

    /// <summary>Rewrites a block. The default rewrites what it holds.</summary>
    /// <param name="block">The block.</param>
    /// <returns>The block to put in its place; null to leave it out.</returns>
    protected virtual Block? Rewrite(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                ImmutableArray<Inline> text = Rewrite(paragraph.Content);
                return text == paragraph.Content ? paragraph : text.IsEmpty ? null : paragraph with { Content = text };
            case Heading heading:
                ImmutableArray<Inline> title = Rewrite(heading.Content);
                return title == heading.Content ? heading : title.IsEmpty ? null : heading with { Content = title };
            case ImageBlock image:
                ImageReference picture = Rewrite(image.Image);
                return ReferenceEquals(picture, image.Image) ? image : image with { Image = picture };
            case Embed { Poster: { } poster } embed:
                ImageReference still = Rewrite(poster);
                return ReferenceEquals(still, poster) ? embed : embed with { Poster = still };
            case Figure figure:
                return RewriteFigure(figure);
            case Quotation quotation:
                ImmutableArray<Block> quoted = Rewrite(quotation.Blocks);
                return quoted == quotation.Blocks ? quotation : quoted.IsEmpty ? null : quotation with { Blocks = quoted };
            case Aside aside:
                ImmutableArray<Block> beside = Rewrite(aside.Blocks);
                return beside == aside.Blocks ? aside : beside.IsEmpty ? null : aside with { Blocks = beside };
            case ListBlock list:
                ImmutableArray<ListItem> items = Each(list.Items, item =>
                {
                    ImmutableArray<Block> content = Rewrite(item.Blocks);
                    return content == item.Blocks ? item : item with { Blocks = content };
                });
                return items == list.Items ? list : list with { Items = items };
            case DefinitionList definitions:
                ImmutableArray<DefinitionEntry> entries = Each(definitions.Entries, Rewrite);
                return entries == definitions.Entries ? definitions : definitions with { Entries = entries };
            case Table table:
                return RewriteTable(table);
            default:
                return block;
        }
    }

    /// <summary>Rewrites an inline. The default rewrites what it holds.</summary>
    /// <param name="inline">The inline.</param>
    /// <returns>The inline to put in its place; null to leave it out.</returns>
    protected virtual Inline? Rewrite(Inline inline)
    {
        switch (inline)
        {
            case InlineImage image:
                ImageReference picture = Rewrite(image.Image);
                return ReferenceEquals(picture, image.Image) ? image : image with { Image = picture };
            case Styled styled:
                ImmutableArray<Inline> set = Rewrite(styled.Content);
                return set == styled.Content ? styled : set.IsEmpty ? null : styled with { Content = set };
            case Link link:
                ImmutableArray<Inline> linked = Rewrite(link.Content);
                return linked == link.Content ? link : linked.IsEmpty ? null : link with { Content = linked };
            case Span span:
                ImmutableArray<Inline> spanned = Rewrite(span.Content);
                return spanned == span.Content ? span : spanned.IsEmpty ? null : span with { Content = spanned };
            case Formula formula:
                ImmutableArray<Inline> letters = Rewrite(formula.Content);
                return letters == formula.Content ? formula : letters.IsEmpty ? null : formula with { Content = letters };
            case Ruby ruby:
                ImmutableArray<RubySegment> segments = Each(ruby.Segments, segment =>
                {
                    ImmutableArray<Inline> content = Rewrite(segment.Base);
                    return content == segment.Base ? segment : segment with { Base = content };
                });
                return segments == ruby.Segments ? ruby : ruby with { Segments = segments };
            default:
                return inline;
        }
    }

    /// <summary>Rewrites each block of a run and leaves out those that became null.</summary>
    /// <param name="blocks">The run.</param>
    protected ImmutableArray<Block> Rewrite(ImmutableArray<Block> blocks) => RewriteRun(blocks);

    /// <summary>Rewrites each inline of a run and leaves out those that became null.</summary>
    /// <param name="run">The run.</param>
    protected ImmutableArray<Inline> Rewrite(ImmutableArray<Inline> run) => Each(run, Rewrite);

    /// <summary>Rewrites a run of blocks, where a block may become several.</summary>
    private protected virtual ImmutableArray<Block> RewriteRun(ImmutableArray<Block> blocks) => Each(blocks, Rewrite);

    private Block? RewriteFigure(Figure figure)
    {
        ImmutableArray<Block> body = Rewrite(figure.Body);
        ImmutableArray<Inline> caption = Rewrite(figure.Caption);
        ImmutableArray<Inline> credit = Rewrite(figure.Credit);
        return body == figure.Body && caption == figure.Caption && credit == figure.Credit ? figure
            : body.IsEmpty ? WordsOf(figure, caption, credit)
            : figure with { Body = body, Caption = caption, Credit = credit };
    }

    // Words stay when what they stood below goes.
    private static Paragraph? WordsOf(Figure figure, ImmutableArray<Inline> caption, ImmutableArray<Inline> credit)
    {
        ImmutableArray<Inline> words = caption.IsEmpty || credit.IsEmpty ? [.. caption, .. credit]
            : [.. caption, new LineBreak(), .. credit];
        return words.IsEmpty ? null : new Paragraph(words) { Id = figure.Id, Language = figure.Language, Direction = figure.Direction };
    }

    private Table RewriteTable(Table table)
    {
        ImmutableArray<TableRow> head = Each(table.Head, Rewrite);
        ImmutableArray<TableRow> body = Each(table.Body, Rewrite);
        ImmutableArray<Inline> caption = Rewrite(table.Caption);
        return head == table.Head && body == table.Body && caption == table.Caption ? table
            : table with { Head = head, Body = body, Caption = caption };
    }

    private TableRow Rewrite(TableRow row)
    {
        ImmutableArray<TableCell> cells = Each(row.Cells, cell =>
        {
            ImmutableArray<Block> content = Rewrite(cell.Blocks);
            return content == cell.Blocks ? cell : cell with { Blocks = content };
        });
        return cells == row.Cells ? row : new TableRow(cells);
    }

    private DefinitionEntry Rewrite(DefinitionEntry entry)
    {
        ImmutableArray<ImmutableArray<Inline>> terms = Arrays(entry.Terms, Rewrite);
        ImmutableArray<ImmutableArray<Block>> definitions = Arrays(entry.Definitions, Rewrite);
        return terms == entry.Terms && definitions == entry.Definitions ? entry : new DefinitionEntry(terms, definitions);
    }

    private static ImmutableArray<ImmutableArray<T>> Arrays<T>(ImmutableArray<ImmutableArray<T>> all, Func<ImmutableArray<T>,
        ImmutableArray<T>> rewrite)
    {
        ImmutableArray<ImmutableArray<T>> changed = [.. all.Select(rewrite)];
        return changed.SequenceEqual(all) ? all : changed;
    }

    private static ImmutableArray<T> Each<T>(ImmutableArray<T> all, Func<T, T?> rewrite)
        where T : class
    {
        ImmutableArray<T>.Builder? changed = null;
        for (int i = 0; i < all.Length; i++)
        {
            T? now = rewrite(all[i]);
            if (changed is null && !ReferenceEquals(now, all[i]))
            {
                changed = ImmutableArray.CreateBuilder<T>(all.Length);
                changed.AddRange(all, i);
            }

            if (now is not null)
            {
                changed?.Add(now);
            }
        }

        return changed?.ToImmutable() ?? all;
    }
}
