using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;

namespace FeedBook.Fetching;

/// <summary>
/// A body with its packing taken off, as it is declared and as it is: servers declare a packing that is none, or none where there is one.
/// The platform's streams end in silence where packed bytes break off; whether the end was reached is found out here.
/// </summary>
internal sealed class PackedBody : IAsyncDisposable
{
    private const int MostDeclared = 2, Looked = 64;

    private readonly CountingStream raw;
    private readonly List<Layer> layers = [];
    private Stream content;

    private PackedBody(Stream raw)
    {
        this.raw = new CountingStream(raw);
        content = this.raw;
    }

    /// <summary>The unpacked bytes, to be read once.</summary>
    public Stream Content => content;

    /// <summary>Whether anything was packed.</summary>
    public bool IsPacked => layers.Count > 0;

    /// <summary>How many bytes came, packed.</summary>
    public long RawCount => raw.Count;

    /// <summary>What the server said of the packing and is not so, as one sentence; null where it is.</summary>
    public string? Mended { get; private set; }

    /// <summary>Takes the packing off.</summary>
    /// <param name="stream">The bytes as they come.</param>
    /// <param name="declared">The packings, in the order they were applied (RFC 9110 §8.4).</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ResourceException">It is packed in a way that is not known, or too often.</exception>
    public static async Task<PackedBody> OpenAsync(Stream stream, IEnumerable<string> declared, CancellationToken cancellationToken)
    {
        var body = new PackedBody(stream);
        string? unknown = null;
        foreach (string name in declared.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries)).Reverse())
        {
            if (name.Length == 0 || name.Equals("identity", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (Known(name) is not { } packing)
            {
                unknown ??= name;
                continue;
            }

            if (body.layers.Count >= MostDeclared)
            {
                throw new ResourceException(ResourceFailure.Server, "The body is packed more than twice.");
            }

            PrefixedStream peeked = await PrefixedStream.ReadAsync(body.content, Looked, cancellationToken).ConfigureAwait(false);
            body.content = peeked;
            if (peeked.Prefix.Length > 0 && !body.Take(packing, peeked))
            {
                body.Mended = $"The server says that its answer is packed as '{packing.ToString().ToLowerInvariant()}', which it is not.";
            }
        }

        await body.LookAsync(unknown, cancellationToken).ConfigureAwait(false);
        return body;
    }

    /// <summary>Notes what was read of <see cref="Content"/>.</summary>
    public void Passed(ReadOnlySpan<byte> bytes)
    {
        if (layers.Count > 0)
        {
            layers[^1].Passed(bytes);
        }
    }

    /// <summary>Whether the last packing came to its own end, now that all of it was read.</summary>
    public bool IsAtItsEnd() => layers.Count == 0 || layers[^1].IsAtItsEnd();

    public async ValueTask DisposeAsync()
    {
        await content.DisposeAsync().ConfigureAwait(false);
        await raw.DisposeAsync().ConfigureAwait(false);
    }

    private static Packing? Known(string name) => name.ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => Packing.Gzip,
        "deflate" => Packing.Deflate,
        "br" => Packing.Br,
        _ => null,
    };

    // False where the bytes are not packed so.
    private bool Take(Packing packing, PrefixedStream peeked)
    {
        byte[] start = peeked.Prefix;
        switch (packing)
        {
            case Packing.Gzip when !IsGzip(start):
            case Packing.Deflate or Packing.Br when ContentSigns.IsPlain(start):
                return false;
            case Packing.Gzip:
                Add(peeked, tail => new GZipStream(tail, CompressionMode.Decompress), Ending.Length);
                return true;
            case Packing.Deflate:
                // RFC 9110 §8.4.1.2: 'deflate' is zlib, but some servers send it bare, and then it has no end that could be looked at.
                bool zlib = start is [byte method, byte flags, ..] && (method & 0x0F) == 8 && ((method << 8) | flags) % 31 == 0;
                Add(peeked, tail =>
                    zlib ? new ZLibStream(tail, CompressionMode.Decompress) : new DeflateStream(tail, CompressionMode.Decompress), zlib
                    ? Ending.Adler : Ending.None);
                return true;
            default:
                Add(peeked, tail => new BrotliBody(tail), Ending.Own);
                return true;
        }
    }

    // What is not declared, or declared by a name that nobody knows, is told by the bytes.
    private async Task LookAsync(string? unknown, CancellationToken cancellationToken)
    {
        PrefixedStream peeked = await PrefixedStream.ReadAsync(content, Looked, cancellationToken).ConfigureAwait(false);
        content = peeked;
        if (IsGzip(peeked.Prefix))
        {
            Add(peeked, tail => new GZipStream(tail, CompressionMode.Decompress), Ending.Length);
        }
        else if (unknown is not null && peeked.Prefix.Length > 0)
        {
            Mended ??= ContentSigns.IsPlain(peeked.Prefix)
                ? $"The server says that its answer is packed as '{unknown}', which it is not."
                : throw new ResourceException(ResourceFailure.Server, $"The body is packed in an unknown way, '{unknown}'.");
        }
    }

    private void Add(Stream packed, Func<Stream, Stream> unpack, Ending ending)
    {
#pragma warning disable CA2000 // the unpacking stream owns it
        var tail = new TailStream(packed);
#pragma warning restore CA2000
        content = unpack(tail);
        layers.Add(new Layer(tail, content, ending));
    }

    private static bool IsGzip(byte[] start) => start is [0x1F, 0x8B, 8, ..];

    private enum Packing
    {
        Gzip,
        Deflate,
        Br,
    }

    /// <summary>By what one sees that packed bytes are all there.</summary>
    private enum Ending
    {
        None,

        /// <summary>RFC 1952 §2.3.1: the length, modulo 2^32, in the last four bytes.</summary>
        Length,

        /// <summary>RFC 1950 §2.2: the sum in the last four bytes.</summary>
        Adler,

        /// <summary>The reader knows.</summary>
        Own,
    }

    private sealed class Layer(TailStream packed, Stream unpacked, Ending ending)
    {
        private const uint Modulus = 65521;
        private long length;
        private uint low = 1, high;

        public void Passed(ReadOnlySpan<byte> bytes)
        {
            length += bytes.Length;
            while (ending == Ending.Adler && bytes.Length > 0)
            {
                // So many fit before the sums overflow.
                ReadOnlySpan<byte> part = bytes[..Math.Min(bytes.Length, 3800)];
                bytes = bytes[part.Length..];
                foreach (byte value in part)
                {
                    low += value;
                    high += low;
                }

                low %= Modulus;
                high %= Modulus;
            }
        }

        public bool IsAtItsEnd() => ending switch
        {
            Ending.Length =>
                packed.Tail is { Length: >= 4 } tail && BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(^4..)) == (uint)length,
            Ending.Adler =>
                packed.Tail is { Length: >= 4 } tail
                && BinaryPrimitives.ReadUInt32BigEndian(tail.AsSpan(^4..)) == (BitOperations.RotateLeft(high, 16) | low),
            Ending.Own => ((BrotliBody)unpacked).IsAtItsEnd,
            _ => true,
        };
    }
}
