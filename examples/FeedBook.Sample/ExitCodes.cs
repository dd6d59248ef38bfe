namespace FeedBook.Sample;

/// <summary>What the app's exit codes mean. They are part of its interface: scripts ask for them.</summary>
internal static class ExitCodes
{
    /// <summary>Everything that was asked for was done.</summary>
    public const int Done = 0;

    /// <summary>There is no book: no source could be read, or it could not be written.</summary>
    public const int NoBook = 1;

    /// <summary>The arguments or the plan file are wrong; nothing was done.</summary>
    public const int Wrong = 2;

    /// <summary>
    /// There is a book, but something that was asked for is not in it: a source failed; another file of it could not be
    /// written; or what it delivers could not be recorded.
    /// </summary>
    public const int Partly = 3;

    /// <summary>With <c>--since</c>: there is nothing new, and no book was written.</summary>
    public const int NothingNew = 4;

    /// <summary>Stopped by the user; nothing was written. As shells count it: 128 and SIGINT's number.</summary>
    public const int Stopped = 130;

    /// <summary>The same, for <c>--help</c>.</summary>
    public const string Help = """
        Exit codes:
          0    all done
          1    no book: no source could be read, or the file could not be written
          2    wrong arguments, or mistakes in feedbook.json
          3    a book was written, but a source failed, or another of its files could not be written
          4    nothing new since the last run; no book was written
          130  stopped; an older file stays as it was
        """;
}
