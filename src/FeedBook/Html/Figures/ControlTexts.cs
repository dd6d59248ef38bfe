using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FeedBook.Html.Figures;

/// <summary>What pages write on their own controls around pictures, in many languages: 'click to enlarge', '3 of 12', '点击查看大图'.</summary>
internal static partial class ControlTexts
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Texts = CreditLabels.Set(
    [
        "click to enlarge", "click to expand", "click to view", "click on image to enlarge", "click on image to expand",
            "click on image to view", "tap to zoom", "tap to enlarge", "click to zoom",
        "enlarge", "enlarge image", "enlarge this image", "view larger", "view full size", "view gallery", "view fullscreen", "full screen",
            "fullscreen", "expand", "zoom", "zoom in", "see more", "read more", "more",
        "close", "share", "save", "download", "hide caption", "toggle caption", "open modal", "open gallery", "open lightbox",
            "open image modal", "open image gallery", "open image lightbox",
        "ver más", "ampliar", "ampliar imagen", "ampliar foto", "agrandir", "agrandir l'image", "agrandir l’image", "voir plus",
            "vergrößern", "bild vergrößern", "mehr", "in neuem fenster", "vollbild", "ingrandisci",
        "anzeige", "werbung", "advertisement", "advertising", "ad", "sponsored", "publicidad", "publicité", "pubblicità", "reklama",
            "реклама", "广告", "廣告", "広告", "광고", "pin", "pin it", "pin this", "vis mer", "vis større", "förstora", "powiększ", "увеличить",
            "查看大图", "查看原图", "拡大", "拡大する", "画像を拡大", "확대", "확대보기", "확대이미지", "이미지 확대", "이미지 확대보기", "사진 확대보기", "크게보기", "크게 보기", "사진 확대",
    ]);

    // A few more characters may follow these: what the click does, and where.
    private static readonly string[] Starts =
        ["点击大图", "点击图片", "点击放大", "点击查看大图", "点击查看图片", "点击查看放大", "點擊大圖", "點擊圖片", "點擊放大", "點擊查看大圖", "點擊查看圖片", "點擊查看放大"];

    private const int LongestRest = 8;

    /// <summary>Whether the text, signs around it aside, is such a one.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        int start = 0, end = text.Length;
        while (start < end && !TextScan.IsWordLetter(text[start]))
        {
            start++;
        }

        while (end > start && !TextScan.IsWordLetter(text[end - 1]))
        {
            end--;
        }

        ReadOnlySpan<char> words = text[start..end];
        return words.Length > 0
            && (Texts.Contains(words) || ((char.IsDigit(words[0]) || words[0] is 'i' or 'I') && Count().IsMatch(words))
            || (words[0] is '点' or '點' && StartsAsControl(words)));
    }

    private static bool StartsAsControl(ReadOnlySpan<char> words)
    {
        foreach (string start in Starts)
        {
            if (words.StartsWith(start, StringComparison.Ordinal) && words.Length - start.Length <= LongestRest)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^(?:image \d+ of \d+|\d+ ?(?:/|of|von|de) ?\d+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Count();
}
