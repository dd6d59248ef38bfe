using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using Align = FeedBook.Content.TextAlignment;

namespace FeedBook.Pdf.Layout;

/// <summary>Sets headings: close to what follows and never parted from it.</summary>
internal static class HeadingComposer
{
    /// <summary>Sets a heading inside a chapter.</summary>
    public static void Compose(Composition composition, Heading heading, Setting setting, List<Fragment> galley)
    {
        int first = galley.Count;
        var element =
            new StructureElement(FormattableString.Invariant($"H{Math.Clamp(heading.Level, 2, 6)}"),
            setting.Element) { Language = ParagraphComposer.LanguageChange(setting) };
        double scale = heading.Level switch { 2 => 1.36, 3 => 1.16, 4 => 1.02, _ => 0.94 };
        Setting own = setting with
        {
            Role = composition.Context.Options.HeadingFont,
            Size = setting.Size * scale,
            LineHeight = 1.28,
            IsBold = true,
            HasPlainLinks = true,
            Alignment = Align.Start,
            IsBalanced = true,
            Ink = heading.Level >= 5 ? Ink.Gray(0.3) : setting.Ink,
        };
        ParagraphComposer.Inlines(composition, heading.Content, own, element, galley);
        ParagraphComposer.Space(galley, first, setting.Leading * (heading.Level == 2 ? 1.5 : 1.1), setting.Leading * 0.4);
        ParagraphComposer.KeepWithNext(galley, first);
        if (first < galley.Count)
        {
            string title = InlineText.Of(heading.Content);
            galley[first].Placed = place => composition.AddBookmark(heading.Level, title, place.Target);
        }
    }
}
