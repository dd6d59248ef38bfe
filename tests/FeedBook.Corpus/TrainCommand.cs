using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using FeedBook.Content;
using FeedBook.Corpus.Captions;
using FeedBook.Html;
using FeedBook.Html.Figures;
using FeedBook.Html.Ledger;

namespace FeedBook.Corpus;

/// <summary>
/// Learns the weights by which captions and credits are told, from labelled cases and their variations; and counts how well weights do on
/// publishers that were left out of the learning.
/// </summary>
internal static class TrainCommand
{
    private const int Folds = 10;

    // A variation says less than a case, for the case has said it already.
    // There are fewer whole credits, so that what was thought beforehand counts for more.
    private const double VariationCounts = 0.3, Penalty = 1.0, WholePenalty = 3.0, CaptionPenalty = 1.0;

    // Precision first: a caption that is missed is still a paragraph, one that was none is a sentence out of place.
    private const double WrongCounts = 3;

    // In tenths of log-odds: what is only more likely than not is left in the text.
    private const int Margin = 8;

    /// <summary>
    /// Learns from all cases and prints the source file of the weights; and, to standard error, how well they do on these very cases.
    /// </summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> files, bool errors, TextWriter output)
    {
        List<Lesson> lessons = await LessonsAsync(files);
        FigureWeights weights = FigureWeightsOf(lessons);
        await output.WriteAsync(Source(weights));
        var kinds = new SortedDictionary<string, CaptionScore>(StringComparer.Ordinal);
        foreach (Lesson lesson in lessons)
        {
            await ScoreAsync(lesson, weights, kinds, errors ? Console.Error : null);
        }

        await ReportAsync(kinds, Console.Error);
        return 0;
    }

