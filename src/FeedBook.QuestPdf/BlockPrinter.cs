using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Pdf;
using QuestPDF.Elements.Table;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace FeedBook.QuestPdf;

/// <summary>
/// Prints blocks. What belongs together asks for room (EnsureSpace) instead of insisting on one page (ShowEntire), which throws where
/// something is longer than a page.
/// </summary>
/// <param name="print">The book's composition.</param>
/// <param name="texts">Prints runs.</param>
/// <param name="chapter">The chapter.</param>
internal sealed class BlockPrinter(BookPrint print, InlinePrinter texts, Chapter chapter)
{
    /// <summary>A CSS pixel, in points.</summary>
    public const double Pixel = 0.75;

    // More columns than that are too narrow to read: rows stand one below another.
    private const int MostColumns = 14;

    private int depth;

    /// <summary>Prints blocks below each other.</summary>
    /// <param name="column">Where to.</param>
    /// <param name="blocks">The blocks.</param>
    /// <param name="voice">How their text looks.</param>
    /// <param name="width">How much room a line has, in points.</param>
    public void Print(ColumnDescriptor column, ImmutableArray<Block> blocks, Voice voice, float width)
    {
        for (int i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is Heading heading && i + 1 < blocks.Length)
            {
                // A heading and the start of what it heads.
                Block next = blocks[++i];
                column.Item().EnsureSpace(Room(6 * voice.Size)).Column(inner =>
                {
                    inner.Spacing((float)voice.Size * 0.5f);
                    Print(Anchored(inner.Item(), heading), heading, voice, width);
                    Print(Anchored(inner.Item(), next), next, voice, width);
                });
                continue;
            }

            Print(Anchored(column.Item(), blocks[i]), blocks[i], voice, width);
        }
    }

    /// <summary>Prints the notes of a chapter.</summary>
    public void PrintNotes(ColumnDescriptor column, ImmutableArray<Footnote> notes, Voice voice, float width)
    {
        if (notes.IsEmpty)
        {
            return;
        }

        Voice small = voice with { Size = voice.Size * 0.85 };
        column.Item().PaddingTop((float)voice.Size).Text(text =>
            texts.Add(text, print.Labels(chapter.Language).Notes, small with { IsBold = true, Role = FontRole.Sans }));
        for (int i = 0; i < notes.Length; i++)
        {
            Footnote note = notes[i];
            string label = note.Label.Length > 0 ? note.Label : FormattableString.Invariant($"{i + 1}");
            Item(column.Item().Section(BookPrint.Place(chapter, note.Id)), label, note.Blocks, small, width);
        }
    }

    private void Print(IContainer place, Block block, Voice voice, float width)
    {
        if (block.Language is not null || block.Direction is not null)
        {
            bool reads = block.Direction is { } direction ? direction == FeedBook.Content.TextDirection.RightToLeft : voice.IsRightToLeft;
            place = reads == voice.IsRightToLeft ? place : reads ? place.ContentFromRightToLeft() : place.ContentFromLeftToRight();
            voice = voice with { Language = block.Language ?? voice.Language, IsRightToLeft = reads };
        }

        float inset = (float)voice.Size * 1.6f;
        switch (block)
        {
            case Paragraph paragraph:
                Text(place, paragraph.Content, voice, paragraph.Alignment);
                break;
            case Heading heading:
                double scale = heading.Level switch { 2 => 1.4, 3 => 1.2, _ => 1.05 };
                Text(place.PaddingTop((float)voice.Size * 0.6f), heading.Content,
                    voice with { Role = FontRole.Sans, IsBold = true, Size = voice.Size * scale });
                break;
            case ListBlock list:
                Print(place, list, voice, width);
                break;
            case DefinitionList list:
                Print(place, list, voice, width);
                break;
            case Quotation quotation:
                Voice quoted = quotation.IsPullQuote ? voice with { Size = voice.Size * 1.25 } : voice;
                Column(place.PaddingHorizontal(inset), quotation.Blocks, quoted, width - (2 * inset));
                break;
            case Aside aside:
                Column(place.Border(0.5f).BorderColor(Colours.Line).Padding((float)voice.Size), aside.Blocks,
                    voice with { Size = voice.Size * 0.92 }, width - (2 * (float)voice.Size));
                break;
            case CodeBlock code:
                Voice typed = voice with { Role = FontRole.Mono, Size = voice.Size * 0.8, IsRightToLeft = false };
                place.Background(Colours.Ground).Padding((float)voice.Size * 0.6f).ContentFromLeftToRight()
                    .Text(text => texts.Add(text, code.Text, typed));
                break;
            case Rule:
                place.PaddingVertical((float)voice.Size * 0.5f).PaddingHorizontal(width / 3).LineHorizontal(0.5f);
                break;
            case ImageBlock image:
                Image(place, image.Image, image.Link, voice, width, print.Options.TextHeight * 0.85f);
                break;
            case Figure figure:
                Print(place, figure, voice, width);
                break;
            case Embed embed:
                Print(place, embed, voice, width);
                break;
            case Table table:
                Print(place, table, voice, width);
                break;
            default:
                throw new InvalidOperationException($"A block of an unknown kind: {block.GetType().Name}.");
        }
    }

    private void Column(IContainer place, ImmutableArray<Block> blocks, Voice voice, float width) => place.Column(column =>
    {
        column.Spacing((float)voice.Size * 0.5f);
        Print(column, blocks, voice, width);
    });

    private void Text(IContainer place, ImmutableArray<Inline> run, Voice voice, TextAlignment? alignment = null) => place.Text(text =>
    {
        switch (alignment, voice.IsRightToLeft)
        {
            case (TextAlignment.Center, _):
                text.AlignCenter();
                break;
            case (TextAlignment.End, false):
                text.AlignRight();
                break;
            case (TextAlignment.End, true):
                text.AlignLeft();
                break;
        }

        texts.Add(text, run, voice);
    });

    private void Print(IContainer place, ListBlock list, Voice voice, float width) => place.Column(column =>
    {
        column.Spacing((float)voice.Size * 0.3f);
        ImmutableArray<string> labels = list.Labels(depth);
        depth++;
        foreach ((int index, ListItem item) in list.Items.Index())
        {
            IContainer own = item.Id is { } id ? column.Item().Section(BookPrint.Place(chapter, id)) : column.Item();
            Item(own, labels[index], item.Blocks, voice, width);
        }

        depth--;
    });

    private void Item(IContainer place, string label, ImmutableArray<Block> blocks, Voice voice, float width)
    {
        float room = (float)voice.Size * Math.Clamp(0.7f * label.Length, 1.2f, 5);
        place.Row(row =>
        {
            row.Spacing((float)voice.Size * 0.4f);
            row.ConstantItem(room).Text(text => texts.Add(text, label, voice));
            Column(row.RelativeItem(), blocks, voice, width - room);
        });
    }

    private void Print(IContainer place, DefinitionList list, Voice voice, float width) => place.Column(column =>
    {
        column.Spacing((float)voice.Size * 0.3f);
        foreach (DefinitionEntry entry in list.Entries)
        {
            foreach (ImmutableArray<Inline> term in entry.Terms)
            {
                Text(column.Item(), term, voice with { IsBold = true });
            }

            foreach (ImmutableArray<Block> definition in entry.Definitions)
            {
                Column(column.Item().PaddingHorizontal((float)voice.Size * 1.6f), definition, voice, width - ((float)voice.Size * 3.2f));
            }
        }
    });

    // The images leave room for a caption of usual length; the figure asks for a place where they and its first lines stand together.
    private void Print(IContainer place, Figure figure, Voice voice, float width)
    {
        Voice small = voice with { Role = FontRole.Sans, Size = voice.Size * 0.82 };
        double lines = 2 + ((ContentText.Of(figure.Caption).Length + ContentText.Of(figure.Credit).Length) * small.Size * 0.55 / width);
        float caption = (float)(Math.Min(lines, 12) * small.Size * 1.5);
        ImageReference[] images = [.. figure.Body.OfType<ImageBlock>().Select(image => image.Image)];
        float most = (print.Options.TextHeight * 0.9f) - caption;
        float height = images.Length == 0 ? (float)voice.Size * 4 : images.Max(image => Fit(image, width, most).Height);
        void Caption(ColumnDescriptor column)
        {
            if (!figure.Caption.IsEmpty || !figure.Credit.IsEmpty || figure.Number is not null)
            {
                column.Item().Text(text =>
                {
                    if (figure.Number is { } number)
                    {
                        texts.Add(text, number + "  ", small with { IsBold = true });
                    }

                    texts.Add(text, figure.Caption, small);
                    texts.Add(text, figure.Caption.IsEmpty || figure.Credit.IsEmpty ? "" : "  ", small);
                    texts.Add(text, figure.Credit, small with { Color = Colours.Faint });
                });
            }
        }

        place.PaddingVertical((float)voice.Size * 0.4f).EnsureSpace(Room(height + caption)).Column(column =>
        {
            column.Spacing((float)voice.Size * 0.4f);
            if (figure.Placement == CaptionPlacement.Above)
            {
                Caption(column);
            }

            foreach (Block block in figure.Body)
            {
                IContainer item = Anchored(column.Item(), block);
                if (block is ImageBlock image)
                {
                    Image(item, image.Image, image.Link, voice, width, most);
                }
                else
                {
                    Print(item, block, voice, width);
                }
            }

            if (figure.Placement != CaptionPlacement.Above)
            {
                Caption(column);
            }
        });
    }

    private void Print(IContainer place, Embed embed, Voice voice, float width) => place.Column(column =>
    {
        BookLabels labels = print.Labels(chapter.Language);
        if (embed.Poster is { } poster)
        {
            Image(column.Item(), poster, embed.Address, voice, width, print.Options.TextHeight * 0.5f);
        }

        string kind = embed.Kind switch
        {
            EmbedKind.Video => labels.Video,
            EmbedKind.Audio => labels.Audio,
            EmbedKind.File => labels.File,
            _ => labels.Page,
        };
        Voice small = voice with { Role = FontRole.Sans, Size = voice.Size * 0.85 };
        column.Item().Text(text =>
        {
            texts.Add(text, kind + ": ", small);
            texts.Add(text, embed.Title ?? embed.Address.Host, small with { Address = embed.Address, Color = Colours.Accent });
        });
    });

    private void Print(IContainer place, Table table, Voice voice, float width)
    {
        TableLayout layout = TableLayout.Of(table);
        int columns = layout.Columns;
        place.Column(outer =>
        {
            if (!table.Caption.IsEmpty)
            {
                Text(outer.Item(), table.Caption, voice with { Role = FontRole.Sans, Size = voice.Size * 0.85, IsBold = true });
            }

            if (columns > MostColumns)
            {
                print.Report(DiagnosticIds.PdfTableLinearized,
                    "A table is too wide for the page: its cells are set one below another.", chapter);
                foreach (TableCell cell in table.Head.Concat(table.Body).SelectMany(row => row.Cells))
                {
                    Column(outer.Item(), cell.Blocks, voice with { IsBold = cell.IsHeader }, width);
                }

                return;
            }

            float[] shares = Shares(layout.Head.Concat(layout.Body), columns);
            Voice small = voice with { Size = voice.Size * (columns > 6 ? 0.7 : 0.85) };
            outer.Item().Table(grid =>
            {
                grid.ColumnsDefinition(definition => Array.ForEach(shares, definition.RelativeColumn));
                void Add(ITableCellContainer container, PlacedCell placed)
                {
                    TableCell cell = placed.Cell;
                    float own = (width * shares.Skip(placed.Column).Take(placed.ColumnSpan).Sum() / shares.Sum()) - 8;
                    IContainer inside = container.Row((uint)placed.Row + 1).Column((uint)placed.Column + 1).RowSpan((uint)placed.RowSpan)
                        .ColumnSpan((uint)placed.ColumnSpan).Border(0.5f).BorderColor(Colours.Line)
                        .Background(cell.IsHeader ? Colours.Ground : "#FFFFFF").Padding(4);
                    ImmutableArray<Block> blocks = cell.Alignment is { } alignment
                        ? [.. cell.Blocks.Select(block =>
                            block is Paragraph { Alignment: null } text ? text with { Alignment = alignment } : block)]
                        : cell.Blocks;
                    Column(inside, blocks, small with { IsBold = cell.IsHeader }, own);
                }

                if (layout.Head.Count > 0)
                {
                    grid.Header(top => layout.Head.SelectMany(row => row).ToList().ForEach(cell => Add(top.Cell(), cell)));
                }

                layout.Body.SelectMany(row => row).ToList().ForEach(cell => Add(grid.Cell(), cell));
            });
        });
    }

    // A column's share grows with its longest text, and less than that.
    private static float[] Shares(IEnumerable<IReadOnlyList<PlacedCell>> rows, int columns)
    {
        float[] shares = [.. Enumerable.Repeat(2f, columns)];
        foreach (PlacedCell placed in rows.SelectMany(row => row).Where(placed => placed.ColumnSpan == 1))
        {
            int length = placed.Cell.Blocks.SelectMany(block => ContentWalker.Blocks(block)).SelectMany(ContentWalker.Runs)
                .Sum(run => ContentText.Of(run).Length);
            shares[placed.Column] = Math.Max(shares[placed.Column], (float)Math.Sqrt(Math.Min(length, 400)));
        }

        return shares;
    }

    private (float Width, float Height) Fit(ImageReference image, float width, float height)
    {
        if (image.NaturalSize is not { } natural)
        {
            return (width, (float)print.Options.FontSize);
        }

        double scale = Math.Min(Pixel, Math.Min(width / natural.Width, height / natural.Height));
        return ((float)(natural.Width * scale), (float)(natural.Height * scale));
    }

    private void Image(IContainer place, ImageReference image, Uri? link, Voice voice, float width, float height)
    {
        bool isShown = image.Stored is { } stored && print.Images.Of(stored) is { } bytes
            && PrintedImages.TryPlace((link is { IsAbsoluteUri: true } ? place.Hyperlink(link.AbsoluteUri) : place).AlignCenter()
                .MaxWidth(Fit(image, width, height).Width), bytes);
        if (isShown)
        {
            return;
        }

        if (image.Stored is { Kind: Media.ImageKind.Jpeg or Media.ImageKind.Png or Media.ImageKind.Gif or Media.ImageKind.WebP })
        {
            print.Report(DiagnosticIds.PdfPictureNotShown, "An image could not be shown: QuestPDF cannot decode it.", chapter,
                image.Address);
        }

        string words = string.IsNullOrWhiteSpace(image.AlternativeText) ? print.Labels(chapter.Language).Picture : image.AlternativeText;
        place.Border(0.5f).BorderColor(Colours.Line).Padding((float)voice.Size * 0.5f).Text(text =>
            texts.Add(text, words, voice with { IsItalic = true, Size = voice.Size * 0.85, Color = Colours.Faint }));
    }

    // Never more than a page has, or nothing would ever fit.
    private float Room(double height) => (float)Math.Min(height, print.Options.TextHeight * 0.95);

    private IContainer Anchored(IContainer place, Block block)
    {
        if (block.Id is { } id)
        {
            place = place.Section(BookPrint.Place(chapter, id));
        }

        foreach (Span span in ContentWalker.Runs(block).SelectMany(ContentWalker.Inlines).OfType<Span>())
        {
            place = span.Id is { } inner ? place.Section(BookPrint.Place(chapter, inner)) : place;
        }

        return place;
    }
}
