using System.Text;
using System.Text.RegularExpressions;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>Sees what speaks for and against a text's being the caption of the image before it.</summary>
internal static partial class Evidence
{
    private static readonly string[] MoreLinks =
        ["read on", "continue reading", "weiterlesen", "lire la suite", "leer más", "阅读全文", "閱讀全文", "续きを読む"];

    /// <summary>What can be seen of the words themselves.</summary>
    /// <param name="search">The search.</param>
    /// <param name="text">The words.</param>
    /// <param name="signs">What else was seen. Where even a credit at the words' end could not make it enough, none is looked for.</param>
    /// <param name="isHeaded">Whether a head in bold opens them: then several sentences say nothing.</param>
    /// <returns>All of it.</returns>
    public static ulong OfWords(FigureSearch search, string text, ulong signs, bool isHeaded = false)
    {
        int width = Width(text);
        signs |= CaptionSign.Marker.If(MayBeMarked(text) && Marker().IsMatch(text))
            | CaptionSign.Numbered.If(Number().IsMatch(text))
            | CaptionSign.SectionNumber.If((signs.Has(CaptionSign.Bold) ? BoldSection() : Section()).IsMatch(text))
            | CaptionSign.Short.If(width <= 120)
            | CaptionSign.VeryShort.If(width <= 40)
            | CaptionSign.Long.If(width > 320)
            | CaptionSign.VeryLong.If(width > 600)
            | CaptionSign.NoStop.If(text.Length > 0 && !".。!！?？…:：,，;；।".Contains(text[^1], StringComparison.Ordinal))
            | CaptionSign.EndsWithColon.If(text is [.., ':' or '：'])
            | CaptionSign.StartsLower.If(text.Length > 0 && char.IsLower(text[0]))
            | CaptionSign.MoreLink.If(IsMoreLink(text.AsSpan(Math.Max(0, text.Length - 40))));
        if (!isHeaded)
        {
            int sentences = SentenceEnd().Count(text);
            signs |= CaptionSign.TwoSentences.If(sentences >= 2) | CaptionSign.ThreeSentences.If(sentences >= 3);
        }

        bool ends = search.Reader.EndsInCredit(text, width <= 600 && search.MayBeEnough(signs), out bool whole);
        signs |= CaptionSign.EndsInCredit.If(ends) | CaptionSign.WholeCredit.If(whole) | CaptionSign.LabelledCredit.If(whole
            && CreditLabels.Opens(text));
        bool plain = IsPlain(signs);
        return signs | CaptionSign.PlainSentence.If(plain && !ends && !whole
            && !signs.Has(CaptionSign.NoStop)) | CaptionSign.SourceLine.If(plain && ends && signs.Has(CaptionSign.LikeNeighbours));
    }

    /// <summary>Whether the words stand where running text stands, and nothing sets them apart from it.</summary>
    public static bool IsPlain(ulong signs) => (signs & SetApart) == 0 && (signs & Flow) != 0;

    // What sets words apart from running text, and where running text stands.
    private static readonly ulong SetApart =
        Signs.Of(CaptionSign.Small, CaptionSign.Slanted, CaptionSign.Coloured, CaptionSign.CentredAlone, CaptionSign.Centred,
        CaptionSign.Marker, CaptionSign.Numbered, CaptionSign.LineHeaded),
        Flow = Signs.Of(CaptionSign.NextBlock, CaptionSign.Line);

    /// <summary>The sign of letters set apart as a whole: small, slanted, coloured, bold.</summary>
    /// <param name="style">What <see cref="StyleOf(MarkupNode)"/> tells.</param>
    public static ulong OfStyle(string style) => style switch
    {
        "small" => CaptionSign.Small.If(true),
        "em" => CaptionSign.Slanted.If(true),
        "font" => CaptionSign.Coloured.If(true),
        "strong" => CaptionSign.Bold.If(true),
        _ => 0,
    };

    /// <summary>What the whole run is set in; empty for plain text.</summary>
    public static string StyleOf(IReadOnlyList<MarkupNode> nodes)
    {
        string style = "";
        for (int i = 0; i < nodes.Count; i++)
        {
            if (!Agrees(nodes[i], ref style))
            {
                return "";
            }
        }

        return style;
    }

