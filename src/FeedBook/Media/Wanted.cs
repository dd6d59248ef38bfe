namespace FeedBook.Media;

/// <summary>One picture that a book wants, under its first address, with all who want it.</summary>
internal sealed class Wanted
{
    private readonly ImageRequest first;
    private readonly List<Diagnostic> diagnostics = [];

    private Wanted(string key, ImageRequest first)
    {
        Key = key;
        this.first = first;
    }

    public string Key { get; }

    public Uri Address => first.Candidates[0];

    public Uri? Referrer => first.Referrer;

    /// <summary>Where it may be fetched, best first, from all who want it.</summary>
    public List<Uri> Candidates { get; } = [];

    /// <summary>The candidates that gave nothing, and why.</summary>
    public List<(Uri Address, IntakeResult Result)> Failures { get; } = [];

    /// <summary>What was got; null when nothing was.</summary>
    public IntakeResult? Result { get; private set; }

    /// <summary>Whether its best address shows nothing: a pixel, a transparent image, a drawing without a stroke.</summary>
    public bool IsBlank => Result is null && Failures is [{ Result.IsBlank: true }, ..];

    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>The requests with the same first address as one, in order of appearance.</summary>
    public static List<Wanted> Gather(IReadOnlyList<ImageRequest> requests)
    {
        var pictures = new Dictionary<string, Wanted>(StringComparer.Ordinal);
        var order = new List<Wanted>();
        foreach (ImageRequest request in requests)
        {
            string key = ImageFetchResult.KeyOf(request.Candidates[0]);
            if (!pictures.TryGetValue(key, out Wanted? picture))
            {
                pictures.Add(key, picture = new Wanted(key, request));
                order.Add(picture);
            }

            picture.Candidates.AddRange(request.Candidates.Where(candidate => !picture.Candidates.Contains(candidate)));
        }

        return order;
    }

    /// <summary>In turns, one of each host, so that a slow host at the start does not keep the others waiting.</summary>
    public static IEnumerable<Wanted> HostByHost(List<Wanted> pictures)
    {
        var turns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return pictures
            .Select(picture =>
                (Picture: picture, Turn: turns[picture.Address.Authority] = turns.GetValueOrDefault(picture.Address.Authority) + 1))
            .OrderBy(pair => pair.Turn)
            .Select(pair => pair.Picture)
            .ToList();
    }

    /// <summary>A data address without its data: in a message it would be a page of letters.</summary>
    public static Uri Short(Uri address) =>
        address.Scheme == "data" && address.OriginalString.Length > 64 ? new Uri(address.OriginalString[..48] + "...") : address;

    /// <summary>Whether the picture is far smaller than the place it is meant for.</summary>
    public bool IsStandIn(StoredImage image, int size) =>
        image.Kind != ImageKind.Svg && Math.Max(image.Width, image.Height) <= size && (first.DeclaredWidth ?? 4 * size) >= 2 * image.Width;

    public void Fail(string id, string message) => diagnostics.Add(About(new Diagnostic(id, DiagnosticSeverity.Warning, message)));

    /// <summary>Ends the search: with a picture, or with the reasons why there is none.</summary>
    public void Succeed(IntakeResult? result, Uri from)
    {
        if (result?.Image is null)
        {
            Diagnostic why = Failures[0].Result.Notes[0];
            IEnumerable<string> others = Failures.Skip(1)
                .Select(failure => $" From {failure.Address.Host}: {failure.Result.Notes[0].Message}").Distinct();
            diagnostics.Add(About(why with { Message = why.Message + string.Concat(others) }));
            return;
        }

        Result = result;
        if (Failures.Count > 0 && from != Address)
        {
            diagnostics.Add(
                About(new Diagnostic(DiagnosticIds.ImageFallback, DiagnosticSeverity.Info,
                $"Taken from {Short(from)} instead: {Failures[0].Result.Notes[0].Message}")));
        }

        diagnostics.AddRange(result.Notes.Select(About));
    }

    /// <summary>Puts another picture in place of the one that was got.</summary>
    public void Replace(StoredImage image) => Result = Result! with { Image = image };

    private Diagnostic About(Diagnostic diagnostic) =>
        diagnostic with { Item = first.Item, Source = first.Source, Address = Short(Address) };
}
