using FeedBook.Fetching;
using FeedBook.Media;

namespace FeedBook.Html.Images;

/// <summary>Images whose bytes stand in their own address: they need not be fetched to be judged.</summary>
internal static class InlineData
{
    // A longer one is no pixel, and decoding it twice would cost time.
    private const int Longest = 20_000, MostBytes = 16_384, LargestPixel = 3;

    /// <summary>Whether the address holds an image that shows nothing: a pixel, a transparent one, one of a single colour of which
    /// nothing is said.</summary>
    /// <param name="address">Any address.</param>
    /// <param name="isDescribed">Whether something is said of the image: one colour may then be what it is about.</param>
    public static bool IsBlank(string address, bool isDescribed)
    {
        if (!address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || address.Length > Longest
            || !Uri.TryCreate(address, UriKind.Absolute, out Uri? uri))
        {
            return false;
        }

        try
        {
            using Stream content = DataAddress.Read(uri, MostBytes).Content;
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            ImageFacts facts = ImageProbe.Read(bytes);
            if (facts.Kind == ImageKind.Svg)
            {
                bytes.Position = 0;
                return !SvgCleaner.Clean(bytes).Draws;
            }

            return facts is { Width: > 0 and <= LargestPixel, Height: > 0 and <= LargestPixel }
                || BlanknessProbe.Of(facts, new ArraySegment<byte>(bytes.GetBuffer(), 0, (int)bytes.Length)) is var blankness
                && (blankness == Blankness.Transparent || (blankness == Blankness.OneColour && !isDescribed));
        }
        catch (ResourceException)
        {
            // What cannot be read is told when it is fetched.
            return false;
        }
    }
}