    /// <summary>What the whole node is set in; empty for plain text.</summary>
    public static string StyleOf(MarkupNode node)
    {
        string style = "";
        return Agrees(node, ref style) ? style : "";
    }

    /// <summary>Whether the element sets its content in the middle.</summary>
    public static bool IsCentred(MarkupNode node)
    {
        for (MarkupNode? at = node; at is { IsText: false, Tag: not Tag.Root }; at = at.Parent)
        {
            if (at.Tag == Tag.Center || BlockScope.AlignmentOf(at) == Content.TextAlignment.Center || at.Named.Ask(CentredRule))
            {
                return true;
            }

            if (BlockScope.AlignmentOf(at) is not null)
            {
                return false;
            }
        }

        return false;
    }

    private static readonly WordRule<bool> CentredRule = new(static words => CentredWord().IsMatch(words));

    /// <summary>How much of the text stands in links, in hundredths.</summary>
    public static int LinkShare(IReadOnlyList<MarkupNode> nodes)
    {
        int all = 0, linked = 0;
        for (int i = 0; i < nodes.Count; i++)
        {
            MarkupNode node = nodes[i];
            MarkupNode? link = node.Closest(Tag.A);
            for (MarkupNode? at = node; at is not null; at = at.Following(node))
            {
                link = link is null && at.Tag == Tag.A ? at : link;
                if (at.IsText)
                {
                    all += at.TextLength;
                    linked += link is not null && at.Closest(Tag.A) is not null ? at.TextLength : 0;
                }
            }
        }

        return all == 0 ? 0 : linked * 100 / all;
    }

    /// <summary>Length as printed: a Chinese character is as wide as two Latin ones.</summary>
    public static int Width(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
        {
            return text.Length;
        }

        int width = 0;
        foreach (char c in text)
        {
            width += c >= '\u2E80' ? 2 : 1;
        }

        return width;
    }

    private static bool HasLetter(string text)
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

