namespace FeedBook.Fetching;

/// <summary>What broke off: the longest of several tries, for when none of them brings the whole. Owns it until it is taken.</summary>
internal sealed class LongestPart : IAsyncDisposable
{
    private Resource? part;

    /// <summary>Keeps a resource, or the one it has where that is longer; lets go of the other.</summary>
    /// <param name="more">A resource with seekable content.</param>
    /// <param name="isWhole">Whether it is to be kept in any case.</param>
    public async ValueTask KeepAsync(Resource more, bool isWhole)
    {
        Resource? other = part;
        if (isWhole || other is null || more.Content.Length > other.Content.Length)
        {
            part = more;
        }
        else
        {
            other = more;
        }

        if (other is not null)
        {
            await other.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Gives it away; null where nothing came.</summary>
    public Resource? Take()
    {
        Resource? taken = part;
        part = null;
        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        if (part is not null)
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }
    }
}
