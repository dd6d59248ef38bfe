using System.Collections.Immutable;

namespace FeedBook.Books;

/// <summary>Why there is no book at all, in the words of an exception: the first causes, and what would help.</summary>
internal static class NoItems
{
    private const int MostCauses = 3;

    /// <summary>The sentence.</summary>
    public static string Say(ImmutableArray<SourceResult> sources)
    {
        SourceResult[] failed = [.. sources.Where(source => source.Failure is not null)];
        string causes = string.Join("; ", failed.Take(MostCauses).Select(source => $"{source.Name}: {source.Failure!.TrimEnd('.')}"));
        string more = failed.Length > MostCauses ? $"; and {failed.Length - MostCauses:N0} more" : "";
        int left = sources.Where(source => source.Failure is null).Sum(source => source.Items);
        string options = left == 0 ? "" : $" {left:N0} items were read and left out: their sources' MaxItems, NotBefore, MaxAge or Filter "
            + "(FeedSourceOptions) take none of them.";
        return "No source has an item to make a book of" + (causes.Length > 0 ? $": {causes}{more}." : ".") + options;
    }
}
