using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedBook.Corpus;

/// <summary>The text of a PDF as MuPDF reads it, chapter by chapter. The chapters are found by the bookmarks.</summary>
internal static partial class PrintedPages
{
    /// <summary>Each chapter's text, in the order of the book, without running heads and page numbers.</summary>
    /// <param name="path">The PDF: chapters begin on pages of their own.</param>
    /// <param name="book">The book that it was made of.</param>
    /// <exception cref="InvalidDataException">The bookmarks are not those of the book's chapters.</exception>
    public static async Task<IReadOnlyList<(Chapter Chapter, string Text)>> ReadAsync(string path, Book book)
    {
        string[] pages = (await RunAsync("draw", "-q", "-F", "txt", path)).Split('\f');
        string[] outline = (await RunAsync("show", path, "outline")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        (int Depth, int Page)[] marks = [.. outline.Select(line => Mark().Match(line)).Where(match => match.Success)
            .Select(match => (match.Groups[1].Length, int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) - 1))];
        var chapters = new List<(Chapter Chapter, int Page)>();
        int at = 0;
        foreach (BookSection section in book.Sections)
        {
            int depth = 1;
            if (section.Title is not null)
            {
                at++;
                depth++;
            }

            foreach (Chapter chapter in section.Chapters)
            {
                // Bookmarks deeper than the chapters' are headings.
                while (at < marks.Length && marks[at].Depth > depth)
                {
                    at++;
                }

                if (at == marks.Length || marks[at].Depth != depth)
                {
                    throw new InvalidDataException($"No bookmark for the chapter {chapter.Id} in {path}.");
                }

                chapters.Add((chapter, marks[at++].Page));
            }

            while (at < marks.Length && marks[at].Depth > 1)
            {
                at++;
            }
        }

        return [.. chapters.Select((each, i) => (each.Chapter, string.Join('\n', Enumerable.Range(each.Page, (i + 1 < chapters.Count ? chapters[i + 1].Page : pages.Length) - each.Page)
            .Select(page => WithoutFurniture(pages[page], (page - chapters[0].Page + 1).ToString(CultureInfo.InvariantCulture), page == each.Page ? [] : [each.Chapter.Title, book.Metadata.Title])))))];
    }

    // Head and number are drawn last: they stand at the end of a page's text. A chapter's first page has no head.
    private static string WithoutFurniture(string page, string number, string[] heads)
    {
        List<string> lines = [.. page.TrimEnd().Split('\n')];
        var left = new List<string>(heads);
        while (lines.Count > 0 && IsFurniture(lines[^1].Trim()))
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return string.Join('\n', lines);

        bool IsFurniture(string line)
        {
            if (line.Length > 0 && line == number)
            {
                number = "";
                return true;
            }

            return line.Length == 0 || left.RemoveAll(head => IsHead(line, head)) > 0 || (left.Count == 2 && IsHead(line, left[1] + left[0]));
        }
    }

    private static bool IsHead(string line, string title)
    {
        string head = Flat(line);
        int cut = head.IndexOf('…', StringComparison.Ordinal);
        string whole = Flat(title);
        return head == whole || (cut > 0 && whole.StartsWith(head[..cut], StringComparison.Ordinal));

        static string Flat(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo("mutool", arguments) { RedirectStandardOutput = true, RedirectStandardError = true } };
        process.Start();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidDataException($"mutool {arguments[0]}: {await errors}");
    }

    [GeneratedRegex(@"^[|+-]?(\t+)"".*""\t#page=(\d+)", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
