using static FeedBook.Pdf.Text.Unicode.BidiClass;

namespace FeedBook.Pdf.Text.Unicode;

/// <summary>The weak and neutral rules of UAX #9 (W1 to W7, N0 to N2) over one isolating run sequence.</summary>
internal sealed class BidiSequence(string text, BidiClass[] classes, BidiClass[] original, List<int> places, int level, BidiClass before,
    BidiClass after)
{
    private const int MaximumBrackets = 63;

    private BidiClass Embedding => (level & 1) != 0 ? R : L;

    public void Resolve()
    {
        ResolveWeak();
        ResolveBrackets();
        ResolveNeutral();
    }

    private ref BidiClass At(int index) => ref classes[places[index]];

    private void ResolveWeak()
    {
        // W1: a mark is like what it stands on.
        BidiClass previous = before;
        for (int i = 0; i < places.Count; i++)
        {
            if (At(i) == NSM)
            {
                At(i) = previous is LRI or RLI or FSI or PDI ? ON : previous;
            }

            previous = At(i);
        }

        // W2, W3: digits after Arabic letters are Arabic digits; then Arabic letters are like any others.
        BidiClass strong = before;
        for (int i = 0; i < places.Count; i++)
        {
            BidiClass c = At(i);
            if (c is L or R or AL)
            {
                strong = c;
            }
            else if (c == EN && strong == AL)
            {
                At(i) = AN;
            }
        }

        for (int i = 0; i < places.Count; i++)
        {
            if (At(i) == AL)
            {
                At(i) = R;
            }
        }

        // W4: one separator between two digits.
        for (int i = 1; i + 1 < places.Count; i++)
        {
            if ((At(i) == ES && At(i - 1) == EN && At(i + 1) == EN) || (At(i) == CS && At(i - 1) == At(i + 1) && At(i - 1) is EN or AN))
            {
                At(i) = At(i - 1);
            }
        }

        // W5: signs beside European digits; W6: the separators and signs that remain are neutral.
        for (int i = 0; i < places.Count; i++)
        {
            if (At(i) != ET)
            {
                continue;
            }

            int end = i;
            while (end < places.Count && At(end) == ET)
            {
                end++;
            }

            if ((i > 0 && At(i - 1) == EN) || (end < places.Count && At(end) == EN))
            {
                for (int k = i; k < end; k++)
                {
                    At(k) = EN;
                }
            }

            i = end - 1;
        }

        strong = before;
        for (int i = 0; i < places.Count; i++)
        {
            BidiClass c = At(i);
            if (c is ES or ET or CS)
            {
                At(i) = ON;
            }
            else if (c is L or R)
            {
                strong = c;
            }
            else if (c == EN && strong == L)
            {
                // W7.
                At(i) = L;
            }
        }
    }

    /// <summary>N0: both brackets of a pair go the way of what they hold.</summary>
    private void ResolveBrackets()
    {
        foreach ((int opening, int closing) in Pairs())
        {
            bool found = false;
            bool opposite = false;
            for (int i = opening + 1; i < closing && !found; i++)
            {
                BidiClass strong = StrongOf(At(i));
                found = strong == Embedding;
                opposite |= strong is L or R;
            }

            BidiClass direction;
            if (found)
            {
                direction = Embedding;
            }
            else if (opposite)
            {
                BidiClass context = before;
                for (int i = opening - 1; i >= 0; i--)
                {
                    if (StrongOf(At(i)) is L or R)
                    {
                        context = StrongOf(At(i));
                        break;
                    }
                }

                direction = context == Embedding ? Embedding : (Embedding == L ? R : L);
            }
            else
            {
                continue;
            }

            SetBracket(opening, direction);
            SetBracket(closing, direction);
        }
    }

    private void SetBracket(int index, BidiClass direction)
    {
        At(index) = direction;

        // Marks on a bracket follow it; W1 made them neutral before.
        for (int i = index + 1; i < places.Count && original[places[i]] == NSM; i++)
        {
            At(i) = direction;
        }
    }

    private List<(int Opening, int Closing)> Pairs()
    {
        UnicodeTable unicode = UnicodeTable.Instance;
        var pairs = new List<(int, int)>();
        var open = new List<(int Character, int Index)>();
        for (int i = 0; i < places.Count; i++)
        {
            int c = text[places[i]];
            if (At(i) != ON || !unicode.IsBracket(c, out int other, out bool opens))
            {
                continue;
            }

            if (opens)
            {
                if (open.Count == MaximumBrackets)
                {
                    // BD16: too deep, no pair at all is formed.
                    return [];
                }

                open.Add((Canonical(other), i));
                continue;
            }

            for (int k = open.Count - 1; k >= 0; k--)
            {
                if (open[k].Character == Canonical(c))
                {
                    pairs.Add((open[k].Index, i));
                    open.RemoveRange(k, open.Count - k);
                    break;
                }
            }
        }

        pairs.Sort();
        return pairs;
    }

    // The angle brackets at U+2329 are canonically those at U+3008.
    private static int Canonical(int c) => c == 0x232A ? 0x3009 : c;

    private static BidiClass StrongOf(BidiClass c) => c is EN or AN ? R : c;

    /// <summary>N1, N2: neutrals between two of a kind go with them, others with the embedding.</summary>
    private void ResolveNeutral()
    {
        for (int i = 0; i < places.Count; i++)
        {
            if (!IsNeutral(At(i)))
            {
                continue;
            }

            int end = i;
            while (end < places.Count && IsNeutral(At(end)))
            {
                end++;
            }

            BidiClass left = i == 0 ? before : StrongOf(At(i - 1));
            BidiClass right = end == places.Count ? after : StrongOf(At(end));
            BidiClass direction = left == right ? left : Embedding;
            for (int k = i; k < end; k++)
            {
                At(k) = direction;
            }

            i = end - 1;
        }
    }

    private static bool IsNeutral(BidiClass c) => c is B or S or WS or ON or FSI or LRI or RLI or PDI;
}
