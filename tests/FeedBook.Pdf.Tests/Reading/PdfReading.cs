using System.IO.Compression;
using System.Text;

namespace FeedBook.Pdf.Tests.Reading;

/// <summary>Reads a PDF of ours by its cross-reference stream, strictly: what the tests know of a file they know from here.</summary>
internal sealed class PdfReading
{
    private readonly byte[] bytes;
    private readonly Dictionary<int, (int Kind, long Where, int Index)> places = [];
    private readonly Dictionary<int, object?> objects = [];
    private readonly Dictionary<int, (int First, List<double> Table, byte[] Data)> objectStreams = [];
    private readonly Dictionary<PdfDictionary, Dictionary<int, string>> maps = [];

    public PdfReading(byte[] bytes)
    {
        this.bytes = bytes;
        string tail = Encoding.Latin1.GetString(bytes, Math.Max(0, bytes.Length - 64), Math.Min(64, bytes.Length));
        Assert.EndsWith("%%EOF\n", tail, StringComparison.Ordinal);
        int start = int.Parse(tail.Split("startxref\n")[1].Split('\n')[0]);
        Trailer = ReadAt(start, out _);
        byte[] table = Inflate(Trailer);
        for (int i = 0; i * 8 < table.Length; i++)
        {
            ReadOnlySpan<byte> entry = table.AsSpan(i * 8, 8);
            long where = 0;
            foreach (byte b in entry[1..6])
            {
                where = (where << 8) | b;
            }

            places[i] = (entry[0], where, (entry[6] << 8) | entry[7]);
        }

        Assert.Equal((double)places.Count, Trailer["Size"]);
        Root = Dictionary(Trailer["Root"]);
        Walk(Dictionary(Root["Pages"]), Pages);
    }

    public PdfDictionary Trailer { get; }

    public PdfDictionary Root { get; }

    public List<PdfDictionary> Pages { get; } = [];

    public int ObjectCount => places.Count - 1;

    /// <summary>Every object of the file; reading them all proves that each is where the table says.</summary>
    public IEnumerable<object?> All => Enumerable.Range(1, ObjectCount).Select(number => Resolve(new PdfReference(number)));

    public object? Resolve(object? value)
    {
        if (value is not PdfReference reference)
        {
            return value;
        }

        if (!objects.TryGetValue(reference.Number, out object? found))
        {
            (int kind, long where, int index) = places[reference.Number];
            Assert.True(kind is 1 or 2, $"Object {reference.Number} is free.");
            found = kind == 1 ? Plain(reference.Number, where) : Gathered(reference.Number, (int)where, index);
            objects[reference.Number] = found;
        }

        return found;
    }

    public PdfDictionary Dictionary(object? value) => Assert.IsType<PdfDictionary>(Resolve(value));

    public List<object?> List(object? value) => Assert.IsType<List<object?>>(Resolve(value));

    public int NumberOf(PdfDictionary dictionary) => objects.First(entry => ReferenceEquals(entry.Value, dictionary)).Key;

    /// <summary>How large the images of a page are drawn, in points, in the order in which they are drawn.</summary>
    public IEnumerable<(double Width, double Height)> Images(PdfDictionary page) =>
        Encoding.ASCII.GetString(Inflate(Dictionary(page["Contents"]))).Split('\n')
            .Where(line => line.EndsWith(" Do Q", StringComparison.Ordinal))
            .Select(line => line.Split(' ')).Select(words => (double.Parse(words[1]), double.Parse(words[4])));

