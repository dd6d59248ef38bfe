using System.Collections.Immutable;
using FeedBook.Fetching;
using FeedBook.Text;

namespace FeedBook.Books;

/// <summary>
/// The request headers of a source, and the origin they were given for. They go there and nowhere else: not to the feed that a page
/// announces elsewhere, not to what a subscription list names.
/// </summary>
internal sealed record SourceSecrets
{
    private readonly Uri? origin;
    private readonly ImmutableDictionary<string, string> headers = ImmutableDictionary<string, string>.Empty;
    private readonly ImmutableArray<string> shown = [];

    private SourceSecrets(Uri? origin, ImmutableDictionary<string, string> headers, ImmutableArray<string> shown)
    {
        this.origin = origin;
        this.headers = headers;
        this.shown = shown;
    }

    /// <summary>None.</summary>
    public static SourceSecrets None { get; } = new(null, ImmutableDictionary<string, string>.Empty, []);

    /// <summary>Those of an address that the caller names: its headers, and the name and password that stand in it.</summary>
    public static SourceSecrets Of(Uri address, ImmutableDictionary<string, string> headers)
    {
        string user = address.IsAbsoluteUri ? address.UserInfo : "";
        if (user.Length == 0)
        {
            return headers.IsEmpty ? None : new SourceSecrets(address, headers, []);
        }

        ImmutableDictionary<string, string> all = headers.WithComparers(StringComparer.OrdinalIgnoreCase);
        all = all.ContainsKey(Credentials.Header) ? all : all.Add(Credentials.Header, Credentials.Basic(user));
        return new SourceSecrets(WrittenAddress.WithoutUser(address), all,
            [.. new[] { user, Uri.UnescapeDataString(user) }.Distinct().Select(each => each + "@")]);
    }

    /// <summary>
    /// Those for an address that another source names: a name and password of its own, else these, which <see cref="For"/> gives to their
    /// origin alone.
    /// </summary>
    public SourceSecrets Leading(Uri address) =>
        address is { IsAbsoluteUri: true, UserInfo.Length: > 0 } ? Of(address, For(WrittenAddress.WithoutUser(address))) : this;

    /// <summary>The headers that may be sent to an address.</summary>
    public ImmutableDictionary<string, string> For(Uri address) =>
        origin is not null && RequestHeaders.SameHost(origin, address) ? headers : ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// A feed without the name and password of its address: servers write the address that they were asked by into what they send.
    /// </summary>
    public Feed Hide(Feed feed) => shown.IsEmpty ? feed : feed with
    {
        Id = Hide(feed.Id),
        Description = Hide(feed.Description),
        HomePage = Hide(feed.HomePage),
        WrittenHomePage = Hide(feed.WrittenHomePage),
        Address = Hide(feed.Address),
        NextPage = Hide(feed.NextPage),
        Image = Hide(feed.Image),
        Items = [.. feed.Items.Select(Hide)],
        Diagnostics = [.. feed.Diagnostics.Select(Hide)],
    };

    /// <summary>A diagnostic without them.</summary>
    public Diagnostic Hide(Diagnostic diagnostic) =>
        shown.IsEmpty ? diagnostic
        : diagnostic with { Message = Hide(diagnostic.Message)!, Item = Hide(diagnostic.Item), Address = Hide(diagnostic.Address) };

    private FeedItem Hide(FeedItem item) => item with
    {
        Id = Hide(item.Id)!,
        Title = Hide(item.Title),
        Address = Hide(item.Address),
        WrittenAddress = Hide(item.WrittenAddress),
        ContentHtml = Hide(item.ContentHtml),
        SummaryHtml = Hide(item.SummaryHtml),
        BaseAddress = Hide(item.BaseAddress),
        Media = [.. item.Media
            .Select(media =>
            media with { Address = Hide(media.Address)!, Thumbnail = Hide(media.Thumbnail),
            DescriptionHtml = Hide(media.DescriptionHtml) })],
    };

    /// <summary>A text without them.</summary>
    public string? Hide(string? text)
    {
        foreach (string secret in shown)
        {
            text = text?.Replace(secret, "", StringComparison.Ordinal);
        }

        return text;
    }

    private Uri? Hide(Uri? address) =>
        address is { IsAbsoluteUri: true } && Hide(address.OriginalString) is { } hidden && hidden != address.OriginalString
            && Uri.TryCreate(hidden, UriKind.Absolute, out Uri? without) ? without : address;
}
