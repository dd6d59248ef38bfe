using FeedBook.Content;

namespace FeedBook.Tests.Books;

/// <summary>The language of a book and of chapters that tell none.</summary>
public sealed class BookLanguagesTests
{
    [Theory]
    [InlineData(null, "en")] // nothing says what the Latin letters are
    [InlineData("de", "de")]
    [InlineData("zh-Hant", "en")]
    public async Task Latin_texts_without_a_language_are_not_taken_for_the_one_Chinese_article_beside_them(string? asked, string latin)
    {
        string chineseText = "<p>" + string.Concat(Enumerable.Repeat("港口的灯亮了。", 20)) + "</p>", latinText = "<p>"
            + string.Concat(Enumerable.Repeat("The harbour light is lit. ", 40)) + "</p>";
        await using Book book = await new BookBuilder()
            .AddItems("Made", [Item("z", chineseText), Item("a", latinText), Item("b", latinText)]).With(o => o with { Language = asked })
            .BuildAsync();

        Assert.Equal(asked ?? latin, book.Metadata.Language);
        Assert.Equal(["zh", latin, latin], book.Chapters.Select(chapter => chapter.Language));
    }

    [Fact]
    public async Task A_Latin_text_in_an_Arabic_book_runs_from_left_to_right()
    {
        string arabic = "<p>" + string.Concat(Enumerable.Repeat("كان البحر هادئا في ذلك الصباح. ", 40)) + "</p>";
        await using Book book = await new BookBuilder()
            .AddItems("Made", [Item("a", arabic), Item("b", "<p>The harbour light is lit.</p>"), Item("c", "<p>…</p>")]).BuildAsync();

        Assert.Equal("ar", book.Metadata.Language);
        Assert.Equal(["ar", "en", "ar"], book.Chapters.Select(chapter => chapter.Language));
        Assert.Equal([TextDirection.RightToLeft, TextDirection.LeftToRight, TextDirection.RightToLeft],
            book.Chapters.Select(chapter => chapter.Direction));
    }

    [Theory]
    [InlineData(null, 5, 1, TextDirection.RightToLeft)]
    [InlineData(null, 1, 5, TextDirection.LeftToRight)]
    [InlineData("en", 3, 2, TextDirection.LeftToRight)]
    [InlineData("he", 2, 2, TextDirection.RightToLeft)]
    [InlineData("he", 0, 3, TextDirection.LeftToRight)]
    public async Task A_book_opens_as_its_language_does_where_most_of_it_agrees(string? asked, int hebrew, int latin,
        TextDirection expected)
    {
        string hebrewText = "<p dir=\"rtl\" lang=\"he\">" + string.Concat(Enumerable.Repeat("הים היה שקט באותו בוקר. ", 20)) + "</p>";
        string latinText = "<p lang=\"en\">" + string.Concat(Enumerable.Repeat("The sea was quiet. ", 20)) + "</p>";
        await using Book book = await new BookBuilder().AddItems("Made",
            [.. Enumerable.Range(0, hebrew).Select(i => Item($"h{i}", hebrewText) with { Language = "he" }),
            .. Enumerable.Range(0, latin).Select(i => Item($"l{i}", latinText) with { Language = "en" })])
            .With(o => o with { Language = asked, FoldDuplicates = false }).BuildAsync();

        Assert.Equal(expected, book.Metadata.Direction);
    }

    private static FeedItem Item(string id, string html) => new() { Id = id, Title = id, ContentHtml = html };
}
