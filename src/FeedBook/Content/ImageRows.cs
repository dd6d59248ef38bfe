namespace FeedBook.Content;

/// <summary>Finds small images that follow one another: they stand side by side, as columns of a page have them.</summary>
internal static class ImageRows
{
    private const int LongestCaption = 240;

    // Of the cell: thumbnails come in 300 pixels and more, and stand beside one another a little smaller than they are.
    private const double MostShrunk = 1.5;

    /// <summary>How many of the first blocks stand in one row: two or three; 1 for none.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="two">How wide a cell is where two share a row, in CSS pixels.</param>
    /// <param name="three">The same for three.</param>
    /// <param name="least">How wide a cell has to be for its caption.</param>
    public static int Count(ReadOnlySpan<Block> blocks, double two, double three, double least)
    {
        int most = 0;
        while (most < blocks.Length && most < 4 && Width(blocks[most]) is > 0 and var width && width <= two * MostShrunk)
        {
            most++;
        }

        if (most < 2 || two < least)
        {
            return 1;
        }

        // Four are two rows of two. Of three the last had better be made smaller than stand alone.
        bool areThree = most == 3 && three >= least;
        for (int i = 0; i < 3 && areThree; i++)
        {
            areThree = Width(blocks[i]) <= three * 1.6;
        }

        return areThree ? 3 : 2;
    }

    // In CSS pixels; 0 for what is no single fetched image with a caption of its own, or none.
    private static double Width(Block block)
    {
        ImageReference? image = block switch
        {
            ImageBlock alone => alone.Image,
            Figure { Body: [ImageBlock only], Placement: CaptionPlacement.Below } figure when ContentText.Of(figure.Caption)
                .Length <= LongestCaption => only.Image,
            _ => null,
        };
        if (image?.Stored is not { } stored)
        {
            return 0;
        }

        double width = stored.Orientation >= 5 ? stored.Height : stored.Width, height = stored.Orientation >= 5 ? stored.Width
            : stored.Height;
        return image.Width is > 0 and { } declared ? Math.Min(width, declared)
            : image.Height is > 0 and { } declaredHeight ? width * Math.Min(1, declaredHeight / height) : width;
    }
}
