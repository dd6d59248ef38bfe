namespace FeedBook.Fetching;

/// <summary>How one try to get a resource ended: with it, or with the reason why not and whether another try may help.</summary>
internal readonly record struct Attempt(Uri Address, Resource? Resource, ResourceException? Failure, bool IsPassing, TimeSpan? RetryAfter)
{
    public static Attempt Done(Resource resource) => new(resource.Address, resource, null, IsPassing: false, null);

    public static Attempt Failed(Uri address, ResourceException failure, bool isPassing = true, TimeSpan? retryAfter = null) => new(address, null, failure, isPassing, retryAfter);
}
