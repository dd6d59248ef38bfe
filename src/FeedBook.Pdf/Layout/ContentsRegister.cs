using FeedBook.Pdf.Drawing;
using FeedBook.Text;

namespace FeedBook.Pdf.Layout;

/// <summary>Gathers the lines of the contents and the bookmarks while the text is set.</summary>
/// <param name="bookmarks">The document's bookmarks.</param>
internal sealed class ContentsRegister(List<OutlineItem> bookmarks)
{
    private readonly List<ContentsEntry> entries = [];
    private string? section;
    private OutlineItem? sectionItem;

    /// <summary>The lines so far.</summary>
    public IReadOnlyList<ContentsEntry> Entries => entries;

    /// <summary>Begins a section, or with null the chapters without one. It is entered with its first chapter.</summary>
    public void OpenSection(string? title) => (section, sectionItem) = (title, null);

    /// <summary>Enters a chapter; returns its bookmark.</summary>
    public OutlineItem Add(string title, PagePlace place)
    {
        if (section is not null && sectionItem is null)
        {
            sectionItem = new OutlineItem(ShortLabel.Of(section), place.Target);
            bookmarks.Add(sectionItem);
            entries.Add(new ContentsEntry(0, ShortLabel.Of(section), place));
        }

        entries.Add(new ContentsEntry(section is null ? 0 : 1, ShortLabel.Of(title), place));
        var item = new OutlineItem(ShortLabel.Of(title), place.Target);
        (sectionItem?.Items ?? bookmarks).Add(item);
        return item;
    }

    /// <summary>Enters a figure.</summary>
    public void AddFigure(string caption, PagePlace place) => entries.Add(new ContentsEntry(2, ShortLabel.Of(caption), place));
}
