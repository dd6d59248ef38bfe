using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace FeedBook.Media;

/// <summary>A fetched file, checked, mended, fitted to the device and stored; or the reason why it is not.</summary>
/// <param name="Image">The stored picture; null when it was refused.</param>
/// <param name="Notes">Why it was refused, or what was mended: id, message.</param>
internal sealed record IntakeResult(StoredImage? Image, IReadOnlyList<Diagnostic> Notes)
{
    /// <summary>The kind it came in.</summary>
    public ImageKind SourceKind { get; init; }

    /// <summary>Whether all its pixels have one colour: a blank that keeps a place, or a swatch.</summary>
    public bool IsOneColour { get; init; }

    /// <summary>Whether it was refused because it shows nothing.</summary>
    public bool IsBlank => Image is null && Notes.Any(note => note.Id == DiagnosticIds.ImageBlank);

    /// <summary>The untouched file, kept for fitting it again; null when it was not kept.</summary>
    public SourceImage? Original { get; init; }

    public static IntakeResult Refused(ImageKind kind, string id, string message,
        DiagnosticSeverity severity = DiagnosticSeverity.Warning) =>
        new(null, [new Diagnostic(id, severity, message)]) { SourceKind = kind };
}

/// <summary>Decides what becomes of a fetched file. Each content is looked at once, under however many addresses it comes.</summary>
internal sealed class ImageIntake(MediaStore store, ImageOptions options, IImageProcessor? processor) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IntakeResult>>> byContent = new(StringComparer.Ordinal);

    // Decoding takes a core and much memory; the network's concurrency is no measure for it.
    private readonly SemaphoreSlim cores = new(Environment.ProcessorCount);

    /// <summary>Takes a file over: it is stored or let go.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public async Task<IntakeResult> TakeAsync(DownloadedImage file, CancellationToken cancellationToken)
    {
        var mine = new Lazy<Task<IntakeResult>>(() => DecideAsync(file, cancellationToken));
        Lazy<Task<IntakeResult>> first = byContent.GetOrAdd(Convert.ToHexString(file.Hash), mine);
        if (first != mine)
        {
            file.Dispose();
        }

        return await first.Value.ConfigureAwait(false);
    }

    public void Dispose() => cores.Dispose();

    /// <summary>Fits a stored picture anew from its original.</summary>
    public async Task<StoredImage?> FitAgainAsync(SourceImage original, ImageOptions tighter, CancellationToken cancellationToken)
    {
        await cores.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ProcessedImage processed = await processor!.ProcessAsync(original, tighter, cancellationToken).ConfigureAwait(false);
            return processed.Bytes is { } bytes && Probe(bytes) is { Fault: null } facts ? store.Add(bytes.Span, facts) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
        finally
        {
            cores.Release();
        }
    }

    private async Task<IntakeResult> DecideAsync(DownloadedImage file, CancellationToken cancellationToken)
    {
        using (file)
        {
            ImageFacts facts = file.Probe();
            ImageKind kind = facts.Kind;
            if (Refusal(facts, file) is { } refused)
            {
                return refused;
            }

            Blankness blankness = file.Blankness(facts);
            if (blankness == Blankness.Transparent)
            {
                return Blank(kind, "It is transparent throughout.");
            }

            var notes = new List<Diagnostic>();
            if (facts.Repair is { } repair)
            {
                file.Mend(repair);
                notes.Add(new Diagnostic(DiagnosticIds.ImageRepaired, DiagnosticSeverity.Warning, facts.Fault
                    + " It is shown as far as it goes."));
            }

            if (kind == ImageKind.Svg)
            {
                return Svg(file, notes);
            }

            IntakeResult taken = processor?.CanRead(kind) == true && Wants(facts)
                ? await ProcessAsync(file, facts, notes, cancellationToken).ConfigureAwait(false)
                : Keep(file, facts, notes);
            return taken with { IsOneColour = blankness == Blankness.OneColour };
        }
    }

    private IntakeResult? Refusal(ImageFacts facts, DownloadedImage file)
    {
        if (facts.Kind == ImageKind.Unknown)
        {
            string declared = file.MediaType is { } type && type.StartsWith("image/", StringComparison.Ordinal)
                ? $" The server calls it {type}." : "";
            return IntakeResult.Refused(facts.Kind, DiagnosticIds.ImageNotAPicture, "No picture came. " + facts.Fault + declared);
        }

        if (facts.Fault is not null && facts.Repair is null)
        {
            return IntakeResult.Refused(facts.Kind, DiagnosticIds.ImageBroken, facts.Fault);
        }

        return facts.Pixels > options.MaxPixels ? TooManyPixels(facts)
            : facts.Width is 1 or 2 && facts.Height is 1 or 2 ? Blank(facts.Kind, "It is a blank pixel.")
            : null;
    }

    /// <summary>What becomes of a file that shows nothing.</summary>
    public static IntakeResult Blank(ImageKind kind, string message) =>
        IntakeResult.Refused(kind, DiagnosticIds.ImageBlank, message, DiagnosticSeverity.Info);

    private IntakeResult TooManyPixels(ImageFacts facts) =>
        IntakeResult.Refused(facts.Kind, DiagnosticIds.ImageTooManyPixels,
            $"It declares {facts.Width:N0} × {facts.Height:N0} pixels; at most {options.MaxPixels:N0} in all are taken.");

    private IntakeResult Svg(DownloadedImage file, List<Diagnostic> notes)
    {
        using Stream content = file.Open();
        SvgCleaner.Result clean = SvgCleaner.Clean(content);
        if (clean.Bytes is null)
        {
            return IntakeResult.Refused(ImageKind.Svg, DiagnosticIds.SvgRefused, clean.Facts.Fault!);
        }

        if (!clean.Draws)
        {
            return Blank(ImageKind.Svg, "It draws nothing.");
        }

        if (clean.Removed.Count > 0)
        {
            notes.Add(new Diagnostic(DiagnosticIds.SvgCleaned, DiagnosticSeverity.Info,
                $"Taken out of the SVG: {string.Join(", ", clean.Removed)}."));
        }

        return new IntakeResult(store.Add(clean.Bytes, clean.Facts), notes) { SourceKind = ImageKind.Svg };
    }

    private async Task<IntakeResult> ProcessAsync(DownloadedImage file, ImageFacts facts, List<Diagnostic> notes,
        CancellationToken cancellationToken)
    {
        var original = new SourceImage(facts, file.ToFile(), file.Length);
        ProcessedImage processed;
        await cores.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            processed = await processor!.ProcessAsync(original, options, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException exception)
        {
            return IntakeResult.Refused(facts.Kind, DiagnosticIds.ImageBroken, exception.Message);
        }
        finally
        {
            cores.Release();
        }

        notes.AddRange(processed.Diagnostics);
        if (processed.Bytes is not { } bytes)
        {
            return Keep(file, facts, notes);
        }

        ImageFacts made = Probe(bytes);
        if (made.Fault is not null || !ImageKinds.IsShownEverywhere(made.Kind))
        {
            return IntakeResult.Refused(facts.Kind, DiagnosticIds.ImageBroken,
                $"The image processor returned no picture that readers show. {made.Fault}");
        }

        return new IntakeResult(store.Add(bytes.Span, made), notes) { SourceKind = facts.Kind, Original = KeepOriginal(file, facts) };
    }

    private IntakeResult Keep(DownloadedImage file, ImageFacts facts, List<Diagnostic> notes)
    {
        if (facts.Kind == ImageKind.WebP && options.KeepWebP)
        {
            notes.Add(new Diagnostic(DiagnosticIds.ImageWebPKept, DiagnosticSeverity.Warning,
                "The picture is WebP, which older readers leave blank; an image processor would convert it."));
        }
        else if (!ImageKinds.IsShownEverywhere(facts.Kind))
        {
            return IntakeResult.Refused(facts.Kind, DiagnosticIds.ImageKindNotShown,
                $"The picture is {ImageKinds.MediaType(facts.Kind)}, which readers do not show; an image processor would convert it.");
        }

        SourceImage? original = processor?.CanRead(facts.Kind) == true ? KeepOriginal(file, facts) : null;
        return new IntakeResult(file.Store(facts with { Fault = null, Repair = null }), notes) { SourceKind = facts.Kind,
            Original = original };
    }

    // Made smaller from the original each time: from what was made smaller before, the losses would add up.
    private SourceImage? KeepOriginal(DownloadedImage file, ImageFacts facts)
    {
        if (options.MaxBookBytes is null)
        {
            return null;
        }

        return new SourceImage(facts, file.Copy(), file.Length);
    }

    private bool Wants(ImageFacts facts)
    {
        (int width, int height) = facts.Orientation >= 5 ? (facts.Height, facts.Width) : (facts.Width, facts.Height);
        return !ImageKinds.IsShownEverywhere(facts.Kind) || options.Greyscale || options.StripMetadata || width > options.MaxWidth
            || height > options.MaxHeight
            || (options.AutoRotate && facts.Orientation != 1) || (options.KeepFirstFrameOnly && facts.IsAnimated)
                || (options.FlattenTransparency && facts.Kind != ImageKind.Jpeg);
    }

    private static ImageFacts Probe(ReadOnlyMemory<byte> bytes)
    {
        return ImageProbe.Read(MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array) ? array : bytes.ToArray());
    }
}
