using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Media;

namespace FeedBook.Books;

/// <summary>
/// Puts the fetched images into an article and decides, now that their bytes have told their sizes, what each of them is: an image on a
/// line of its
/// own, a sign in a line of text, or nothing. Images in a figure with words stay what the page says they are.
/// </summary>
internal sealed class ArrivedImages(ImageFetchResult fetched) : ContentRewriter
{
    // In pixels. A sign that stands among words may be drawn for a screen of twice the resolution.
    private const int HighestSign = 40, LargestSignAmongWords = 72;

    // A line that parts two sections, a column that keeps two things apart.
    private const int Thinnest = 3;

    private readonly List<Diagnostic> diagnostics = [];

    private bool isInFigure;

    /// <summary>What was left out; without the item's name.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    protected override ImageReference Rewrite(ImageReference image) => fetched.Find(image) is { } stored ? image with { Stored = stored }
        : image;

    private protected override ImmutableArray<Block> RewriteRun(ImmutableArray<Block> blocks)
    {
        ImmutableArray<Block> rewritten = base.RewriteRun(blocks);
        if (!rewritten.Any(HoldsLargeImage))
        {
            return rewritten;
        }

        var parted = ImmutableArray.CreateBuilder<Block>(rewritten.Length + 1);
        foreach (Block block in rewritten)
        {
            Part(block, parted);
        }

        return parted.ToImmutable();
    }

    protected override Block? Rewrite(Block block)
    {
        switch (block)
        {
            case ImageBlock image:
                return Decide((ImageBlock)base.Rewrite(image)!);
            case Embed { Poster: { } poster } embed when IsNothing(poster, isDescribed: false):
                return embed with { Poster = null };
            case Figure figure:
                bool outer = isInFigure;
                isInFigure = true;
                Block? whole = base.Rewrite(figure);
                isInFigure = outer;
                return whole;
            default:
                return base.Rewrite(block) switch
                {
                    Paragraph paragraph when HasSeam(paragraph.Content) => paragraph with { Content = Joined(paragraph.Content) },
                    Heading heading when HasSeam(heading.Content) => heading with { Content = Joined(heading.Content) },
                    var rewritten => rewritten,
                };
        }
    }

    protected override Inline? Rewrite(Inline inline)
    {
        return inline is InlineImage { Image: var image } && IsNothing(image,
            isDescribed: !string.IsNullOrWhiteSpace(image.AlternativeText)) ? null : base.Rewrite(inline);
    }

    private Block? Decide(ImageBlock block)
    {
        ImageReference image = block.Image;
        bool isDescribed = isInFigure || !string.IsNullOrWhiteSpace(image.AlternativeText);
        if (IsNothing(image, isDescribed))
        {
            return null;
        }

        if (isInFigure || image.Stored is not { } stored || image.Width is not null || image.Height is not null
            || stored.Height > HighestSign || stored.Width > LargestSignAmongWords)
        {
            return block;
        }

        Inline sign = new InlineImage(image);
        return new Paragraph([block.Link is { } address ? new Link(address, [sign]) : sign]) { Id = block.Id, Language = block.Language,
            Direction = block.Direction };
    }

    // Blank by its bytes; or of one colour, or as thin as a line, with nobody to say what it shows.
    private bool IsNothing(ImageReference image, bool isDescribed)
    {
        string key = ImageFetchResult.KeyOf(image.Address);
        if (fetched.Blank.Contains(key))
        {
            return true;
        }

        if (isDescribed || fetched.Find(image) is not { } stored)
        {
            return false;
        }

        string? why = fetched.OneColour.Contains(key) ? "It is of one colour throughout and nothing says what it shows."
            : Math.Min(stored.Width, stored.Height) <= Thinnest && stored.Kind != ImageKind.Svg
            ? "It is a line, and nothing says what it shows."
            : null;
        if (why is null)
        {
            return false;
        }

        diagnostics.Add(new Diagnostic(DiagnosticIds.ImageBlank, DiagnosticSeverity.Info, why) { Address = Wanted.Short(image.Address) });
        return true;
    }

    private static bool HoldsLargeImage(Block block) => block is Paragraph or Heading
        && ContentWalker.Runs(block).SelectMany(ContentWalker.Inlines).Any(IsLarge);

    // Its size was not declared, so that nobody could tell where it belongs before it was there.
    private static bool IsLarge(Inline inline) => inline is InlineImage { Image: { Width: null, Height: null, Stored: { } stored } }
        && (stored.Height > LargestSignAmongWords || (stored.Width > LargestSignAmongWords && stored.Height > HighestSign));

