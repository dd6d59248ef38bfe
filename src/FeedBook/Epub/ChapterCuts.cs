namespace FeedBook.Epub;

/// <summary>
/// Cuts chapters into files of a size that readers bear. A chapter into which another one links is cut before its turn, so that the link
/// can name the right file; whoever cuts it, it is cut once.
/// </summary>
internal sealed class ChapterCuts(EpubOptions options, BookNames names)
{
    // Below this no file is cut any finer.
    private const int Finest = 4096;

    private readonly Dictionary<Chapter, ChapterPlan> plans = new(ReferenceEqualityComparer.Instance);

    /// <summary>The chapter's cut.</summary>
    /// <param name="chapter">The chapter.</param>
    /// <param name="file">The name of its files.</param>
    public ChapterPlan PlanOf(Chapter chapter, string file)
    {
        if (!plans.TryGetValue(chapter, out ChapterPlan? plan))
        {
            // A chapter of half the size comes out as one file whatever the estimate is worth; others are written to nowhere to know.
            plan = new ChapterPlan(chapter, file, options.MaxFileBytes / 2);
            if (plan.Parts.Length > 1)
            {
                ReadingSystemRules rules = ReadingSystemRules.For(options.ReadingSystem);
                var images = new EpubImages(rules);
                plan = Fit(chapter, file, (trial, part) =>
                    ChapterDocument.Write(trial, part, new XhtmlContext(trial, part, null, names, LabelsOf(chapter), images, rules), [])
                        .Length);
            }

            plans.Add(chapter, plan);
        }

        return plan;
    }

    /// <summary>
    /// The chapter's cut, by sizes that the caller finds out: estimated before and known after; where a file came out too large, cut finer.
    /// </summary>
    /// <param name="chapter">The chapter.</param>
    /// <param name="file">The name of its files.</param>
    /// <param name="write">Writes a part of a cut, and gives its bytes.</param>
    public ChapterPlan Fit(Chapter chapter, string file, Func<ChapterPlan, int, int> write)
    {
        if (plans.TryGetValue(chapter, out ChapterPlan? known))
        {
            for (int part = 0; part < known.Parts.Length; part++)
            {
                write(known, part);
            }

            return known;
        }

        for (int limit = options.MaxFileBytes; ; limit = limit * 2 / 3)
        {
            var plan = new ChapterPlan(chapter, file, limit);
            bool fits = true;
            for (int part = 0; part < plan.Parts.Length; part++)
            {
                fits &= write(plan, part) <= options.MaxFileBytes;
            }

            if (fits || limit * 2 / 3 <= Finest)
            {
                return plan;
            }
        }
    }

    /// <summary>Remembers how a chapter was cut when its turn came.</summary>
    public void Add(Chapter chapter, ChapterPlan plan) => plans[chapter] = plan;

    private BookLabels LabelsOf(Chapter chapter) => options.Labels ?? BookLabels.For(chapter.Language);
}
