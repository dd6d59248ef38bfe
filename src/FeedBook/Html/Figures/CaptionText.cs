using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedBook.Content;

namespace FeedBook.Html.Figures;

/// <summary>Tidies a caption: takes the page's own label off it, and parts it from the credit that is written into it.</summary>
internal static partial class CaptionText
{
    private const int LongestCredit = 220;

    /// <summary>The caption and the credit, each without the other; either may come out empty.</summary>
    /// <param name="caption">The caption as written.</param>
    /// <param name="credit">The credit, where it is marked up apart; else empty.</param>
    /// <param name="isCredit">Whether what stands in the caption's place is known to be a credit.</param>
    public static (ImmutableArray<Inline> Caption, ImmutableArray<Inline> Credit) Tidy(ImmutableArray<Inline> caption, ImmutableArray<Inline> credit, bool isCredit)
    {
        ImmutableArray<Inline> whole = InlineEdit.Trim(caption);
        caption = WithoutLabel(caption);
        credit = InlineEdit.Trim(credit);
        if (caption.IsEmpty)
        {
            return (caption, credit);
        }

        string text = InlineEdit.Flat(caption);
        bool agency = AgencyNames.MayStandIn(text);
        if (credit.IsEmpty && (isCredit || IsCredit(text, agency)))
        {
            // A credit keeps its marker: it may be all that says what the words are.
            return ([], whole);
        }

        // 'Foto:' is left in the caption when only the name is marked up as the credit.
        if (!credit.IsEmpty && CreditLabels.IsAlone(text))
        {
            return ([], [.. caption, new TextRun(" "), .. credit]);
        }

        if (Find(text, agency) is not { } found)
        {
            return (caption, credit);
        }

        ImmutableArray<Inline> rest = Clean(InlineEdit.Cut(caption, 0, found.Start));
        ImmutableArray<Inline> split = InlineEdit.Trim(InlineEdit.Cut(caption, found.From, found.To));
        if (credit.IsEmpty)
        {
            return (rest, split);
        }

        // The credit is marked up apart already: the same again at the caption's end is only a repetition.
        return Letters(InlineEdit.Flat(split)).EndsWith(Letters(InlineEdit.Flat(credit)), StringComparison.OrdinalIgnoreCase) ? (rest, split) : (caption, credit);
    }

    /// <summary>Whether the whole text is a credit and nothing else.</summary>
    public static bool IsCredit(string text) => IsCredit(text, AgencyNames.MayStandIn(text));

    /// <summary>Whether a credit is written at the end of a longer text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wanted">Whether to look for it at all; false is told where not.</param>
    /// <param name="whole">Whether the whole text is a credit and nothing else, which is told in any case.</param>
    public static bool EndsInCredit(string text, bool wanted, out bool whole)
    {
        bool agency = AgencyNames.MayStandIn(text);
        whole = IsCredit(text, agency);
        return !whole && wanted && Find(text, agency) is { Start: > 0 };
    }

    private static bool IsCredit(ReadOnlySpan<char> text, bool agency)
    {
        text = text.Trim();
        if (text.Length is 0 or > LongestCredit)
        {
            return false;
        }

        if (agency && AgencyCredits.IsWhole(text))
        {
            return true;
        }

        if (CreditLabels.Opens(text))
        {
            return !PictureColon().IsMatch(text) && SentenceEnd().Count(text) < 3;
        }

        if (SignedCredits.MayEnd(text) && Evidence.Width(text) <= 60 && SignedCredits.Find(text.TrimEnd(")）").TrimStart("(（▲ ")) == 0)
        {
            return true;
        }

        return text[0] is '(' or '（' or '[' && text[^1] is ')' or '）' or ']' && text.Length > 1 && BracketCredits.IsCredit(text[1..^1]);
    }

    // Where the credit starts with its separator, and from where to where it is worth printing.
    private static (int Start, int From, int To)? Find(ReadOnlySpan<char> text, bool agency)
    {
        text = text.TrimEnd();
        if (Bracket(text) is { } bracket)
        {
            return bracket;
        }

        int labelled = CreditLabels.Find(text, 0);
        if (labelled > 0 && text.Length - labelled is > 3 and <= LongestCredit && text[..labelled].IndexOfAnyExcept(NoLetters) >= 0)
        {
            return WithBracket(text, labelled);
        }

        // A credit is short and stands at the end: what comes long before it is not looked at.
        int from = Math.Max(0, text.Length - LongestCredit - 60);
        ReadOnlySpan<char> tail = text[from..];
        return Checked(text, from, PrefixedCredits.Find(tail))
            ?? (SignedCredits.MayEnd(tail) ? Checked(text, from, DatedStart(tail)) ?? Checked(text, from, SignedCredits.Find(tail)) : null)
            ?? (agency ? Checked(text, from, AgencyCredits.Find(tail)) : null);
    }

