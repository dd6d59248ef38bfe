namespace FeedBook.Media;

/// <summary>Keeps a book below a number of bytes: the largest pictures are made smaller first, step by step, until all fit.</summary>
internal static class ImageBudget
{
    // Each step about halves a picture; beyond the last one it would no longer be worth showing.
    private static readonly (int Edge, int Quality)[] Steps =
        [(2048, 75), (1600, 65), (1200, 60), (900, 55), (640, 50), (480, 40), (320, 35)];

    /// <summary>Makes pictures smaller until their sum is at most <paramref name="most"/>.</summary>
    /// <returns>What was done, and whether it was enough; empty when they fitted from the start.</returns>
    public static async Task<IReadOnlyList<Diagnostic>> FitAsync(List<Wanted> pictures, ImageIntake intake, MediaStore store,
        ImageOptions options, bool canShrink, long most, CancellationToken cancellationToken)
    {
        List<Candidate> images =
            [.. pictures.Where(picture => picture.Result?.Image is not null).GroupBy(picture => picture.Result!.Image!.Name,
            StringComparer.Ordinal).Select(group => new Candidate([.. group]))];
        long before = images.Sum(image => image.Length), sum = before;
        int shrunk = 0;
        var queue = new PriorityQueue<Candidate,
            long>(images.Where(image => image.Original is not null).Select(image => (image, -image.Length)));
        while (canShrink && sum > most && queue.TryDequeue(out Candidate? largest, out _))
        {
            largest.SkipWhatChangesNothing(options.Quality);
            if (largest.NextStep >= Steps.Length)
            {
                continue;
            }

            (int edge, int quality) = Steps[largest.NextStep++];
            ImageOptions tighter =
                options with { MaxWidth = Math.Min(options.MaxWidth ?? edge, edge), MaxHeight = Math.Min(options.MaxHeight ?? edge, edge),
                Quality = Math.Min(options.Quality, quality), StripMetadata = true };
            StoredImage? smaller = await intake.FitAgainAsync(largest.Original!, tighter, cancellationToken).ConfigureAwait(false);
            if (smaller is not null && smaller.Length < largest.Length)
            {
                sum -= largest.Length - smaller.Length;
                shrunk += largest.Replace(smaller, store) ? 1 : 0;
            }

            queue.Enqueue(largest, -largest.Length);
        }

        foreach (Candidate image in images)
        {
            image.Tidy();
        }

        var report = new List<Diagnostic>();
        if (shrunk > 0)
        {
            report.Add(new Diagnostic(DiagnosticIds.ImagesShrunk, DiagnosticSeverity.Info,
                $"{shrunk} of {images.Count} pictures were made smaller to keep the book within {options.MaxBookBytes:N0} bytes: "
                    + $"{before:N0} bytes of pictures became {sum:N0}."));
        }

        if (sum > most)
        {
            report.Add(new Diagnostic(DiagnosticIds.BookTooLarge, DiagnosticSeverity.Warning,
                $"The pictures have {sum:N0} bytes and the book stays above "
                    + $"{options.MaxBookBytes:N0}{(canShrink ? "" : "; an image processor would make them smaller")}."));
        }

        return report;
    }

    private sealed class Candidate(List<Wanted> users)
    {
        private readonly StoredImage first = users[0].Result!.Image!;

        public SourceImage? Original => users[0].Result!.Original;

        public long Length => users[0].Result!.Image!.Length;

        public int NextStep { get; set; }

        public void SkipWhatChangesNothing(int quality)
        {
            StoredImage now = users[0].Result!.Image!;
            while (NextStep < Steps.Length && Steps[NextStep].Edge >= Math.Max(now.Width, now.Height) && Steps[NextStep].Quality >= quality)
            {
                NextStep++;
            }
        }

        /// <summary>True the first time.</summary>
        public bool Replace(StoredImage image, MediaStore store)
        {
            StoredImage old = users[0].Result!.Image!;
            users.ForEach(user => user.Replace(image));
            store.Remove(old);
            return old == first;
        }

        public void Tidy()
        {
            if (Original is { } original)
            {
                File.Delete(original.Path);
            }
        }
    }
}
