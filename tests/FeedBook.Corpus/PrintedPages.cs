using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedBook.Corpus;

/// <summary>The text of a PDF as MuPDF reads it, chapter by chapter. The chapters are found by the bookmarks.</summary>
internal static partial class PrintedPages
{
    /// <summary>Each chapter's text, in the order of the book, without running heads and page numbers.</summary>
    /// <param name="path">The PDF. Chapters begin on pages of their own, or one after another below their titles.</param>
    /// <param name="book">The book that it was made of.</param>
    /// <exception cref="InvalidDataException">The bookmarks are not those of the book's chapters.</exception>
    public static async Task<IReadOnlyList<(Chapter Chapter, string Text)>> ReadAsync(string path, Book book)
    {
        string[] pages = (await RunAsync("draw", "-q", "-F", "txt", path)).Split('\f');
        string[] outline = (await RunAsync("show", path, "outline")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        (int Depth, int Page)[] marks = [.. outline.Select(line => Mark().Match(line)).Where(match => match.Success)
            .Select(match => (match.Groups[1].Length, int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) - 1))];
        List<(Chapter Chapter, int Page)> chapters = Chapters(path, book, marks);
        if (chapters.Count == 0)
        {
            return [];
        }

        int first = chapters[0].Page, next = 0;
        Chapter? open = null;
        string[] texts = new string[pages.Length];
        var starts = new int[pages.Length + 1];
        for (int page = first; page < pages.Length; page++)
        {
            int begun = next;
            while (next < chapters.Count && chapters[next].Page == page)
            {
                next++;
            }

            string[] heads = chapters.Count == 1 ? [] : open is null ? [book.Metadata.Title] : [open.Title, book.Metadata.Title];
            open = next - begun > 1 ? null : next > begun ? chapters[begun].Chapter : open;
            texts[page] = WithoutFurniture(pages[page], (page - first + 1).ToString(CultureInfo.InvariantCulture), heads);
            starts[page + 1] = starts[page] + texts[page].Length + 1;
        }

        string all = string.Join('\n', texts[first..]);
        // Where several chapters share a page, each gets the text from its title, at the latest, to the page's end: too much hides little,
        // too little would be a false alarm.
        var places = new List<(int Start, int End)>();
        for (int i = 0, from = 0; i < chapters.Count; i++)
        {
            int page = chapters[i].Page;
            from = Find(all, chapters[i].Chapter.Title, Math.Max(from, starts[page]));
            places.Add((from >= starts[page + 1] ? starts[page] : from, i + 1 == chapters.Count ? all.Length
                : Math.Min(all.Length, starts[chapters[i + 1].Page + 1])));
            from = places[i].Start + 1;
        }

        return [.. chapters.Select((each, i) => (each.Chapter, all[places[i].Start..places[i].End]))];
    }

    private static List<(Chapter Chapter, int Page)> Chapters(string path, Book book, (int Depth, int Page)[] marks)
    {
        var chapters = new List<(Chapter Chapter, int Page)>();
        int at = 0;
        // A book's only section has no bookmark where the book is named after it.
        bool isFlat = book.Sections.Length == 1 && marks.Count(mark => mark.Depth == 1) == book.Chapters.Count();
        foreach (BookSection section in book.Sections)
        {
            int depth = 1;
            if (section.Title is not null && !isFlat)
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

        return chapters;
    }

    // Where a title begins, however its lines are broken and whatever hyphens they end in; where the search begins when it is not found.
    private static int Find(string text, string title, int from)
    {
        string wanted = Letters(title);
        for (int start = from; start < text.Length && wanted.Length > 0; start++)
        {
            int at = 0;
            for (int i = start; i < text.Length && at < wanted.Length; i++)
            {
                if (!IsLetter(text[i]))
                {
                    continue;
                }

                if (text[i] != wanted[at])
                {
                    break;
                }

                at++;
            }

            if (at == wanted.Length && IsLetter(text[start]))
            {
                // Signs before the first letter are the title's too.
                while (start > 0 && text[start - 1] != '\n')
                {
                    start--;
                }

                return start;
            }
        }

        return Math.Min(from, text.Length);

        static bool IsLetter(char c) => char.IsLetterOrDigit(c);
        static string Letters(string line) => string.Concat(line.Normalize(System.Text.NormalizationForm.FormC).Where(IsLetter));
    }

    // Head and number are drawn last: they stand at the end of a page's text. A chapter's first page has no head.
    private static string WithoutFurniture(string page, string number, string[] heads)
    {
        List<string> lines = [.. page.TrimEnd().Split('\n')];
        var left = new List<string>(heads);
        while (lines.Count > 1 && IsFurniture(lines[^1].Trim()))
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

            return line.Length == 0 || left.RemoveAll(head => IsHead(line, head)) > 0
                || (left.Count == 2 && IsHead(line, left[1] + left[0]));
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
        using var process =
            new Process { StartInfo = new ProcessStartInfo("mutool", arguments) { RedirectStandardOutput = true,
            RedirectStandardError = true } };
        process.Start();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidDataException($"mutool {arguments[0]}: {await errors}");
    }

    [GeneratedRegex(@"^[|+-]?(\t+)"".*""\t#page=(\d+)", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
