using static FeedBook.Pdf.Text.Unicode.BidiClass;

namespace FeedBook.Pdf.Text.Unicode;

// The levels that embeddings, overrides and isolates give.
internal sealed partial class BidiAlgorithm
{
    private const int MaximumDepth = 125;

    /// <summary>X1 to X8.</summary>
    private void ResolveExplicit(byte baseLevel)
    {
        var stack = new Stack<(byte Level, BidiClass Override, bool Isolate)>();
        stack.Push((baseLevel, ON, false));
        int overflowIsolates = 0;
        int overflowEmbeddings = 0;
        int validIsolates = 0;
        for (int i = 0; i < _original.Length; i++)
        {
            BidiClass c = _original[i];
            switch (c)
            {
                case RLE or LRE or RLO or LRO or RLI or LRI or FSI:
                    bool isolate = IsIsolateInitiator(c);
                    bool rightToLeft = c is RLE or RLO or RLI
                        || (c == FSI && FirstStrong(i + 1, _matching[i] < 0 ? _original.Length : _matching[i]) == 1);
                    if (isolate)
                    {
                        SetLevel(i, stack.Peek());
                    }

                    int next = rightToLeft ? (stack.Peek().Level + 1) | 1 : (stack.Peek().Level + 2) & ~1;
                    if (next <= MaximumDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
                    {
                        validIsolates += isolate ? 1 : 0;
                        stack.Push(((byte)next, c switch { RLO => R, LRO => L, _ => ON }, isolate));
                    }
                    else if (isolate)
                    {
                        overflowIsolates++;
                    }
                    else if (overflowIsolates == 0)
                    {
                        overflowEmbeddings++;
                    }

                    break;
                case PDI:
                    if (overflowIsolates > 0)
                    {
                        overflowIsolates--;
                    }
                    else if (validIsolates > 0)
                    {
                        overflowEmbeddings = 0;
                        while (!stack.Peek().Isolate)
                        {
                            stack.Pop();
                        }

                        stack.Pop();
                        validIsolates--;
                    }

                    SetLevel(i, stack.Peek());
                    break;
                case PDF:
                    if (overflowIsolates == 0)
                    {
                        if (overflowEmbeddings > 0)
                        {
                            overflowEmbeddings--;
                        }
                        else if (!stack.Peek().Isolate && stack.Count > 1)
                        {
                            stack.Pop();
                        }
                    }

                    break;
                case B:
                    _levels[i] = baseLevel;
                    break;
                case BN:
                    break;
                default:
                    SetLevel(i, stack.Peek());
                    break;
            }
        }
    }

    private void SetLevel(int index, (byte Level, BidiClass Override, bool Isolate) status)
    {
        _levels[index] = status.Level;
        if (status.Override != ON)
        {
            _classes[index] = status.Override;
        }
    }
}
