using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedBook.Content;

namespace FeedBook.Html.Figures;

/// <summary>Tidies a caption: takes the page's own label off it, and parts it from the credit that is written into it.</summary>
internal static partial class CaptionText
{
    /// <summary>The caption and the credit, each without the other; either may come out empty.</summary>
    /// <param name="caption">The caption as written.</param>
    /// <param name="credit">The credit, where it is marked up apart; else empty.</param>
    /// <param name="isCredit">Whether what stands in the caption's place is known to be a credit.</param>
    /// <param name="split">How the two are parted.</param>
    public static (ImmutableArray<Inline> Caption, ImmutableArray<Inline> Credit) Tidy(ImmutableArray<Inline> caption,
        ImmutableArray<Inline> credit, bool isCredit, CreditSplit split)
    {
        ImmutableArray<Inline> whole = InlineEdit.Trim(caption);
        caption = WithoutLabel(caption);
        credit = WithoutMark(credit);
        if (caption.IsEmpty)
        {
            return (caption, credit);
        }

        string text = InlineEdit.Flat(caption);

        // 'Foto:' is left in the caption when only the name is marked up as the credit.
        if (!credit.IsEmpty && CreditLabels.IsAlone(text))
        {
            return ([], [.. caption, new TextRun(" "), .. credit]);
        }

        if (!credit.IsEmpty && LabelAtEnd(text) is > 0 and var label)
        {
            // The label word goes with the credit, never left behind.
            credit = [.. InlineEdit.Trim(InlineEdit.Cut(caption, label, text.Length)), new TextRun(" "), .. credit];
            caption = Clean(InlineEdit.Cut(caption, 0, label));
            return (caption, credit);
        }

        CreditPlace? place = split.Reader.Find(text, split.Habits, LastElement(caption));
        if (isCredit || place is { Join: CreditSign.Whole })
        {
            // A credit keeps its marker: it may be all that says what the words are.
            return ([], credit.IsEmpty ? whole : [.. credit, new TextRun(" "), .. whole]);
        }

        if (place is not { } found)
        {
            return credit.IsEmpty && split.Reader.OpeningLine(text) is > 0 and var line
                ? (Clean(InlineEdit.Cut(caption, line + 1, text.Length)), InlineEdit.Trim(InlineEdit.Cut(caption, 0, line)))
                : (caption, credit);
        }

        ImmutableArray<Inline> rest = Clean(InlineEdit.Cut(caption, 0, found.Start));
        ImmutableArray<Inline> parted = InlineEdit.Trim(InlineEdit.Cut(caption, found.From, CreditEnd(text, found)));
        if (credit.IsEmpty)
        {
            return (rest, parted);
        }

        // The credit is marked up apart already: the same again at the caption's end is only a repetition.
        return Letters(InlineEdit.Flat(parted)).EndsWith(Letters(InlineEdit.Flat(credit)), StringComparison.OrdinalIgnoreCase)
            ? (rest, parted) : (caption, credit);
    }

    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create(".。!！?？,，;；|｜/／([（【\n–—");

    // Where a label stands behind a mark at the text's end, with nothing after it; negative where none does.
    private static int LabelAtEnd(ReadOnlySpan<char> text)
    {
        int mark = text.TrimEnd(" :：=").TrimEnd('.').LastIndexOfAny(Marks);
        int start = TextScan.SkipSpace(text, mark + 1);
        return mark > 0 && start < text.Length && CreditLabels.IsAlone(text[start..].TrimEnd(" :：=")) ? start : -1;
    }

    // What parts a credit of its own element from the caption belongs to neither.
    private static ImmutableArray<Inline> WithoutMark(ImmutableArray<Inline> credit)
    {
        credit = InlineEdit.Trim(credit);
        ReadOnlySpan<char> text = InlineEdit.Flat(credit);
        int start = text.Length - text.TrimStart(" \n\u00A0|｜/／–—•·").Length, end = text.Length;
        if (start < end && text[start] is '(' or '（' && text[end - 1] is ')' or '）' && text[(start + 1)..].IndexOfAny("(（") < 0)
        {
            // Brackets around all of it parted it from the caption.
            start++;
            end--;
        }

        return (start == 0 && end == text.Length) || start >= end ? credit : InlineEdit.Trim(InlineEdit.Cut(credit, start, end));
    }

