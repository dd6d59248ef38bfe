using FeedBook.Epub;
using FeedBook.Fetching;
using FeedBook.Imaging;
using FeedBook.FullText;
using FeedBook.Fonts.World;
using FeedBook.Fonts.Cjk;
using FeedBook.Fonts;
using FeedBook.Pdf;
using FeedBook.Sample.Delivery;
using FeedBook.Sample.Plans;
using FeedBook.Sample.Reports;

namespace FeedBook.Sample;

/// <summary>A plan in, one or more books out, and a report of what is in them.</summary>
internal sealed class BuildCommand(Terminal terminal, ReportForm form)
{
    public async Task<int> RunAsync(BookPlan plan, CancellationToken cancellationToken)
    {
        var outcome = new Outcome { IsForNews = plan.Since is not null };
        try
        {
            using DeliveredItems? delivered = plan.Since is { IsLast: true } ? await DeliveredAsync(plan, cancellationToken) : null;
            await ShownProgress.RunAsync(terminal, form.IsQuiet,
                progress => BuildAsync(plan, delivered, outcome, progress, cancellationToken));
            if (outcome.Failed.Count() is > 0 and int failed)
            {
                (outcome.ExitCode, outcome.Message) =
                    (ExitCodes.Partly, failed == 1 ? "A source failed; the book is made of the others."
                    : $"{failed} sources failed; the book is made of the others.");
            }
        }
        catch (FeedBookException exception)
        {
            outcome.Add(exception.Diagnostics);
            outcome.Add(exception.Sources);
            // Chapters without a book: it is not for want of news that there is none.
            bool nothingNew = plan.Since is not null && !outcome.Failed.Any() && outcome.Files.Count == 0
                && exception.Sources.All(source => source.Chapters == 0);
            (outcome.ExitCode, outcome.Message) = nothingNew
                ? (ExitCodes.NothingNew, "Nothing new; no book was written.")
                : (ExitCodes.NoBook, $"No book: {exception.Message}");
        }
        catch (DeliveryException exception)
        {
            (outcome.ExitCode, outcome.Message) = (outcome.Files.Count > 0 ? ExitCodes.Partly : ExitCodes.NoBook, exception.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            (outcome.ExitCode, outcome.Message) =
                (ExitCodes.Stopped, outcome.Files.Count == 0 ? "Stopped; nothing was written."
                : $"Stopped; only {outcome.Files[^1].Path} was written.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            (outcome.ExitCode, outcome.Message) = (outcome.Files.Count > 0 ? ExitCodes.Partly : ExitCodes.NoBook,
                $"The book could not be written: {exception.Message}");
        }

        try
        {
            Report(outcome);
        }
        catch (IOException exception)
        {
            // Nobody reads, or there is no room: the book is where it is all the same.
            terminal.Complain($"What there is to tell could not be written: {exception.Message}");
        }

        return outcome.ExitCode;
    }

    private async Task BuildAsync(BookPlan plan, DeliveredItems? delivered, Outcome outcome, IProgress<BookProgress>? progress,
        CancellationToken cancellationToken)
    {
        DateTimeOffset now = terminal.Clock.GetLocalNow();

        // Devices that take the same pictures share one book; several books share what was fetched.
        IGrouping<ImageOptions, Edition>[] books = [.. Edition.Of(plan, now).GroupBy(edition => edition.Images)];
        IResourceLoader network = Network.Loader(plan.Book(BookOptions.Default).Fetch);
        network = books.Length > 1 ? new OnceLoader(network) : network;
        using var owned = network as IDisposable;
        foreach (IGrouping<ImageOptions, Edition> editions in books)
        {
            BookBuilder builder = Builder(plan, editions.Key, network, delivered);
            await using Book book = await builder.BuildAsync(progress, cancellationToken);
            outcome.Book ??= book;
            outcome.Add(book.Diagnostics);
            outcome.Add(book.Sources);
            foreach (Edition edition in editions)
            {
                try
                {
                    outcome.Add(await SaveAsync(book, edition, cancellationToken));
                    outcome.Files.Add(new WrittenFile(edition.Path, edition.Writer.MediaType, edition.Device.Name,
                        new FileInfo(edition.Path).Length));
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FeedBookException)
                {
                    // The other files are made all the same.
                    outcome.NotWritten.Add(exception.Message);
                }
            }
        }

        if (outcome.NotWritten.Count > 0)
        {
            // Nothing is recorded: better twice in one file than never in another.
            throw new IOException(string.Join(' ', outcome.NotWritten));
        }

        // The books are in their places; a crash before this line delivers twice, never not at all.
        delivered?.Commit(now);
    }

    private static async Task<IReadOnlyList<Diagnostic>> SaveAsync(Book book, Edition edition, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(edition.Path)!);
            return await book.SaveAsync(edition.Writer, edition.Path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The system's message names the part beside the file, which nobody asked for.
            throw new IOException(Directory.Exists(edition.Path) ? $"{edition.Path} is a folder." : $"{edition.Path}: {exception.Message}",
                exception);
        }
    }

