using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using FeedBook.Sample.Plans;
using FeedBook.Sample.Reports;

namespace FeedBook.Sample;

/// <summary>The arguments of build. What they say wins over feedbook.json.</summary>
internal sealed class BuildArguments
{
    public const string Examples = """
        Examples:
          FeedBook.Sample                                            feedbook.json of this folder, else the bundled sample
          FeedBook.Sample https://example.org/feed.xml -o news.epub
          FeedBook.Sample build subscriptions.opml --max-items 5 --since 7d --device kobo
          FeedBook.Sample build --config daily.json --since last     only what no run before has delivered
          FeedBook.Sample build feed.xml -o "news-{date:yyyy-MM-dd}.epub" -o news.pdf --page booklet
          FeedBook.Sample build feed.xml --caption ".photo-text" --credit ".photo-by"
          FeedBook.Sample build --json --quiet > report.json

        """;

    private readonly Terminal terminal;
    private readonly Argument<string[]> sources =
        new("source") { Description = "Addresses, files, folders of archived items, subscription lists (OPML).",
        Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> outputs =
        new("--output",
        "-o") { Description = "The book's file; .epub or .pdf tells the format. {date:yyyy-MM-dd} stands for the day. May be repeated.",
        HelpName = "file" };
    private readonly Option<string?> config =
        new("--config", "-c") { Description = "The plan file. Default: feedbook.json, where it is in this folder and no source is named.",
        HelpName = "file" };
    private readonly Option<string?> title = new("--title") { Description = "The book's title.", HelpName = "text" };
    private readonly Option<string?> language =
        new("--language") { Description = "The book's language, as in en or zh-Hant.", HelpName = "tag" };
    private readonly Option<string?> device =
        new("--device") { Description = "What the book is made for: pictures, file and page are fitted to it.",
        HelpName = string.Join('|', Devices.All.Select(each => each.Name)) };
    private readonly Option<string?> page = new("--page") { Description = "The page of a PDF.", HelpName = string.Join('|', Pages.Names) };
    private readonly Option<string[]> fonts =
        new("--font") {
        Description =
        "A font file (.ttf, .otf, .ttc) for a PDF's text, before the bundled fonts. May be repeated: bold and italic faces are found by "
        + "their names.", HelpName = "file" };
    private readonly Option<string?> since =
        new("--since") {
        Description =
        "Only newer items: 'last' (not seen by a run before), an age (12h, 7d, 2w) or a date (2026-11-01); 'all' where feedbook.json "
        + "says otherwise.", HelpName = "when" };
    private readonly Option<string?> state =
        new("--state") {
        Description = "The file of what was delivered, for --since last. Default: beside feedbook.json, else in the user's state folder.",
        HelpName = "file" };
    private readonly Option<string?> most =
        new("--max-items") { Description = "The most items taken from each source, newest first.", HelpName = "n" };
    private readonly Option<string?> mostSources =
        new("--max-sources") { Description = "The most sources that subscription lists and pages may name. Default 1000.", HelpName = "n" };
    private readonly Option<string?> order =
        new("--order") { Description = "The order of the chapters.", HelpName = string.Join('|', Words.Orders.Keys) };
    private readonly Option<string?> text =
        new("--text") { Description = "Which of an item's texts is read.", HelpName = string.Join('|', Words.Texts.Keys) };
    private readonly Option<bool> noPictures = new("--no-pictures") { Description = "Leave pictures out; their captions stay." };
    private readonly Option<string[]> headers =
        new("--header") { Description = "A request header for the sources' own hosts, 'Name: value'. May be repeated.",
        HelpName = "header" };
    private readonly Option<string?> cache =
        new("--cache") { Description = "A folder that keeps what was fetched for the next run.", HelpName = "folder" };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Only errors." };
    private readonly Option<bool> json =
        new("--json") { Description = "One report as JSON on standard output; everything else goes to standard error." };
    private readonly Option<string?> charset =
        new("--charset") { Description = "The encoding of the sources' bytes (gbk, windows-1251), where they tell it wrongly.",
        HelpName = "name" };
    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Tell the smaller things too." };

    public BuildArguments(Terminal terminal)
    {
        this.terminal = terminal;
        outputs.Validators.Add(result => Check(result, OutputName.Mistake));
        device.Validators.Add(result => Check(result, value => Devices.Find(value) is null
            ? Unknown("--device", value, Devices.All.Select(each => each.Name)) : null));
        page.Validators.Add(result => Check(result, value => Pages.Find(value) is null ? Unknown("--page", value, Pages.Names) : null));
        fonts.Validators.Add(result => Check(result, value => File.Exists(Path.GetFullPath(value, terminal.Folder)) ? null
            : $"--font '{value}' is not there."));
        since.Validators.Add(result => Check(result, value => value != Since.All && Since.Parse(value, terminal.Clock) is null
            ? $"--since '{value}' is not understood: {Since.Form}." : null));
        language.Validators.Add(result => Check(result, value => Words.IsLanguage(value) ? null
            : $"--language '{value}' is no language tag: write it as in en, pt-BR or zh-Hant."));
        most.Validators.Add(result => Check(result, value => NumberMistake("--max-items", value)));
        mostSources.Validators.Add(result => Check(result, value => NumberMistake("--max-sources", value)));
        order.Validators.Add(result => Check(result, value => Words.Orders.ContainsKey(value) ? null
            : Unknown("--order", value, Words.Orders.Keys)));
        text.Validators.Add(result => Check(result, value => Words.Texts.ContainsKey(value) ? null
            : Unknown("--text", value, Words.Texts.Keys)));
        headers.Validators.Add(result => Check(result, value => HeadersOf([value]) is null
            ? $"--header '{value}' is none: write 'Name: value'." : null));
        sources.Validators.Add(result => Check(result, value => SourceMistake(value, terminal) ?? CommandMistake(value, terminal)));
    }

    public void AddTo(Command command)
    {
        command.Add(sources);
        foreach (Option option in (Option[])[outputs, config, title, language, device, page, fonts, since, state, most, mostSources, order,
            text, charset, noPictures, .. Reading.All, Reading.FullText, headers, Reading.AllowedHosts, cache, quiet, json, verbose])
        {
            command.Add(option);
        }

        command.SetAction(RunAsync);
    }

    public ReadingArguments Reading { get; } = new();

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        BookPlan plan;
        try
        {
            plan = Override(Start(arguments), arguments);
        }
        catch (PlanException exception)
        {
            foreach (string mistake in exception.Mistakes)
            {
                terminal.Complain(mistake);
            }

            return ExitCodes.Wrong;
        }

        if (plan.Outputs.GroupBy(output => output.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            terminal.Complain($"{twice.Key} would be written twice.");
            return ExitCodes.Wrong;
        }

        var form = new ReportForm(arguments.GetValue(quiet), arguments.GetValue(json), arguments.GetValue(verbose));
        return await new BuildCommand(terminal, form).RunAsync(plan, cancellationToken);
    }

    // What the arguments change: the plan file, the sources they name, or the sample.
    private BookPlan Start(ParseResult arguments)
    {
        string[] given = arguments.GetValue(sources) ?? [];
        string? file = arguments.GetValue(config) is { } named ? Path.GetFullPath(named, terminal.Folder) : null;
        string usual = Path.Combine(terminal.Folder, PlanFile.UsualName);
        if (file is null && given.Length == 0 && File.Exists(usual))
        {
            file = usual;
            if (!arguments.GetValue(quiet))
            {
                terminal.Error.WriteLine($"As {usual} says.");
            }
        }

        BookPlan plan = file is not null ? PlanFile.Read(file, terminal.Clock) : given.Length == 0 ? BundledSample.Plan : new BookPlan();
        return file is not null ? plan : plan with { Folder = terminal.Folder };
    }

    private BookPlan Override(BookPlan plan, ParseResult arguments)
    {
        string[] given = arguments.GetValue(sources) ?? [], files = arguments.GetValue(outputs) ?? [];
        if (given.Length > 0)
        {
            plan = plan with { IsSample = false,
                Sources =
                [.. given.Select(place => new PlannedSource(PlannedSource.AddressOf(place) is null
                ? PlannedSource.FileOf(place, terminal.Folder).LocalPath : place))] };
        }

        if (files.Length > 0)
        {
            plan = plan with { Outputs = [.. files.Select(file => new PlannedOutput(Path.GetFullPath(file, terminal.Folder)))] };
        }

        if (arguments.GetValue(device) is { } deviceName)
        {
            plan = plan with { Device = Devices.Find(deviceName),
                Outputs = [.. plan.Outputs.Select(output => output with { Device = null })] };
        }

        if (arguments.GetValue(page) is { } pageName)
        {
            plan = plan with { Page = Pages.Find(pageName), Outputs = [.. plan.Outputs.Select(output => output with { Page = null })] };
        }

        BookPlan before = plan;
        return plan with
        {
            Sources = [.. plan.Sources.Select(source => source with { Change = options => Override(source.Change(options), arguments) })],
            Book = options => Override(before.Book(options), arguments),
            Images = options => arguments.GetValue(noPictures) ? before.Images(options) with { Include = false } : before.Images(options),
            Fonts = arguments.GetValue(fonts) is { Length: > 0 } faces
                ? [.. faces.Select(file => Path.GetFullPath(file, terminal.Folder))] : plan.Fonts,
            Since = arguments.GetValue(since) is { } when ? (when == Since.All ? null : Since.Parse(when, terminal.Clock)) : plan.Since,
            State = arguments.GetValue(state) is { } file ? Path.GetFullPath(file, terminal.Folder) : plan.State,
        };
    }

    private BookOptions Override(BookOptions options, ParseResult arguments) => options with
    {
        Title = arguments.GetValue(title) ?? options.Title,
        Language = arguments.GetValue(language) ?? options.Language,
        Order = arguments.GetValue(order) is { } word ? Words.Orders[word] : options.Order,
        MaxSources = arguments.GetValue(mostSources) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : options.MaxSources,
        Fetch = Reading.Change(options.Fetch, arguments) with { CacheDirectory = arguments.GetValue(cache) is { } folder
            ? Path.GetFullPath(folder, terminal.Folder) : options.Fetch.CacheDirectory },
    };

    private FeedSourceOptions Override(FeedSourceOptions options, ParseResult arguments) => Reading.Change(options, arguments) with
    {
        MaxItems = arguments.GetValue(most) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : options.MaxItems,
        Order = arguments.GetValue(order) is null ? options.Order : null,
        Charset = arguments.GetValue(charset) ?? options.Charset,
        Text = arguments.GetValue(text) is { } word ? Words.Texts[word] : options.Text,
        Headers = options.Headers.SetItems(HeadersOf(arguments.GetValue(headers) ?? []) ?? []),
    };

    private static Dictionary<string, string>? HeadersOf(IEnumerable<string> lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        return lines.All(line => line.Split(':', 2) is [var name, var value] && Words.TryAddHeader(headers, name.Trim(), value)) ? headers
            : null;
    }

    /// <summary>What is wrong with a source; null when nothing is. Whether it can be read is found out later.</summary>
    internal static string? SourceMistake(string value, Terminal terminal) =>
        string.IsNullOrWhiteSpace(value) || (value.StartsWith('-') && !File.Exists(Path.GetFullPath(value, terminal.Folder)))
            ? $"'{value}' is neither a source nor an option."
            : Path.GetFileName(value) == PlanFile.UsualName && File.Exists(Path.GetFullPath(value, terminal.Folder))
                ? $"'{value}' is a plan, not a source; write: --config {value}" : null;

    // 'inspekt feed.xml' asks for no file of that name.
    private static string? CommandMistake(string value, Terminal terminal) =>
        value.All(char.IsAsciiLetter) && Nearest.Find(value, App.Commands) is { } command
            && !Path.Exists(Path.GetFullPath(value, terminal.Folder))
            ? $"'{value}' is neither a command nor a file; did you mean '{command}'?" : null;

    private static string? NumberMistake(string option, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= Words.MostItems ? null
            : $"{option} '{value}' is none: a whole number from 1 to {Words.MostItems}.";

    private static string Unknown(string option, string value, IEnumerable<string> known) =>
        $"{option} '{value}' is not known{(Nearest.Find(value, known) is { } near ? $"; did you mean '{near}'?" : ".")} Known: "
            + $"{string.Join(", ", known)}.";

    private static void Check(SymbolResult result, Func<string, string?> mistakeOf)
    {
        foreach (string mistake in result.Tokens.Select(token => mistakeOf(token.Value)).OfType<string>())
        {
            result.AddError(mistake);
        }
    }
}
