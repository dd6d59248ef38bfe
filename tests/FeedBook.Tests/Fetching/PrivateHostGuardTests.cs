using System.Net;
using System.Net.Sockets;
using FeedBook.Fetching;

namespace FeedBook.Tests.Fetching;

/// <summary>
/// The guard, asked as a client asks it: to connect. Names stand for the addresses given; a public address that is allowed is told
/// from a refused one by the attempt to connect, which is cancelled before it starts.
/// </summary>
public sealed class PrivateHostGuardTests
{
    [Theory]

    // IPv4
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.255.254", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("0.1.2.3", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("10.255.255.255", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("192.167.1.1", true)]
    [InlineData("169.254.169.254", false)]
    [InlineData("169.254.170.2", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("100.127.255.255", false)]
    [InlineData("100.63.255.255", true)]
    [InlineData("100.128.0.1", true)]
    [InlineData("168.63.129.16", false)]
    [InlineData("192.0.0.192", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("192.88.99.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("198.51.100.7", false)]
    [InlineData("203.0.113.9", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("239.255.255.255", false)]
    [InlineData("240.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("93.184.216.34", true)]

    // IPv6
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("::ffff:0:127.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("ff02::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("64:ff9b::a9fe:a9fe", false)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("64:ff9b:1::1", false)]
    [InlineData("100::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2002:7f00:1::1", false)]
    [InlineData("2002:c0a8:101::1", false)]
    [InlineData("2002:808:808::1", true)]
    [InlineData("2a00:1450:4001:80b:0:5efe:7f00:1", false)]
    [InlineData("3fff::1", false)]
    [InlineData("5f00::1", false)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("2a00:1450:4001:80b::200e", true)]
    public async Task An_address_is_refused_or_allowed_when_it_is_connected_to(string address, bool allowed)
    {
        var guard = new PrivateHostGuard(FetchOptions.Default, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]));

        // As a literal, and behind an innocent name.
        Assert.Equal(allowed, await ConnectsAsync(guard, address));
        Assert.Equal(allowed, await ConnectsAsync(guard, "pictures.example.org"));
    }

    [Theory]
    [InlineData("localhost", false)]
    [InlineData("LOCALHOST", false)]
    [InlineData("localhost.", false)]
    [InlineData("app.localhost", false)]
    [InlineData("printer.local", false)]
    [InlineData("metadata.google.internal", false)]
    [InlineData("router.home.arpa", false)]
    [InlineData("nas", false)]
    [InlineData("wiki.corp", false)]
    [InlineData("example.org", true)]
    [InlineData("localhost.example.org", true)]
    [InlineData("internal.example.org", true)]
    public async Task A_local_name_is_refused_whatever_it_stands_for(string name, bool allowed)
    {
        var guard = new PrivateHostGuard(FetchOptions.Default, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.216.34")]));
        Assert.Equal(allowed, await ConnectsAsync(guard, name));
    }

    [Theory]
    [InlineData("http://127.0.0.1/", false)]
    [InlineData("http://2130706433/", false)]
    [InlineData("http://0x7f000001/", false)]
    [InlineData("http://0177.0.0.1/", false)]
    [InlineData("http://127.1/", false)]
    [InlineData("http://[::1]/", false)]
    [InlineData("http://[::ffff:7f00:1]/", false)]
    [InlineData("http://user:pass@169.254.169.254/latest/meta-data/", false)]
    [InlineData("http://127.0.0.1:80@10.0.0.1/", false)]
    [InlineData("ftp://8.8.8.8/a.jpg", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("gopher://8.8.8.8/", false)]
    [InlineData("http://8.8.8.8/", true)]
    [InlineData("https://[2606:4700:4700::1111]/", true)]
    [InlineData("https://example.org/?u=http://127.0.0.1/", true)]
    public async Task An_address_is_refused_or_allowed_before_it_is_asked(string address, bool allowed)
    {
        var guard = new PrivateHostGuard(FetchOptions.Default, (_, _) => Task.FromResult<IPAddress[]>([]));
        if (allowed)
        {
            await guard.CheckAsync(new Uri(address), lookUp: true, default);
        }
        else
        {
            ResourceException refused =
                await Assert.ThrowsAsync<ResourceException>(() => guard.CheckAsync(new Uri(address), lookUp: true, default).AsTask());
            Assert.Equal(ResourceFailure.Forbidden, refused.Failure);
        }
    }

    [Theory]
    [InlineData("10.0.0.0/8", "10.1.2.3", 80, true)]
    [InlineData("10.0.0.0/8", "192.168.0.1", 80, false)]
    [InlineData("10.1.2.3", "10.1.2.3", 8080, true)]
    [InlineData("10.1.2.3:80", "10.1.2.3", 8080, false)]
    [InlineData("::1", "::1", 80, true)]
    [InlineData("[::1]:80", "::1", 80, true)]
    [InlineData("[::1]:80", "::1", 81, false)]
    [InlineData("fd00::/8", "fd00:ec2::254", 80, true)]
    [InlineData("127.0.0.1", "::ffff:127.0.0.1", 80, true)]
    [InlineData("wiki.corp", "wiki.corp", 80, true)]
    [InlineData("wiki.corp:443", "wiki.corp", 80, false)]
    [InlineData("*.corp", "wiki.corp", 80, true)]
    [InlineData("*.corp", "corp", 80, false)]
    [InlineData("*.corp", "wikicorp", 80, false)]
    [InlineData("WIKI.Corp", "wiki.corp.", 80, true)]
    public async Task Allowed_hosts_are_reached(string entry, string host, int port, bool allowed)
    {
        var guard =
            new PrivateHostGuard(FetchOptions.Default with { AllowedHosts = [entry] },
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.9.9.9")]));
        Assert.Equal(allowed, await ConnectsAsync(guard, host, port));
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://x/")]
    [InlineData("10.0.0.0/99")]
    [InlineData("a b")]
    public void An_allowed_host_that_is_none_is_an_error(string entry) =>
        Assert.Throws<ArgumentException>(() => new PrivateHostGuard(FetchOptions.Default with { AllowedHosts = [entry] }));

    [Fact]
    public async Task A_name_that_changes_its_address_after_the_check_gains_nothing()
    {
        // DNS rebinding: public when it is looked at, loopback when it is connected to.
        await using TestHost host = await TestHost.StartAsync();
        host.OnBytes("/secret", [1, 2, 3]);
        int asked = 0;
        var guard =
            new PrivateHostGuard(FetchOptions.Default,
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(asked++ == 0 ? "93.184.216.34" : "127.0.0.1")]));
        var address = new Uri($"http://rebind.example.org:{host.Address.Port}/secret");
        await guard.CheckAsync(address, lookUp: true, default);

        using HttpMessageHandler handler = GuardedHttpClient.CreateHandler(guard, FetchOptions.Default);
        using var client = new HttpClient(handler);
        HttpRequestException failed = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(address));

        Assert.Equal(ResourceFailure.Forbidden, Assert.IsType<ResourceException>(failed.InnerException).Failure);
        Assert.Empty(host.Seen);
    }

    [Fact]
    public async Task Of_a_name_with_public_and_private_addresses_only_the_public_are_tried()
    {
        await using TestHost host = await TestHost.StartAsync();
        var guard =
            new PrivateHostGuard(FetchOptions.Default with { ConnectTimeout = TimeSpan.FromMilliseconds(200) },
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.Parse("93.184.216.34")]));
        await Assert.ThrowsAnyAsync<Exception>(() =>
            guard.ConnectAsync(new DnsEndPoint("mixed.example.org", host.Address.Port), default).AsTask());
        Assert.Empty(host.Seen);
    }

    [Fact]
    public async Task A_silent_address_leaves_time_for_the_next()
    {
        await using TestHost host = await TestHost.StartAsync();

        // 127.0.0.2 with a closed port answers at once with a refusal; the next address is tried.
        var guard =
            new PrivateHostGuard(host.Options with { AllowedHosts = ["127.0.0.0/8", "::1"] },
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.IPv6Loopback, IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]));
        await using Stream stream = await guard.ConnectAsync(new DnsEndPoint("two.example.org", host.Address.Port), default);
        Assert.True(stream.CanWrite);
    }

    private static async Task<bool> ConnectsAsync(PrivateHostGuard guard, string host, int port = 80)
    {
        using var before = new CancellationTokenSource();
        await before.CancelAsync();
        try
        {
            await guard.ConnectAsync(new DnsEndPoint(host, port, host.Contains(':', StringComparison.Ordinal) ? AddressFamily.InterNetworkV6
                : AddressFamily.Unspecified), before.Token);
            return true;
        }
        catch (ResourceException exception)
        {
            Assert.Equal(ResourceFailure.Forbidden, exception.Failure);
            return false;
        }
        catch (OperationCanceledException)
        {
            // The guard let it pass and began to connect.
            return true;
        }
    }
}
