using FeedBook.Pdf.Drawing;

namespace FeedBook.Pdf.Layout;

/// <summary>What the layout knows of a run of text besides its type: its place in the tag tree, its colour, where it leads.</summary>
/// <param name="Slot">Its place in the tag tree.</param>
/// <param name="Ink">Its colour.</param>
internal sealed record InlineTag(ContentSlot Slot, Ink Ink)
{
    /// <summary>Where it leads; null for plain text.</summary>
    public LinkTarget? Link { get; init; }

    /// <summary>True for a line below.</summary>
    public bool IsUnderlined { get; init; }

    /// <summary>True for a line through.</summary>
    public bool IsStruck { get; init; }

    /// <summary>The ground behind; null for none.</summary>
    public Ink? Ground { get; init; }

    /// <summary>A destination that leads here; 0 for none.</summary>
    public int Anchor { get; init; }

    /// <summary>The note called here; null for none.</summary>
    public FootNote? Note { get; init; }
}

/// <summary>Where a link leads.</summary>
/// <param name="Element">The <c>Link</c> element.</param>
/// <param name="Action">The annotation's entry, as PDF syntax.</param>
/// <param name="Description">The address or title, for those who cannot see the link.</param>
internal sealed record LinkTarget(StructureElement Element, string Action, string Description);