    private static readonly System.Buffers.SearchValues<char> NoLetters = System.Buffers.SearchValues.Create(" \n\u00A0.,;:()[]（）【】|/-–—▲△▼◆↑");

    private static int DatedStart(ReadOnlySpan<char> text)
    {
        foreach (ValueMatch match in Dated().EnumerateMatches(text))
        {
            return match.Index;
        }

        return -1;
    }

    // Words of the caption must stand before the credit.
    private static (int, int, int)? Checked(ReadOnlySpan<char> text, int from, int found)
    {
        int start = from + found;
        return found >= 0 && start > 0 && text.Length - start <= LongestCredit && HasLetter(text[..start]) ? WithBracket(text, start) : null;
    }

    // A bracket that opens before the credit and closes at the end goes with it.
    private static (int, int, int) WithBracket(ReadOnlySpan<char> text, int start)
    {
        int from = start, to = text.Length;
        if (start > 0 && text[start - 1] is '(' or '（' or '[' or '【')
        {
            start--;
            to = text[to - 1] is ')' or '）' or ']' or '】' ? to - 1 : text[to - 1] is '.' or '。' && to > 1 && text[to - 2] is ')' or '）' ? to - 2 : to;
        }

        return (start, from, to);
    }

    private static (int, int, int)? Bracket(ReadOnlySpan<char> text)
    {
        int close = text.Length - 1;
        while (close > 0 && text[close] is '.' or '。' or ' ' or '\n')
        {
            close--;
        }

        if (close < 3 || text[close] is not (')' or '）' or ']' or '】' or '〉'))
        {
            return null;
        }

        int depth = 0;
        for (int i = close; i > 0; i--)
        {
            depth += text[i] is ')' or '）' or ']' or '】' ? 1 : text[i] is '(' or '（' or '[' or '【' ? -1 : 0;
            if (depth == 0)
            {
                ReadOnlySpan<char> inner = text[(i + 1)..close];
                return inner.Length is > 0 and <= LongestCredit && (BracketCredits.IsCredit(inner) || (AfterFullStop(text[..i]) && PersonNames.LookLike(inner))) ? (i, i + 1, close) : null;
            }
        }

        return null;
    }

    // A bracket after the caption's last full stop, with a name in it, is the credit.
    private static bool AfterFullStop(ReadOnlySpan<char> before) => before.TrimEnd() is [.., '.' or '。' or '!' or '?' or '”' or '"'];

    private static ImmutableArray<Inline> WithoutLabel(ImmutableArray<Inline> caption)
    {
        string text = InlineEdit.Flat(caption);
        if (text.Length == 0 || (char.IsAsciiLetterOrDigit(text[0]) && !StartsWithLabel(text)))
        {
            return InlineEdit.Trim(caption);
        }

        Match label = Label().Match(text);
        return label.Success && label.Length < text.Length ? InlineEdit.Trim(InlineEdit.Cut(caption, label.Length, text.Length)) : InlineEdit.Trim(caption);
    }

    // Those of the labels that start with a letter.
    private static readonly string[] LabelWords = ["caption", "image caption", "photo caption", "picture caption", "image description", "legende", "légende", "bildunterschrift", "bildbeschreibung"];

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

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    // Labels that say no more than that this is a caption.
    [GeneratedRegex(@"^[\s▲△▼▽◆●↑↓►▶]*(?:(?:image|photo|picture)\s+caption|caption|legende|légende|bildunterschrift|bildbeschreibung|image\s+description|(?:图片说明|圖片說明|图说|圖說|图注|圖註|【写真】|写真說明))?\s*[:：]?\s*(?<=[▲△▼▽◆●↑↓►▶:：】]\s*|caption\s+|^)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    // '（軍聞社提供）中央社記者某某傳真 109年9月22日'
    [GeneratedRegex(@"(?:^|(?<=[。.!！]))(?<credit>(?:（[^（）]{1,40}）)?[^。（）]{1,40}(?:摄|攝|传真|傳真|提供)\s*\d{2,4}年\d{1,2}月\d{1,2}日)$", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    // '图：' before a sentence labels a caption, before a name a credit.
    [GeneratedRegex(@"^[\s▲△]*(?:图|圖|写真|사진|照片|图片|圖片)\s*[:：](?=.{18,}\p{Lo})(?=.*[，。,.、：].*)(?!.{0,40}(?:[/／|]|摄|提供))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PictureColon();

    [GeneratedRegex(@"[.。!！?？](?=\s|$|\p{Lo})", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
