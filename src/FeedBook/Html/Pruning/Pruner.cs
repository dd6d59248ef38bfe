using System.Text.RegularExpressions;
using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Pruning;

/// <summary>
/// Takes out what a reader of the page does not see or a book cannot hold: hidden parts, parts of forms, drawings. Each with words is told.
/// </summary>
internal sealed partial class Pruner(ReadingContext context)
{
    // A page that hides more than this hides its article until a script shows it.
    private const int HiddenArticle = 400;

    private Panels? panels;

    public void Prune(MarkupTree tree)
    {
        // A form's fields go last: they tell what its buttons are for.
        var fields = new List<MarkupNode>();
        MarkupNode root = tree.Root;
        MarkupNode? node = root.First;
        while (node is not null)
        {
            MarkupNode? next;
            if (!node.IsText && TaskBox.Of(node) is { } box)
            {
                next = node.FollowingAfter(root);
                node.InsertBefore(tree.NewText(box));
                node.Parent!.Forget();
                node.Remove();
            }
            else if (!node.IsText && Refuse(node) is { } reason)
            {
                next = node.FollowingAfter(root);
                Tell(node, reason.Id, reason.What);
                if (node.Tag is Tag.Input or Tag.Select or Tag.Textarea)
                {
                    fields.Add(node);
                }
                else
                {
                    node.Remove();
                }
            }
            else
            {
                if (node.Tag == Tag.Button)
                {
                    RemoveControlWords(node);
                    if (node.Previous is { Tag: Tag.Button })
                    {
                        // Two boxes side by side are two words.
                        node.InsertBefore(tree.NewText(" "));
                    }
                }

                next = node.Following(root);
            }

            node = next;
        }

        foreach (MarkupNode field in fields)
        {
            field.Remove();
        }
    }

    private (string Id, string What)? Refuse(MarkupNode node)
    {
        switch (node.Tag)
        {
            case Tag.Button:
                return Buttons.IsControl(node) && !HoldsPicture(node) ? (DiagnosticIds.FormControl, "A button of the page was left out")
                    : null;
            case Tag.Select or Tag.Textarea or Tag.Option or Tag.Optgroup or Tag.Progress:
                return HoldsPicture(node) ? null : (DiagnosticIds.FormControl, "A part of a form was left out");
            case Tag.Input:
                return (DiagnosticIds.FormControl, "A part of a form was left out");
            case Tag.Canvas or Tag.Map:
                return (DiagnosticIds.ScriptedContent, "A drawing that only a browser shows was left out");
            case Tag.Title or Tag.Template:
                return (DiagnosticIds.HiddenContent, "Something that a browser does not show was left out");
            case Tag.Track or Tag.Frame:
                return (DiagnosticIds.ScriptedContent, "");
            case Tag.Rp:
                return (DiagnosticIds.HiddenContent, "");
            case Tag.Unknown when OfficeIsland.Is(node):
                return (DiagnosticIds.HiddenContent, "A word processor's settings were left out");
            default:
                return (node.Attributes & (MarkupAttributes.Look | MarkupAttributes.Words)) != 0 && IsHidden(node)
                    ? (DiagnosticIds.HiddenContent, "Something hidden was left out") : null;
        }
    }

    // A picture in a button is the article's; 'Zoom in' beside it is not.
    private void RemoveControlWords(MarkupNode button)
    {
        if (!HoldsPicture(button) || !Buttons.IsControl(button))
        {
            return;
        }

        foreach (MarkupNode words in button.WithDescendants().Where(node => node.IsText && !string.IsNullOrWhiteSpace(node.Text)).ToList())
        {
            Tell(words, DiagnosticIds.FormControl, "A button of the page was left out");
            words.Remove();
        }

        button.Forget();
    }

    private static bool HoldsPicture(MarkupNode node)
    {
        for (MarkupNode? at = node.First; at is not null; at = at.Following(node))
        {
            if (Tags.IsImage(at.Tag))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsHidden(MarkupNode node)
    {
        bool hidden = (node.Attributes & MarkupAttributes.Look) != 0
            && (node.Has("hidden") || (node.Attribute("style") is { } style && HiddenStyle().IsMatch(style)));
        if (Tags.IsVoid(node.Tag))
        {
            return hidden && Tags.IsImage(node.Tag);
        }

        if (!hidden)
        {
            return node.Named.Ask(ScreenReaderRule) && MarkupText.LengthOf(node) < 120;
        }

        // A hidden caption waits for its gallery to open, a panel for its tab; a hidden article for its script.
        return !CaptionWord().IsMatch(node.Words) && !IsArticle(node) && !(panels ??= new Panels(node)).Opens(node);
    }

    // Whether the words say that only a screen reader tells the element.
    private static readonly WordRule<bool> ScreenReaderRule = new(static words => ForScreenReaders().IsMatch(words));

    private static bool IsArticle(MarkupNode node)
    {
        int length = MarkupText.LengthOf(node);
        if (length < HiddenArticle)
        {
            return false;
        }

        MarkupNode top = node;
        while (top.Parent is { } parent)
        {
            top = parent;
        }

        return length * 2 > MarkupText.LengthOf(top);
    }

    private void Tell(MarkupNode node, string id, string what)
    {
        string text = node.Tag == Tag.Input ? Buttons.LabelOf(node) : MarkupText.Of(node);
        if (what.Length > 0 && text.Length > 0)
        {
            context.Tell(id, what, text);
        }
        else if (id == DiagnosticIds.HiddenContent && HoldsPicture(node))
        {
            context.Report(DiagnosticIds.PageFurniture, "A hidden picture was left out.");
        }
    }

    [GeneratedRegex(@"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HiddenStyle();

    [GeneratedRegex(
        @" (?:sr-only|visually-?hidden|visuallyhidden|screen-?reader-?(?:text|only)|screenreader|element-invisible|off-?screen|"
        + @"u-?hidden-visually|is-?vishidden|h-offscreen|assistive-text|a11y-hidden)(?: |$)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForScreenReaders();

    [GeneratedRegex("caption|legend|credit|copyright|bildunterschrift", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CaptionWord();
}