    // A large image that opens the line stands before it; another waits for the line's end.
    private static void Part(Block block, ImmutableArray<Block>.Builder parted)
    {
        if (!HoldsLargeImage(block))
        {
            parted.Add(block);
            return;
        }

        ImmutableArray<Inline> content = ContentWalker.Runs(block).First();
        bool opens = IsLarge(FirstOf(content));
        var large = new List<ImageBlock>();
        ImmutableArray<Inline> words = Joined(Trim(Without(content, null, large)));
        int before = opens ? 1 : 0;
        if (opens && words.IsEmpty)
        {
            large[0] = large[0] with { Id = block.Id };
        }

        parted.AddRange(large.Take(before));
        if (ContentText.Of(words).Length > 0 || words.SelectMany(static inline =>
            ContentWalker.Children(inline).Prepend(inline)).OfType<InlineImage>().Any())
        {
            parted.Add(block switch
            {
                Paragraph paragraph => paragraph with { Content = words },
                Heading heading => heading with { Content = words },
                _ => block,
            });
        }
        else if (block.Id is not null && !opens)
        {
            // The place that links lead to is the image's now.
            large[0] = large[0] with { Id = block.Id };
        }

        parted.AddRange(large.Skip(before));
    }

    private static Inline FirstOf(ImmutableArray<Inline> run)
    {
        Inline first = run[0];
        while (ContentWalker.Children(first) is [var inner, ..])
        {
            first = inner;
        }

        return first;
    }

    private static ImmutableArray<Inline> Without(ImmutableArray<Inline> run, Uri? address, List<ImageBlock> large)
    {
        var kept = ImmutableArray.CreateBuilder<Inline>(run.Length);
        foreach (Inline inline in run)
        {
            if (IsLarge(inline))
            {
                ImageReference image = ((InlineImage)inline).Image;
                large.Add(new ImageBlock(image) { Link = address is not null && !image.Candidates.Contains(address) ? address : null });
                continue;
            }

            Inline? rest = inline switch
            {
                Styled styled => Without(styled.Content, address, large) is { IsEmpty: false } content ? styled with { Content = content }
                    : null,
                Link link => Without(link.Content, link.Address.IsAbsoluteUri ? link.Address
                    : address, large) is { IsEmpty: false } content ? link with { Content = content } : null,
                Span span => Without(span.Content, address, large) is { IsEmpty: false } content ? span with { Content = content } : null,
                _ => inline,
            };
            if (rest is not null)
            {
                kept.Add(rest);
            }
        }

        return kept.ToImmutable();
    }

    private static bool HasSeam(ImmutableArray<Inline> run)
    {
        for (int i = 1; i < run.Length; i++)
        {
            if (run[i] is TextRun && run[i - 1] is TextRun)
            {
                return true;
            }
        }

        return false;
    }

    // Texts that an image has parted become one again, with one space where it stood between two.
    private static ImmutableArray<Inline> Joined(ImmutableArray<Inline> run)
    {
        var joined = ImmutableArray.CreateBuilder<Inline>(run.Length);
        foreach (Inline inline in run)
        {
            if (inline is TextRun text && joined.Count > 0 && joined[^1] is TextRun before)
            {
                joined[^1] = new TextRun(before.Value.EndsWith(' ') ? before.Value + text.Value.TrimStart(' ') : before.Value + text.Value);
            }
            else
            {
                joined.Add(inline);
            }
        }

        return joined.ToImmutable();
    }

    // What stood around the image: breaks and white space at the line's ends.
    private static ImmutableArray<Inline> Trim(ImmutableArray<Inline> run)
    {
        int start = 0, end = run.Length;
        while (start < end && IsBlank(run[start]))
        {
            start++;
        }

        while (end > start && IsBlank(run[end - 1]))
        {
            end--;
        }

        ImmutableArray<Inline>.Builder trimmed = run[start..end].ToBuilder();
        if (trimmed.Count > 0 && trimmed[0] is TextRun first)
        {
            trimmed[0] = new TextRun(first.Value.TrimStart());
        }

        if (trimmed.Count > 0 && trimmed[^1] is TextRun last)
        {
            trimmed[^1] = new TextRun(last.Value.TrimEnd());
        }

        return trimmed.ToImmutable();
    }

    private static bool IsBlank(Inline inline) => inline is LineBreak
        || (inline is TextRun { Value: var text } && string.IsNullOrWhiteSpace(text));
}
