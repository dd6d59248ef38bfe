using FeedBook.Feeds;

namespace FeedBook.Tests.Feeds;

/// <summary>Each format, well-formed: every field where it belongs, and no diagnostic.</summary>
public sealed class FormatTests
{
    [Fact]
    public async Task Rss_yields_its_head_and_items()
    {
        Feed feed = await FeedFixtures.ReadAsync(FeedFixtures.Rss);

        Assert.Equal((FeedFormat.Rss, "2.0", "utf-8"), (feed.Format, feed.FormatVersion, feed.Encoding));
        Assert.Equal(("The Harbour & the Hill", "Walks along the coast", "en-GB", "© the walkers"),
            (feed.Title, feed.Description, feed.Language, feed.Rights));
        Assert.Equal("https://harbour.example/", feed.HomePage!.AbsoluteUri);
        Assert.Equal("https://harbour.example/feed.xml", feed.Address!.AbsoluteUri);
        Assert.Equal("https://harbour.example/logo.png", feed.Image!.AbsoluteUri);
        Assert.Equal(new DateTimeOffset(2026, 3, 6, 17, 30, 0, TimeSpan.Zero), feed.Updated);
        Assert.Equal(2, feed.Items.Length);
        Assert.Empty(feed.Diagnostics);
    }

    [Fact]
    public async Task An_Rss_item_keeps_content_and_summary_apart_and_all_modules()
    {
        FeedItem item = (await FeedFixtures.ReadAsync(FeedFixtures.Rss)).Items[0];

        Assert.Equal(("tide-1", "Low tide", "A teaser."), (item.Id, item.Title, item.SummaryHtml));
        Assert.Equal("<p>The whole walk, with <img src=\"/a.jpg\" alt=\"a heron\">.</p>", item.ContentHtml);
        Assert.Equal(new DateTimeOffset(2026, 3, 6, 16, 0, 0, TimeSpan.Zero), item.Published);
        Assert.Null(item.Updated);
        Assert.Equal("Ada Marsh", Assert.Single(item.Authors).Name);
        Assert.Equal((string[])["Coast", "Birds"], item.Categories.ToArray());
        Assert.Equal("en-GB", item.Language);
        Assert.Equal(
            [(FeedMediaRole.Enclosure, "audio/mpeg", 12345L), (FeedMediaRole.Content, null, null), (FeedMediaRole.ItemImage, null, null)],
            item.Media.Select(m => (m.Role, m.MediaType, m.Length)));
        Assert.Equal(("A heron by the lock", "Ben Reed", 800),
            (item.Media[1].DescriptionHtml, item.Media[1].Credit, item.Media[1].Width!.Value));
    }

    [Fact]
    public async Task A_permanent_guid_is_the_address_where_there_is_no_link()
    {
        FeedItem item = (await FeedFixtures.ReadAsync(FeedFixtures.Rss)).Items[1];

        Assert.Equal("https://harbour.example/high-water", item.Address!.AbsoluteUri);
        Assert.Null(item.ContentHtml);
        Assert.Equal("<p>Only a summary.</p>", item.SummaryHtml);
    }

    [Fact]
    public async Task Atom_resolves_bases_and_reads_every_kind_of_text()
    {
        Feed feed = await FeedFixtures.ReadAsync(FeedFixtures.Atom);
        FeedItem item = feed.Items[0];

        Assert.Equal((FeedFormat.Atom, "1.0", "Weben & Spinnen", "de"), (feed.Format, feed.FormatVersion, feed.Title, feed.Language));
        Assert.Equal("https://loom.example/blog/", feed.HomePage!.AbsoluteUri);
        Assert.Equal("Kette < Schuss", item.Title);
        Assert.Equal("https://loom.example/blog/2026/kette", item.Address!.AbsoluteUri);
        Assert.Equal("<p>See <a href=\"https://loom.example/blog/deep/x.html\">this</a> &amp; that.<br></p>", item.ContentHtml);
        Assert.Equal("en", item.Language);
        Assert.Equal("https://loom.example/blog/", item.BaseAddress!.AbsoluteUri);
        Assert.Equal((string[])["Handwerk"], item.Categories.ToArray());
        Assert.Equal("https://loom.example/blog/kette.jpg", Assert.Single(item.Media).Address.AbsoluteUri);
        Assert.Equal((new DateTimeOffset(2026, 1, 31, 7, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 2, 1, 10, 0, 0, TimeSpan.Zero)),
            (item.Published!.Value, item.Updated!.Value));
        Assert.Equal(new FeedPerson("Vera Faden") { Email = "vera@loom.example", Address = new Uri("https://loom.example/vera") },
            Assert.Single(item.Authors));
        Assert.Empty(feed.Diagnostics);
    }

