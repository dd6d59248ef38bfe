namespace FeedBook.Fetching;

/// <summary>Reads an answer's body to its end, unpacked, within the limits of bytes, growth and silence.</summary>
internal sealed class BodyReader(FetchOptions options, TimeProvider time)
{
    private const int RatioFrom = 1 << 20;

    // No body has so many bytes: a length beyond it is a server's mistake and says nothing.
    private const long LongestDeclared = 1L << 40;

    /// <summary>Reads the body. One that breaks off in the middle is given as far as it came.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="maxBytes">The most bytes, unpacked.</param>
    /// <param name="silence">Fires when nothing came for too long; put off with each piece that comes.</param>
    /// <param name="cancellationToken">Fires with <paramref name="silence"/> too.</param>
    /// <exception cref="ResourceException">A limit was passed, the packing is unknown, or the temporary folder has no room.</exception>
    /// <exception cref="IOException">The connection broke before anything came.</exception>
    public async Task<Body> ReadAsync(HttpResponseMessage response, long maxBytes, CancellationTokenSource silence,
        CancellationToken cancellationToken)
    {
        long? declared = response.Content.Headers.ContentLength;
        if (declared > maxBytes && declared < LongestDeclared)
        {
            throw TooLarge(maxBytes);
        }

        var spool = new Spool(declared <= maxBytes ? declared : null);
        try
        {
            Stream raw = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            string? mended, fault;
            await using (raw.ConfigureAwait(false))
            {
                (mended, fault) = await CopyAsync(response, raw, spool, maxBytes, silence, cancellationToken).ConfigureAwait(false);
            }

            (string? mediaType, string? charset) = ContentTypes.Of(response);
            long length = spool.Length;
            return new Body(await OnDiskAsync(() => spool.ToStreamAsync(cancellationToken)).ConfigureAwait(false), length)
            {
                MediaType = mediaType,
                Charset = charset,
                Declared = declared,
                Mended = fault ?? mended,
                IsWhole = fault is null,
            };
        }
        finally
        {
            await spool.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<(string? Mended, string? Fault)> CopyAsync(HttpResponseMessage response, Stream raw, Spool spool, long maxBytes,
        CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        PackedBody body;
        try
        {
            body = await PackedBody.OpenAsync(raw, response.Content.Headers.ContentEncoding, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException exception)
        {
            throw Unreadable(exception);
        }

        await using (body.ConfigureAwait(false))
        {
            long renewed = time.GetTimestamp();
            while (true)
            {
                int read;
                try
                {
                    read = await body.Content.ReadAsync(spool.Room, cancellationToken).ConfigureAwait(false);
                }
                catch (InvalidDataException exception)
                {
                    return spool.Length > 0 ? (body.Mended, "The packed answer is broken in the middle; what came before is used.")
                        : throw Unreadable(exception);
                }
                catch (IOException exception) when (exception is not ResourceException && spool.Length > 0)
                {
                    return (body.Mended, "The answer broke off before its end; what had come is used.");
                }

                if (read == 0)
                {
                    return (body.Mended, body.IsAtItsEnd() ? null : "The packed answer ends in the middle; what came is used.");
                }

                body.Passed(spool.Room.Span[..read]);
                await OnDiskAsync(async () =>
                {
                    await spool.AdvanceAsync(read, cancellationToken).ConfigureAwait(false);
                    return read;
                }).ConfigureAwait(false);
                if (spool.Length > maxBytes)
                {
                    throw TooLarge(maxBytes);
                }

                if (body.IsPacked && spool.Length > RatioFrom && spool.Length > body.RawCount * options.MaxCompressionRatio)
                {
                    throw new ResourceException(ResourceFailure.TooLarge,
                        $"The packed body grows more than {options.MaxCompressionRatio} times when unpacked.");
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

    // Trouble with the temporary folder is no trouble with the connection.
    private static async ValueTask<T> OnDiskAsync<T>(Func<ValueTask<T>> use)
    {
        try
        {
            return await use().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ResourceException(ResourceFailure.Unavailable,
                $"There is no room for it in the temporary folder: {exception.Message}", exception);
        }
    }

    private static ResourceException Unreadable(Exception exception) =>
        new(ResourceFailure.Server, "The packed body is broken.", exception);

    private static ResourceException TooLarge(long maxBytes) => new(ResourceFailure.TooLarge, $"More than {maxBytes:N0} bytes.");
}
