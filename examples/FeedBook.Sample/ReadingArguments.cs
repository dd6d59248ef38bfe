using System.CommandLine;
using FeedBook.Html;

namespace FeedBook.Sample;

/// <summary>The arguments that say how items are read, shared by build and figures.</summary>
internal sealed class ReadingArguments
{
    private readonly Option<string[]> keep =
        new("--keep") { Description = "CSS selector of what is kept of an item's HTML. May be repeated, as the next three.",
        HelpName = "selector" };
    private readonly Option<string[]> remove =
        new("--remove") { Description = "CSS selector of what is removed from it.", HelpName = "selector" };
    private readonly Option<string[]> captions =
        new("--caption") { Description = "CSS selector of captions that are not recognised.", HelpName = "selector" };
    private readonly Option<string[]> credits = new("--credit") { Description = "CSS selector of credits.", HelpName = "selector" };

    public ReadingArguments()
    {
        FullText.Validators.Add(result =>
        {
            foreach (string word in result.Tokens.Select(token => token.Value).Where(word => !Plans.Words.FullTexts.ContainsKey(word)))
            {
                result.AddError($"--full-text '{word}' is not known. Known: {string.Join(", ", Plans.Words.FullTexts.Keys)}.");
            }
        });

        foreach (Option<string[]> option in (Option<string[]>[])[keep, remove, captions, credits])
        {
            option.Validators.Add(result =>
            {
                foreach (string fault in result.Tokens.Select(token => SelectorSyntax.FaultOf(token.Value)).OfType<string>())
                {
                    result.AddError($"{option.Name}: {fault}");
                }
            });
        }
    }

    /// <summary>Whether items' pages are read.</summary>
    public Option<string?> FullText { get; } =
        new("--full-text") {
        Description = "Whether the items' pages are read: 'auto' where the feed has summaries alone, 'never', 'always'.",
        HelpName = string.Join('|', Plans.Words.FullTexts.Keys) };

    /// <summary>Hosts of one's own network, which are refused otherwise.</summary>
    public Option<string[]> AllowedHosts { get; } =
        new("--allow-host") {
        Description = "A host, address or network that may be reached although it is private or local. May be repeated.",
        HelpName = "host" };

    public IEnumerable<Option> All => [keep, remove, captions, credits];

    public FeedSourceOptions Change(FeedSourceOptions options, ParseResult arguments)
    {
        bool changes = arguments.GetValue(captions) is { Length: > 0 } || arguments.GetValue(credits) is { Length: > 0 };
        ArticleOptions articles = Change(ArticleOptions.Default with { Keep = options.Keep, Remove = options.Remove }, arguments);
        return options with
        {
            Keep = articles.Keep,
            Remove = articles.Remove,
            FullText = FullTextOf(arguments) ?? options.FullText,
            Figures = changes ? Change(options.Figures ?? FigureOptions.Default, arguments) : options.Figures,
        };
    }

    public FullTextChoice? FullTextOf(ParseResult arguments) =>
        arguments.GetValue(FullText) is { } word ? Plans.Words.FullTexts[word] : null;

    public ArticleOptions Change(ArticleOptions options, ParseResult arguments) => options with
    {
        Keep = arguments.GetValue(keep) is { Length: > 0 } kept ? [.. kept] : options.Keep,
        Remove = arguments.GetValue(remove) is { Length: > 0 } removed ? [.. removed] : options.Remove,
    };

    public FigureOptions Change(FigureOptions options, ParseResult arguments) => options with
    {
        CaptionSelectors = arguments.GetValue(captions) is { Length: > 0 } texts ? [.. texts] : options.CaptionSelectors,
        CreditSelectors = arguments.GetValue(credits) is { Length: > 0 } names ? [.. names] : options.CreditSelectors,
    };

    public FetchOptions Change(FetchOptions options, ParseResult arguments) =>
        arguments.GetValue(AllowedHosts) is { Length: > 0 } hosts ? options with { AllowedHosts = [.. options.AllowedHosts, .. hosts] }
            : options;
}
