using System.IO.Compression;

namespace FeedBook.Fetching;

/// <summary>Reads an answer's body to its end, unpacked, within the limits of bytes, growth and silence.</summary>
internal sealed class BodyReader(FetchOptions options, TimeProvider time)
{
    private const int RatioFrom = 1 << 20;

    /// <summary>Reads the body.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="address">Where it came from in the end.</param>
    /// <param name="maxBytes">The most bytes, unpacked.</param>
    /// <param name="write">Where a cache wants the body; null for no cache. Ended here.</param>
    /// <param name="silence">Fires when nothing came for too long; put off with each piece that comes.</param>
    /// <param name="cancellationToken">Fires with <paramref name="silence"/> too.</param>
    /// <exception cref="ResourceException">A limit was passed, or the encoding is unknown.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public async Task<Resource> ReadAsync(HttpResponseMessage response, Uri address, long maxBytes, CacheWrite? write, CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        long? declared = response.Content.Headers.ContentLength;
        var spool = new Spool(declared <= maxBytes ? declared : null, write?.File);
        try
        {
            if (declared > maxBytes)
            {
                throw TooLarge(maxBytes);
            }

            Stream raw = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (raw.ConfigureAwait(false))
            {
                await CopyAsync(response, raw, spool, maxBytes, silence, cancellationToken).ConfigureAwait(false);
            }

            Stream content;
            if (write is null)
            {
                content = await spool.ToStreamAsync(cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await spool.FinishFileAsync(cancellationToken).ConfigureAwait(false);
#pragma warning disable CA2000 // handed over to the caller
                content = write.Commit(spool.Length);
#pragma warning restore CA2000
            }

            (string? mediaType, string? charset) = ContentTypes.Of(response);
            return new Resource(address, content) { MediaType = mediaType, Charset = charset, Length = declared };
        }
        catch (InvalidDataException exception)
        {
            throw new ResourceException(ResourceFailure.Server, "The packed body is broken.", exception);
        }
        finally
        {
            await spool.DisposeAsync().ConfigureAwait(false);
            write?.Dispose();
        }
    }

    private async Task CopyAsync(HttpResponseMessage response, Stream raw, Spool spool, long maxBytes, CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        var counted = new CountingStream(raw);
        Stream body = await UnpackAsync(counted, response.Content.Headers.ContentEncoding, cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            bool packed = body != counted;
            long renewed = time.GetTimestamp();
            for (int read; (read = await body.ReadAsync(spool.Room, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                await spool.AdvanceAsync(read, cancellationToken).ConfigureAwait(false);
                if (spool.Length > maxBytes)
                {
                    throw TooLarge(maxBytes);
                }

                if (packed && spool.Length > RatioFrom && spool.Length > counted.Count * options.MaxCompressionRatio)
                {
                    throw new ResourceException(ResourceFailure.TooLarge, $"The packed body grows more than {options.MaxCompressionRatio} times when unpacked.");
                }

                // Putting the timer off costs a lock; a few times a second is often enough.
                if (time.GetElapsedTime(renewed) > TimeSpan.FromMilliseconds(200))
                {
                    renewed = time.GetTimestamp();
                    silence.CancelAfter(options.AttemptTimeout);
                }
            }
        }
    }

    private static async Task<Stream> UnpackAsync(CountingStream raw, ICollection<string> encodings, CancellationToken cancellationToken)
    {
        Stream body = raw;
        int layers = 0;

        // RFC 9110 §8.4: listed in the order they were applied.
        foreach (string encoding in encodings.Reverse().SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries).Reverse()))
        {
            if (encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (++layers > 2)
            {
                throw new ResourceException(ResourceFailure.Server, "The body is packed more than twice.");
            }

            body = encoding.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => await GzipAsync(body, cancellationToken).ConfigureAwait(false),
                "deflate" => await DeflateAsync(body, cancellationToken).ConfigureAwait(false),
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                _ => throw new ResourceException(ResourceFailure.Server, $"The body is packed in an unknown way, '{encoding}'."),
            };
        }

        return body;
    }

    // Some servers declare gzip and send the file as it is.
    private static async Task<Stream> GzipAsync(Stream body, CancellationToken cancellationToken)
    {
        PrefixedStream peeked = await PrefixedStream.ReadAsync(body, 2, cancellationToken).ConfigureAwait(false);
        return peeked.Prefix is [0x1F, 0x8B] ? new GZipStream(peeked, CompressionMode.Decompress) : peeked;
    }

    // RFC 9110 §8.4.1.2: 'deflate' is zlib, but some servers send it bare.
    private static async Task<Stream> DeflateAsync(Stream body, CancellationToken cancellationToken)
    {
        PrefixedStream peeked = await PrefixedStream.ReadAsync(body, 2, cancellationToken).ConfigureAwait(false);
        bool zlib = peeked.Prefix is [byte method, byte flags] && (method & 0x0F) == 8 && ((method << 8) | flags) % 31 == 0;
        return zlib ? new ZLibStream(peeked, CompressionMode.Decompress) : new DeflateStream(peeked, CompressionMode.Decompress);
    }

    private static ResourceException TooLarge(long maxBytes) => new(ResourceFailure.TooLarge, $"More than {maxBytes:N0} bytes.");
}
