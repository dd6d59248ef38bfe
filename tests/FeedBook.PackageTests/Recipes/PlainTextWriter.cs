using FeedBook;
using FeedBook.Content;
namespace Stranger.Recipes;

// recipe: A format of your own
internal sealed class PlainTextWriter : IBookWriter
{
    public string FileExtension => ".txt";

    public string MediaType => "text/plain";

    public async Task<IReadOnlyList<Diagnostic>> WriteAsync(Book book, Stream output, CancellationToken cancellationToken = default)
    {
        await using var writer = new StreamWriter(output, leaveOpen: true);
        foreach (Chapter chapter in book.Chapters)
        {
            await writer.WriteLineAsync($"{chapter.Title}\n\n{ContentText.Of(chapter.Article)}\n".AsMemory(), cancellationToken);
        }

        return [];
    }
}
// end
