using FeedBook.Content;

namespace FeedBook.Pdf.Layout;

/// <summary>Sets small images that follow one another side by side, each with its caption below, as columns of a page have them.</summary>
internal static class ImageRow
{
    // In multiples of the type's size: below, a caption has too few words a line.
    private const double LeastCell = 11;

    // Of the column's height: images side by side are small, and the row stands on one page.
    private const double MostHeight = 0.45;

    /// <summary>How many of the first blocks stand in one row: two or three; 1 for none.</summary>
    public static int Count(ReadOnlySpan<Block> blocks, Setting setting) =>
        ImageRows.Count(blocks, CellWidth(setting, 2) / ImageLookup.Pixel, CellWidth(setting, 3) / ImageLookup.Pixel,
            setting.Size * LeastCell / ImageLookup.Pixel);

    /// <summary>Sets the blocks of one row.</summary>
    public static void Compose(Composition composition, ReadOnlySpan<Block> blocks, Setting setting, List<Fragment> galley)
    {
        double width = CellWidth(setting, blocks.Length), gap = Gap(setting);
        var cells = new List<SetCell>();
        for (int i = 0; i < blocks.Length; i++)
        {
            var cell = new List<Fragment>();
            Setting own = setting.For(blocks[i].Language, blocks[i].Direction) with
            {
                Left = 0, Width = width, HasIndents = false, Frame = null, ColumnHeight = setting.ColumnHeight * 0.9, IsTurned = false,
                ImageHeight = Math.Min(setting.ImageHeight ?? double.MaxValue, setting.ColumnHeight * MostHeight),
            };
            BlockComposer.Compose(composition, blocks[i], default(Neighbours), own, cell);
            foreach (Fragment fragment in cell.Take(1))
            {
                fragment.Before = 0;
            }

            int place = setting.IsRightToLeft ? blocks.Length - 1 - i : i;
            cells.Add(new SetCell(place * (width + gap), new FragmentStack(cell)));
        }

        galley.Add(new ImageRowFragment(cells, setting.Left)
        {
            Frame = setting.Frame,
            IsTurned = setting.IsTurned,
            Before = setting.Leading * 0.9,
            After = setting.Leading * 0.9,
        });
    }

    private static double Gap(Setting setting) => setting.Size * 1.6;

    private static double CellWidth(Setting setting, int cells) => (setting.Width - ((cells - 1) * Gap(setting))) / cells;
}
