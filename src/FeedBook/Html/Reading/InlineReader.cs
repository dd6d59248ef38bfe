using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedBook.Content;
using FeedBook.Html.Figures;
using FeedBook.Html.Formulas;
using FeedBook.Html.Images;
using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;
using FeedBook.Text;

namespace FeedBook.Html.Reading;

/// <summary>What stands in a line: emphasis, links, breaks, ruby, pictures. An element of a line may hold blocks all the same.</summary>
internal sealed partial class InlineReader(BlockReader reader, ReadingContext context)
{
    private readonly Stack<Uri?> links = new();

    public void Read(MarkupNode node)
    {
        if (reader.Plan.NoteOf(node) is { } note)
        {
            reader.Anchors.Pass(node);
            reader.Run.Add(note);
            return;
        }

        if (reader.Plan.FormulaOf(node) is { } formula)
        {
            reader.Anchors.Pass(node);
            Formula(node, formula);
            return;
        }

        switch (node.Tag)
        {
            case Tag.Br:
                reader.Anchors.Pass(node);
                if (!reader.Run.Break())
                {
                    reader.Flush();
                }

                return;
            case Tag.Wbr:
                return;
            case Tag.Img or Tag.AmpImg:
                Image(node);
                return;
            case Tag.Script:
                EmbedReader.ReadScript(reader, node);
                return;
            case Tag.Video or Tag.Audio or Tag.Iframe or Tag.Object or Tag.Embed or Tag.AmpVideo or Tag.AmpAudio or Tag.AmpIframe
                or Tag.AmpYoutube:
                reader.Anchors.Pass(node);
                EmbedReader.Read(reader, node);
                return;
            case Tag.Ruby when RubyReader.CanRead(node):
                reader.Anchors.Pass(node);
                RubyReader.Read(reader, node);
                return;
            case Tag.A:
                Link(node);
                return;
            case Tag.Picture:
                reader.Children(node);
                return;
            default:
                Styled(node);
                return;
        }
    }

    /// <summary>Where a link around a picture leads; null when it only leads to the picture itself.</summary>
    public Uri? LinkAround(MarkupNode node)
    {
        if (links.Count == 0 || links.Peek() is not { IsAbsoluteUri: true } link
            || AddressResolver.Has(reader.Plan.ImageOf(node)!.Candidates, link))
        {
            return null;
        }

        return link;
    }

    private void Image(MarkupNode node)
    {
        reader.Anchors.Pass(node);
        SourceImage? image = reader.Plan.ImageOf(node);
        if (image is { Use: ImageUse.Inline } symbol)
        {
            reader.Run.Add(new InlineImage(ImageReferences.Of(symbol)));
        }
        else if (image is not null)
        {
            reader.Place(node);
        }
        else
        {
            EmbedReader.Read(reader, node);
        }
    }

    private void Link(MarkupNode node)
    {
        reader.Anchors.Pass(node);
        string? href = node.Attribute("href");
        Uri? address = context.Addresses.Link(href);
        if (address is null && !string.IsNullOrWhiteSpace(href) && href is not "#")
        {
            context.Report(DiagnosticIds.LinkDropped, $"A link to “{ReadingContext.Excerpt(href)}” was dropped, its text kept.");
        }

        links.Push(address);
        if (address is null)
        {
            Styled(node);
        }
        else
        {
            string? title = node.Attribute("title") is { } words && MarkupText.Fold(words) is { Length: > 0 } told ? XmlText.Clean(told)
                : null;
            reader.Run.Open().Link(address, title);
            reader.Children(node);
            reader.Run.Close();
        }

        links.Pop();
    }

    private void Styled(MarkupNode node)
    {
        if (node.Tag != Tag.A)
        {
            reader.Anchors.Pass(node);
        }

        int opened = 0;
        if (StyleOf(node.Tag) is { } style)
        {
            Open(style, ref opened);
        }

        if (node.Attributes != MarkupAttributes.None || node.Tag == Tag.Bdi)
        {
            if ((node.Attributes & MarkupAttributes.Look) != 0 && node.Tag is Tag.Span or Tag.Font or Tag.Unknown
                && node.Attribute("style") is { } look)
            {
                if (BoldStyle().IsMatch(look))
                {
                    Open(TextStyle.Strong, ref opened);
                }

                if (ItalicStyle().IsMatch(look))
                {
                    Open(TextStyle.Emphasis, ref opened);
                }
            }

            string? language = BlockScope.LanguageOf(node);
            language = language == reader.Scope.Language ? null : language;
            TextDirection? direction = BlockScope.DirectionOf(node);
            string? id = reader.Anchors.IsWaiting && node.First is not null && HasText(node) ? reader.Anchors.Take() : null;
            if (language is not null || direction is not null || id is not null)
            {
                reader.Run.Open().Span(language, direction, id);
                opened++;
            }
        }

        reader.Children(node);
        while (opened-- > 0)
        {
            reader.Run.Close();
        }
    }

    private static bool HasText(MarkupNode node) => node.Any(part => part.IsText && !InlineEdit.IsBlank(part.Text))
        && !node.Any(part => Tags.IsBlock(part.Tag));

    private void Open(TextStyle style, ref int opened)
    {
        reader.Run.Open().Style(style);
        opened++;
    }

    private void Formula(MarkupNode node, FormulaSource source)
    {
        var letters = new List<MarkupNode>();
        for (MarkupNode? child = node.First; child is not null; child = child.Next)
        {
            letters.Add(child);
        }

        ImmutableArray<Inline> content = reader.RunOf(letters, Claim.None);
        if (content.IsEmpty)
        {
            return;
        }

        var formula = new Formula(content) { MathMl = source.MathMl, Tex = source.Tex, IsDisplay = source.IsDisplay };
        if (!source.IsDisplay)
        {
            reader.Run.Add(formula);
            return;
        }

        reader.Flush();
        reader.Run.Add(formula);
        reader.Flush(TextAlignment.Center);
    }

    private static TextStyle? StyleOf(Tag tag) => tag switch
    {
        Tag.Em or Tag.I or Tag.Cite or Tag.Dfn or Tag.Var => TextStyle.Emphasis,
        Tag.Strong or Tag.B => TextStyle.Strong,
        Tag.U or Tag.Ins => TextStyle.Underline,
        Tag.S or Tag.Del or Tag.Strike => TextStyle.Strikethrough,
        Tag.Sup => TextStyle.Superscript,
        Tag.Sub => TextStyle.Subscript,
        Tag.Small => TextStyle.Small,
        Tag.Mark => TextStyle.Mark,
        Tag.Code or Tag.Kbd or Tag.Samp or Tag.Tt => TextStyle.Code,
        Tag.Q => TextStyle.Quote,
        _ => null,
    };

    [GeneratedRegex(@"font-weight\s*:\s*(?:bold|[6-9]00)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BoldStyle();

    [GeneratedRegex(@"font-style\s*:\s*(?:italic|oblique)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ItalicStyle();
}
