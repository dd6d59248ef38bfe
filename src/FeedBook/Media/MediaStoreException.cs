namespace FeedBook.Media;

/// <summary>The temporary folder holds no more: without room for pictures there is no book, rather than one without its pictures.</summary>
internal sealed class MediaStoreException(Exception cause) : IOException(
    $"There is no room for pictures in the temporary folder ({Path.GetTempPath()}): {cause.Message}", cause)
{
    // ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows; elsewhere the system's own numbers: ENOSPC, EDQUOT of Linux and of macOS,
    // EFBIG, EROFS.
    private static readonly int[] Codes = [unchecked((int)0x80070070), unchecked((int)0x80070027), 28, 122, 69, 27, 30];

    /// <summary>Whether a failure is for want of room.</summary>
    public static bool IsWantOfRoom(Exception exception) => exception is IOException && Array.IndexOf(Codes, exception.HResult) >= 0;
}
