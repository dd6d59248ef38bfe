// A stranger's program: a site that marks its captions in a way of its own.
using FeedBook;
using FeedBook.Content;

const string Html = """
    <p>The boat left early.</p>
    <div class="pic"><img alt="A boat" src="data:image/gif;base64,R0lGODlhCgAKAIAAAP8AAAAA/yH5BAAAAAAALAAAAAAKAAoAAAIRhI+pFu0LYpy02ouz3rz7nxQAOw=="></div>
    <div class="said">Boats at six <i class="by">R. Roe</i></div>
    <p class="ad">Buy boats!</p>
    """;
await using Book book = await new BookBuilder()
    .OnDiagnostic(Console.WriteLine)
    .AddItems([new FeedItem { Id = "1", Title = "Boats", ContentHtml = Html }], new()
    {
        Remove = [".ad", ".nowhere"],
        Figures = new() { CaptionSelectors = [".said"], CreditSelectors = [".by"] },
    })
    .BuildAsync();
await book.SaveAsEpubAsync("boats.epub");
foreach (Figure figure in book.Chapters.SelectMany(chapter => ContentWalker.Figures(chapter.Article)))
{
    Console.WriteLine($"caption: {ContentText.Of(figure.Caption)} | credit: {ContentText.Of(figure.Credit)}");
}