    /// <summary>Ten times: learns from nine tenths of the publishers and counts the captions of the rest.</summary>
    public static async Task<int> FoldsAsync(IReadOnlyList<string> files, bool errors, TextWriter output)
    {
        List<Lesson> lessons = await LessonsAsync(files);
        var all = new CaptionScore();
        var kinds = new SortedDictionary<string, CaptionScore>(StringComparer.Ordinal);
        for (int fold = 0; fold < Folds; fold++)
        {
            FigureWeights weights = FigureWeightsOf([.. lessons.Where(lesson => lesson.Fold != fold)]);
            var score = new CaptionScore();
            foreach (Lesson lesson in lessons.Where(lesson => lesson.Fold == fold))
            {
                CaptionPrediction read = await ScoreAsync(lesson, weights, kinds, errors ? output : null);
                if (!lesson.IsVaried)
                {
                    score.Add(lesson.Case, read.Images, read.Body);
                    all.Add(lesson.Case, read.Images, read.Body);
                }
            }

            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"fold {fold}                   {score}"));
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"all folds                {all}"));
        await ReportAsync(kinds, output);
        return 0;
    }

    /// <summary>
    /// Takes one weight away after the other and tells what that costs on the given cases: right captions and credits less wrong ones.
    /// </summary>
    public static async Task<int> AblateAsync(IReadOnlyList<string> files, TextWriter output)
    {
        CaptionCase[] cases = [.. files.SelectMany(CaptionCase.ReadAll)];
        (int whole, int wholeSwallowed) = await WorthAsync(cases, FigureWeights.Learned);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"all weights: {whole}, swallowed {wholeSwallowed}"));
        foreach ((string table, string sign, FigureWeights without) in Ablations())
        {
            (int worth, int swallowed) = await WorthAsync(cases, without);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{table,-8} {sign,-22} costs {whole - worth,4}, "
                + $"swallows {swallowed - wholeSwallowed,3} more"));
        }

        return 0;
    }

    private static IEnumerable<(string Table, string Sign, FigureWeights Without)> Ablations()
    {
        FigureWeights all = FigureWeights.Learned;
        foreach (CaptionSign sign in Enum.GetValues<CaptionSign>().Where(one => one != CaptionSign.Any && all.Captions[(int)one] != 0))
        {
            yield return ("captions", sign.ToString(), all with { Captions = Without(all.Captions, (int)sign) });
        }

        foreach (CreditSign sign in Enum.GetValues<CreditSign>().Where(one => one != CreditSign.Any && all.Credits[(int)one] != 0))
        {
            FigureWeights without = all with
            {
                Credits = Without(all.Credits, (int)sign),
                WholeCredits = Without(all.WholeCredits, (int)sign),
            };
            yield return ("credits", sign.ToString(), without);
        }
    }

    private static int[] Without(IReadOnlyList<int> weights, int sign) => [.. weights.Select((weight, at) => at == sign ? 0 : weight)];

    private static async Task<(int Worth, int Swallowed)> WorthAsync(CaptionCase[] cases, FigureWeights weights)
    {
        var score = new CaptionScore();
        foreach (CaptionCase labelled in cases)
        {
            CaptionPrediction read = CaptionPrediction.Of(await ReadAsync(labelled, weights, null));
            score.Add(labelled, read.Images, read.Body);
        }

        return (score.Right - score.Wrong + score.RightCredits - score.WrongCredits, score.Swallowed);
    }

    private static async Task<CaptionPrediction> ScoreAsync(Lesson lesson, FigureWeights weights, SortedDictionary<string,
        CaptionScore> kinds, TextWriter? errors)
    {
        CaptionPrediction read = CaptionPrediction.Of(await ReadAsync(lesson.Case, weights, null));
        if (!kinds.TryGetValue(lesson.Kind, out CaptionScore? kind))
        {
            kinds[lesson.Kind] = kind = new CaptionScore();
        }

        kind.Add(lesson.Case, read.Images, read.Body, errors is null ? null
            : (what, image, words) => errors.WriteLine($"{what} | {lesson.Case.Id} | {image} | {words}"));
        return read;
    }

    private static async Task ReportAsync(SortedDictionary<string, CaptionScore> kinds, TextWriter output)
    {
        foreach ((string kind, CaptionScore score) in kinds)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{kind,-24} {score}"));
        }
    }

    private static readonly double[] CreditPriors =
        [.. Enum.GetValues<CreditSign>().Select(sign => Priors.Credits.First(prior => prior.Sign == sign).Worth / 10.0)];

    private static readonly double[] WholePriors =
        [.. Enum.GetValues<CreditSign>().Select(sign =>
        Priors.WholeCredits.Concat(Priors.Credits).First(prior => prior.Sign == sign).Worth / 10.0)];

    private static readonly double[] CaptionPriors =
        [.. Enum.GetValues<CaptionSign>().Select(sign => Priors.Captions.First(prior => prior.Sign == sign).Worth / 10.0)];

    // Cases are read by what was thought beforehand, so that learning does not depend on what was learned before.
    private static readonly FigureWeights Beforehand =
        new([.. CreditPriors.Select(Tenths)], [.. WholePriors.Select(Tenths)], [.. CaptionPriors.Select(Tenths)]);

    private static int Tenths(double weight) => (int)Math.Round(weight * 10, MidpointRounding.AwayFromZero);

    private static async Task<List<Lesson>> LessonsAsync(IReadOnlyList<string> files)
    {
        var lessons = new List<Lesson>();
        foreach (
            (string file, CaptionCase labelled) in files.SelectMany(file =>
            CaptionCase.ReadAll(file).Select(labelled => (Path.GetFileNameWithoutExtension(file), labelled))))
        {
            var lesson = new Lesson(file, labelled);
            var trace = new FigureTrace();
            await ReadAsync(labelled, Beforehand, trace);
            CreditExamples.Add(labelled, trace.Captions, trace.Captions.Count == 0 ? CreditHabits.None
                : trace.Captions[0].Figure.Split.Habits, (signs, right, _) =>
                (CreditExamples.IsWhole(signs) ? lesson.WholeCredits : lesson.Credits).Add((signs, right)));
            CaptionExamples.Add(labelled, trace.Proposals, (signs, right) => lesson.Captions.Add((signs, right)));
            lessons.Add(lesson);
        }

        return lessons;
    }

    private static FigureWeights FigureWeightsOf(IReadOnlyList<Lesson> lessons) => new(
        Fit(lessons, lesson => lesson.Credits, CreditPriors, Penalty, 1),
            Fit(lessons, lesson => lesson.WholeCredits, WholePriors, WholePenalty, 1),
        WithMargin(Fit(lessons, lesson => lesson.Captions, CaptionPriors, CaptionPenalty, WrongCounts)));

    private static int[] WithMargin(int[] weights)
    {
        weights[(int)CaptionSign.Any] -= Margin;
        return weights;
    }

    private static int[] Fit(IReadOnlyList<Lesson> lessons, Func<Lesson, List<(ulong Signs, bool Right)>> examples,
        IReadOnlyList<double> priors, double penalty, double wrongCounts)
    {
        var counts = new Dictionary<ulong, (double Right, double Wrong)>();
        foreach (Lesson lesson in lessons)
        {
            double counted = lesson.IsVaried ? VariationCounts : 1;
            foreach ((ulong row, bool right) in examples(lesson))
            {
                (double rights, double wrongs) = counts.GetValueOrDefault(row);
                counts[row] = right ? (rights + counted, wrongs) : (rights, wrongs + (counted * wrongCounts));
            }
        }

        return [.. LogisticFit.Fit(counts, priors, penalty).Select(Tenths)];
    }

    private static async Task<Article> ReadAsync(CaptionCase labelled, FigureWeights weights, FigureTrace? trace)
    {
        ReadingSelectors selectors = new(ArticleOptions.Default, FigureOptions.Default);
        FeedItem? item = await MediaItem.ReadAsync(labelled.Root, labelled.Address);
        return new ArticleReading(ArticleOptions.Default, FigureOptions.Default, selectors) { Item = item, Weights = weights,
            Trace = trace }.Read(
            item is null ? labelled.Html : item.ContentHtml ?? item.SummaryHtml ?? "", item is null ? labelled.Address : item.BaseAddress
                ?? item.Address);
    }

    private static string Source(FigureWeights weights)
    {
        var text = new StringBuilder("""
            namespace FeedBook.Html.Figures;

            /// <summary>
            /// What each sign is worth, in tenths of log-odds. Written by <c>FeedBook.Corpus train</c>; see captions-heldout.md there.
            /// </summary>
            internal static class LearnedWeights
            {
                /// <summary>Whether a place is where a credit begins; in the order of <see cref="CreditSign"/>.</summary>
                public static readonly int[] Credits =
                [

            """);
        Append(text, weights.Credits);
        text.Append("""
                ];

                /// <summary>Whether a whole text is a credit; in the same order.</summary>
                public static readonly int[] WholeCredits =
                [

            """);
        Append(text, weights.WholeCredits);
        text.Append("""
                ];

                /// <summary>Whether words are an image's caption; in the order of <see cref="CaptionSign"/>.</summary>
                public static readonly int[] Captions =
                [

            """);
        foreach (CaptionSign sign in Enum.GetValues<CaptionSign>())
        {
            text.Append(CultureInfo.InvariantCulture, $"        {weights.Captions[(int)sign],4}, // {sign}\n");
        }

        return text.Append("    ];\n}\n").ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyList<int> weights)
    {
        foreach (CreditSign sign in Enum.GetValues<CreditSign>())
        {
            text.Append(CultureInfo.InvariantCulture, $"        {weights[(int)sign],4}, // {sign}\n");
        }
    }

    /// <summary>What one case teaches.</summary>
    private sealed class Lesson(string file, CaptionCase labelled)
    {
        public CaptionCase Case { get; } = labelled;

        public bool IsVaried { get; } = labelled.Id.Contains('~', StringComparison.Ordinal);

        /// <summary>The file, and the kind of variation.</summary>
        public string Kind { get; } = labelled.Id.IndexOf('~', StringComparison.Ordinal) is > 0 and var at
            ? $"{file} {labelled.Id[(at + 1)..].TrimEnd("0123456789".ToCharArray())}" : file;

        public int Fold { get; } =
            (int)(new BigInteger(SHA256.HashData(Encoding.UTF8.GetBytes(labelled.Publisher)), isUnsigned: true) % Folds);

        public List<(ulong Signs, bool Right)> Credits { get; } = [];

        public List<(ulong Signs, bool Right)> WholeCredits { get; } = [];

        public List<(ulong Signs, bool Right)> Captions { get; } = [];
    }
}
