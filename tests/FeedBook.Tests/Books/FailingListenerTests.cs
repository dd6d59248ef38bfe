using FeedBook.Fetching;
using FeedBook.Media;
using FeedBook.Tests.Media;

namespace FeedBook.Tests.Books;

public sealed class FailingListenerTests
{
    [Fact]
    public async Task A_listener_that_fails_leaves_no_pictures_behind()
    {
        var processor = new Onlooker();
        BookBuilder builder = new BookBuilder(new OnePicture())
            .AddItems("S", [new FeedItem { Id = "a", ContentHtml = "<p>Text</p><img src='https://example.org/p.png'>" }])
            .With(o => o with { Images = ImageOptions.EInk, ImageProcessor = processor })
            .OnDiagnostic(_ => throw new InvalidOperationException("The log is full."));

        await Assert.ThrowsAsync<InvalidOperationException>(() => builder.BuildAsync());

        Assert.True(processor.WasThere);
        Assert.False(Directory.Exists(processor.Folder));
    }

    /// <summary>Sees where the pictures lie.</summary>
    private sealed class Onlooker : IImageProcessor
    {
        public string? Folder { get; private set; }

        public bool WasThere { get; private set; }

        public bool CanRead(ImageKind kind) => true;

        public Task<ProcessedImage> ProcessAsync(SourceImage image, ImageOptions options, CancellationToken cancellationToken = default)
        {
            (Folder, WasThere) = (Path.GetDirectoryName(image.Path), File.Exists(image.Path));
            return Task.FromResult(ProcessedImage.Kept);
        }
    }

    private sealed class OnePicture : IResourceLoader
    {
        public Task<Resource> LoadAsync(ResourceRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new Resource(request.Address, new MemoryStream(SamplePictures.Png(500, 400, seed: 1))));
    }
}
