using FeedBook.Content;
using FeedBook.FullText;
using FeedBook.Html;
using FeedBook.Html.Tree;
using FeedBook.Tests.FullText;

namespace FeedBook.Tests.Html.Tree;

public sealed class LongTextTests
{
    [Fact]
    public void Whoever_gives_up_does_not_wait_for_the_end_of_a_long_text()
    {
        using var cancel = new CancellationTokenSource();
        using var mayEnd = new ManualResetEventSlim();
        using var ended = new ManualResetEventSlim();

        Assert.ThrowsAny<OperationCanceledException>(() => LongText.Read(LongText.Least, () =>
        {
            cancel.Cancel();
            mayEnd.Wait();
            ended.Set();
            return 1;
        }, cancel.Token));

        Assert.False(ended.IsSet);
        mayEnd.Set();
        ended.Wait();
    }

    [Fact]
    public void What_a_long_text_throws_is_thrown_as_it_is()
    {
        using var cancel = new CancellationTokenSource();

        InvalidDataException thrown = Assert.Throws<InvalidDataException>(() =>
            LongText.Read<int>(LongText.Least, () => throw new InvalidDataException("why"), cancel.Token));

        Assert.Equal("why", thrown.Message);
    }

    [Fact]
    public void A_short_text_and_one_nobody_can_cancel_are_read_here()
    {
        using var cancel = new CancellationTokenSource();
        int here = Environment.CurrentManagedThreadId;

        Assert.Equal(here, LongText.Read(LongText.Least - 1, () => Environment.CurrentManagedThreadId, cancel.Token));
        Assert.Equal(here, LongText.Read(LongText.Least, () => Environment.CurrentManagedThreadId, CancellationToken.None));
        Assert.NotEqual(here, LongText.Read(LongText.Least, () => Environment.CurrentManagedThreadId, cancel.Token));
    }

    [Fact]
    public void A_long_article_and_a_long_page_are_read_the_same_with_a_token_and_without()
    {
        string html = string.Concat(Enumerable.Range(1, 2_500).Select(i => MadePage.Words(i, 1)));
        Assert.InRange(html.Length, LongText.Least, int.MaxValue);
        using var cancel = new CancellationTokenSource();

        Article article = new ArticleReader().Read(html, null, cancel.Token);
        PageArticle page = new ArticleExtractor().Extract(MadePage.Page(MadePage.Of(html)), cancel.Token)!;

        Assert.Equal(ContentText.Of(new ArticleReader().Read(html)), ContentText.Of(article));
        Assert.Equal(new ArticleExtractor().Extract(MadePage.Page(MadePage.Of(html)))!.Html, page.Html);
    }

    [Fact]
    public void One_that_was_cancelled_before_is_not_begun()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        bool begun = false;

        Assert.ThrowsAny<OperationCanceledException>(() => LongText.Read(1, () => begun = true, cancel.Token));
        Assert.False(begun);
    }
}
