using System.Text.RegularExpressions;
using FeedBook.Html.Tree;

namespace FeedBook.FullText;

/// <summary>
/// What the names of elements hint at: the vocabulary that makers of page templates share. A hint alone takes nothing out; see who asks.
/// </summary>
internal static partial class PartNames
{
    /// <summary>The page says that it is the article's text.</summary>
    public static readonly WordRule<bool> ArticleBody = new(static words => Body().IsMatch(words));

    /// <summary>Something around an article.</summary>
    public static readonly WordRule<bool> Furniture = new(static words => Around().IsMatch(words) && !Within().IsMatch(words));

    /// <summary>What readers wrote to the article.</summary>
    public static readonly WordRule<bool> Comments = new(static words => OfReaders().IsMatch(words));

    private static readonly WordRule<bool> Content = new(static words => Within().IsMatch(words));

    /// <summary>How likely an element of this name holds an article, as a factor.</summary>
    public static double Weight(MarkupNode node) =>
        (node.Tag is Tag.Article or Tag.Main ? 1.2 : 1)
        * (node.Named.Ask(Content) ? 1.25 : 1) * (node.Named.Ask(Furniture) ? 0.6 : 1);

    [GeneratedRegex(@" (?:articlebody|reviewbody)(?: |$)", RegexOptions.CultureInvariant)]
    private static partial Regex Body();

    [GeneratedRegex(@" (?:comments?|disqus(?:_thread|-thread)?|respond|comments?-?_?(?:area|list|section|container|wrapper|wrap|block|"
        + @"thread|s)|commentlist|"
        + @"(?:story|article|post|user|reader|facebook|fb)-?_?comments?)(?: |$)", RegexOptions.CultureInvariant)]
    private static partial Regex OfReaders();

    [GeneratedRegex(@"(?:article|entry|post|story|page|main|body|text|blog)[-_]*(?:body|content|text|copy|main)|(?<![a-z])(?:content|"
        + @"hentry|prose)(?![a-z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Within();

    [GeneratedRegex(
        @"(?<![a-z])(?:comments?|respond|replies|disqus|shar(?:e|ing)|social|related|recommend|newsletter|subscri|sign-?up|promo|sponsor|"
        + @"advert|ads?(?![a-z])|sidebar|side-?bar|breadcrumb|pagination|pager|pagenav|author-?(?:bio|box|info|card)|byline|tags?(?![a-z])|"
        + @"taxonomy|taboola|outbrain|popular|trending|most-?(?:read|popular|viewed)|read-?(?:more|next|also)|more-?(?:stories|from|news|"
            + @"on)|"
        + @"toolbar|print(?![a-z])|cookie|consent|modal|popup|overlay|menu|nav(?![a-z])|navbar|navigation|footer|masthead|skip-?link|"
        + @"rating|log-?in|follow|feedback|donat|paywall|barrier|disclaimer|post-?meta|entry-?meta|article-?meta|"
        + @"meta(?![a-z])|next-?(?:post|article|story)|prev(?:ious)?-?(?:post|article|story)|jp-|addtoany|poll|quiz|jump-?link|"
            + @"toc(?![a-z])|"
        + @"you-?(?:may|might)|also-?(?:like|read)|see-?also|onward|outro|rail(?![a-z])|utility|extras?(?![a-z])|cta(?![a-z])|"
        + @"recirc|tag-?(?:box|list|cloud)|next-?prev|prev-?next|controls?(?![a-z])|control-?(?:panel|bar)|slide-?(?:count|nav)|partner|"
            + @"affiliate|coupon|survey|banner|trend|playlist)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Around();
}
