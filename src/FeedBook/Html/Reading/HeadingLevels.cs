namespace FeedBook.Html.Reading;

/// <summary>Fits an article's headings below its chapter's title: the first is level 2, and none is skipped on the way down.</summary>
internal sealed class HeadingLevels
{
    private readonly Stack<int> open = new();

    /// <summary>The level, 2 to 6, of a heading that the source wrote as <c>h1</c> to <c>h6</c>.</summary>
    public int Fit(int written)
    {
        while (open.TryPeek(out int above) && above >= written)
        {
            open.Pop();
        }

        open.Push(written);
        return Math.Min(open.Count + 1, 6);
    }
}
