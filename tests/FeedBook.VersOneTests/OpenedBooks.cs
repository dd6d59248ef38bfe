using System.Xml.Linq;
using FeedBook.Content;
using FeedBook.Epub;
using VersOne.Epub;
using VersOne.Epub.Options;

namespace FeedBook.VersOneTests;

/// <summary>Writes a book for each kind of reader and compares what VersOne.Epub reads in it with what was written.</summary>
internal static class OpenedBooks
{
    private static readonly (string Name, EpubOptions? Options)[] Kinds =
        [("standard", null), ("Kindle", EpubOptions.Kindle), ("Kobo", EpubOptions.Kobo)];

    /// <summary>The differences, one a line; empty for a book that reads as it was written.</summary>
    public static Task<IReadOnlyList<string>> FaultsAsync(Book book) => FaultsAsync(book, book);

    /// <summary>The differences between a book that was written and one that should have been.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Book written, Book book)
    {
        var faults = new List<string>();
        foreach ((string name, EpubOptions? options) in Kinds)
        {
            using var bytes = new MemoryStream();
            await new EpubWriter(options).WriteAsync(written, bytes);
            foreach (EpubReaderOptionsPreset preset in new[] { EpubReaderOptionsPreset.STRICT, EpubReaderOptionsPreset.RELAXED })
            {
                void Fault(string what) => faults.Add($"{book.Metadata.Title}, {name}, {preset}: {what}");

                bytes.Position = 0;
                using var copy = new MemoryStream(bytes.ToArray());
                try
                {
                    if (await EpubReader.ReadBookAsync(copy, preset) is { } read)
                    {
                        Compare(book, read, Fault);
                    }
                    else
                    {
                        Fault("it could not be opened");
                    }
                }
                catch (Exception failure) when (failure is EpubReaderException or InvalidDataException or System.Xml.XmlException)
                {
                    Fault($"{failure.GetType().Name}: {failure.Message}");
                }
            }
        }

        return faults;
    }

    private static void Compare(Book book, EpubBook read, Action<string> fault)
    {
        if (read.Title != book.Metadata.Title)
        {
            fault($"the title is '{read.Title}'");
        }

        foreach (string author in book.Metadata.Authors.Where(author => !read.AuthorList.Contains(author)))
        {
            fault($"no author '{author}' in '{string.Join("', '", read.AuthorList)}'");
        }

        if (read.CoverImage is not { Length: > 0 })
        {
            fault("no cover image");
        }

        if (read.Navigation is not { Count: > 0 })
        {
            fault("no contents");
        }

        Images(read, fault);
        Chapters(book, read, fault);
    }

    // Every image that the package lists has bytes, and every image that a page shows is one of them.
    private static void Images(EpubBook read, Action<string> fault)
    {
        foreach (EpubLocalByteContentFile image in read.Content.Images.Local.Where(image => image.Content.Length == 0))
        {
            fault($"{image.Key} is empty");
        }

        HashSet<string> known = [.. read.Content.Images.Local.Select(image => Path.GetFileName(image.FilePath))];
        foreach (EpubLocalTextContentFile page in read.ReadingOrder)
        {
            foreach (string source in XDocument.Parse(page.Content).Descendants().Where(element => element.Name.LocalName == "img")
                .Select(element => Path.GetFileName((string?)element.Attribute("src") ?? "")).Where(source => !known.Contains(source)))
            {
                fault($"{page.Key} shows {source}, which is not in the package");
            }
        }
    }

    // Each chapter's title is in the contents, its page in the reading order, in order, with every paragraph and caption.
    private static void Chapters(Book book, EpubBook read, Action<string> fault)
    {
        List<EpubNavigationItem> entries = [.. Flat(read.Navigation ?? [])];
        List<string> pages = [.. read.ReadingOrder.Select(page => Bare(XDocument.Parse(page.Content).Root!.Value))];
        int at = 0;
        foreach (Chapter chapter in book.Chapters)
        {
            int found = at;
            while (found < pages.Count && !(pages[found].Contains(Bare(chapter.Title), StringComparison.Ordinal)
                && Texts(chapter.Article).All(text => pages[found].Contains(text, StringComparison.Ordinal))))
            {
                found++;
            }

            if (found == pages.Count)
            {
                fault($"no page behind page {at} has all of '{chapter.Title}'");
                continue;
            }

            at = found;
            if (!entries.Any(entry => Bare(entry.Title) == Bare(chapter.Title)))
            {
                fault($"the contents lack '{chapter.Title}'");
            }
        }
    }

    private static IEnumerable<EpubNavigationItem> Flat(IEnumerable<EpubNavigationItem> items) =>
        items.SelectMany(item => Flat(item.NestedItems).Prepend(item));

    private static IEnumerable<string> Texts(Article article) =>
        ContentWalker.Blocks(article).OfType<Paragraph>().Select(paragraph => paragraph.Content)
            .Concat(ContentWalker.Figures(article).SelectMany(figure => new[] { figure.Caption, figure.Credit }))
            // What is no plain text is written in other words: the reading of a ruby, the mark of a note, a formula.
            .Where(run => ContentWalker.Inlines(run).All(inline => inline is TextRun or Link or LineBreak or Span
                or Styled { Style: not TextStyle.Quote }))
            .Select(run => Bare(ContentText.Of(run)));

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
