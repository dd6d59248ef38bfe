using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace FeedBook.Html.Tree;

/// <summary>A text with changes that are made from left to right; no copy is made while there are none.</summary>
internal sealed class SourceCopy(string source)
{
    private StringBuilder? copy;
    private int copied;

    /// <summary>Puts other text in the place of a part that lies behind all changes so far.</summary>
    public void Replace(int at, int length, string other)
    {
        CopyTo(at);
        copy.Append(other);
        copied = Math.Max(copied, at + length);
    }

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

    [MemberNotNull(nameof(copy))]
    private void CopyTo(int at)
    {
        copy ??= new StringBuilder(source.Length + 64);
        if (at > copied)
        {
            copy.Append(source, copied, at - copied);
            copied = at;
        }
    }
}
