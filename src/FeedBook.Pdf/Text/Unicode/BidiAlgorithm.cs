using static FeedBook.Pdf.Text.Unicode.BidiClass;

namespace FeedBook.Pdf.Text.Unicode;

/// <summary>
/// The Unicode Bidirectional Algorithm (UAX #9, revision 46): the embedding level of each character of a paragraph. The reordering of
/// lines (L1, L2) is <see cref="BidiOrder"/>'s, since it is known only when lines are broken.
/// </summary>
internal sealed class BidiAlgorithm
{
    private readonly UnicodeTable _unicode = UnicodeTable.Instance;
    private readonly string _text;
    private readonly BidiClass[] _original;
    private readonly BidiClass[] _classes;
    private readonly byte[] _levels;
    private readonly int[] _matching;
    private byte[]? _explicit;

    private BidiAlgorithm(string text)
    {
        _text = text;
        _original = new BidiClass[text.Length];
        for (int i = 0; i < text.Length;)
        {
            _original[i] = _unicode[Characters.At(text, i, out int length)].Bidi;
            if (length == 2)
            {
                // The second half of a pair is looked through like a control.
                _original[i + 1] = BN;
            }

            i += length;
        }

        _classes = (BidiClass[])_original.Clone();
        _levels = new byte[text.Length];
        _matching = MatchIsolates();
    }

    /// <summary>True when the text has anything that could run from right to left.</summary>
    public static bool IsNeeded(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyInRange('\u0590', '\uFFFF'))
        {
            return false;
        }

        UnicodeTable unicode = UnicodeTable.Instance;
        for (int i = 0; i < text.Length;)
        {
            int c = Characters.At(text, i, out int length);
            if (c >= 0x590 && unicode[c].Bidi is R or AL or AN or RLE or RLO or RLI or FSI)
            {
                return true;
            }

            i += length;
        }

        return false;
    }

    /// <summary>The level of each UTF-16 unit. Controls and the like have the level of what is before them.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="baseLevel">0 left to right, 1 right to left, null: as the first strong letter has it (rules P2 and P3).</param>
    /// <param name="resolvedBase">The paragraph's level.</param>
    public static byte[] Resolve(string text, byte? baseLevel, out byte resolvedBase)
    {
        var run = new BidiAlgorithm(text);
        resolvedBase = baseLevel ?? run.FirstStrong(0, text.Length);
        run.ResolveExplicit(resolvedBase);
        run.ResolveSequences(resolvedBase);
        for (int i = 0; i < text.Length; i++)
        {
            if (IsRemoved(run._original[i]))
            {
                run._levels[i] = i == 0 ? resolvedBase : run._levels[i - 1];
            }
        }

        return run._levels;
    }

    /// <summary>True for what rule X9 removes.</summary>
    public static bool IsRemoved(BidiClass c) => c is RLE or LRE or RLO or LRO or PDF or BN;

    private static bool IsIsolateInitiator(BidiClass c) => c is LRI or RLI or FSI;

    /// <summary>BD9: for each initiator the place of its PDI, for each PDI that of its initiator; -1 where there is none.</summary>
    private int[] MatchIsolates()
    {
        var matching = new int[_original.Length];
        Array.Fill(matching, -1);
        var open = new Stack<int>();
        for (int i = 0; i < _original.Length; i++)
        {
            if (IsIsolateInitiator(_original[i]))
            {
                open.Push(i);
            }
            else if (_original[i] == PDI && open.TryPop(out int initiator))
            {
                matching[initiator] = i;
                matching[i] = initiator;
            }
            else if (_original[i] == B)
            {
                open.Clear();
            }
        }

        return matching;
    }

    /// <summary>P2, P3: the level that the first strong character gives; isolates are passed over.</summary>
    private byte FirstStrong(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (_original[i] is L)
            {
                return 0;
            }

            if (_original[i] is R or AL)
            {
                return 1;
            }

            if (IsIsolateInitiator(_original[i]))
            {
                if (_matching[i] < 0)
                {
                    return 0;
                }

                i = _matching[i];
            }
        }

        return 0;
    }

    /// <summary>X10: each isolating run sequence by itself.</summary>
    private void ResolveSequences(byte baseLevel)
    {
        List<List<int>> runs = LevelRuns(out int[] runOf);
        var used = new bool[runs.Count];
        for (int r = 0; r < runs.Count; r++)
        {
            int first = runs[r][0];
            if (used[r] || (_original[first] == PDI && _matching[first] >= 0))
            {
                continue;
            }

            var sequence = new List<int>();
            int run = r;
            int last;
            while (true)
            {
                used[run] = true;
                sequence.AddRange(runs[run]);
                last = runs[run][^1];
                if (!IsIsolateInitiator(_original[last]) || _matching[last] < 0)
                {
                    break;
                }

                run = runOf[_matching[last]];
            }

            int level = _levels[first];
            int before = LevelBeside(first - 1, -1, baseLevel);
            int after = IsIsolateInitiator(_original[last]) ? baseLevel : LevelBeside(last + 1, 1, baseLevel);
            var resolver =
                new BidiSequence(_text, _classes, _original, sequence, level, Strong(Math.Max(level, before)),
                Strong(Math.Max(level, after)));
            resolver.Resolve();
            foreach (int i in sequence)
            {
                // I1, I2.
                bool odd = (_levels[i] & 1) != 0;
                _levels[i] += _classes[i] switch
                {
                    L => odd ? (byte)1 : (byte)0,
                    R => odd ? (byte)0 : (byte)1,
                    AN or EN => odd ? (byte)1 : (byte)2,
                    _ => 0,
                };
            }
        }
    }

    private static BidiClass Strong(int level) => (level & 1) != 0 ? R : L;

    private int LevelBeside(int from, int step, int baseLevel)
    {
        for (int i = from; (uint)i < (uint)_original.Length; i += step)
        {
            if (!IsRemoved(_original[i]))
            {
                return _explicit is null ? _levels[i] : _explicit[i];
            }
        }

        return baseLevel;
    }

    private List<List<int>> LevelRuns(out int[] runOf)
    {
        // The levels that X1 to X8 gave decide sos and eos, also after neighbours have been resolved.
        _explicit = (byte[])_levels.Clone();
        var runs = new List<List<int>>();
        runOf = new int[_original.Length];
        for (int i = 0; i < _original.Length; i++)
        {
            if (IsRemoved(_original[i]))
            {
                continue;
            }

            if (runs.Count == 0 || _levels[runs[^1][0]] != _levels[i])
            {
                runs.Add([]);
            }

            runs[^1].Add(i);
            runOf[i] = runs.Count - 1;
        }

        return runs;
    }

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
