using System.Text.RegularExpressions;
using FeedBook.Html.Images;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>
/// A box that calls itself a picture's frame (picBox, gallery-item, carousel slide) and holds one picture and a few words.
/// </summary>
internal sealed partial class ImageBox : ICaptionPattern
{
    private const int Longest = 420;

    public IEnumerable<CaptionProposal> Find(FigureSearch search)
    {
        foreach (SourceImage picture in search.Free)
        {
            if (Read(search, picture.Node) is { } proposal)
            {
                yield return proposal;
            }
        }
    }

    private static CaptionProposal? Read(FigureSearch search, MarkupNode picture)
    {
        MarkupNode home = Surroundings.Home(search, picture);
        MarkupNode? box = home.Parent;
        if (box is null || box == search.Root || !IsBox(box) || search.CountImages(box) != 1 || box.TextLength > Longest
            || Surroundings.IsMostOf(search, box.TextLength))
        {
            return null;
        }

        var captions = new List<MarkupNode>();
        var credits = new List<MarkupNode>();
        var labels = new List<MarkupNode>();
        bool past = false, weak = false, body = false, named = CaptionWords.IsPictureFrame(box);
        int parts = 0;
        for (MarkupNode? part = box.First; part is not null; part = part.Next)
        {
            past |= part == home;
            if (part == home || search.IsEmpty(part))
            {
                continue;
            }

            if (part.Any(node => Tags.IsHeading(node.Tag) && node != part && node.TextLength < part.TextLength))
            {
                // A heading and more beside the image: a card, or the text itself.
                return null;
            }

            if ((part.Words.Length > 0 && part.Words == home.Words) || CaptionParts.HoldsRunningText(part))
            {
                // Columns side by side, or running text beside the image.
                return null;
            }

            parts += part.IsText || !Tags.IsBlock(part.Tag) ? 0 : 1 + CountBlocks(part);
            body |= BodyWords().IsMatch(part.Words);
            switch (CaptionParts.IsAllCite(part) ? Mark.Credit : part.TextLength < 40 && CaptionWords.IsControl(part.PlainText)
                ? Mark.Control : CaptionWords.Of(part))
            {
                case Mark.Control:
                    labels.Add(part);
                    break;
                case Mark.Credit or Mark.PerhapsCredit:
                    credits.Add(part);
                    break;
                case Mark.Caption:
                    captions.Add(part);
                    break;
                case Mark.PerhapsCaption:
                    weak = true;
                    captions.Add(part);
                    break;
                default:
                    if (!past && part.TextLength < 40 && CreditLabels.IsPictureAlone(part.PlainText))
                    {
                        labels.Add(part);
                        break;
                    }

                    // Unmarked words before the picture are a heading or a lead-in.
                    if (!past || Tags.IsHeading(part.Tag) || search.HasMedia(part) || part.Tag is Tag.Ul or Tag.Ol or Tag.Table)
                    {
                        return null;
                    }

                    captions.Add(part);
                    break;
            }
        }

        if (captions.Count + credits.Count == 0)
        {
            return null;
        }

        // Items of lists, paragraphs and asides hold text with an image in it as well.
        if (!named && !weak && box.Tag is not (Tag.Div or Tag.Figure))
        {
            return null;
        }

        // A line that is a credit and nothing else, whatever it is called, is one beside the words.
        if (captions.Count > 1)
        {
            foreach (MarkupNode credit in captions.FindAll(part => part.TextLength <= 100 && search.Reader.IsWhole(part.PlainText)))
            {
                if (captions.Count > 1)
                {
                    captions.Remove(credit);
                    credits.Add(credit);
                    parts--;
                }
            }
        }

        foreach (MarkupNode caption in captions)
        {
            CaptionParts.Gather(search, caption, credits, labels);
        }

        string text = MarkupText.Of(captions);
        ulong signs =
            Signs.Of(CaptionSign.Any) | CaptionSign.NamedBox.If(named) | CaptionSign.PlainBox.If(!named) | CaptionSign.WeakName.If(
            weak) | CaptionSign.BodyName.If(body)
            | CaptionSign.CreditAlone.If(captions.Count == 0) | CaptionSign.CreditBeside.If(captions.Count > 0
                && credits.Count > 0) | CaptionSign.ManyBlocks.If(parts > 1)
            | CaptionSign.Linked.If(captions.Count > 0 && Evidence.LinkShare(captions) > 50 && !search.Reader.IsWhole(text));
        signs = captions.Count == 0 ? signs : Evidence.OfWords(search, text, signs);
        return new CaptionProposal([picture], captions, credits) { Signs = signs, Labels = labels,
            Shape = new(weak ? "box by a weak word" : named ? "box" : "plain box") };
    }

    // The blocks inside that hold words, beyond the first.
    private static int CountBlocks(MarkupNode part)
    {
        int blocks = 0;
        for (MarkupNode? child = part.First; child is not null; child = child.Next)
        {
            blocks += !child.IsText && Tags.IsBlock(child.Tag) && child.HasWords
                && CaptionWords.Of(child) is not (Mark.Credit or Mark.PerhapsCredit) ? 1 : 0;
        }

        return Math.Max(0, blocks - 1);
    }

    [GeneratedRegex(@"[ _-](?:body|content|copy|bd|txt|main)(?:[ _-]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex BodyWords();

    private static bool IsBox(MarkupNode box) =>
        box.Tag is Tag.Div or Tag.Section or Tag.Span or Tag.Aside or Tag.Figure or Tag.Li or Tag.P or Tag.Article;
}
