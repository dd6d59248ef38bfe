using FeedBook.Content;
using FeedBook.Pdf.Drawing;
using FeedBook.Pdf.Text;

namespace FeedBook.Pdf.Layout;

/// <summary>Sets code: spaces kept, long lines wrapped with a mark where they go on.</summary>
internal static class CodeComposer
{
    private static readonly Ink Ground = Ink.Gray(0.955);

    /// <summary>Sets a block of code.</summary>
    public static void Compose(Composition composition, CodeBlock code, Setting setting, List<Fragment> galley)
    {
        int first = galley.Count;
        double size = setting.Size * 0.82, inset = size * 0.9;
        var element = new StructureElement("Code", new StructureElement("P", setting.Element));
        // Code is read from left to right whatever surrounds it.
        Setting own = setting with
        {
            Role = FontRole.Mono,
            Size = size,
            LineHeight = 1.36,
            Left = setting.Left + inset,
            Width = setting.Width - (2 * inset),
            IsRightToLeft = false,
            IsBold = false,
            IsItalic = false,
            HasIndents = false,
            Alignment = Content.TextAlignment.Start,
            Frame = new Frame(setting.Frame, setting.Left, setting.Width) { Fill = Ground, Padding = size * 0.7 },
        };
        RunStyle style = composition.Context.Style(FontRole.Mono, false, false, setting.Language, size, keepsSpaces: true);
        var tag = new InlineTag(element.Content(), own.Ink);
        foreach (string line in code.Text.Split('\n'))
        {
            int start = galley.Count;
            if (line.Length == 0)
            {
                galley.Add(new SpaceFragment(own.Leading) { Frame = own.Frame, IsTurned = own.IsTurned });
                continue;
            }

            // What does not fit goes on below, further in than its line begins.
            double hang = Math.Min(composition.Context.Shaper.WidthOf(line[..^line.TrimStart().Length] + "00", style), own.Width * 0.4);
            Setting hanging = own with { Left = own.Left + hang, Width = own.Width - hang };
            ParagraphBuilder builder = ParagraphComposer.Builder(composition.Context, hanging, -hang);
            builder.AddText(line, style, tag);
            ParagraphComposer.Lines(composition.Context, hanging, builder.Build(), galley);
            for (int i = start + 1; i < galley.Count; i++)
            {
                galley[i] = new ContinuedLine(galley[i], hanging.Left - (inset * 0.75), size);
            }
        }

        if (galley.Count - first > 1)
        {
            galley[first + 1].KeepsWithPrevious = galley[^1].KeepsWithPrevious = true;
        }

        ParagraphComposer.Space(galley, first, setting.Leading * 0.5, setting.Leading * 0.5);
    }

    /// <summary>A line that goes on where the one before was wrapped: a small hook says so.</summary>
    private sealed class ContinuedLine : Fragment
    {
        private readonly Fragment line;
        private readonly double left, size;

        public ContinuedLine(Fragment line, double left, double size)
        {
            (this.line, this.left, this.size) = (line, left, size);
            Height = line.Height;
            Frame = line.Frame;
            IsTurned = line.IsTurned;
        }

        public override void Draw(PageCanvas canvas, double x, double y)
        {
            canvas.Artifact();
            double middle = y + (Height * 0.55);
            canvas.Fill(x + left, y + (Height * 0.2), 0.6, middle - y - (Height * 0.2), Ink.Gray(0.55));
            canvas.Fill(x + left, middle, size * 0.42, 0.6, Ink.Gray(0.55));
            line.Draw(canvas, x, y);
        }
    }
}
