namespace FeedBook.Fetching;

/// <summary>
/// How one try to get a resource ended: with it, with the reason why not and whether another try may help, or with both where its bytes
/// broke off.
/// </summary>
internal readonly record struct Attempt(Uri Address, Resource? Resource, ResourceException? Failure, bool IsPassing, TimeSpan? RetryAfter)
{
    /// <summary>Whether the resource is there as it was sent.</summary>
    public bool IsDone => Resource is not null && Failure is null;

    public static Attempt Done(Resource resource) => new(resource.Address, resource, null, IsPassing: false, null);

    /// <summary>Something came, but not all of it.</summary>
    public static Attempt BrokenOff(Resource resource, ResourceException failure) =>
        new(resource.Address, resource, failure, IsPassing: true, null);

    public static Attempt Failed(Uri address, ResourceException failure, bool isPassing = true, TimeSpan? retryAfter = null) =>
        new(address, null, failure, isPassing, retryAfter);
}
