using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FeedBook.Corpus.Captions;

/// <summary>One image as the library reads it.</summary>
internal sealed record PredictedImage(string Address, string? Caption, string? Credit);

/// <summary>
/// Counts right and wrong captions and credits, strictly: captions must be equal but for case, white space and punctuation. The same
/// counting as the scorer beside the labelled cases, so that a program can learn from it.
/// </summary>
internal sealed partial class CaptionScore
{
    public int Right { get; private set; }

    public int Wrong { get; private set; }

    public int Missed { get; private set; }

    public int RightCredits { get; private set; }

    public int WrongCredits { get; private set; }

    public int MissedCredits { get; private set; }

    public int Swallowed { get; private set; }

    public int Lost { get; private set; }

    /// <summary>Images shown that do not belong to the article.</summary>
    public int Strays { get; private set; }

    public double Precision => Ratio(Right, Right + Wrong);

    public double Recall => Ratio(Right, Right + Missed);

    public double F1 => Ratio(2 * Right, (2 * Right) + Wrong + Missed);

    public double CreditF1 => Ratio(2 * RightCredits, (2 * RightCredits) + WrongCredits + MissedCredits);

    /// <summary>Adds a case's counts.</summary>
    /// <param name="labelled">The case.</param>
    /// <param name="images">What the library says of its images.</param>
    /// <param name="body">The article's text without captions and credits.</param>
    /// <param name="told">Called for each error with its kind, the image, and what was expected and read.</param>
    public void Add(CaptionCase labelled, IReadOnlyList<PredictedImage> images, string body, Action<string, string, string?>? told = null)
    {
        var hit = new HashSet<LabelledImage>(ReferenceEqualityComparer.Instance);
        var credited = new HashSet<LabelledImage>(ReferenceEqualityComparer.Instance);
        foreach (PredictedImage image in images)
        {
            string address = Address(image.Address, labelled.Address);
            Strays += labelled.NotFigures.Contains(address) ? 1 : 0;
            if (labelled.NotFigures.Contains(address))
            {
                told?.Invoke("STRAY", address, null);
            }

            LabelledImage[] units = [.. labelled.Images.Where(one => one.Addresses.Contains(address))];
            AddCredit(image, units, credited, told);
            AddCaption(image, units, hit, told);
        }

        foreach (LabelledImage unit in labelled.Images)
        {
            if (unit.Caption is not null && !hit.Contains(unit) && !unit.Accepted.Contains(null))
            {
                Missed++;
                told?.Invoke("FN", unit.Addresses.First(), unit.Caption);
            }

            if (unit.Credit is not null && !credited.Contains(unit))
            {
                MissedCredits++;
                told?.Invoke("CREDIT FN", unit.Addresses.First(), $"{unit.Caption} ## {unit.Credit}");
            }
        }

        string text = Letters(Fold(body));
        List<string> captions = [.. images.Select(image => Letters(Fold($"{image.Caption} {image.Credit}")))];
        foreach (string sentence in labelled.MustKeep)
        {
            string letters = Letters(Fold(sentence));
            bool swallowed = letters.Length > 0 && captions.Exists(caption => caption.Contains(letters, StringComparison.Ordinal));
            bool lost = !swallowed && !text.Contains(letters, StringComparison.Ordinal);
            Swallowed += swallowed ? 1 : 0;
            Lost += lost ? 1 : 0;
            if (swallowed || lost)
            {
                told?.Invoke(swallowed ? "SWALLOWED" : "LOST", "", sentence);
            }
        }
    }

    public override string ToString() =>
        $"P {Precision:F3} R {Recall:F3} F1 {F1:F3} (tp {Right} fp {Wrong} fn {Missed}) | credit F1 {CreditF1:F3} "
            + $"({RightCredits}/{WrongCredits}/{MissedCredits}) | swallowed {Swallowed} lost {Lost} strays {Strays}";

    /// <summary>An address as addresses are compared: without scheme, www., fragment and percent-coding.</summary>
    public static string Address(string address, Uri? root)
    {
        string text = WebUtility.HtmlDecode(address.Trim());
        if (text.StartsWith("data:", StringComparison.Ordinal))
        {
            return text[..Math.Min(80, text.Length)];
        }

        if (root is not null && Uri.TryCreate(root, text, out Uri? full))
        {
            text = full.OriginalString.Contains("://", StringComparison.Ordinal) ? full.OriginalString : full.AbsoluteUri;
        }

        return Scheme().Replace(Uri.UnescapeDataString(text), "").Split('#')[0].TrimEnd('/');
    }

