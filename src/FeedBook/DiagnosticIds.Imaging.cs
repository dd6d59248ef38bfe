namespace FeedBook;

public static partial class DiagnosticIds
{
    /// <summary>FB350: the library that fits pictures to a device (libvips) is not on this machine; pictures stay as published.</summary>
    public const string ImagingUnavailable = "FB350";

    /// <summary>FB351: an animated picture became its first frame.</summary>
    public const string AnimationStilled = "FB351";
}
