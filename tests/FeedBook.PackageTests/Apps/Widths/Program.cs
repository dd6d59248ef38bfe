// A stranger's program: images that turn out to be narrow are left out, once their real widths are known.
using FeedBook;
using FeedBook.Content;
using FeedBook.Transforms;

await using Book book = await new BookBuilder()
    .AddFile("feed.json")
    .AddTransform((article, _) => new WithoutNarrowImages(int.Parse(args[0])).Rewrite(article), TransformStage.AfterImages)
    .BuildAsync();
await book.SaveAsEpubAsync("wide.epub");
foreach (ImageReference image in book.Chapters.SelectMany(chapter => ContentWalker.Images(chapter.Article)))
{
    Console.WriteLine($"{image.AlternativeText}: {image.Stored?.Width}");
}

internal sealed class WithoutNarrowImages(int width) : ContentRewriter
{
    protected override Block? Rewrite(Block block) =>
        block is ImageBlock { Image.Stored: { } stored } && stored.Width < width ? null : base.Rewrite(block);
}