    // Whether the text's end leads on to the rest of it.
    private static bool IsMoreLink(ReadOnlySpan<char> text)
    {
        int end = text.Length;
        while (end > 0 && !TextScan.IsWordLetter(text[end - 1]))
        {
            end--;
        }

        ReadOnlySpan<char> rest = text[end..], words = text[..end];
        if (rest.Contains('…') || rest.IndexOf("...", StringComparison.Ordinal) >= 0)
        {
            return true;
        }

        foreach (string link in MoreLinks)
        {
            if (words.EndsWith(link, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return words.EndsWith("more", StringComparison.OrdinalIgnoreCase) && (words.Length == 4 || !TextScan.IsWordLetter(words[^5]));
    }

    // The pattern is only tried on words that start as one of its words does.
    private static bool MayBeMarked(string text) =>
        text.Length > 0
        && (text[0] > '\u007F' || char.IsWhiteSpace(text[0]) || text[0] == '['
        || LatinMarkers.Any(marker => char.ToLowerInvariant(text[0]) == marker[0]));

    private static readonly string[] LatinMarkers =
        ["bildunterschrift", "legende", "légende", "image caption", "caption", "pie de foto", "didascalia"];

    private static string OwnStyle(MarkupNode node)
    {
        switch (node.Tag)
        {
            case Tag.Small:
                return "small";
            case Tag.Em or Tag.I or Tag.Cite:
                return "em";
            case Tag.Strong or Tag.B:
                return Inner(node) is { Length: > 0 } inner and not "strong" ? inner : "strong";
            case Tag.Font when node.Attribute("size") is { } size && (size.StartsWith('-') || size is "1" or "2"):
                return "small";
            case Tag.Font when node.Has("color"):
                return "font";
            case Tag.Unknown when !node.IsBlock:
                // An element of the publisher's own around all the words sets them apart, whatever it looks like.
                return Inner(node) is { Length: > 0 } set ? set : "font";
        }

        if (node.IsText || node.Tag is Tag.A)
        {
            return node.IsText ? "" : Inner(node);
        }

        string look = (node.Attributes & MarkupAttributes.Look) == 0 ? "" : node.Attribute("style") ?? "";
        if (look.Length == 0)
        {
            return Inner(node);
        }

        return SmallStyle().IsMatch(look) ? "small" : SlantedStyle().IsMatch(look) ? "em" : Inner(node) is { Length: > 0 } within ? within
            : GreyStyle().IsMatch(look) ? "font" : "";
    }

    private static string Inner(MarkupNode node)
    {
        string style = "";
        for (MarkupNode? child = node.First; child is not null; child = child.Next)
        {
            if (!Agrees(child, ref style))
            {
                return "";
            }
        }

        return style;
    }

    // Whether the node is set in the same as what came before it, if it shows anything.
    private static bool Agrees(MarkupNode node, ref string style)
    {
        if (!node.HasWords || node.Tag == Tag.Br || (node.IsText && !HasLetter(node.Text)))
        {
            return true;
        }

        string own = OwnStyle(node);
        bool agrees = own.Length > 0 && (style.Length == 0 || style == own);
        style = own;
        return agrees;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Signs that open a caption in Chinese, Japanese and Korean news, and labels in other languages.
    [GeneratedRegex(
        @"^\s*(?:[▲△▼▽◆↑]\s*\S|(?:图注|圖註|图说|圖說|图片说明|圖片說明|资料图片?|資料圖片?|资料照片|資料照片|示意图|示意圖|图为|圖為|图：|圖：|图\d+[：:]|圖\d+[：:]|上图|下图为|【写真】|写真[：＝:]|"
        + @"写真は|▲|사진[=:：]|\[사진)|(?:bildunterschrift|legende|légende|image caption|caption|pie de foto|didascalia|подпись)\s*[:：])",
            Options)]
    private static partial Regex Marker();

    // 'Figure 1.', 'Abb. 4', '图3', 'Photo 2:', '01.'
    [GeneratedRegex(
        @"^[\s(\[【（]*(?:(?:fig(?:ure|uur|ura|ur)?|abb(?:ildung)?|bild|foto|photo|image|imagen|picture|plate|tafel|map|karte|"
        + @"ill(?:ustration)?|obr(?:ázek)?|rys(?:unek)?|kuva|şekil|рис(?:унок)?|фото|εικόνα|איור|תמונה|الشكل|شکل|hình|gambar|ภาพที่|图表?|"
            + @"圖表?|図|写真|照片|图片|그림|사진)\.?\s*[0-9０-９]{1,3}[a-z]?(?:\s*[.:：)、）】\]–—-]|\s|$)|[0-9]{2}[.、．]\s*\p{L})", Options)]
    private static partial Regex Number();

    // '二、停工的二十天', '第三章'
    [GeneratedRegex("^\\s*(?:第[一二三四五六七八九十百0-9]{1,4}[章节節回部]|[（(]?[一二三四五六七八九十]{1,3}[、）)])", Options)]
    private static partial Regex Section();

    [GeneratedRegex(
        "^\\s*(?:第[一二三四五六七八九十百0-9]{1,4}[章节節回部]|[（(]?[一二三四五六七八九十]{1,3}[、）)．.]|(?:[IVX]{1,4}|[0-9]{1,2})[.)、．]\\s*[\\p{Lu}\\p{Lo}])",
        RegexOptions.CultureInvariant)]
    private static partial Regex BoldSection();

    [GeneratedRegex(@"(?<=\w\w)[.!?…](?=\s+\p{Lu}|\s*$)|[。！？]", Options)]
    internal static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"[ _-](?:cent(?:er|re)(?:ed)?(?:image|img|pic)?|aligncenter|text-?center|has-text-align-center)(?:[ _-]|$)|align-?center|"
        + @"text-center", Options)]
    private static partial Regex CentredWord();

    [GeneratedRegex(
        @"font-size\s*:\s*(?:smaller|small|x-small|xx-small|[6-9](?:\.\d+)?p[tx]|1[0-2](?:\.\d+)?px|0?\.\d+(?:r?em)|[5-8]\d(?:\.\d+)?%)",
        Options)]
    private static partial Regex SmallStyle();

    [GeneratedRegex(@"font-style\s*:\s*(?:italic|oblique)", Options)]
    private static partial Regex SlantedStyle();

    [GeneratedRegex(@"(?:^|[;\s])color\s*:\s*(?:gr[ae]y|#(?:777|888|999|aaa|666|808080|999999|888888|777777|666666))", Options)]
    private static partial Regex GreyStyle();
}
