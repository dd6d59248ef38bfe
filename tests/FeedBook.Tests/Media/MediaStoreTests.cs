using System.IO.Hashing;
using System.Security.Cryptography;
using FeedBook.Fetching;
using FeedBook.Media;

namespace FeedBook.Tests.Media;

public sealed class MediaStoreTests
{
    private static readonly ImageFacts Facts = new(ImageKind.Png, 4, 3) { Orientation = 6, IsAnimated = true };

    [Fact]
    public void Many_threads_add_and_read_at_once()
    {
        using var store = new MediaStore();
        byte[][] contents = [.. Enumerable.Range(0, 400).Select(Content)];

        // Each content twice, from different threads.
        Parallel.For(0, 800, i =>
        {
            byte[] content = contents[i % 400];
            StoredImage image = store.Add(content, Facts);
            Assert.Equal(content, Read(image));
            Assert.Equal(Crc32.HashToUInt32(content), image.Crc);
        });

        Assert.Equal(400, store.Images.Count);
        Assert.Empty(store.Files);
        Assert.All(contents, content => Assert.Equal(content, Read(store.Add(content, Facts))));
    }

    [Fact]
    public void A_picture_says_what_is_known_of_it()
    {
        using var store = new MediaStore();
        StoredImage image = store.Add(Content(3), Facts);
        Assert.Equal((ImageKind.Png, 4, 3, 6, true, Content(3).Length),
            (image.Kind, image.Width, image.Height, image.Orientation, image.IsAnimated, (int)image.Length));
        Assert.Equal("img-" + Convert.ToHexStringLower(SHA256.HashData(Content(3))[..8]), image.Name);
        Assert.Same(image, store.Add(Content(3), Facts));
    }

    [Fact]
    public async Task Streams_stand_alone_and_end_with_their_picture()
    {
        using var store = new MediaStore();
        store.Add(Content(1), Facts);
        StoredImage image = store.Add(Content(2), Facts);
        store.Add(Content(5), Facts);
        using Stream one = image.OpenRead(), other = image.OpenRead();
        Assert.Equal(Content(2)[0], one.ReadByte());
        Assert.Equal(0, other.Position);
        one.Seek(-2, SeekOrigin.End);
        byte[] rest = new byte[10];
        Assert.Equal(2, await one.ReadAsync(rest));
        Assert.Equal(Content(2)[^2..], rest[..2]);
        Assert.Equal(0, await one.ReadAsync(rest));
        one.Position = image.Length + 5;
        Assert.Equal(-1, one.ReadByte());
        Assert.Throws<ArgumentOutOfRangeException>(() => one.Seek(-1, SeekOrigin.Begin));
        one.Dispose();
        one.Dispose();
        Assert.Throws<ObjectDisposedException>(() => one.ReadByte());
        Assert.Equal(Content(2)[0], other.ReadByte());
    }

    [Fact]
    public void After_the_end_nothing_opens_but_what_is_open_stays_readable()
    {
        var store = new MediaStore();
        StoredImage image = store.Add(Content(7), Facts);
        using (Stream open = image.OpenRead())
        {
            store.Dispose();
            store.Dispose();
            Assert.ThrowsAny<IOException>(() => image.OpenRead());
            Assert.Throws<ObjectDisposedException>(() => store.Add(Content(8), Facts));
            byte[] read = new byte[image.Length];
            open.ReadExactly(read);
            Assert.Equal(Content(7), read);
        }

        Assert.ThrowsAny<IOException>(() => image.OpenRead());
    }

    [Fact]
    public void A_temporary_file_has_no_name_to_be_found_by_and_is_private()
    {
        string name;
        using (FileStream file = TemporaryFile.Open())
        {
            name = file.Name;
            if (!OperatingSystem.IsWindows())
            {
                Assert.False(File.Exists(name));
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.SafeFileHandle));
            }
        }

        Assert.False(File.Exists(name));
    }

    [Fact]
    public void A_store_without_a_picture_makes_no_file()
    {
        using var store = new MediaStore();
        Assert.Empty(store.Files);
        Assert.Empty(store.Images);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(65_536)]
    [InlineData((1 << 20) - 1)]
    [InlineData(1 << 20)]
    [InlineData((1 << 20) + 1)]
    [InlineData(3_000_000)]
    public async Task What_is_taken_in_is_what_came(int length)
    {
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        using var store = new MediaStore();
        foreach (Stream content in (Stream[])[new MemoryStream(bytes), new InPieces(bytes)])
        {
            await using var resource = new Resource(new Uri("https://a.example/1"), content);
            using (DownloadedImage taken = await DownloadedImage.ReadAsync(resource, store, length, CancellationToken.None))
            {
                Assert.Equal(SHA256.HashData(bytes), taken.Hash);
                Assert.Equal(length, taken.Length);
                Assert.Equal(length < 1 << 20 ? 0 : 1, store.Files.Count());
                string copy = taken.Copy();
                Assert.Equal(bytes, await File.ReadAllBytesAsync(copy));
                File.Delete(copy);
                Assert.Equal(bytes, await File.ReadAllBytesAsync(taken.ToFile()));
            }

            Assert.Empty(store.Files);
            using var again = new MemoryStream(bytes);
            await using var tooLarge = new Resource(new Uri("https://a.example/1"), again);
            if (length > 0)
            {
                ResourceException refused =
                    await Assert.ThrowsAsync<ResourceException>(() =>
                    DownloadedImage.ReadAsync(tooLarge, store, length - 1, CancellationToken.None));
                Assert.Equal(ResourceFailure.TooLarge, refused.Failure);
                Assert.Empty(store.Files);
            }
        }
    }

    [Theory]
    [InlineData(4_000)]
    [InlineData(2_000_000)]
    public async Task A_mended_picture_is_hashed_anew(int length)
    {
        byte[] bytes = Content(length);
        await using var resource = new Resource(new Uri("https://a.example/1"), new MemoryStream(bytes));
        using var store = new MediaStore();
        using DownloadedImage taken = await DownloadedImage.ReadAsync(resource, store, length * 3L, CancellationToken.None);
        byte[] tail = Content(5_000);
        byte[] expected = [.. bytes.AsSpan(0, bytes.Length - 1), .. tail];
        taken.Mend(new ImageRepair(bytes.Length - 1, tail));
        Assert.Equal(expected.Length, taken.Length);
        Assert.Equal(SHA256.HashData(expected), taken.Hash);
        StoredImage image = taken.Store(Facts);
        Assert.Equal(expected, Read(image));
        Assert.Equal("img-" + Convert.ToHexStringLower(taken.Hash[..8]), image.Name);
    }

    private static byte[] Content(int number)
    {
        byte[] bytes = new byte[1 + number + (number % 7 * 1_000)];
        new Random(number).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Read(StoredImage image)
    {
        using Stream stream = image.OpenRead();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>A stream that does not say how long it is and gives little at a time.</summary>
    private sealed class InPieces(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 10_007)], cancellationToken);
    }
}