    private BookBuilder Builder(BookPlan plan, ImageOptions images, IResourceLoader network, DeliveredItems? delivered)
    {
        BookOptions options = plan.Book(BookOptions.Default) with { Images = images, Clock = terminal.Clock };
        if (!plan.IsSample)
        {
            options = options with { FullText = options.FullText with { Extractor = new ArticleExtractor() } };
        }

        if (images != ImageOptions.Original with { Include = images.Include })
        {
            options = options with { ImageProcessor = new VipsImageProcessor() };
        }

        var builder = new BookBuilder(network);
        builder.With(_ => options);
        foreach (PlannedSource source in plan.Sources)
        {
            FeedSourceOptions given = source.Change(plan.EverySource(FeedSourceOptions.Default));
            given = plan.Since?.Apply(given) ?? given;
            given = delivered is null ? given : given with { Filter = delivered.IsNew };
            _ = Directory.Exists(source.Place) ? builder.AddFolder(source.Place, given)
                : PlannedSource.AddressOf(source.Place) is { } address ? builder.AddFeed(address, given)
                : builder.AddFile(source.Place, given);
        }

        return builder;
    }

    // A method of its own: SQLite is loaded only where it is asked for.
    private Task<DeliveredItems> DeliveredAsync(BookPlan plan, CancellationToken cancellationToken) => DeliveredItems.OpenAsync(
        plan.State ?? StatePlace.For(plan.File),
        () => terminal.Error.WriteLine("Another run uses the file of delivered items; waiting for it."),
        cancellationToken);

    private void Report(Outcome outcome)
    {
        if (!form.IsJson)
        {
            new TextReport(terminal, form).Write(outcome);
            return;
        }

        terminal.Output.WriteLine(System.Text.Json.JsonSerializer.Serialize(JsonReport.Of(outcome), ReportJson.Readable.JsonReport));
        if (outcome.Message is { } message)
        {
            terminal.Complain(message);
        }
    }

    /// <summary>One file of a plan, with all that is settled about it.</summary>
    private sealed record Edition(string Path, Device Device, ImageOptions Images, IBookWriter Writer)
    {
        public static IReadOnlyList<Edition> Of(BookPlan plan, DateTimeOffset now)
        {
            IEnumerable<PlannedOutput> outputs = plan.Outputs.IsEmpty ? [new PlannedOutput(UsualName(plan))] : plan.Outputs;
            return [.. outputs.Select(output =>
            {
                Device device = output.Device ?? plan.Device ?? Devices.OfFile(output.Name) ?? Devices.Any;
                return new Edition(OutputName.Fill(output.Name, now), device, plan.Images(device.Images), WriterOf(output, device, plan));
            })];
        }

        private static string UsualName(BookPlan plan) =>
            System.IO.Path.GetFullPath((plan.IsSample ? "feedbook-sample" : "feedbook") + (plan.Device ?? Devices.Any).Extension,
                plan.Folder);

        private static IBookWriter WriterOf(PlannedOutput output, Device device, BookPlan plan) =>
            !output.Name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)
                // a Kobo goes by the name: another device's file under it would have no places to keep
                ? new EpubWriter((Devices.OfFile(output.Name)?.Epub ?? device.Epub) with
                {
                    // Where pictures are fitted libvips is at work already; in other books it would cost more than all the rest.
                    CoverPainter = plan.PaintsCover || device.Images != ImageOptions.Original
                        ? new CoverPainter(new VipsImageProcessor(), FontsOf(plan)) : null,
                })
            : new PdfWriter(Pages.Of(output.Page ?? plan.Page ?? device.Page) with
            {
                ImageProcessor = new VipsImageProcessor(),
                Fonts = FontsOf(plan),
            });

        private static FontSet[] FontsOf(BookPlan plan) =>
            plan.Fonts.IsEmpty ? [] : [FontSet.FromFiles(plan.Fonts), BundledFonts.All, CjkFonts.All, WorldFonts.All];
    }
}
