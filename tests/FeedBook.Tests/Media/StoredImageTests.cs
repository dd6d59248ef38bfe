using FeedBook.Content;
using FeedBook.Media;
using FeedBook.Tests.Epub;

namespace FeedBook.Tests.Media;

/// <summary>Images from memory, for books that are put together by hand.</summary>
public sealed class StoredImageTests
{
    [Fact]
    public async Task A_book_made_by_hand_shows_an_image_from_memory()
    {
        StoredImage image = StoredImage.FromBytes(SamplePictures.Png(30, 20, seed: 2));
        var named = new ImageReference([new Uri("https://example.org/a.png")]) { AlternativeText = "A", Stored = image };
        var chapter = new Chapter
        {
            Id = "c1", Title = "One", Language = "en",
            Article = new Article { Blocks = [new ImageBlock(named)] },
        };
        var metadata = new BookMetadata { Title = "T", Identifier = "urn:uuid:1", Language = "en", Modified = MadeBooks.Date };

        using var book = new Book(metadata, [new BookSection(null, [chapter])]);
        using OpenedEpub epub = await OpenedEpub.WriteAsync(book);

        Assert.Equal((ImageKind.Png, 30, 20), (image.Kind, image.Width, image.Height));
        Assert.Empty(epub.Faults());
        Assert.Contains(epub.Names, name => name.EndsWith(image.Name + ".png", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_picture_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => StoredImage.FromBytes("Hello"u8.ToArray()));
        Assert.Throws<InvalidDataException>(() => StoredImage.FromBytes(ReadOnlyMemory<byte>.Empty));
    }
}
