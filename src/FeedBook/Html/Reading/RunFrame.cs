using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FeedBook.Content;

namespace FeedBook.Html.Reading;

/// <summary>
/// A link, a style or a span that is open while a run is gathered, and what stands in it so far. One is used again and again.
/// </summary>
internal sealed class RunFrame
{
    private TextStyle? style;
    private Uri? address;
    private string? title;
    private string? language;
    private TextDirection? direction;
    private string? id;

    /// <summary>What stands in it.</summary>
    public List<Inline> Items { get; } = [];

    /// <summary>Makes it a style.</summary>
    public void Style(TextStyle value)
    {
        style = value;
        address = null;
    }

    /// <summary>Makes it a link.</summary>
    public void Link(Uri leads, string? name)
    {
        style = null;
        address = leads;
        title = name;
    }

    /// <summary>Makes it a span.</summary>
    public void Span(string? ownLanguage, TextDirection? ownDirection, string? ownId)
    {
        style = null;
        address = null;
        language = ownLanguage;
        direction = ownDirection;
        id = ownId;
    }

    /// <summary>Makes it the same as another, without what stands there.</summary>
    public void Take(RunFrame other)
    {
        style = other.style;
        address = other.address;
        title = other.title;
        language = other.language;
        direction = other.direction;
        id = other.id;
    }

    /// <summary>The inline of what stands here, which is then forgotten.</summary>
    public Inline Wrap()
    {
        ImmutableArray<Inline> content = TakeItems();
        return style is { } set ? new Styled(set, content)
            : address is not null ? new Link(address, content) { Title = title }
            : new Span(content) { Language = language, Direction = direction, Id = id };
    }

    /// <summary>What stands here, which is then forgotten.</summary>
    public ImmutableArray<Inline> TakeItems()
    {
        ImmutableArray<Inline> content = ImmutableCollectionsMarshal.AsImmutableArray(Items.ToArray());
        Items.Clear();
        return content;
    }
}
