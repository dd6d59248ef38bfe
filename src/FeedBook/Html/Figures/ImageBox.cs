using FeedBook.Html.Images;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Figures;

/// <summary>A box that calls itself a picture's frame (picBox, gallery-item, carousel slide) and holds one picture and a few words.</summary>
internal sealed class ImageBox : ICaptionPattern
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
        if (box is null || box == search.Root || !IsBox(box) || search.CountImages(box) != 1 || box.TextLength > Longest || Surroundings.IsMostOf(search, box.TextLength))
        {
            return null;
        }

        var captions = new List<MarkupNode>();
        var credits = new List<MarkupNode>();
        var labels = new List<MarkupNode>();
        bool past = false, weak = false;
        for (MarkupNode? part = box.First; part is not null; part = part.Next)
        {
            past |= part == home;
            if (part == home || search.IsEmpty(part))
            {
                continue;
            }

            switch (CaptionParts.IsAllCite(part) ? Mark.Credit : part.TextLength < 40 && CaptionWords.IsControl(part.PlainText) ? Mark.Control : CaptionWords.Of(part))
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

        foreach (MarkupNode caption in captions)
        {
            CaptionParts.Gather(caption, credits, labels);
        }

        string text = MarkupText.Of(captions);
        int points = (CaptionWords.IsPictureFrame(box) ? 60 : 0) + (weak ? 40 : 0) + (captions.Count == 0 ? 70 : Evidence.OfRunningText(text))
            - (captions.Count > 0 && Evidence.LinkShare(captions) > 60 && !CaptionText.IsCredit(text) ? 60 : 0);
        points += captions.Count == 0 ? 0 : Evidence.OfWords(text, points);
        return new CaptionProposal([picture], captions, credits, points) { Labels = labels, Shape = new(weak ? "box by a weak word" : "box") };
    }

    private static bool IsBox(MarkupNode box) => box.Tag is Tag.Div or Tag.Section or Tag.Span or Tag.Aside or Tag.Figure or Tag.Li or Tag.P or Tag.Article;
}
