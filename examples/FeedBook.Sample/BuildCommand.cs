using FeedBook.Content;

namespace FeedBook.Sample;

/// <summary>Sources in, a book out, and a report of what is in it.</summary>
internal sealed class BuildCommand(TextWriter output, TextWriter errors)
{
    public async Task<int> RunAsync(IReadOnlyList<string> sources, string path, Func<BookOptions, BookOptions> change, FeedSourceOptions source, CancellationToken cancellationToken)
    {
        try
        {
            BookBuilder builder = sources.Count == 0 ? BundledSample.Builder() : Add(new BookBuilder(), sources, source);
            using var progress = new ConsoleProgress(errors);
            await using Book book = await builder.With(change).BuildAsync(progress, cancellationToken);
            IReadOnlyList<Diagnostic> written = await book.SaveAsync(BookFormats.Find(path)!, path, cancellationToken);
            progress.Dispose();
            Report(book, written, path);
            return 0;
        }
        catch (FeedBookException exception)
        {
            foreach (Diagnostic diagnostic in exception.Diagnostics)
            {
                await errors.WriteLineAsync($"  {diagnostic}");
            }

            await errors.WriteLineAsync($"No book: {exception.Message}");
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Stopped; nothing was written.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"The book could not be written to {path}: {exception.Message}");
        }

        return 1;
    }

    private static BookBuilder Add(BookBuilder builder, IReadOnlyList<string> sources, FeedSourceOptions options)
    {
        foreach (string source in sources)
        {
            _ = Directory.Exists(source) ? builder.AddFolder(source, options)
                : !File.Exists(source) && Uri.TryCreate(source, UriKind.Absolute, out Uri? address) && !address.IsFile ? builder.AddFeed(address, options)
                : builder.AddFile(source, options);
        }

        return builder;
    }

    private void Report(Book book, IReadOnlyList<Diagnostic> written, string path)
    {
        output.WriteLine($"{book.Metadata.Title} ({book.Metadata.Language})");
        foreach (BookSection section in book.Sections)
        {
            output.WriteLine($"  {section.Title ?? "—"}");
            foreach (Chapter chapter in section.Chapters)
            {
                Figure[] figures = [.. ContentWalker.Figures(chapter.Article)];
                int captions = figures.Count(figure => !figure.Caption.IsEmpty);
                output.WriteLine($"    {chapter.Title}{(figures.Length == 0 ? "" : $"  [{figures.Length} figures, {captions} captions]")}");
            }
        }

        Diagnostic[] problems = [.. book.Diagnostics, .. written];
        foreach (Diagnostic diagnostic in problems)
        {
            output.WriteLine($"  {diagnostic}");
        }

        int chapters = book.Chapters.Count(), all = book.Chapters.Sum(chapter => ContentWalker.Figures(chapter.Article).Count());
        output.WriteLine($"{path}: {chapters} chapters, {all} figures, {problems.Count(each => each.Severity != DiagnosticSeverity.Info)} problems, {new FileInfo(path).Length:N0} bytes");
    }
}
