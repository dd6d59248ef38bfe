namespace FeedBook.Pdf.Covers;

/// <summary>A file for what an image processor reads; it goes when it is no longer needed.</summary>
internal sealed class ScratchFile : IDisposable
{
    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}
