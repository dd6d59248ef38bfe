using FeedBook.Text;

namespace FeedBook.Media;

/// <summary>
/// The bytes of a drawing, read through a <see cref="TagGuard"/>. Every encoding that drawings come in writes the marks of XML as in
/// ASCII, those of two bytes with a zero beside.
/// </summary>
internal sealed class GuardedSvg(Stream content) : Stream
{
    private readonly TagGuard _guard = new();
    private char[] _letters = [];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads on.</summary>
    /// <exception cref="InvalidDataException">A tag has too many attributes.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = content.Read(buffer, offset, count);
        if (_letters.Length < read)
        {
            _letters = new char[read];
        }

        int letters = 0;
        foreach (byte one in buffer.AsSpan(offset, read))
        {
            if (one != 0)
            {
                _letters[letters++] = (char)one;
            }
        }

        return _guard.See(_letters.AsSpan(0, letters)) ? read
            : throw new InvalidDataException($"a tag has more than {TagGuard.MostAttributes} attributes.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
