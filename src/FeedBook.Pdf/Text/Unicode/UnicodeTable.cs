using System.Buffers.Binary;
using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;

namespace FeedBook.Pdf.Text.Unicode;

/// <summary>
/// What the text room needs of the Unicode Character Database, unpacked from a resource of 12 kB (see cut-unicode.py). .NET without
/// ICU tells a character's category, but neither its bidirectional class nor where a line may break. Immutable.
/// </summary>
internal sealed class UnicodeTable
{
    private const int BlockSize = 128;
    private static readonly Lazy<UnicodeTable> Loaded = new(Read);

    private readonly uint[] _values;
    private readonly ushort[] _blockOf;
    private readonly ushort[] _blocks;
    private readonly string[] _scriptTags;
    private readonly string[] _scriptNames;
    private readonly FrozenDictionary<int, (int Other, bool Opens)> _brackets;
    private readonly FrozenDictionary<(int, int), int> _compositions;
    private readonly FrozenDictionary<int, (int, int)> _decompositions;

    private UnicodeTable(ref Reader reader)
    {
        _values = new uint[reader.U16()];
        _blocks = new ushort[reader.U16() * BlockSize];
        for (int i = 0; i < _values.Length; i++)
        {
            _values[i] = reader.U32();
        }

        _blockOf = new ushort[0x110000 / BlockSize];
        for (int i = 0; i < _blockOf.Length; i++)
        {
            _blockOf[i] = reader.U16();
        }

        for (int i = 0; i < _blocks.Length; i++)
        {
            _blocks[i] = reader.U16();
        }

        int scripts = reader.U16();
        (_scriptTags, _scriptNames) = (new string[scripts], new string[scripts]);
        for (int i = 0; i < scripts; i++)
        {
            string text = reader.Text();
            (_scriptTags[i], _scriptNames[i]) = (text[..4], text[4..]);
        }

        var brackets = new Dictionary<int, (int, bool)>();
        for (int i = reader.U16(); i > 0; i--)
        {
            brackets.Add(reader.U16(), (reader.U16(), reader.U8() == 1));
        }

        var compositions = new Dictionary<(int, int), int>();
        var decompositions = new Dictionary<int, (int, int)>();
        for (int i = reader.U16(); i > 0; i--)
        {
            var parts = ((int)reader.U32(), (int)reader.U32());
            int whole = (int)reader.U32();
            compositions.Add(parts, whole);
            decompositions.Add(whole, parts);
        }

        _brackets = brackets.ToFrozenDictionary();
        _compositions = compositions.ToFrozenDictionary();
        _decompositions = decompositions.ToFrozenDictionary();
    }

    /// <summary>The table, unpacked once a process.</summary>
    public static UnicodeTable Instance => Loaded.Value;

    public CharacterFacts this[int codePoint] =>
        new((uint)codePoint < 0x110000 ? _values[_blocks[(_blockOf[codePoint / BlockSize] * BlockSize) + (codePoint % BlockSize)]] : 0);

    /// <summary>The ISO 15924 code in lower case.</summary>
    public string ScriptTag(int script) => _scriptTags[script];

    public string ScriptName(int script) => _scriptNames[script];

    /// <summary>True for a paired bracket.</summary>
    public bool IsBracket(int codePoint, out int other, out bool opens)
    {
        bool found = _brackets.TryGetValue(codePoint, out (int Other, bool Opens) bracket);
        (other, opens) = bracket;
        return found;
    }

    /// <summary>The character that the two are canonically one of; 0 when there is none.</summary>
    public int Compose(int first, int second)
    {
        const int SBase = 0xAC00, LBase = 0x1100, VBase = 0x1161, TBase = 0x11A7, LCount = 19, VCount = 21, TCount = 28;
        if (first >= LBase && first < LBase + LCount && second >= VBase && second < VBase + VCount)
        {
            return SBase + ((((first - LBase) * VCount) + second - VBase) * TCount);
        }

        if (first >= SBase && first < SBase + (LCount * VCount * TCount) && (first - SBase) % TCount == 0 && second > TBase
            && second < TBase + TCount)
        {
            return first + second - TBase;
        }

        return _compositions.GetValueOrDefault((first, second));
    }

    /// <summary>The two characters that this one canonically is made of.</summary>
    public bool TryDecompose(int codePoint, out int first, out int second)
    {
        bool found = _decompositions.TryGetValue(codePoint, out (int First, int Second) parts);
        (first, second) = parts;
        return found;
    }

    private static UnicodeTable Read()
    {
        using Stream packed = typeof(UnicodeTable).Assembly.GetManifestResourceStream("FeedBook.Pdf.unicode.bin.br")
            ?? throw new InvalidOperationException("The assembly lacks its Unicode table.");
        using var unpacked = new BrotliStream(packed, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unpacked.CopyTo(bytes);
        var reader = new Reader(bytes.GetBuffer());
        return new UnicodeTable(ref reader);
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _rest = bytes;

        public byte U8()
        {
            byte value = _rest[0];
            _rest = _rest[1..];
            return value;
        }

        public ushort U16()
        {
            ushort value = BinaryPrimitives.ReadUInt16LittleEndian(_rest);
            _rest = _rest[2..];
            return value;
        }

        public uint U32()
        {
            uint value = BinaryPrimitives.ReadUInt32LittleEndian(_rest);
            _rest = _rest[4..];
            return value;
        }

        public string Text()
        {
            int length = U8();
            string text = Encoding.UTF8.GetString(_rest[..length]);
            _rest = _rest[length..];
            return text;
        }
    }
}

/// <summary>What is known of one character, packed as cut-unicode.py does.</summary>
internal readonly struct CharacterFacts(uint packed)
{
    public BidiClass Bidi => (BidiClass)(packed & 31);

    public LineBreakClass LineBreak => (LineBreakClass)((packed >> 5) & 63);

    public EastAsianWidth Width => (EastAsianWidth)((packed >> 11) & 7);

    public bool IsPictograph => (packed & (1 << 14)) != 0;

    /// <summary>A number for <see cref="UnicodeTable.ScriptTag"/>; <see cref="Scripts"/> names those that the code asks for.</summary>
    public int Script => (int)(packed >> 15);
}
