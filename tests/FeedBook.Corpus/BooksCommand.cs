using System.Diagnostics;
using System.Text.Json;
using FeedBook.Content;
using FeedBook.Fetching;
using FeedBook.Pdf;

namespace FeedBook.Corpus;

/// <summary>Makes a book of each feed in a folder, without a network; looks for every word in the printed ones if asked.</summary>
internal static class BooksCommand
{
    public static async Task<int> RunAsync(string folder, string output, IReadOnlyList<IBookWriter> writers, bool pictures, bool words)
    {
        Directory.CreateDirectory(output);
        int failed = 0;
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsCase)
            .Order(StringComparer.Ordinal))
        {
            string file = Path.GetRelativePath(folder, path);
            var clock = Stopwatch.StartNew();
            try
            {
                BookBuilder builder = new BookBuilder(pictures ? new MadePictures() : new NoPictures()).AddFile(path);
                await using Book book = await builder.BuildAsync();
                var outputs = new List<string>();
                var missing = new List<string>();
                int looked = 0;
                var diagnostics = new List<Diagnostic>(book.Diagnostics);
                foreach (IBookWriter writer in writers)
                {
                    string target = Path.Combine(output, file.Replace(Path.DirectorySeparatorChar, '_') + writer.FileExtension);
                    diagnostics.AddRange(await book.SaveAsync(writer, target));
                    outputs.Add(target);
                    if (words && writer is PdfWriter)
                    {
                        foreach ((Chapter chapter, string text) in await PrintedPages.ReadAsync(target, book))
                        {
                            (int count, IReadOnlyList<string> lost) = PrintedWords.Compare(chapter, text);
                            looked += count;
                            missing.AddRange(lost.Select(each => $"{chapter.Title}: {each}"));
                        }
                    }
                }

                Figure[] figures = [.. book.Chapters.SelectMany(chapter => ContentWalker.Figures(chapter.Article))];
                Print(new
                {
                    file,
                    outputs,
                    items = book.Chapters.Count(),
                    figures = figures.Length,
                    captions = figures.Count(figure => !figure.Caption.IsEmpty),
                    diagnostics = diagnostics.CountBy(each => each.Id).OrderBy(each => each.Key, StringComparer.Ordinal).ToDictionary(),
                    milliseconds = clock.ElapsedMilliseconds,
                    words = looked,
                    missing,
                });
                failed += missing.Count > 0 ? 1 : 0;
            }
            catch (FeedBookException exception)
            {
                Print(new { file, error = exception.Message, diagnostics = exception.Diagnostics.CountBy(each => each.Id).ToDictionary(),
                    milliseconds = clock.ElapsedMilliseconds });
            }
            catch (Exception exception)
            {
                failed++;
                Print(new { file, crash = exception.ToString(), milliseconds = clock.ElapsedMilliseconds });
            }
        }

        return failed == 0 ? 0 : 1;
    }

    private static bool IsCase(string path) =>
        Path.GetFileName(path) is not ("expected.json" or "dates.json") && Path.GetExtension(path) is not (".md" or ".py");

    private static void Print(object record) => Console.WriteLine(JsonSerializer.Serialize(record));

    private sealed class NoPictures : IResourceLoader
    {
        public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default) =>
            throw new ResourceException(ResourceFailure.Unavailable, "No pictures here.");
    }
}
