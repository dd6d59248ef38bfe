namespace FeedBook.Pdf.Tests.Reading;

/// <summary>A reference to an object.</summary>
internal sealed record PdfReference(int Number);

/// <summary>A name without its slash.</summary>
internal sealed record PdfName(string Value);

/// <summary>An operator of a content stream.</summary>
internal sealed record PdfOperator(string Value);

/// <summary>A dictionary; its keys without slashes.</summary>
internal sealed class PdfDictionary : Dictionary<string, object?>
{
    public PdfDictionary()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>The raw bytes after <c>stream</c>; null for a plain dictionary.</summary>
    public byte[]? Stream { get; set; }
}

/// <summary>Reads PDF syntax: numbers as double, strings as byte arrays, arrays as lists.</summary>
internal sealed class PdfSyntax(byte[] bytes, int position = 0)
{
    public int Position { get; set; } = position;

    public bool IsAtEnd
    {
        get
        {
            SkipSpace();
            return Position >= bytes.Length;
        }
    }

    public object? Read()
    {
        SkipSpace();
        byte b = bytes[Position];
        switch (b)
        {
            case (byte)'/':
                Position++;
                return new PdfName(Unescape(Word()));
            case (byte)'(':
                return Literal();
            case (byte)'[':
                Position++;
                return List((byte)']');
            case (byte)'<' when bytes[Position + 1] == '<':
                Position += 2;
                return Dictionary();
            case (byte)'<':
                return Hex();
        }

        string word = Word();
        Assert.True(word.Length > 0, $"Unexpected byte {b} at {Position}");
        if (double.TryParse(word, out double number))
        {
            return number == Math.Floor(number) && TryReference((int)number) is { } reference ? reference : number;
        }

        return word switch { "true" => true, "false" => false, "null" => null, _ => new PdfOperator(word) };
    }

    private PdfReference? TryReference(int number)
    {
        int start = Position;
        if (Position < bytes.Length && bytes[Position] == ' ' && Position + 3 < bytes.Length && bytes[Position + 1] == '0'
            && bytes[Position + 2] == ' ' && bytes[Position + 3] == 'R')
        {
            Position += 4;
            return new PdfReference(number);
        }

        Position = start;
        return null;
    }

    private List<object?> List(byte end)
    {
        var list = new List<object?>();
        for (SkipSpace(); bytes[Position] != end; SkipSpace())
        {
            list.Add(Read());
        }

        Position++;
        return list;
    }

    private PdfDictionary Dictionary()
    {
        var dictionary = new PdfDictionary();
        for (SkipSpace(); bytes[Position] != '>'; SkipSpace())
        {
            string key = Assert.IsType<PdfName>(Read()).Value;
            Assert.False(dictionary.ContainsKey(key), $"The key {key} stands twice.");
            dictionary.Add(key, Read());
        }

        Position += 2;
        return dictionary;
    }

    private byte[] Hex()
    {
        int end = Array.IndexOf(bytes, (byte)'>', Position);
        byte[] value = Convert.FromHexString(System.Text.Encoding.ASCII.GetString(bytes, Position + 1, end - Position - 1));
        Position = end + 1;
        return value;
    }

    private byte[] Literal()
    {
        var value = new List<byte>();
        for (Position++; bytes[Position] != ')'; Position++)
        {
            if (bytes[Position] == '\\')
            {
                Position++;
            }

            value.Add(bytes[Position]);
        }

        Position++;
        return [.. value];
    }

    private string Word()
    {
        int start = Position;
        while (Position < bytes.Length && bytes[Position] > 32 && !"/[]<>(){}%".Contains((char)bytes[Position]))
        {
            Position++;
        }

        return System.Text.Encoding.ASCII.GetString(bytes, start, Position - start);
    }

    private static string Unescape(string name)
    {
        for (int at = name.IndexOf('#'); at >= 0; at = name.IndexOf('#', at + 1))
        {
            name = name[..at] + (char)Convert.ToByte(name.Substring(at + 1, 2), 16) + name[(at + 3)..];
        }

        return name;
    }

    private void SkipSpace()
    {
        while (Position < bytes.Length && bytes[Position] <= 32)
        {
            Position++;
        }
    }
}
