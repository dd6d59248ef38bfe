using Spectre.Console;

namespace FeedBook.Sample.Reports;

/// <summary>A build's outcome for people: the book's chapters, its problems, and what became of each source.</summary>
internal sealed class TextReport(Terminal terminal, ReportForm form)
{
    // Of what goes to a file or a pipe.
    private const int LongestLine = 300;

    public void Write(Outcome outcome)
    {
        bool hasBook = outcome.Files.Count > 0;
        if (!form.IsQuiet)
        {
            if (hasBook)
            {
                WriteBook(outcome.Book!);
            }

            WriteProblems(outcome);
            WriteSources(outcome);
            foreach (WrittenFile file in outcome.Files)
            {
                WriteFile(outcome, file);
            }
        }
        else if (outcome.ExitCode != ExitCodes.NothingNew)
        {
            foreach (Diagnostic diagnostic in outcome.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error))
            {
                terminal.Complain(diagnostic.ToString());
            }
        }

        if (outcome.Message is { } message && (outcome.ExitCode != ExitCodes.NothingNew || !form.IsQuiet))
        {
            terminal.Complain(message);
        }
    }

    private void WriteBook(Book book)
    {
        string title = Fit(book.Metadata.Title, book.Metadata.Language.Length + 3);
        terminal.Tell(new Paragraph(title, Looks.Of(Look.Strong)).Append($" ({book.Metadata.Language})"));
        foreach (BookSection section in book.Sections)
        {
            terminal.Tell("  " + Fit(section.Title ?? "—", 2), Look.Strong);
            foreach (Chapter chapter in section.Chapters)
            {
                (int figures, int captions) = Count(chapter);
                string found = figures == 0 ? "" : $"  [{Counted.Of(figures, "figure")}, {Counted.Of(captions, "caption")}]";
                terminal.Tell(new Paragraph("    " + Fit(chapter.Title, 4 + found.Length)).Append(found, Looks.Of(Look.Faint)));
            }
        }
    }

    private void WriteProblems(Outcome outcome)
    {
        Diagnostic[] told = [.. form.IsVerbose ? outcome.Diagnostics : outcome.Problems];
        bool toOutput = outcome.Files.Count > 0;
        bool folded = false;
        Dictionary<string, Diagnostic[]> byId = told.GroupBy(each => each.Id).ToDictionary(group => group.Key, group => group.ToArray());
        foreach (Diagnostic diagnostic in told)
        {
            Diagnostic[] kind = byId[diagnostic.Id];
            bool folds = !form.IsVerbose && kind.Length > FoldedProblem.Most;
            if (folds && !ReferenceEquals(diagnostic, kind[0]))
            {
                continue;
            }

            folded |= folds;
            string line = "  " + Terminal.Clean(folds ? FoldedProblem.Line(kind) : diagnostic.ToString());
            Tell(line, toOutput, diagnostic.Severity switch
            {
                DiagnosticSeverity.Error => Look.Bad,
                DiagnosticSeverity.Warning => Look.Warn,
                _ => Look.Faint,
            });
        }

        if (folded)
        {
            Tell("  --verbose names each", toOutput, Look.Plain);
        }

        int notes = outcome.Diagnostics.Count - told.Length;
        if (notes > 0 && outcome.Files.Count > 0)
        {
            string kinds =
                string.Join(", ",
                outcome.Diagnostics.Except(told).GroupBy(each => each.Id).OrderBy(group => group.Key)
                .Select(group => group.Count() == 1 ? group.Key : $"{group.Key} ×{group.Count()}"));
            terminal.Tell($"  and {Counted.Of(notes, "smaller thing")} ({kinds}); --verbose tells them", Look.Faint);
        }
    }

    private void WriteSources(Outcome outcome)
    {
        if (outcome.Sources.Count == 0)
        {
            return;
        }

        Table table = terminal.Table("Source", "#Items", "#Chapters", "Problems");
        foreach (SourceResult source in outcome.Sources)
        {
            int problems = outcome.Problems.Count(each => each.Source == source.Name);
            bool failed = source.Failure is not null;
            Look look = failed ? Look.Bad : problems > 0 ? Look.Warn : Look.Plain;
            table.AddRow(
                Terminal.Cell(Shown(source.Name), look),
                Terminal.Cell(failed ? "–" : $"{source.Items}", look),
                Terminal.Cell(failed ? "–" : $"{source.Chapters}", look),
                Terminal.Cell(failed ? $"failed: {source.Failure}" : problems > 0 ? $"{problems}" : "", look));
        }

        if (outcome.Files.Count > 0)
        {
            terminal.Tell(table);
        }
        else
        {
            terminal.TellError(table);
        }
    }

    private void Tell(string line, bool toOutput, Look look)
    {
        if (toOutput)
        {
            terminal.Tell(line, look);
        }
        else
        {
            terminal.Error.WriteLine(line);
        }
    }

    private void WriteFile(Outcome outcome, WrittenFile file)
    {
        int chapters = outcome.Book!.Chapters.Count(), figures = outcome.Book.Chapters.Sum(chapter => Count(chapter).Figures);
        int problems = outcome.Problems.Count();
        terminal.Tell(new Paragraph(Shown(file.Path), Looks.Of(Look.Good)).Append($": {Counted.Of(chapters, "chapter")}, "
            + $"{Counted.Of(figures, "figure")}, {Counted.Of(problems, "problem")}, {file.Bytes:N0} bytes"));
    }

    // A title on one line, beside what else stands there. Feeds give titles no limit.
    private string Fit(string title, int beside) => Terminal.Cut(Terminal.Clean(title), Math.Min(terminal.Width, LongestLine) - beside);

    // A path below the current folder is shown from there.
    private string Shown(string name)
    {
        string relative = Path.IsPathRooted(name) ? Path.GetRelativePath(terminal.Folder, name) : name;
        return Terminal.Clean(relative.StartsWith("..", StringComparison.Ordinal) ? name : relative);
    }

    private static (int Figures, int Captions) Count(Chapter chapter)
    {
        Content.Figure[] figures = [.. Content.ContentWalker.Figures(chapter.Article)];
        return (figures.Length, figures.Count(figure => !figure.Caption.IsEmpty));
    }
}
