namespace FeedBook.Feeds.Markup;

/// <summary>Finds a mark at or after ever later positions, and looks at no character twice.</summary>
internal sealed class NextIndex(string text, string mark)
{
    private int _known = -2;

    /// <summary>The next place of the mark, or -1.</summary>
    public int From(int position)
    {
        if (_known != -1 && _known < position)
        {
            _known = position >= text.Length ? -1 : text.IndexOf(mark, position, StringComparison.Ordinal);
        }

        return _known;
    }
}
