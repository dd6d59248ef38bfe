using System.Globalization;
using System.Xml;
using FeedBook.Content;
using FeedBook.Media;

namespace FeedBook.Epub;

/// <summary>Kobo. Sources: Kobo's guidelines for EPUB (github.com/kobolabs/epub-spec) and what its own store puts into a kepub.</summary>
internal sealed class KoboRules : ReadingSystemRules
{
    /// <summary>Wider tables are cut off on small screens.</summary>
    public const int MostColumns = 4;

    public override string FileExtension => ".kepub.epub";

    // The shelf shows no SVG.
    public override bool ShowsTextInSvg => false;

    public override string? Refuses(StoredImage image) => image.Kind == ImageKind.WebP ? "some Kobo devices leave WebP blank" : null;

    public override XmlWriter Through(XmlWriter xml) => new KoboSpans(xml);

    public override IEnumerable<Diagnostic> Check(Book book)
    {
        foreach (Chapter chapter in book.Chapters)
        {
            int widest = ContentWalker.Blocks(chapter.Article).OfType<Table>().Select(Columns).DefaultIfEmpty().Max();
            if (widest > MostColumns)
            {
                yield return new Diagnostic(DiagnosticIds.TableTooWide, DiagnosticSeverity.Info,
                    string.Create(CultureInfo.InvariantCulture,
                        $"A table has {widest} columns; a Kobo's screen has room for {MostColumns}.")) { Item = chapter.Title };
            }
        }
    }

    private static int Columns(Table table) =>
        table.Head.Concat(table.Body).Select(row => row.Cells.Sum(cell => cell.ColumnSpan)).DefaultIfEmpty().Max();
}