    /// <summary>Where the element begins that ends the run; negative where no element does, or the run is all in it.</summary>
    public static int LastElement(ImmutableArray<Inline> run)
    {
        while (run is [Styled or Link or Span])
        {
            run = ContentWalker.Children(run[0]);
        }

        int last = run.Length - 1;
        while (last > 0 && InlineEdit.IsBlank([run[last]]))
        {
            last--;
        }

        return last > 0 && run[last] is Styled or Link or Span ? InlineEdit.Flat(run[..last]).Length : -1;
    }

    // A bracket that opens before the credit and closes at the end goes with it.
    private static int CreditEnd(string text, CreditPlace place)
    {
        ReadOnlySpan<char> credit = text.AsSpan(place.From..place.To).TrimEnd();
        bool opened = place.Start < place.From && text[place.Start] is '(' or '（' or '[' or '【',
            closes = credit is [.., ')' or '）' or ']' or '】'];
        return place.From
            + (opened && closes && credit.Count('(') + credit.Count('（') + credit.Count('[') < credit.Count(')') + credit.Count('）')
            + credit.Count(']') ? credit.Length - 1 : credit.Length);
    }

    /// <summary>The caption without a label that says no more than that it is one.</summary>
    public static ImmutableArray<Inline> WithoutLabel(ImmutableArray<Inline> caption)
    {
        string text = InlineEdit.Flat(caption);
        return InlineEdit.Trim(LabelLength(text) is > 0 and var length ? InlineEdit.Cut(caption, length, text.Length) : caption);
    }

    /// <summary>The label that <see cref="WithoutLabel"/> takes off a caption; empty where there is none.</summary>
    public static string LabelOf(ImmutableArray<Inline> caption)
    {
        string text = InlineEdit.Flat(caption);
        return text[..LabelLength(text)].Trim();
    }

    private static int LabelLength(string text)
    {
        if (text.Length == 0 || (char.IsAsciiLetterOrDigit(text[0]) && !StartsWithLabel(text)))
        {
            return 0;
        }

        Match label = Label().Match(text);
        return label.Success && label.Length < text.Length && IsLabel(text, label.Length) ? label.Length : 0;
    }

    // A colon or a sign ends it; or it is the one that pages hide from all but screen readers, and the caption begins behind it.
    private static bool IsLabel(string text, int length) =>
        !text.AsSpan(..length).TrimEnd().EndsWith("n", StringComparison.OrdinalIgnoreCase)
            || (TextScan.Match(text, 0, "image caption", ignoreCase: true) > 0 && !char.IsLower(text[length]));

    /// <summary>Whether the text is a label and nothing else that says that this is a caption.</summary>
    public static bool IsLabelAlone(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" :：");
        foreach (string label in LabelWords)
        {
            if (TextScan.Match(text, 0, label, ignoreCase: true) == text.Length)
            {
                return true;
            }
        }

        return false;
    }

    // Those of the labels that start with a letter.
    private static readonly string[] LabelWords =
        ["caption", "image caption", "photo caption", "picture caption", "image description", "legende", "légende", "bildunterschrift",
        "bildbeschreibung"];

    private static bool StartsWithLabel(string text)
    {
        foreach (string label in LabelWords)
        {
            if (TextScan.Match(text, 0, label, ignoreCase: true) > 0)
            {
                return true;
            }
        }

        return false;
    }

    // What parted caption and credit belongs to neither.
    private static ImmutableArray<Inline> Clean(ImmutableArray<Inline> caption)
    {
        ReadOnlySpan<char> text = InlineEdit.Flat(caption);
        int length = text.TrimEnd(" \n\u00A0|｜/／—–-·•,，;:(（[＝=、").Length;
        return InlineEdit.Trim(length == text.Length ? caption : InlineEdit.Cut(caption, 0, length));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    // Labels that say no more than that this is a caption.
    [GeneratedRegex(
        @"^[\s▲△▼▽◆●↑↓►▶]*(?:(?:image|photo|picture)\s+caption|caption|legende|légende|bildunterschrift|bildbeschreibung|"
        + @"image\s+description|(?:图片说明|圖片說明|图说|圖說|图注|圖註|【写真】|写真說明))?\s*[:：]?\s*(?<=[▲△▼▽◆●↑↓►▶:：】]\s*|caption\s+|^)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();



}
