using System.Text;

namespace FeedBook.Html.Tree;

/// <summary>A text with changes that are made from left to right; no copy is made while there are none.</summary>
internal sealed class SourceCopy(string source)
{
    private readonly Queue<(int At, int Length)> cuts = new();
    private StringBuilder? copy;
    private int copied;

    /// <summary>Puts other text in the place of a part that lies behind all changes so far.</summary>
    public void Replace(int at, int length, string other)
    {
        CopyTo(at);
        copy!.Append(other);
        copied = Math.Max(copied, at + length);
    }

    /// <summary>Takes a part out that may lie far behind the next changes.</summary>
    public void Cut(int at, int length) => cuts.Enqueue((at, length));

    /// <summary>The changed text; the very same instance where nothing was changed.</summary>
    public string Finish()
    {
        if (copy is null)
        {
            return source;
        }

        CopyTo(source.Length);
        return copy.ToString();
    }

    private void CopyTo(int at)
    {
        copy ??= new StringBuilder(source.Length + 64);
        while (cuts.TryPeek(out (int At, int Length) cut) && cut.At < at)
        {
            cuts.Dequeue();
            Append(cut.At);
            copied = Math.Max(copied, cut.At + cut.Length);
        }

        Append(at);
    }

    private void Append(int at)
    {
        if (at > copied)
        {
            copy!.Append(source, copied, at - copied);
            copied = at;
        }
    }
}
