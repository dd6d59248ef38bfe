using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using FeedBook.Epub;

namespace FeedBook.Tests.Epub;

public sealed class ZipWriterTests
{
    [Fact]
    public async Task A_stored_entry_with_a_known_checksum_must_be_as_long_as_was_said()
    {
        byte[] noise = new byte[600_000];
        new Random(2).NextBytes(noise);
        var output = new MemoryStream();
        var zip = new ZipWriter(output);
        await zip.AddStoredAsync("noise.bin", () => new MemoryStream(noise), Crc32.HashToUInt32(noise), noise.Length, default);
        await zip.FinishAsync(default);
        Assert.Equal(zip.Length, output.Length);
        using (var archive = new ZipArchive(new MemoryStream(output.ToArray())))
        {
            using Stream entry = archive.GetEntry("noise.bin")!.Open();
            byte[] read = new byte[noise.Length];
            entry.ReadExactly(read);
            Assert.Equal(noise, read);
        }

        await Assert.ThrowsAsync<IOException>(() =>
            new ZipWriter(new MemoryStream()).AddStoredAsync("noise.bin", () => new MemoryStream(noise), 0, noise.Length - 1, default));
    }

    [Fact]
    public async Task What_was_written_is_read_back()
    {
        var output = new MemoryStream();
        var zip = new ZipWriter(output);
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("so it goes ", 1000)));
        byte[] noise = new byte[200_000];
        new Random(1).NextBytes(noise);
        await zip.AddAsync("text.txt", text, compress: true, default);
        await zip.AddAsync("empty.txt", Array.Empty<byte>(), compress: true, default);
        await zip.AddStoredAsync("noise.bin", () => new MemoryStream(noise), default);
        await zip.FinishAsync(default);

        using var archive = new ZipArchive(new MemoryStream(output.ToArray()));
        Assert.Equal(text, Content("text.txt"));
        Assert.Empty(Content("empty.txt"));
        Assert.Equal(noise, Content("noise.bin"));
        Assert.True(archive.GetEntry("text.txt")!.CompressedLength < 200);

        byte[] Content(string name)
        {
            using Stream entry = archive.GetEntry(name)!.Open();
            var copy = new MemoryStream();
            entry.CopyTo(copy);
            return copy.ToArray();
        }
    }

    [Fact]
    public async Task More_entries_than_the_old_directory_can_count_are_still_found()
    {
        var output = new MemoryStream();
        var zip = new ZipWriter(output);
        for (int i = 0; i < 66_000; i++)
        {
            await zip.AddAsync($"f{i}", new byte[] { (byte)i }, compress: false, default);
        }

        await zip.FinishAsync(default);

        using var archive = new ZipArchive(new MemoryStream(output.ToArray()));
        Assert.Equal(66_000, archive.Entries.Count);
        using Stream last = archive.GetEntry("f65999")!.Open();
        Assert.Equal(65_999 & 0xFF, last.ReadByte());
    }
}
