using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FeedBook.Sample.Reports;

/// <summary>A build's outcome for programs. Names, once published, stay.</summary>
internal sealed record JsonReport(
    int ExitCode, string? Message, string? Title, string? Language, IReadOnlyList<JsonReport.Output> Outputs,
    IReadOnlyList<JsonReport.Section> Sections, IReadOnlyList<JsonReport.Source> Sources, IReadOnlyList<JsonReport.Problem> Diagnostics)
{
    internal sealed record Output(string File, string MediaType, string Device, long Bytes);

    internal sealed record Section(string? Title, IReadOnlyList<ChapterOf> Chapters);

    internal sealed record ChapterOf(string Id, string Title, string? Address, DateTimeOffset? Published,
        IReadOnlyList<FoundFigure> Figures);

    internal sealed record Source(string Name, string? Section, int Items, int Chapters, int Problems, string? Failure);

    internal sealed record Problem(string Id, string Severity, string Message, string? Source, string? Item, string? Address)
    {
        public static Problem Of(Diagnostic diagnostic) =>
            new(diagnostic.Id, diagnostic.Severity.ToString().ToLowerInvariant(), diagnostic.Message, diagnostic.Source, diagnostic.Item,
                diagnostic.Address?.OriginalString);
    }

    public static JsonReport Of(Outcome outcome)
    {
        Book? book = outcome.Files.Count > 0 ? outcome.Book : null;
        return new(
            outcome.ExitCode,
            outcome.Message,
            book?.Metadata.Title,
            book?.Metadata.Language,
            [.. outcome.Files.Select(file => new Output(file.Path, file.MediaType, file.Device, file.Bytes))],
            [.. (book?.Sections ?? []).Select(section => new Section(section.Title, [.. section.Chapters.Select(chapter =>
                new ChapterOf(chapter.Id, chapter.Title, chapter.Address?.AbsoluteUri, chapter.Published,
                    FoundFigure.In(chapter.Article)))]))],
            [.. outcome.Sources.Select(source => new Source(source.Name, source.Section, source.Items, source.Chapters,
                outcome.Problems.Count(each => each.Source == source.Name), source.Failure))],
            [.. outcome.Diagnostics.Select(Problem.Of)]);
    }
}

/// <summary>What was found in one item or page, for programs.</summary>
internal sealed record FiguresReport(string? Title, string? Address, IReadOnlyList<FoundFigure> Figures,
    IReadOnlyList<JsonReport.Problem> Diagnostics);

/// <summary>How reports become JSON, made at compile time so that the app can be trimmed.</summary>
[JsonSerializable(typeof(JsonReport))]
[JsonSerializable(typeof(IReadOnlyList<FiguresReport>))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>With letters as they are: what is written is read by programs and people, never put into a page.</summary>
    public static ReportJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
