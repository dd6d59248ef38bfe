using System.Globalization;
using FeedBook.Content;
using FeedBook.Text;

namespace FeedBook.Html.Reading;

/// <summary>Numbers an article's figures in its own language and says where their captions stand, where the options ask for it.</summary>
internal static class FigureNumbers
{
    public static Article Add(Article article, FigureOptions options) =>
        options.NumberFigures || options.Placement != CaptionPlacement.Below ? new Numberer(article.Language, options).Rewrite(article)
            : article;

    /// <summary>The words in front of the number: <c>Figure 3</c>, <c>Abbildung 3</c>, <c>图 3</c>.</summary>
    public static string Label(string? language, int number)
    {
        string word = (language is null ? "en" : LanguageTag.Primary(language)) switch
        {
            "de" => "Abbildung {0}",
            "fr" => "Figure {0}",
            "es" or "gl" => "Figura {0}",
            "it" or "pt" or "ca" or "ro" => "Figura {0}",
            "nl" => "Figuur {0}",
            "sv" or "da" or "no" or "nb" or "nn" => "Figur {0}",
            "fi" => "Kuva {0}",
            "pl" => "Rysunek {0}",
            "cs" or "sk" => "Obrázek {0}",
            "hu" => "{0}. ábra",
            "tr" => "Şekil {0}",
            "ru" => "Рисунок {0}",
            "uk" => "Рисунок {0}",
            "el" => "Εικόνα {0}",
            "he" => "איור {0}",
            "ar" => "الشكل {0}",
            "fa" => "شکل {0}",
            "zh" => "图 {0}",
            "ja" => "図 {0}",
            "ko" => "그림 {0}",
            _ => "Figure {0}",
        };
        return string.Format(CultureInfo.InvariantCulture, word, number);
    }

    private sealed class Numberer(string? language, FigureOptions options) : ContentRewriter
    {
        private int count;

        protected override Block? Rewrite(Block block) =>
            block is Figure { Caption.IsEmpty: false } figure
                ? figure with { Number = options.NumberFigures ? Label(language, ++count) : null, Placement = options.Placement }
                : base.Rewrite(block);
    }
}
