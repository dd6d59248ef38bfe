using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FeedBook.Content;
using FeedBook.Html;
using FeedBook.Tests.Epub;

namespace FeedBook.Tests.Html;

/// <summary>Every section of <c>Specs/article-*.md</c> and <c>Specs/figures-*.md</c> gives the tree that it shows.</summary>
public sealed partial class SpecTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "FeedBook.Tests", "Specs");

    public static TheoryData<Spec> Specs => [.. Directory.EnumerateFiles(Folder, "*.md")
        .Where(file => Path.GetFileName(file).StartsWith("article-", StringComparison.Ordinal)
            || Path.GetFileName(file).StartsWith("figures-", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).SelectMany(Spec.ReadAll)];

    [Theory]
    [MemberData(nameof(Specs), DisableDiscoveryEnumeration = true)]
    public void A_section_gives_its_tree(Spec spec)
    {
        Article article = Read(spec);

        Assert.Equal(spec.Tree, ContentPrinter.Print(article));
        if (spec.Diagnostics is { } expected)
        {
            Assert.Equal(expected, string.Join(' ', article.Diagnostics.Select(one => one.Id)));
        }
    }

    [Theory]
    [MemberData(nameof(Specs), DisableDiscoveryEnumeration = true)]
    public async Task A_section_gives_its_XHTML(Spec spec)
    {
        using Book book = MadeBooks.Of(MadeBooks.Chapter("Spec") with { Article = Read(spec) });
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        Assert.Empty(epub.Faults());
        if (spec.Xhtml is { } expected)
        {
            XElement[] written = [.. epub.Chapters.Single().Descendants(OpenedEpub.Xhtml + "section").First().Elements().Skip(1)];
            Assert.Equal(expected, string.Join('\n', written.Select(Plain)));
        }
    }

    // Without the namespaces, which the file's root declares.
    private static string Plain(XElement element) =>
        NamespaceDeclaration().Replace(element.ToString(SaveOptions.DisableFormatting), "").Replace("\n", "", StringComparison.Ordinal);

    [GeneratedRegex(" xmlns(:[a-z]+)?=\"[^\"]*\"")]
    private static partial Regex NamespaceDeclaration();

    [Fact]
    public void There_are_specs_for_articles_and_for_figures() =>
        Assert.True(Specs.Count > 40, $"Only {Specs.Count} sections were found in {Folder}.");

    private static Article Read(Spec spec)
    {
        var articles = new ArticleOptions();
        var figures = new FigureOptions();
        var item = new FeedItem { Id = "spec", ContentHtml = spec.Html, BaseAddress = new Uri("https://news.example/2024/story/") };
        foreach (string line in spec.Options.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split(": ", 2);
            ImmutableArray<string> one = [parts[1]];
            switch (parts[0])
            {
                case "Title":
                    item = item with { Title = parts[1] };
                    break;
                case "Language":
                    item = item with { Language = parts[1] };
                    break;
                case "Enclosure":
                    item = item with { Media = item.Media.Add(new FeedMedia(new Uri(parts[1])) { MediaType = "image/jpeg" }) };
                    break;
                case "Description":
                    item = item with { Media = item.Media.SetItem(0, item.Media[0] with { DescriptionHtml = parts[1] }) };
                    break;
                case "Keep":
                    articles = articles with { Keep = one };
                    break;
                case "Remove":
                    articles = articles with { Remove = one };
                    break;
                case "CaptionSelectors":
                    figures = figures with { CaptionSelectors = one };
                    break;
                case "CreditSelectors":
                    figures = figures with { CreditSelectors = one };
                    break;
                case "UseTitleAsCaption":
                    figures = figures with { UseTitleAsCaption = true };
                    break;
                case "NumberFigures":
                    figures = figures with { NumberFigures = true };
                    break;
                case "KeepUncaptioned":
                    figures = figures with { KeepUncaptioned = false };
                    break;
                default:
                    throw new InvalidOperationException($"{spec}: no such option: {line}");
            }
        }

        return new ArticleReader(articles, figures).Read(item);
    }
}
