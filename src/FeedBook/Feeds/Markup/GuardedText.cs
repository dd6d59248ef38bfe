using System.Xml;
using FeedBook.Text;

namespace FeedBook.Feeds.Markup;

/// <summary>A text that is read through a <see cref="TagGuard"/>.</summary>
internal sealed class GuardedText : TextReader
{
    private readonly TextReader _text;
    private readonly TagGuard _guard = new();

    /// <summary>Starts to read; <paramref name="text"/> is closed with it.</summary>
    public GuardedText(TextReader text) => _text = text;

    public override int Peek() => _text.Peek();

    public override int Read()
    {
        int letter = _text.Read();
        if (letter >= 0)
        {
            See([(char)letter]);
        }

        return letter;
    }

    /// <summary>Reads on.</summary>
    /// <exception cref="XmlException">A tag has too many attributes.</exception>
    public override int Read(char[] buffer, int index, int count)
    {
        int read = _text.Read(buffer, index, count);
        See(buffer.AsSpan(index, read));
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        _text.Dispose();
        base.Dispose(disposing);
    }

    private void See(ReadOnlySpan<char> letters)
    {
        if (!_guard.See(letters))
        {
            throw new XmlException($"A tag has more than {TagGuard.MostAttributes} attributes.");
        }
    }
}
