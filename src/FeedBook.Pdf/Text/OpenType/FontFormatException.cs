namespace FeedBook.Pdf.Text.OpenType;

/// <summary>
/// A font that cannot be used: not TrueType, cut short, or with outlines that cannot be embedded here. The message says which, for people.
/// </summary>
#pragma warning disable CA1064 // It never leaves the assembly: the library of fonts turns it into a report.
internal sealed class FontFormatException(string message) : Exception(message);