    [Fact]
    public async Task An_Atom_entry_without_a_link_has_its_id_as_address_and_plain_text_is_escaped()
    {
        FeedItem item = (await FeedFixtures.ReadAsync(FeedFixtures.Atom)).Items[1];

        Assert.Equal("https://loom.example/blog/2", item.Address!.AbsoluteUri);
        Assert.Equal("1 &lt; 2 und ein Absatz", item.ContentHtml);
    }

    [Fact]
    public async Task Base64_content_is_decoded()
    {
        Feed feed =
            await FeedFixtures.ReadAsync(
            "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>t</title><entry><title>a</title><content mode='base64' "
            + "type='text/html'>PHA+aGk8L3A+</content></entry></feed>");

        Assert.Equal("<p>hi</p>", feed.Items[0].ContentHtml);
    }

    [Fact]
    public async Task Rdf_is_read_in_the_order_of_its_sequence()
    {
        Feed feed = await FeedFixtures.ReadAsync(FeedFixtures.Rdf);

        Assert.Equal(FeedFormat.Rdf, feed.Format);
        Assert.Equal(["Spelt", "Rye"], feed.Items.Select(i => i.Title));
        Assert.Equal("M. Iller", feed.Items[0].Authors[0].Name);
        Assert.Equal((string[])["grain"], feed.Items[1].Categories.ToArray());
        Assert.Equal("https://mill.example/a", feed.Items[1].Id);
    }

    [Fact]
    public async Task Rdf_stays_in_document_order_where_the_sequence_names_other_items()
    {
        Feed feed =
            await FeedFixtures.ReadAsync(FeedFixtures.Rdf.Replace("resource=\"https://mill.example/b\"",
            "resource=\"https://mill.example/elsewhere\"", StringComparison.Ordinal));

        Assert.Equal(["Rye", "Spelt"], feed.Items.Select(i => i.Title));
    }

    [Fact]
    public async Task Json_feed_falls_back_from_type_to_type()
    {
        Feed feed = await FeedFixtures.ReadAsync(FeedFixtures.Json);

        Assert.Equal((FeedFormat.JsonFeed, "1.1", "Kiln", "fr"), (feed.Format, feed.FormatVersion, feed.Title, feed.Language));
        Assert.Equal(("7", "L'émail", "<p>Bleu</p>", "Court"),
            (feed.Items[0].Id, feed.Items[0].Title, feed.Items[0].ContentHtml, feed.Items[0].SummaryHtml));
        Assert.Equal((string[])["four", "terre"], feed.Items[0].Categories.ToArray());
        Assert.Equal("Paul Terre", feed.Items[0].Authors[0].Name);
        Assert.Equal([FeedMediaRole.Enclosure, FeedMediaRole.ItemImage], feed.Items[0].Media.Select(m => m.Role));
        Assert.Equal(("<p>one</p><p>two &lt; three</p>", "Jeanne"), (feed.Items[1].ContentHtml, feed.Items[1].Authors[0].Name));
    }

