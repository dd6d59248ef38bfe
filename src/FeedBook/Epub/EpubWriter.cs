using System.Globalization;
using System.Text;
using FeedBook.Books;
using FeedBook.Media;
using FeedBook.Text;

namespace FeedBook.Epub;

/// <summary>
/// Writes a book as EPUB 3.3. The stream need not seek and is written asynchronously, a chapter at a time. The same book gives the same
/// bytes. Safe to share between threads.
/// </summary>
public sealed class EpubWriter : IBookWriter
{
    private readonly EpubOptions options;

    /// <summary>A writer.</summary>
    /// <param name="options">How; null for <see cref="EpubOptions.Standard"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public EpubWriter(EpubOptions? options = null)
    {
        this.options = options ?? EpubOptions.Standard;
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.MaxFileBytes, 16_384, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(this.options.MaxFileBytes, 10_000_000, nameof(options));
    }

    /// <inheritdoc/>
    public string FileExtension => ReadingSystemRules.For(options.ReadingSystem).FileExtension;

    /// <inheritdoc/>
    public string MediaType => "application/epub+zip";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Diagnostic>> WriteAsync(Book book, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(output);
        EpubContainer container = await EpubContainer.CreateAsync(output, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Diagnostic> diagnostics = await new Job(book, container, options).RunAsync(cancellationToken).ConfigureAwait(false);
        book.Written(diagnostics);
        return diagnostics;
    }

    /// <summary>The writing of one book. The order of everything is here.</summary>
    private sealed class Job
    {
        private readonly Book book;
        private readonly EpubContainer container;
        private readonly EpubOptions options;
        private readonly BookLabels labels;
        private readonly BookNames names;
        private readonly ReadingSystemRules rules;
        private readonly EpubImages images;
        private readonly List<Diagnostic> diagnostics = [];
        private readonly ChapterCuts cuts;
        private readonly List<NavigationEntry> contents = [];
        private readonly List<ListedFigure> figures = [];
        private int spine, written;

        public Job(Book book, EpubContainer container, EpubOptions options)
        {
            (this.book, this.container, this.options) = (book, container, options);
            labels = options.Labels ?? BookLabels.For(book.Metadata.Language);
            names = new BookNames(book);
            rules = ReadingSystemRules.For(options.ReadingSystem);
            images = new EpubImages(rules);
            cuts = new ChapterCuts(options, names);
        }

        public async Task<IReadOnlyList<Diagnostic>> RunAsync(CancellationToken cancellationToken)
        {
            book.Writing(0, null);
            await AddStyleSheetAsync(cancellationToken).ConfigureAwait(false);
            await AddCoverAsync(cancellationToken).ConfigureAwait(false);
            if (!names.IsOneItem)
            {
                await AddFileAsync("title", FrontPages.WriteTitlePage(book, names, rules), cancellationToken).ConfigureAwait(false);
            }

            // The navigation document stands here in the spine, but is written when all chapters are known. One item needs no page of
            // contents.
            int navigationOrder = spine++;
            await AddSectionsAsync(cancellationToken).ConfigureAwait(false);

            var navigation =
                new Navigation(contents, options.HasListOfFigures ? figures : [], HasCover: true, contents.Count > 0 ? contents[0].File
                : "title.xhtml") { HasPages = !names.IsOneItem };
            await container.AddTextAsync(
                new EpubResource("nav", "nav.xhtml", XhtmlFile.MediaType) { Properties = "nav", InSpine = !names.IsOneItem,
                    SpineOrder = navigationOrder },
                NavDocument.Write(navigation, book.Metadata, labels),
                cancellationToken).ConfigureAwait(false);
            if (options.IncludeNcx)
            {
                await container.AddTextAsync(new EpubResource("ncx", "toc.ncx", "application/x-dtbncx+xml"),
                    NcxDocument.Write(navigation, book.Metadata), cancellationToken).ConfigureAwait(false);
            }

            await container.FinishAsync(PackageDocument.Write(book, container.Resources, AccessibilityFacts.Of(book, container.Resources),
                rules), cancellationToken).ConfigureAwait(false);
            return [.. diagnostics, .. images.Diagnostics, .. rules.Check(book), .. rules.CheckSize(container.Length)];
        }

        private async Task AddStyleSheetAsync(CancellationToken cancellationToken)
        {
            using Stream builtIn = typeof(EpubWriter).Assembly.GetManifestResourceStream("book.css")!;
            using var reader = new StreamReader(builtIn);
            string css = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false) + options.ExtraStyleSheet;
            await container.AddTextAsync(new EpubResource("style", "style.css", "text/css"), Encoding.UTF8.GetBytes(css), cancellationToken)
                .ConfigureAwait(false);
        }

        private async Task AddCoverAsync(CancellationToken cancellationToken)
        {
            if (await PaintedCoverAsync(cancellationToken).ConfigureAwait(false) is { } painted && images.Admit(painted, null))
            {
                await AddFileAsync("cover", FrontPages.WriteCover(book, images.PathOf(painted), labels, isNamed: false, rules),
                    cancellationToken).ConfigureAwait(false);
                await AddImagesAsync("cover-image", cancellationToken).ConfigureAwait(false);
                return;
            }

            bool drawn = book.Cover is null || !images.Admit(book.Cover, null);
            string path = !drawn ? images.PathOf(book.Cover!) : rules.ShowsTextInSvg ? "images/cover.svg" : "images/cover.png";
            await AddFileAsync("cover",
                FrontPages.WriteCover(book, path, labels, !drawn && !book.IsCoverDesigned && !names.IsOneItem, rules), cancellationToken)
                .ConfigureAwait(false);
            if (!drawn)
            {
                await AddImagesAsync("cover-image", cancellationToken).ConfigureAwait(false);
                return;
            }

            (ReadOnlyMemory<byte> picture, string type) = rules.ShowsTextInSvg ? (FrontPages.DrawCover(book), "image/svg+xml")
                : (DrawnCover.Write(book.Metadata.Title, book.Metadata.Date), "image/png");
            await container.AddTextAsync(new EpubResource("cover-image", path, type) { Properties = "cover-image" }, picture,
                cancellationToken).ConfigureAwait(false);
        }

        // A cover that the caller chose says what he wants it to say.
        private async Task<StoredImage?> PaintedCoverAsync(CancellationToken cancellationToken)
        {
            if (options.CoverPainter is not { } painter || (book.Cover is not null && book.IsCoverDesigned))
            {
                return null;
            }

            var design = new CoverDesign
            {
                Title = ShortLabel.Of(book.Metadata.Title),
                Subtitle = book.Metadata.Subtitle,
                Date = FrontPages.DateOf(book.Metadata),
                Sections = [.. book.Sections.Select(section => section.Title).OfType<string>().Where(title => title != book.Metadata.Title)
                    .Select(title => ShortLabel.Of(title)).Distinct()],
                Language = book.Metadata.Language,
                Direction = book.Metadata.Direction,
                Picture = book.Cover,
            };
            try
            {
                return await painter.PaintAsync(design, cancellationToken).ConfigureAwait(false) is { } bytes
                    ? StoredImage.FromBytes(bytes) : null;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                diagnostics.Add(new Diagnostic(DiagnosticIds.CoverFailed, DiagnosticSeverity.Warning,
                    $"The cover could not be painted; it is the picture alone, or drawn: {exception.Message}"));
                return null;
            }
        }

        private async Task AddSectionsAsync(CancellationToken cancellationToken)
        {
            (Chapter Chapter, string File)[] files =
                [.. book.Chapters.Select((chapter, index) => (chapter, string.Create(CultureInfo.InvariantCulture, $"c{index + 1:0000}")))];
            LinkTargets? targets = !options.LinkChapters ? null
                : new LinkTargets(new ChapterLinks(book.Chapters),
                    files.ToDictionary(each => each.Chapter, each => each.File,
                    (IEqualityComparer<Chapter>)ReferenceEqualityComparer.Instance), cuts);
            bool sectionPages = book.Sections.Length > 1;
            int next = 0;
            for (int i = 0; i < book.Sections.Length; i++)
            {
                BookSection section = book.Sections[i];
                (Chapter Chapter, string File)[] own = files[next..(next + section.Chapters.Length)];
                next += own.Length;
                var entries = new List<NavigationEntry>();
                string? page = sectionPages && section.Title is not null ? string.Create(CultureInfo.InvariantCulture, $"s{i + 1:000}")
                    : null;
                if (page is not null)
                {
                    await AddFileAsync(page,
                        FrontPages.WriteSection(section, [.. own.Select(each => (each.Chapter, each.File + ".xhtml"))], book.Metadata,
                        names, rules), cancellationToken).ConfigureAwait(false);
                }

                foreach ((Chapter chapter, string file) in own)
                {
                    entries.Add(new NavigationEntry(chapter.Title, file + ".xhtml", chapter, []));
                    await AddChapterAsync(chapter, file, targets, cancellationToken).ConfigureAwait(false);
                    book.Writing(++written, chapter.Title);
                }

                if (page is null)
                {
                    contents.AddRange(entries);
                }
                else
                {
                    contents.Add(new NavigationEntry(section.Title!, page + ".xhtml", null, entries));
                }
            }
        }

        private async Task AddChapterAsync(Chapter chapter, string file, LinkTargets? targets, CancellationToken cancellationToken)
        {
            var parts = new List<(ReadOnlyMemory<byte> File, List<WrittenFigure> Figures, bool HasMathMl)>();
            ChapterPlan plan = cuts.Fit(chapter, file, (trial, part) =>
            {
                parts.RemoveRange(part, parts.Count - part);
                var found = new List<WrittenFigure>();
                var context =
                    new XhtmlContext(trial, part, targets, names, options.Labels ?? BookLabels.For(chapter.Language), images, rules);
                parts.Add((ChapterDocument.Write(trial, part, context, found), found, context.HasMathMl));
                return parts[part].File.Length;
            });
            cuts.Add(chapter, plan);

            if (parts.Count > 1)
            {
                diagnostics.Add(new Diagnostic(DiagnosticIds.ChapterSplit, DiagnosticSeverity.Info,
                    $"The chapter was cut into {parts.Count} files to stay below {options.MaxFileBytes} bytes each.") { Item =
                    chapter.Title });
            }

            for (int part = 0; part < parts.Count; part++)
            {
                string name = plan.FileOf(part);
                figures.AddRange(parts[part].Figures.Select(figure => new ListedFigure($"{name}#{figure.Id}", figure.Caption, chapter)));
                await AddFileAsync(name[..^".xhtml".Length], parts[part].File, cancellationToken, parts[part].HasMathMl
                    ? EpubResource.MathMl : null).ConfigureAwait(false);
            }

            await AddImagesAsync(null, cancellationToken).ConfigureAwait(false);
        }

        private Task AddFileAsync(string name, ReadOnlyMemory<byte> file, CancellationToken cancellationToken, string? properties = null)
        {
            var resource =
                new EpubResource(name, name + ".xhtml", XhtmlFile.MediaType) { Properties = properties, InSpine = true,
                SpineOrder = spine++ };
            return container.AddTextAsync(resource, file, cancellationToken);
        }

        private async Task AddImagesAsync(string? property, CancellationToken cancellationToken)
        {
            while (images.TryTake(out StoredImage? image))
            {
                await container.AddImageAsync(
                    new EpubResource(image!.Name, images.PathOf(image), EpubImages.MediaType(image.Kind)) { Properties = property }, image,
                        cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
