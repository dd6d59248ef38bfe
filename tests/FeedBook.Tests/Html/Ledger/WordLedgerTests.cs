using FeedBook.Content;
using FeedBook.Html.Ledger;

namespace FeedBook.Tests.Html.Ledger;

/// <summary>What the ledger says of a source and of an article that was made by hand, so that nothing of reading plays a part.</summary>
public sealed class WordLedgerTests
{
    [Fact]
    public void Words_that_stand_in_the_body_are_body()
    {
        WordAccount account =
            Account(["The harbour froze.", "Nobody spoke."], [Paragraph("The harbour froze."), Paragraph("Nobody spoke.")]);

        Assert.Empty(account.Unaccounted);
        Assert.Empty(account.Moved);
        Assert.Equal("TheharbourfrozeNobodyspoke".Length, account.Count(WordFate.Body));
    }

    [Fact]
    public void A_text_that_is_nowhere_is_unaccounted()
    {
        WordAccount account =
            Account(["The harbour froze.", "Nobody spoke.", "Then it thawed."],
            [Paragraph("The harbour froze."), Paragraph("Then it thawed.")]);

        Assert.Equal(["Nobodyspoke"], account.Unaccounted);
    }

    [Fact]
    public void A_single_lost_word_is_unaccounted()
    {
        WordAccount account = Account(["The harbour froze in March."], [Paragraph("The harbour froze March.")]);

        Assert.NotEmpty(account.Unaccounted);
    }

    [Fact]
    public void A_text_printed_once_answers_for_one_text_of_the_source_only()
    {
        WordAccount account = Account(["Boats wait.", "Boats wait."], [Figure("Boats wait.", "")]);

        Assert.Equal(["Boatswait"], account.Unaccounted);
    }

    [Fact]
    public void A_text_cut_into_caption_and_credit_has_both_fates()
    {
        WordAccount account =
            Account(["Boats wait in the harbour. Photo: A. Name/Agency"], [Figure("Boats wait in the harbour.", "Photo: A. Name/Agency")]);

        Assert.Empty(account.Unaccounted);
        Assert.Equal("Boatswaitintheharbour".Length, account.Count(WordFate.Caption));
        Assert.Equal("PhotoANameAgency".Length, account.Count(WordFate.Credit));
    }

    [Fact]
    public void A_caption_cut_off_breaks_the_law()
    {
        WordAccount account = Account(["Boats wait in the harbour. Photo: A. Name"], [Figure("Boats wait in", "Photo: A. Name")]);

        Assert.NotEmpty(account.Unaccounted);
    }

    [Fact]
    public void A_text_in_another_place_is_moved()
    {
        WordAccount account =
            Account(["First of all the ice.", "Then the thaw came.", "At last the boats."],
            [Paragraph("Then the thaw came."), Paragraph("At last the boats."), Paragraph("First of all the ice.")]);

        Assert.Equal(["Firstofalltheice"], account.Moved);
    }

    [Fact]
    public void What_was_told_is_accounted_for()
    {
        var ledger = new WordLedger();
        ledger.Source("Share this page");
        ledger.Source("The harbour froze.");
        ledger.Tell("Share this page");

        WordAccount account = ledger.Settle(new Article { Blocks = [Paragraph("The harbour froze.")] });

        Assert.Empty(account.Unaccounted);
        Assert.Equal("Sharethispage".Length, account.Count(WordFate.Told));
    }

    [Fact]
    public void A_note_and_a_reading_above_words_have_their_own_fates()
    {
        var ledger = new WordLedger();
        ledger.Source("東京");
        ledger.Source("とうきょう");
        ledger.Source("The note says more.");
        var article = new Article
        {
            Blocks = [new Paragraph([new Ruby([new RubySegment([new TextRun("東京")], "とうきょう")])])],
            Notes = [new Footnote("note-1", [Paragraph("The note says more.")])],
        };

        WordAccount account = ledger.Settle(article);

        Assert.Empty(account.Unaccounted);
        Assert.Equal(5, account.Count(WordFate.Alternative));
        Assert.Equal("Thenotesaysmore".Length, account.Count(WordFate.Note));
    }

    [Fact]
    public void Words_that_the_book_adds_do_not_matter()
    {
        WordAccount account =
            Account(["The ice broke at last.", "The boats went out."],
            [Paragraph("The ice broke at last."), Paragraph("Video"), Paragraph("The boats went out.")]);

        Assert.Empty(account.Unaccounted);
        Assert.Empty(account.Moved);
    }

    private static WordAccount Account(IEnumerable<string> sources, System.Collections.Immutable.ImmutableArray<Block> blocks)
    {
        var ledger = new WordLedger();
        foreach (string source in sources)
        {
            ledger.Source(source);
        }

        return ledger.Settle(new Article { Blocks = blocks });
    }

    private static Paragraph Paragraph(string text) => new([new TextRun(text)]);

    private static Figure Figure(string caption, string credit) =>
        new([new ImageBlock(new ImageReference([new Uri("https://news.example/a.jpg")]))], [new TextRun(caption)], credit.Length == 0 ? []
            : [new TextRun(credit)]);
}