    [Fact]
    public async Task A_cut_json_feed_yields_its_whole_items()
    {
        Feed feed = await FeedFixtures.ReadAsync(FeedFixtures.Json[..FeedFixtures.Json.IndexOf("one\\n", StringComparison.Ordinal)]);

        Assert.Equal("7", Assert.Single(feed.Items).Id);
        Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.FeedCut);
    }

    [Fact]
    public async Task A_subscription_list_yields_feeds_with_their_folders()
    {
        FeedDocument document = await FeedFixtures.DocumentAsync(FeedFixtures.Opml);
        SubscriptionList list = document.Subscriptions!;

        Assert.Equal((FeedFormat.Opml, "My feeds"), (document.Format, list.Title));
        Assert.Null(document.Feed);
        Assert.Equal(
            ["News/World: One & all https://one.example/rss", "News: Two https://two.example/rss",
                "News/Two: Two's child https://two.example/child", ": Three https://three.example/atom"],
            list.Feeds.Select(f => $"{string.Join('/', f.Folders)}: {f.Title} {f.Address}"));
        await Assert.ThrowsAsync<FeedBookException>(() => FeedFixtures.ReadAsync(FeedFixtures.Opml));
    }

    [Fact]
    public async Task A_page_announces_its_feeds_and_is_one_item()
    {
        FeedDocument document = await FeedFixtures.DocumentAsync(FeedFixtures.Page, new Uri("https://page.example/x"));

        Assert.Equal(new FeedLink(new Uri("https://page.example/map/nieuws.xml")) { Title = "Nieuws & meer",
            MediaType = "application/rss+xml" }, Assert.Single(document.Announced));
        FeedItem item = Assert.Single(document.Feed!.Items);
        Assert.Equal(("De kop", "<h1>De kop</h1><p>Tekst</p>", "nl"), (item.Title, item.ContentHtml, item.Language));
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 7, 0, 0, TimeSpan.Zero), item.Published);
        Assert.Contains(document.Diagnostics, d => d.Id == DiagnosticIds.PageAsItem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("no markup here")]
    [InlineData("{\"verion\": 1")]
    [InlineData("[1,2,3]")]
    public async Task What_is_no_feed_is_refused(string text)
    {
        FeedBookException e = await Assert.ThrowsAsync<FeedBookException>(() => FeedFixtures.ReadAsync(text));

        Assert.Contains(e.Diagnostics, d => d.Id == DiagnosticIds.NoFeed);
    }

    [Fact]
    public async Task Items_nested_in_items_are_items_and_empty_ones_are_none()
    {
        Feed feed = await FeedFixtures.ReadAsync(FeedFixtures.RssItem("<title>a</title><item><title>b</title></item><item/>"));

        Assert.Equal(["a", "b"], feed.Items.Select(i => i.Title));
        Assert.Contains(feed.Diagnostics, d => d.Id == DiagnosticIds.FeedItemEmpty);
    }

    [Fact]
    public async Task A_foreign_title_does_not_replace_the_title()
    {
        FeedItem item = await FeedFixtures.ItemAsync("<title>Right</title><x:title xmlns:x='urn:x'>Wrong</x:title>");

        Assert.Equal("Right", item.Title);
    }

    [Fact]
    public async Task An_item_without_id_and_address_has_the_same_id_in_every_run()
    {
        FeedItem one = await FeedFixtures.ItemAsync("<title>a</title>"), two = await FeedFixtures.ItemAsync("<title>a</title>"),
            other = await FeedFixtures.ItemAsync("<title>b</title>");

        Assert.Equal(one.Id, two.Id);
        Assert.NotEqual(one.Id, other.Id);
        Assert.StartsWith("sha256:", one.Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><link href='/blog/'/>{0}</feed>",
        "<link rel='self' href='https://self.example/f.xml'/>", "/blog/")]
    [InlineData("<rss><channel><link>blog/index.html</link>{0}</channel></rss>",
        "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='self' href='https://self.example/f.xml'/>", "blog/index.html")]
    [InlineData("{\"items\":[],\"version\":\"https://jsonfeed.org/version/1.1\",\"home_page_url\":\"/blog/\"{0}}",
        ",\"feed_url\":\"https://self.example/f.json\"", "/blog/")]
    public async Task A_relative_home_page_is_kept_as_written_and_starts_from_the_document_else_from_the_feeds_own_address(
        string feed, string self, string written)
    {
        Feed lost = await FeedFixtures.ReadAsync(feed.Replace("{0}", "", StringComparison.Ordinal));
        Feed guessed = await FeedFixtures.ReadAsync(feed.Replace("{0}", self, StringComparison.Ordinal));
        Feed known = await FeedFixtures.ReadAsync(feed.Replace("{0}", self, StringComparison.Ordinal), new Uri("https://known.example/f"));

        Assert.Equal((null, written), (lost.HomePage, lost.WrittenHomePage));
        Assert.Equal(("https://self.example/" + written.TrimStart('/'), written), (guessed.HomePage!.AbsoluteUri, guessed.WrittenHomePage));
        Assert.Equal(("https://known.example/" + written.TrimStart('/'), null), (known.HomePage!.AbsoluteUri, known.WrittenHomePage));
    }

    [Fact]
    public async Task A_relative_link_starts_from_the_document_else_from_the_feeds_own_address()
    {
        FeedItem known = await FeedFixtures.ItemAsync("<link>/a</link>", new Uri("https://known.example/feed"));
        Feed guessed =
            await FeedFixtures.ReadAsync(
            "<rss><channel><item><link>/a</link></item><link rel='self' href='https://self.example/feed'/></channel></rss>");

        Assert.Equal(("https://known.example/a", null), (known.Address!.AbsoluteUri, known.WrittenAddress));
        Assert.Equal(("https://self.example/a", "/a"), (guessed.Items[0].Address!.AbsoluteUri, guessed.Items[0].WrittenAddress));
    }
}
