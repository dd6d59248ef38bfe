using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Html.Figures;
using FeedBook.Html.Tree;
using FeedBook.Text;

namespace FeedBook.Html.Reading;

/// <summary>
/// Texts with readings above them, in every order that HTML and XHTML have had: a reading after each text, all texts before all readings
/// (<c>rb rb rt rt</c>), one reading for several texts, more readings than texts, a second row of readings (<c>rtc</c>).
/// </summary>
internal sealed class RubyReader
{
    private const int Longest = 400;

    private readonly BlockReader reader;
    private readonly ImmutableArray<RubySegment>.Builder segments = ImmutableArray.CreateBuilder<RubySegment>();
    private readonly List<List<MarkupNode>> texts = [];
    private readonly List<string> readings = [];
    private readonly List<string> second = [];
    private bool textIsOpen;

    private RubyReader(BlockReader reader) => this.reader = reader;

    /// <summary>Whether a ruby element is one. With blocks or pictures in it, it is somebody's unclosed tag.</summary>
    public static bool CanRead(MarkupNode ruby) =>
        ruby.TextLength < Longest && !ruby.Any(part => part != ruby && (Tags.IsBlock(part.Tag) || Tags.IsImage(part.Tag)
        || part.Tag is Tag.Video or Tag.Audio or Tag.Iframe or Tag.Object or Tag.Embed or Tag.Br or Tag.Ruby));

    /// <summary>Reads a ruby element into the line.</summary>
    public static void Read(BlockReader reader, MarkupNode ruby)
    {
        var one = new RubyReader(reader);
        one.Gather(ruby);
        one.End();
        if (one.segments.Count > 0)
        {
            reader.Run.Add(new Ruby(one.segments.ToImmutable()));
        }

        // A line has one row of readings; the second follows the text in brackets.
        if (one.second.Count > 0)
        {
            reader.Run.Text($" ({string.Join(' ', one.second)})");
        }
    }

    private void Gather(MarkupNode element)
    {
        for (MarkupNode? child = element.First; child is not null; child = child.Next)
        {
            switch (child.Tag)
            {
                case Tag.Rt:
                    AddReading(readings, child);
                    break;
                case Tag.Rtc:
                    Second(child);
                    break;
                case Tag.Rb:
                    StartText();
                    texts.Add([child]);
                    textIsOpen = false;
                    break;
                case Tag.Unknown when child.Source?.Name == "rbc":
                    Gather(child);
                    break;
                case Tag.Rp:
                    break;
                default:
                    Loose(child);
                    break;
            }
        }
    }

    private void Loose(MarkupNode node)
    {
        bool blank = node.IsText && string.IsNullOrWhiteSpace(node.Text);
        if (!blank && (readings.Count > 0 || !textIsOpen))
        {
            StartText();
            texts.Add([node]);
            textIsOpen = true;
        }
        else if (textIsOpen && readings.Count == 0)
        {
            texts[^1].Add(node);
        }
    }

    // A text after readings begins the next group.
    private void StartText()
    {
        if (readings.Count > 0)
        {
            End();
        }
    }

    // In the oldest form the first row stands in such an element too.
    private void Second(MarkupNode row)
    {
        List<string> into = readings.Count == 0 && texts.Count > 0 ? readings : second;
        if (!row.Any(part => part.Tag == Tag.Rt))
        {
            AddReading(into, row);
            return;
        }

        foreach (MarkupNode reading in row.WithDescendants().Where(part => part.Tag == Tag.Rt))
        {
            AddReading(into, reading);
        }
    }

    private static void AddReading(List<string> into, MarkupNode node)
    {
        if (XmlText.Clean(node.PlainText) is { Length: > 0 } reading)
        {
            into.Add(reading);
        }
    }

    private void End()
    {
        ImmutableArray<Inline>[] bases = [.. texts.Select(nodes => reader.RunOf(nodes, Claim.None)).Where(run => !run.IsEmpty)];
        if (bases.Length == 0)
        {
            // A reading that stands over nothing: over the text before it, or in the line.
            string words = Joined(readings);
            if (words.Length > 0 && segments.Count > 0)
            {
                segments[^1] = segments[^1] with { Reading = Joined([segments[^1].Reading, words]) };
            }
            else
            {
                reader.Run.Text(words);
            }
        }
        else if (readings.Count == 0 && segments.Count == 0)
        {
            foreach (Inline inline in bases.SelectMany(run => run))
            {
                if (inline is TextRun words)
                {
                    reader.Run.Text(words.Value);
                }
                else
                {
                    reader.Run.Add(inline);
                }
            }
        }
        else if (readings.Count == 1 && bases.Length > 1)
        {
            segments.Add(new RubySegment([.. bases.SelectMany(run => run)], readings[0]));
        }
        else if (bases is [[TextRun word]] && readings.Count > 1 && word.Value.EnumerateRunes().Count() == readings.Count)
        {
            int number = 0;
            foreach (System.Text.Rune letter in word.Value.EnumerateRunes())
            {
                segments.Add(new RubySegment([new TextRun(letter.ToString())], readings[number++]));
            }
        }
        else
        {
            for (int i = 0; i < bases.Length; i++)
            {
                bool last = i == bases.Length - 1;
                segments.Add(new RubySegment(bases[i], last ? Joined(readings.Skip(i)) : i < readings.Count ? readings[i] : ""));
            }
        }

        texts.Clear();
        readings.Clear();
        textIsOpen = false;
    }

    // Kana and the signs of Chinese sounds follow each other without a space.
    private static string Joined(IEnumerable<string> readings)
    {
        string all = "";
        foreach (string reading in readings)
        {
            all += all.Length > 0 && reading.Length > 0 && (all[^1] < '\u3000' || reading[0] < '\u3000') ? " " + reading : reading;
        }

        return all;
    }
}
