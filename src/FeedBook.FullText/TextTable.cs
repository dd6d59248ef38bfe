using System.Globalization;
using FeedBook.Html.Tree;

namespace FeedBook.FullText;

/// <summary>How much text stands below each element of a tree, and of what sort, counted once.</summary>
internal sealed class TextTable
{
    /// <summary>From how many letters on a block is running text and no label.</summary>
    public const int ShortestProse = 80;

    /// <summary>From how many letters on a block that ends as a sentence does is one.</summary>
    public const int ShortestSentence = 40;

    private readonly NodeTable<TextAmount> amounts = new();

    private TextTable()
    {
    }

    /// <summary>What stands below an element.</summary>
    public TextAmount this[MarkupNode node] => amounts[node] ?? TextAmount.None;

    /// <summary>Counts a tree.</summary>
    public static TextTable Of(MarkupNode root)
    {
        var table = new TextTable();
        table.Count(root);
        return table;
    }

    /// <summary>How much a text weighs in letters; an ideograph says as much as three.</summary>
    public static int WeightOf(ReadOnlySpan<char> text)
    {
        int weight = 0;
        foreach (char c in text)
        {
            weight += char.IsAsciiLetterOrDigit(c) ? 1 : c < 128 || !char.IsLetterOrDigit(c) ? 0
                : c >= 0x2E80 && char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter ? 3 : 1;
        }

        return weight;
    }

    private void Count(MarkupNode root)
    {
        var blocks = new List<MarkupNode>();
        for (MarkupNode? node = root; node is not null; node = node.Following(root))
        {
            if (node.IsText && !string.IsNullOrWhiteSpace(node.Text))
            {
                CountText(node, blocks);
            }
        }

        foreach (MarkupNode block in blocks)
        {
            TextAmount own = amounts[block]!;
            if (own.IsProse)
            {
                for (MarkupNode? around = block; around is not null; around = around.Parent)
                {
                    TextAmount amount = At(around);
                    amount.Prose += own.Own;
                    amount.Paragraphs++;
                }
            }
        }
    }

    private void CountText(MarkupNode text, List<MarkupNode> blocks)
    {
        int weight = WeightOf(text.Text), ends = SentenceSigns(text.Text);
        bool linked = false, inBlock = true;
        for (MarkupNode? around = text.Parent; around is not null; around = around.Parent)
        {
            linked |= around.Tag is Tag.A or Tag.Button;
            TextAmount amount = At(around);
            amount.Letters += weight;
            if (inBlock && around.IsBlock)
            {
                inBlock = false;
                if (amount.Own == 0)
                {
                    blocks.Add(around);
                }

                amount.Own += weight;
                amount.OwnSigns += ends;
                amount.EndsSentence = EndsSentence(text.Text);
                amount.OwnLinked += linked ? weight : 0;
            }
        }

        if (linked)
        {
            for (MarkupNode? around = text.Parent; around is not null; around = around.Parent)
            {
                At(around).Linked += weight;
            }
        }
    }

    private TextAmount At(MarkupNode node) => amounts[node] ?? (amounts[node] = new TextAmount());

    // What parts a sentence and its clauses, in the scripts that have such signs. Others have words without blanks between them, and a
    // blank where a clause ends.
    private static int SentenceSigns(ReadOnlySpan<char> text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool parts = c is ',' or '.' or ';' or '!' or '?' or '،' or '、' or '。' or '，' or '؛' or '؟' or '।' or '！' or '？' or '；'
                or '።' or '၊' or '။' or '។' or '།'
                || (c == ' ' && i > 0 && i + 1 < text.Length && HasNoBlanks(text[i - 1]) && HasNoBlanks(text[i + 1]));
            count += parts ? 1 : 0;
        }

        return count;
    }

    // Thai and Lao, Tibetan and Burmese, Khmer.
    private static bool HasNoBlanks(char c) => c is (>= '\u0E00' and <= '\u109F') or (>= '\u1780' and <= '\u17FF');

    private static bool EndsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd().TrimEnd("\"'”’»›」』)]）");
        return text.Length > 0 && text[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟' or '።' or '။' or '។';
    }
}

/// <summary>The text below one element, in letters as <see cref="TextTable.WeightOf"/> counts them.</summary>
internal sealed class TextAmount
{
    /// <summary>No text at all.</summary>
    public static readonly TextAmount None = new();

    /// <summary>All letters below.</summary>
    public int Letters { get; set; }

    /// <summary>Those of them that stand in links and buttons.</summary>
    public int Linked { get; set; }

    /// <summary>Those that stand in blocks of running text.</summary>
    public int Prose { get; set; }

    /// <summary>How many blocks of running text there are.</summary>
    public int Paragraphs { get; set; }

    /// <summary>The letters of the element itself that stand in no block below it.</summary>
    public int Own { get; set; }

    /// <summary>Those of <see cref="Own"/> that stand in links and buttons.</summary>
    public int OwnLinked { get; set; }

    /// <summary>The commas and ends of sentences among its own text.</summary>
    public int OwnSigns { get; set; }

    /// <summary>Whether its own text ends as a sentence does.</summary>
    public bool EndsSentence { get; set; }

    /// <summary>Whether its own text is running text: long enough, or a sentence, and not links.</summary>
    public bool IsProse => OwnSigns > 0 && ((Own >= TextTable.ShortestProse && OwnLinked * 2 < Own)
        || (Own >= TextTable.ShortestSentence && EndsSentence && OwnLinked == 0));

    /// <summary>The share of the letters that stand in links, 0 to 1.</summary>
    public double LinkShare => Letters == 0 ? 0 : (double)Linked / Letters;
}