    /// <summary>A caption as captions are compared.</summary>
    public static string CaptionLetters(string caption)
    {
        string text = CaptionLabel().Replace(Fold(caption).Trim(), "");
        return Letters(CaptionSign().Replace(text, ""));
    }

    /// <summary>A credit as credits are compared.</summary>
    public static string CreditLetters(string credit)
    {
        string text = CopyrightSign().Replace(Fold(credit).Trim(" ()[]（）【】".ToCharArray()), "");
        string bare = Letters(CreditLabel().Replace(text, ""));
        return bare.Length > 0 ? bare : Letters(text);
    }

    /// <summary>Letters and digits alone.</summary>
    public static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) < UnicodeCategory.SpaceSeparator)
            {
                letters.Append(rune.ToString());
            }
        }

        return letters.ToString();
    }

    private static string Fold(string text) =>
        Hidden().Replace(WebUtility.HtmlDecode(text), "").Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    private static double Ratio(int part, int all) => all == 0 ? 0 : (double)part / all;

    private void AddCredit(PredictedImage image, LabelledImage[] units, HashSet<LabelledImage> credited, Action<string, string,
        string?>? told)
    {
        if (string.IsNullOrEmpty(image.Credit) || CreditLetters(image.Credit) is not { Length: > 0 } letters)
        {
            return;
        }

        if (Array.Find(units, unit => unit.Credit is not null && CreditLetters(unit.Credit) == letters) is { } right)
        {
            RightCredits += credited.Add(right) ? 1 : 0;
        }
        else
        {
            WrongCredits++;
            told?.Invoke("CREDIT FP", image.Address, $"{image.Caption} ## {image.Credit}");
        }
    }

    private void AddCaption(PredictedImage image, LabelledImage[] units, HashSet<LabelledImage> hit, Action<string, string, string?>? told)
    {
        if (string.IsNullOrEmpty(image.Caption) || CaptionLetters(image.Caption) is not { Length: > 0 } letters)
        {
            return;
        }

        foreach (LabelledImage unit in units)
        {
            if (unit.Caption is not null
                && (CaptionLetters(unit.Caption) == letters || CaptionLetters(unit.Caption) == Letters(Fold(image.Caption))))
            {
                Right += hit.Add(unit) ? 1 : 0;
                return;
            }

            if (unit.Accepted.Any(one => one is not null && CaptionLetters(one) == letters))
            {
                hit.Add(unit);
                return;
            }
        }

        Wrong++;
        told?.Invoke("FP", image.Address, image.Caption);
    }

    [GeneratedRegex(@"^(?:https?:)?//(?:www\.)?")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"[\u00AD\u200B-\u200F\u2060\uFEFF]")]
    private static partial Regex Hidden();

    [GeneratedRegex(
        @"^[\s▲△▼◆■●↑【\[(]*(?:图注|圖註|图片说明|图说|圖說|图为|资料图片?|資料圖片?|写真|寫真|abbildung|abb|bildunterschrift|image caption|caption|legende|"
        + @"図版)[\s】\])]*[::：]\s*")]
    private static partial Regex CaptionLabel();

    [GeneratedRegex(@"^[▲△▼◆↑\s]+|^【写真】")]
    private static partial Regex CaptionSign();

    [GeneratedRegex(@"^(?:©|\(c\)|copyright)\s*")]
    private static partial Regex CopyrightSign();

    [GeneratedRegex("""
        ^(?:(?:all\x20)?photos?(?:graphs?)?|images?|pictures?|illustrations?|fotos?|bild(?:er|quelle|nachweis)?|quelle|credits?|source|crédits?|créditos?|fotografía|fuente|autor|источник|фото
        |图像来源|图片来源|圖片來源|图片|图源|来源|來源|供图|图|圖|写真|撮影|사진\x20출처|사진|صورة|צילום|fotoğraf|zdjęcie|nuotr)(?:\s+(?:credits?|source|by|courtesy(?:\x20of)?|via|from))*\s*[:：/=,，]?\s*(?:by\x20|via\x20|courtesy\x20of\x20)?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex CreditLabel();
}
