using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace FeedBook.Sample.Plans;

/// <summary>feedbook.json → <see cref="BookPlan"/>. Every mistake is named with its line, not only the first.</summary>
internal sealed class PlanFile
{
    /// <summary>The name that is looked for in the current folder.</summary>
    public const string UsualName = "feedbook.json";

    private readonly string path;
    private readonly string folder;
    private readonly TimeProvider clock;
    private readonly PlanMistakes mistakes;
    private BookPlan plan;

    private PlanFile(string path, TimeProvider clock)
    {
        this.path = path;
        this.clock = clock;
        folder = Path.GetDirectoryName(path)!;
        mistakes = new PlanMistakes(path);
        plan = new BookPlan { File = path, Folder = folder };
    }

    /// <summary>Reads a plan.</summary>
    /// <param name="path">The file, absolute. Relative paths in it start from its folder.</param>
    /// <param name="clock">For ages and dates.</param>
    /// <exception cref="PlanException">It cannot be read, or there are mistakes in it.</exception>
    public static BookPlan Read(string path, TimeProvider clock)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PlanException([$"{path} cannot be read: {exception.Message}"]);
        }

        return new PlanFile(path, clock).Read(bytes);
    }

    private BookPlan Read(byte[] bytes)
    {
        try
        {
            Read(LocatedJson.Parse(bytes));
        }
        catch (JsonException exception)
        {
            string message = exception.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
            throw new PlanException([$"{path}:{(exception.LineNumber ?? 0) + 1}: this is not JSON: {message}"]);
        }
        catch (InvalidOperationException exception)
        {
            throw new PlanException([$"{path}: a text in it cannot be read: {exception.Message}"]);
        }

        return mistakes.All.Count == 0 ? plan : throw new PlanException(mistakes.All);
    }

    private void Read(LocatedJson root)
    {
        var keys = new Dictionary<string, Action<LocatedJson>>(StringComparer.Ordinal)
        {
            ["title"] = value => Book(mistakes.Text(value), (o, text) => o with { Title = text }),
            ["subtitle"] = value => Book(mistakes.Text(value), (o, text) => o with { Subtitle = text }),
            ["authors"] = value => Book(mistakes.Texts(value), (o, texts) => o with { Authors = [.. texts] }),
            ["language"] = value => Book(LanguageOf(value), (o, text) => o with { Language = text }),
            ["publisher"] = value => Book(mistakes.Text(value), (o, text) => o with { Publisher = text }),
            ["description"] = value => Book(mistakes.Text(value), (o, text) => o with { Description = text }),
            ["cover"] = value => Book(CoverOf(mistakes.Text(value)), (o, cover) => o with { Cover = cover }),
            ["order"] = value => Book(mistakes.OneOf(value, Words.Orders), (o, order) => o with { Order = order!.Value }),
            ["maxSources"] = value =>
                Book(mistakes.Number(value, 1, Words.MostItems), (o, number) => o with { MaxSources = number!.Value }),
            ["foldDuplicates"] = value => Book(mistakes.Flag(value), (o, flag) => o with { FoldDuplicates = flag!.Value }),
            ["numberFigures"] = value =>
                Book(mistakes.Flag(value), (o, flag) => o with { Figures = o.Figures with { NumberFigures = flag!.Value } }),
            ["images"] = Images,
            ["device"] = value => plan = plan with { Device = DeviceOf(value) },
            ["page"] = value => plan = plan with { Page = PageOf(value) },
            ["font"] = value => plan = plan with { Fonts = [.. Many(value, FontOf)] },
            ["output"] = value => plan = plan with { Outputs = [.. Many(value, Output)] },
            ["since"] = value => plan = plan with { Since = SinceOf(value, last: true) },
            ["state"] = value => plan = plan with { State = PathOf(mistakes.Text(value)) },
            ["cache"] = value =>
                Book(PathOf(mistakes.Text(value)), (o, place) => o with { Fetch = o.Fetch with { CacheDirectory = place } }),
            ["userAgent"] = value => Book(mistakes.Text(value), (o, text) => o with { Fetch = o.Fetch with { UserAgent = text } }),
            ["allowedHosts"] = value =>
                Book(mistakes.Texts(value), (o, texts) => o with { Fetch = o.Fetch with { AllowedHosts = [.. texts] } }),
            ["sources"] = value => plan = plan with { Sources = [.. Many(value, Source)] },
        };
        foreach (
            (string name, Action<LocatedJson> read) in SourceKeys(change =>
            plan = plan with { EverySource = Then(plan.EverySource, change) }))
        {
            keys.TryAdd(name, read);
        }

        keys.Remove("section");
        mistakes.Members(root, keys);
        if (root.Kind == JsonValueKind.Object && plan.Sources.IsEmpty && mistakes.All.Count == 0)
        {
            mistakes.Add(root, "there are no sources: add \"sources\": [ … ] with addresses, files or folders.");
        }
    }

    // What a source may say of itself, and the whole book for all of them.
    private Dictionary<string, Action<LocatedJson>> SourceKeys(Action<Func<FeedSourceOptions, FeedSourceOptions>> add)
    {
        return new(StringComparer.Ordinal)
        {
            ["section"] = value => Change(mistakes.Text(value), (o, text) => o with { Section = text }),
            ["maxItems"] = value => Change(mistakes.Number(value, 1, Words.MostItems), (o, number) => o with { MaxItems = number }),
            ["oldest"] = value => Change(SinceOf(value, last: false), (o, since) => since.Apply(o)),
            ["order"] = value => Change(mistakes.OneOf(value, Words.Orders), (o, order) => o with { Order = order }),
            ["text"] = value => Change(mistakes.OneOf(value, Words.Texts), (o, text) => o with { Text = text!.Value }),
            ["charset"] = value => Change(mistakes.Text(value), (o, text) => o with { Charset = text }),
            ["keep"] = value => Change(mistakes.Selectors(value), (o, texts) => o with { Keep = [.. texts] }),
            ["remove"] = value => Change(mistakes.Selectors(value), (o, texts) => o with { Remove = [.. texts] }),
            ["captions"] = value =>
                Change(mistakes.Selectors(value), (o, texts) => o with { Figures = FiguresOf(o) with { CaptionSelectors = [.. texts] } }),
            ["credits"] = value =>
                Change(mistakes.Selectors(value), (o, texts) => o with { Figures = FiguresOf(o) with { CreditSelectors = [.. texts] } }),
            ["titleAsCaption"] = value =>
                Change(mistakes.Flag(value), (o, flag) => o with { Figures = FiguresOf(o) with { UseTitleAsCaption = flag!.Value } }),
            ["keepUncaptioned"] = value =>
                Change(mistakes.Flag(value), (o, flag) => o with { Figures = FiguresOf(o) with { KeepUncaptioned = flag!.Value } }),
            ["fullText"] = value => Change(mistakes.OneOf(value, Words.FullTexts), (o, choice) => o with { FullText = choice!.Value }),
            ["headers"] = value => Change(Headers(value), (o, headers) => o with { Headers = o.Headers.SetItems(headers) }),
        };

        void Change<T>(T? value, Func<FeedSourceOptions, T, FeedSourceOptions> change)
        {
            if (value is not null)
            {
                add(options => change(options, value));
            }
        }
    }

    private FigureOptions FiguresOf(FeedSourceOptions source) => source.Figures ?? plan.Book(BookOptions.Default).Figures;

    private PlannedSource? Source(LocatedJson value)
    {
        Func<FeedSourceOptions, FeedSourceOptions> change = options => options;
        string? place = null;
        if (value.Kind == JsonValueKind.String)
        {
            place = mistakes.Text(value);
        }
        else
        {
            Dictionary<string, Action<LocatedJson>> keys = SourceKeys(next => change = Then(change, next));
            keys["source"] = given => place = mistakes.Text(given);
            if (mistakes.Members(value, keys) && place is null)
            {
                mistakes.Add(value, "\"source\" is missing: the address, file or folder.");
            }
        }

        return place is null ? null
            : new PlannedSource(PlannedSource.AddressOf(place) is null ? PlannedSource.FileOf(place, folder).LocalPath
            : place) { Change = change };
    }

    private PlannedOutput? Output(LocatedJson value)
    {
        Device? device = null;
        string? page = null;
        LocatedJson? file = value.Kind == JsonValueKind.String ? value
            : value.Members.FirstOrDefault(member => member.Name == "file").Value;
        if (file != value && mistakes.Members(value, new(StringComparer.Ordinal)
        {
            ["file"] = _ => { },
            ["device"] = given => device = DeviceOf(given),
            ["page"] = given => page = PageOf(given),
        }) && file is null)
        {
            mistakes.Add(value, "\"file\" is missing: the name of the book's file.");
        }

        if (file is null || mistakes.Text(file) is not { } name)
        {
            return null;
        }

        if (OutputName.Mistake(name) is { } mistake)
        {
            mistakes.Add(file, mistake);
        }

        return new PlannedOutput(PathOf(name)!) { Device = device, Page = page };
    }

    private void Images(LocatedJson value)
    {
        Func<ImageOptions, ImageOptions> change = options => options;
        if (value.Kind is JsonValueKind.True or JsonValueKind.False)
        {
            change = options => options with { Include = value.Kind == JsonValueKind.True };
        }
        else
        {
            mistakes.Members(value, new(StringComparer.Ordinal)
            {
                ["maxWidth"] = given => Change(mistakes.Number(given, 16, 20_000), (o, number) => o with { MaxWidth = number }),
                ["maxHeight"] = given => Change(mistakes.Number(given, 16, 20_000), (o, number) => o with { MaxHeight = number }),
                ["greyscale"] = given => Change(mistakes.Flag(given), (o, flag) => o with { Greyscale = flag!.Value }),
                ["quality"] = given => Change(mistakes.Number(given, 1, 100), (o, number) => o with { Quality = number!.Value }),
                ["maxBookMegabytes"] = given =>
                    Change(mistakes.Number(given, 1, 10_000), (o, number) => o with { MaxBookBytes = number!.Value * 1_000_000L }),
            });
        }

        plan = plan with { Images = change };

        void Change<T>(T? given, Func<ImageOptions, T, ImageOptions> next)
        {
            if (given is not null)
            {
                Func<ImageOptions, ImageOptions> before = change;
                change = options => next(before(options), given);
            }
        }
    }

    private Dictionary<string, string>? Headers(LocatedJson value)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (value.Kind != JsonValueKind.Object)
        {
            mistakes.Add(value, "must be an object of header names and values.");
            return null;
        }

        foreach ((string name, LocatedJson given) in value.Members)
        {
            if (mistakes.Text(given) is { } text && !Words.TryAddHeader(headers, name, text))
            {
                mistakes.Add(given, $"'{name}' is no header's name, or its value is not on one line.");
            }
        }

        return headers;
    }

    private Device? DeviceOf(LocatedJson value) => mistakes.Text(value) is { } name
        ? Devices.Find(name) ?? mistakes.Add<Device>(value, name, Devices.All.Select(device => device.Name))
        : null;

    private string? PageOf(LocatedJson value) => mistakes.Text(value) is { } name
        ? Pages.Find(name) ?? mistakes.Add<string>(value, name, Pages.Names)
        : null;

    // Fonts are read only when a PDF is written: a name that is wrong is better told before anything is fetched.
    private string? FontOf(LocatedJson value)
    {
        string? file = PathOf(mistakes.Text(value));
        if (file is null || File.Exists(file))
        {
            return file;
        }

        mistakes.Add(value, $"the font '{file}' is not there.");
        return null;
    }

    private string? LanguageOf(LocatedJson value)
    {
        string? tag = mistakes.Text(value);
        if (tag is null || Words.IsLanguage(tag))
        {
            return tag;
        }

        mistakes.Add(value, $"'{tag}' is no language tag: write it as in en, pt-BR or zh-Hant.");
        return null;
    }

    private Since? SinceOf(LocatedJson value, bool last)
    {
        string? text = mistakes.Text(value);
        Since? since = text is null ? null : Since.Parse(text, clock);
        if (text is not null && (since is null || (since.IsLast && !last)) && !(last && text == Since.All))
        {
            mistakes.Add(value,
                string.Create(CultureInfo.InvariantCulture,
                $"'{text}' is not understood: {(last ? Since.Form : Since.Form.Replace("'last', ", "", StringComparison.Ordinal))}."));
            return null;
        }

        return since;
    }

    private CoverChoice? CoverOf(string? text)
    {
        plan = plan with { PaintsCover = text == "painted" };
        return text switch
        {
            null => null,
            "first-picture" or "painted" => CoverChoice.FirstLargePicture,
            "drawn" => CoverChoice.Drawn,
            _ when PlannedSource.AddressOf(text) is { } address => CoverChoice.FromAddress(address),
            _ => CoverChoice.FromFile(PlannedSource.FileOf(text, folder).LocalPath),
        };
    }

    private string? PathOf(string? text) => text is null ? null : Path.GetFullPath(text, folder);

    private static IEnumerable<T> Many<T>(LocatedJson value, Func<LocatedJson, T?> read)
        where T : class => (value.Kind == JsonValueKind.Array ? value.Items : [value]).Select(read).OfType<T>().ToImmutableArray();

    private void Book<T>(T? value, Func<BookOptions, T, BookOptions> change)
    {
        if (value is not null)
        {
            Func<BookOptions, BookOptions> before = plan.Book;
            plan = plan with { Book = options => change(before(options), value) };
        }
    }

    private static Func<T, T> Then<T>(Func<T, T> first, Func<T, T> second) => options => second(first(options));
}