    public static byte[] Inflate(PdfDictionary stream)
    {
        if (!stream.ContainsKey("Filter"))
        {
            return stream.Stream!;
        }

        using var zlib = new ZLibStream(new MemoryStream(stream.Stream!), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        zlib.CopyTo(memory);
        return memory.ToArray();
    }

    public static string Text(object? value)
    {
        byte[] text = Assert.IsType<byte[]>(value);
        return text.Length >= 2 && text[0] == 0xFE && text[1] == 0xFF ? Encoding.BigEndianUnicode.GetString(text, 2, text.Length - 2)
            : Encoding.ASCII.GetString(text);
    }

    /// <summary>A page's texts with their marked-content ids; -1 for artifacts.</summary>
    public IEnumerable<(int Mark, string Text, double X, double Y)> Texts(PdfDictionary page)
    {
        PdfDictionary fonts = Dictionary(page["Resources"]).TryGetValue("Font", out object? found) ? Dictionary(found) : [];
        var syntax = new PdfSyntax(Inflate(Dictionary(page["Contents"])));
        var operands = new List<object?>();
        int mark = -2;
        Dictionary<int, string>? map = null;
        double x = 0, y = 0;
        while (!syntax.IsAtEnd)
        {
            object? value = syntax.Read();
            if (value is not PdfOperator op)
            {
                operands.Add(value);
                continue;
            }

            switch (op.Value)
            {
                case "BDC":
                    Assert.Equal(-2, mark);
                    mark = ((PdfDictionary)operands[1]!).TryGetValue("MCID", out object? id) ? (int)(double)id! : -1;
                    break;
                case "EMC":
                    Assert.NotEqual(-2, mark);
                    mark = -2;
                    break;
                case "Tf":
                    map = Map(Dictionary(fonts[((PdfName)operands[0]!).Value]));
                    break;
                case "Tm":
                    (x, y) = ((double)operands[4]!, (double)operands[5]!);
                    break;
                case "TJ":
                    // Nothing may be drawn outside of the tags and artifacts (ISO 14289-1 §7.1).
                    Assert.NotEqual(-2, mark);
                    var text = new StringBuilder();
                    foreach (byte[] codes in ((List<object?>)operands[0]!).OfType<byte[]>())
                    {
                        for (int i = 0; i < codes.Length; i += 2)
                        {
                            text.Append(map![(codes[i] << 8) | codes[i + 1]]);
                        }
                    }

                    yield return (mark, text.ToString(), x, y);
                    break;
                case "Do" or "f" or "S":
                    Assert.NotEqual(-2, mark);
                    break;
            }

            operands.Clear();
        }

        Assert.Equal(-2, mark);
    }

    private Dictionary<int, string> Map(PdfDictionary font)
    {
        if (maps.TryGetValue(font, out Dictionary<int, string>? map))
        {
            return map;
        }

        map = [];
        foreach (string line in Encoding.ASCII.GetString(Inflate(Dictionary(font["ToUnicode"]))).Split('\n'))
        {
            string[] parts = line.Split(['<', '>', ' '], StringSplitOptions.RemoveEmptyEntries);
            if (line.StartsWith('<') && parts.Length == 2)
            {
                map[Convert.ToInt32(parts[0], 16)] = Encoding.BigEndianUnicode.GetString(Convert.FromHexString(parts[1]));
            }
        }

        maps[font] = map;
        return map;
    }

    private void Walk(PdfDictionary node, List<PdfDictionary> pages)
    {
        if (node["Type"] is PdfName { Value: "Page" })
        {
            pages.Add(node);
            return;
        }

        int before = pages.Count;
        foreach (object? kid in List(node["Kids"]))
        {
            Assert.Same(node, Resolve(Dictionary(kid)["Parent"]));
            Walk(Dictionary(kid), pages);
        }

        Assert.Equal((double)(pages.Count - before), node["Count"]);
    }

    private PdfDictionary ReadAt(long where, out int number)
    {
        var syntax = new PdfSyntax(bytes, (int)where);
        number = (int)(double)syntax.Read()!;
        Assert.Equal(0d, syntax.Read());
        Assert.Equal(new PdfOperator("obj"), syntax.Read());
        PdfDictionary dictionary = Assert.IsType<PdfDictionary>(syntax.Read());
        Assert.Equal("stream\n", Encoding.ASCII.GetString(bytes, syntax.Position, 7));
        int length = (int)(double)dictionary["Length"]!;
        dictionary.Stream = bytes[(syntax.Position + 7)..(syntax.Position + 7 + length)];
        Assert.Equal("\nendstream\nendobj\n", Encoding.ASCII.GetString(bytes, syntax.Position + 7 + length, 18));
        return dictionary;
    }

    private PdfDictionary Plain(int number, long where)
    {
        PdfDictionary dictionary = ReadAt(where, out int found);
        Assert.Equal(number, found);
        return dictionary;
    }

    private object? Gathered(int number, int stream, int index)
    {
        if (!objectStreams.TryGetValue(stream, out (int First, List<double> Table, byte[] Data) gathered))
        {
            PdfDictionary dictionary = Dictionary(new PdfReference(stream));
            byte[] data = Inflate(dictionary);
            var syntax = new PdfSyntax(data);
            var table = new List<double>();
            for (int i = 0; i < (double)dictionary["N"]! * 2; i++)
            {
                table.Add((double)syntax.Read()!);
            }

            gathered = ((int)(double)dictionary["First"]!, table, data);
            objectStreams[stream] = gathered;
        }

        Assert.Equal(number, (int)gathered.Table[index * 2]);
        return new PdfSyntax(gathered.Data, gathered.First + (int)gathered.Table[(index * 2) + 1]).Read();
    }
}
