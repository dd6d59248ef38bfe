using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using FeedBook.Html.Tree;
using FeedBook.Text;

namespace FeedBook.Html.Pruning;

/// <summary>The lines that a feed puts at the end of its items: those of the same words, links aside, in most of them.</summary>
internal sealed partial class FeedTails
{
    // What stands for a link in a line's frame.
    private const char Linked = '\u0001';

    private readonly FrozenSet<string> frames;

    private FeedTails(IEnumerable<string> frames) => this.frames = frames.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A feed of which nothing is known.</summary>
    public static FeedTails None { get; } = new([]);

    /// <summary>Whether there are any.</summary>
    public bool Any => frames.Count > 0;

    /// <summary>Whether a block has the words of such a line.</summary>
    public bool Has(MarkupNode block) => Any && frames.Contains(FrameOf(block));

    // The words of a block, with a sign for each of its links.
    private static string FrameOf(MarkupNode block)
    {
        var frame = new StringBuilder();
        MarkupNode? node = block.IsText ? block : block.First;
        while (node is not null)
        {
            bool link = node.Tag == Tag.A;
            _ = link ? frame.Append(Linked) : frame.Append(node.Text);
            node = link ? node.FollowingAfter(block) : node.Following(block);
        }

        return MarkupText.Fold(frame.ToString());
    }

    /// <summary>Counts the last lines of a feed's items.</summary>
    internal sealed class Counter
    {
        // Of so many items; of each the last lines, as far back as such a line can stand.
        private const int MostItems = 12, LastLetters = 3_000, LastLines = 4, Longest = 400;

        // As often as that it is the feed's: three items, and half of them all.
        private const int Often = 3;

        private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
        private int items;

        /// <summary>Whether enough items have been looked at.</summary>
        public bool IsFull => items >= MostItems;

        /// <summary>Looks at the end of an item.</summary>
        public void Add(string html)
        {
            if (IsFull || html.Length == 0)
            {
                return;
            }

            items++;
            string end = html[Math.Max(0, html.Length - LastLetters)..];
            string text = Tags().Replace(BlockTags().Replace(Links().Replace(end, Linked.ToString()), "\n"), "");
            IEnumerable<string> lines = text.Split('\n').Select(line => MarkupText.Fold(CharacterReferences.Decode(line)))
                .Where(line => line.Any(char.IsLetter)).TakeLast(LastLines).Where(line => line.Length <= Longest)
                    .Distinct(StringComparer.Ordinal);
            foreach (string line in lines)
            {
                counts[line] = counts.GetValueOrDefault(line) + 1;
            }
        }

        /// <summary>What was often enough.</summary>
        public FeedTails Tails()
        {
            string[] often = [.. counts.Where(count => count.Value >= Often && count.Value * 2 >= items).Select(count => count.Key)];
            return often.Length == 0 ? None : new FeedTails(often);
        }
    }

    [GeneratedRegex(@"<a[\s>](?:(?!</a).){0,2000}</a\s*>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Links();

    [GeneratedRegex(
        "</?(?:p|div|br|li|ul|ol|hr|h[1-6]|table|tr|td|section|article|footer|figure|figcaption|blockquote|pre)(?=[\\s/>])[^>]*>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BlockTags();

    [GeneratedRegex("<[a-zA-Z/!][^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
