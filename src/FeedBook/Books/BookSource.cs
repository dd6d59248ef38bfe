using System.Collections.Immutable;
using FeedBook.Text;

namespace FeedBook.Books;

/// <summary>A source as the caller gave it.</summary>
internal abstract record BookSource(FeedSourceOptions Options)
{
    /// <summary>How diagnostics name it.</summary>
    public abstract string Name { get; }
}

/// <summary>An address.</summary>
/// <param name="Address">Where it is, without a name and a password.</param>
/// <param name="Secrets">What may be sent there, and to where it leads.</param>
/// <param name="Options">How it is read; its headers are in the secrets.</param>
internal sealed record AddressSource(Uri Address, SourceSecrets Secrets, FeedSourceOptions Options) : BookSource(Options)
{
    /// <summary>The source of an address that the caller names.</summary>
    public static AddressSource Given(Uri address, FeedSourceOptions options)
    {
        // feed://…, feed:https://… are what links to feeds say; the network knows http and https.
        Uri meant = address.Scheme is "http" or "https" or "file" or "data" ? address
            : Addresses.Resolve(address.OriginalString, null, isSource: true) ?? address;
        return new AddressSource(WrittenAddress.WithoutUser(meant), SourceSecrets.Of(meant, options.Headers), options);
    }

    /// <summary>The source of an address that another source names.</summary>
    public static AddressSource Named(Uri address, SourceSecrets secrets, FeedSourceOptions options) =>
        new(WrittenAddress.WithoutUser(address), secrets.Leading(address), options);

    /// <summary>The folder of the subscription list it stands in; null for none.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether a subscription list names it: then it is a feed, and a page that is none has failed.</summary>
    public bool IsListed { get; init; }

    /// <summary>The title the subscription list gives it; null for none.</summary>
    public string? Title { get; init; }

    public override string Name => HostName.IsUsable(Address) ? Address.AbsoluteUri : Address.OriginalString;
}

internal sealed record FileSource(string Path, FeedSourceOptions Options) : BookSource(Options)
{
    public override string Name => Path;
}

internal sealed record FolderSource(string Path, FeedSourceOptions Options) : BookSource(Options)
{
    public override string Name => Path;
}

internal sealed record StreamSource(Stream Stream, Uri? BaseAddress, FeedSourceOptions Options) : BookSource(Options)
{
    public override string Name => BaseAddress?.AbsoluteUri ?? "stream";
}

internal sealed record FeedInHand(Feed Feed, FeedSourceOptions Options) : BookSource(Options)
{
    public override string Name => Feed.Title ?? Feed.Address?.AbsoluteUri ?? "feed";
}

internal sealed record ItemsInHand(string? Section, Func<CancellationToken, Task<ImmutableArray<FeedItem>>> Items,
    FeedSourceOptions Options) : BookSource(Options)
{
    public override string Name => Section ?? "items";
}

/// <summary>A source once read: one feed.</summary>
/// <param name="Name">How diagnostics name it.</param>
/// <param name="Section">The title of its section; null for none.</param>
/// <param name="Feed">The feed.</param>
/// <param name="Options">How it is read.</param>
internal sealed record ReadSource(string Name, string? Section, Feed Feed, FeedSourceOptions Options)
{
    /// <summary>Why it could not be read; its feed then is empty. Null when it was read.</summary>
    public string? Failure { get; init; }

    /// <summary>The id of why; null when it was read.</summary>
    public string? FailureId { get; init; }

    /// <summary>A source that could not be read.</summary>
    public static ReadSource Failed(string name, FeedSourceOptions options, string why, string id = DiagnosticIds.SourceFailed) =>
        new(name, null, new Feed(), options) { Failure = why, FailureId = id };
}
