using System.Text.RegularExpressions;
using FeedBook.Html.Tree;
using FeedBook.Text;

namespace FeedBook.Html.Figures;

/// <summary>What an element's class, id, role or itemprop calls it.</summary>
internal enum Mark
{
    /// <summary>Nothing that concerns captions.</summary>
    None,

    /// <summary>A caption, in so many words.</summary>
    Caption,

    /// <summary>A credit, in so many words.</summary>
    Credit,

    /// <summary>A word that can mean a caption where nothing but a picture is beside it: description, text, footer.</summary>
    PerhapsCaption,

    /// <summary>A word that can mean a credit there: author, source.</summary>
    PerhapsCredit,

    /// <summary>A part of the page's own controls.</summary>
    Control,
}

/// <summary>The words by which pages mark captions and credits, in class names of many languages. All rules read them from here.</summary>
internal static partial class CaptionWords
{
    /// <summary>What the element calls itself.</summary>
    public static Mark Of(MarkupNode node) =>
        node.IsText ? Mark.None : node.Tag == Tag.Figcaption ? Mark.Caption : node.Named.Ask(MarkRule);

    private static readonly WordRule<Mark> MarkRule = new(Read);

    private static readonly WordRule<bool> FrameRule = new(static words => PictureFrame().IsMatch(words));

    // What the words call the element that has them.
    private static Mark Read(string words)
    {
        if (words.Length < 8)
        {
            return Mark.None;
        }

        if (NotMark().IsMatch(words))
        {
            return Mark.None;
        }

        if (Control().IsMatch(words))
        {
            return Mark.Control;
        }

        // "caption-credit" and "figcaption__copyright" are credits: the last word says what it is.
        Match credit = Credit().Match(words), caption = Caption().Match(words);
        if (credit.Success && (!caption.Success || LastIndex(Credit(), words) > LastIndex(Caption(), words)))
        {
            return Mark.Credit;
        }

        if (caption.Success)
        {
            return PerhapsCredit().IsMatch(words) ? Mark.PerhapsCredit : Mark.Caption;
        }

        return PerhapsCredit().IsMatch(words) ? Mark.PerhapsCredit : PerhapsCaption().IsMatch(words) ? Mark.PerhapsCaption : Mark.None;
    }

    /// <summary>Whether the element calls itself the frame of a picture.</summary>
    public static bool IsPictureFrame(MarkupNode node) => !node.IsText && (node.Tag is Tag.Figure || node.Named.Ask(FrameRule));

    /// <summary>Whether the text is what a page writes on its own controls: 'click to enlarge'.</summary>
    public static bool IsControl(string text) => ControlPhrases.IsBesideImage(text);

    private static int LastIndex(Regex regex, string words)
    {
        int last = -1;
        foreach (ValueMatch match in regex.EnumerateMatches(words))
        {
            last = match.Index;
        }

        return last;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(
        @"(?:table|video|closed|quote|audio)-?caption|media-?_?text|captions?-(?:off|on|toggle|settings)|caption-?(?:wrapper|container|"
        + @"wrap|outer|holder|parent)|no-?caption|copyright-?footer|site-|page-|(?:post|article|entry)-(?:source|author|credits?)|"
            + @"headline|standfirst", Options)]
    private static partial Regex NotMark();

    [GeneratedRegex(
        @"[ _-](?:btn|button|share|sharing|social|zoom|enlarge|lightbox-trigger|expand|fullscreen|toolbar|pager|pagination|counter|"
        + @"slide-?(?:number|count)|nav|controls?|toggle|tooltip|icon|next|prev(?:ious)?|gallery-(?:count|button|link))(?:[ _-]|$)",
            Options)]
    private static partial Regex Control();

    [GeneratedRegex(
        @"caption|[ _-]legend[ae]?(?:[ _-]|$)|bildunterschrift|bild-?text|bildtitel|bildlegende|bildinfo|bildbeschreibung|[ _-]bu(?:[ "
        + @"_-]|$)|cut-?line|pic-?(?:info|text|desc)|(?:image|img|photo|foto|picture|media|figure|imagearticle|"
            + @"photoarticle)[-_]{0,2}(?:desc(?:r|ription)?|info|text|texto|txt|footer|title|label|legend|note|beschreibung)(?:[ _-]|$)|"
                + @"pie-?de-?foto|[ _-]pie(?:[ _-]|$)|didascalia|k[eé]p-?al[aá][ií]r[aá]s|bildetekst|billedtekst|bildtext|underskrift|"
                    + @"bijschrift|kuvateksti|popisek|[ _-]podpis(?:[ _-]|$)|descripcion-?(?:foto|imagen)|img_descr|tuzhu|tu-?shuo",
                        Options)]
    private static partial Regex Caption();

    [GeneratedRegex(
        @"credit|copyright|photographer|fotograf|(?:image|photo|img|bild|picture|media|foto)-?_?(?:source|quelle|nachweis|author|autor|"
        + @"by|byline|firma|attribution|rights|owner|agency)|[ _-]license-?info|attribution|courtesy|[ _-]firma(?:[ _-]|$)|provider|"
            + @"caption_author|caption-(?:author|source|by|agency)|copyrightholder|fotokredit|[ _-]kredit(?:[ _-]|$)|bildnachweis|"
                + @"bildquelle|fotoautor|autor-?foto|[ _-]cr(?:[ _-]|$)", Options)]
    private static partial Regex Credit();

    [GeneratedRegex(
        @"[ _-](?:source|author|autor|auteur|fonte|fuente|signature|quelle|licen[cs]e|agency|agence|owner|rights|by)(?:[ _-]|$)", Options)]
    private static partial Regex PerhapsCredit();

    [GeneratedRegex(
        @"[ _-](?:desc|description|text|txt|info|meta|footer|note|label|subtitle|subline|title|name|details?|teaser-?text|summary|"
        + @"content|copy)(?:[ _-]|$)", Options)]
    private static partial Regex PerhapsCaption();

    [GeneratedRegex(
        @"[ _-](?:pic|pics|picbox|picture|image|img|photo|foto|bild|thumb|thumbnail|thumbinner|figure|media|media-?(?:block|item)|"
        + @"gallery|gallery-?item|slide|slideshow|carousel|carousel-?(?:item|cell)|attachment|wp-caption|visual|illustration|abbildung|"
            + @"lightbox|zdjecie|obrazek|bilde|kuva)(?:box|block|item|element|container|wrapper|wrap|inner|frame|holder|full|left|right|"
                + @"center)?(?:[ _-]|$)|caption|fullpicture|inlineimage|articleimage|(?:image|img|photo|pic|bild|foto)(?:box|block|wrap|"
                    + @"frame|container|element|item|gallery)", Options)]
    private static partial Regex PictureFrame();
}
