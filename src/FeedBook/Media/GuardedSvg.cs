using FeedBook.Fetching;
using FeedBook.Text;

namespace FeedBook.Media;

/// <summary>
/// The bytes of a drawing, read through a <see cref="TagGuard"/>. Every encoding that drawings come in writes the marks of XML as in
/// ASCII, those of two bytes with a zero beside.
/// </summary>
internal sealed class GuardedSvg(Stream content) : ReadOnlyStream
{
    private readonly TagGuard _guard = new();
    private char[] _letters = [];

    /// <summary>Reads on.</summary>
    /// <exception cref="InvalidDataException">A tag has too many attributes.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read = content.Read(buffer);
        Check(buffer[..read]);
        return read;
    }

    /// <summary>Reads on.</summary>
    /// <exception cref="InvalidDataException">A tag has too many attributes.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Check(buffer.Span[..read]);
        return read;
    }

    private void Check(ReadOnlySpan<byte> bytes)
    {
        if (_letters.Length < bytes.Length)
        {
            _letters = new char[bytes.Length];
        }

        int letters = 0;
        foreach (byte one in bytes)
        {
            if (one != 0)
            {
                _letters[letters++] = (char)one;
            }
        }

        if (!_guard.See(_letters.AsSpan(0, letters)))
        {
            throw new InvalidDataException($"a tag has more than {TagGuard.MostAttributes} attributes.");
        }
    }
}
