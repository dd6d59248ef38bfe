using FeedBook.Html.Figures;
using FeedBook.Html.Tree;

namespace FeedBook.Tests.Html.Figures;

/// <summary>Single decisions about credits and captions that no one spec hangs on, since other signs outweigh them there.</summary>
public sealed class CreditEdgeTests
{
    [Theory]
    [InlineData("What a day! Ada Marsh", nameof(CreditSign.BehindSentence), 11)]
    [InlineData("Was für ein Tag? Ada Marsh", nameof(CreditSign.BehindSentence), 16)]
    [InlineData("It froze. Ada Marsh", nameof(CreditSign.BehindSentence), 9)]
    [InlineData("渔船停在港口里/新华社记者", nameof(CreditSign.BehindSlash), 7)]
    [InlineData("Boats wait /Ada Marsh", nameof(CreditSign.BehindSlash), 11)]
    [InlineData("Boats wait | Ada Marsh", nameof(CreditSign.BehindBar), 11)]
    [InlineData("Boats wait – Ada Marsh", nameof(CreditSign.BehindDash), 11)]
    [InlineData("Boats wait\nAda Marsh", nameof(CreditSign.OnOwnLine), 10)]
    [InlineData("Boats wait (Ada Marsh)", nameof(CreditSign.InBracket), 11)]
    [InlineData("Boats wait (Ada Marsh", nameof(CreditSign.InBracket), 11)]
    [InlineData("Boats wait; (Ada Marsh)", nameof(CreditSign.InBracket), 12)]
    public void A_credit_may_begin_behind_a_mark(string text, string join, int start) =>
        Assert.Contains(CreditPlaces.Find(text), place => place.Join.ToString() == join && place.Start == start);

    [Theory]
    [InlineData("Boats wait, prof. Ada Marsh", 16)]
    [InlineData("Boats (prof. Ada Marsh was there", 11)]
    [InlineData("Am 3. Januar im Hafen", 4)]
    [InlineData("Boats of A. Marsh", 10)]
    public void A_stop_of_a_short_form_ends_no_sentence(string text, int stop) =>
        Assert.DoesNotContain(CreditPlaces.Find(text), place => place.Join == CreditSign.BehindSentence && place.Start == stop + 1);

    [Theory]
    [InlineData("Ada Marsh", true)]
    [InlineData("Ada van Marsh", true)]
    [InlineData("Ada Marsh, Bo Hill", true)]
    [InlineData("the Ada Marsh", false)]
    [InlineData("boats", false)]
    public void Names_of_persons(string text, bool are) => Assert.Equal(are, PersonNames.LookLike(text));

    [Theory]
    [InlineData("Reuters", 1)]
    [InlineData("Reuters and others", 1)]
    [InlineData("boats", 0)]
    [InlineData("", 0)]
    public void How_many_agencies_begin_here(string text, int expected) =>
        Assert.Equal(expected, AgencyNames.EndsAt(text, 0, stackalloc int[AgencyNames.MostEnds]));

    [Theory]
    [InlineData("Reuters", true)]
    [InlineData("© dpa/Reuters", true)]
    [InlineData("Ada Marsh/Reuters", true)]
    [InlineData("Boats of Reuters wait", false)]
    public void A_credit_of_an_agency(string text, bool isOne) => Assert.Equal(isOne, AgencyCredits.IsWhole(text));

    [Theory]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("左二", true)]
    [InlineData("left", true)]
    [InlineData("Ada Marsh", false)]
    public void Where_somebody_stands(string words, bool isPosition) => Assert.Equal(isPosition, CreditWords.IsPosition(words));

    [Theory]
    [InlineData("Ada Marsh sailed. And she wrote", nameof(CreditSign.Punctuated), true)]
    [InlineData("Ada Marsh", nameof(CreditSign.Punctuated), false)]
    [InlineData("A. B. Marsh", nameof(CreditSign.Punctuated), false)]
    [InlineData("CC BY 4.0", nameof(CreditSign.Licence), true)]
    [InlineData("CC-BY-SA", nameof(CreditSign.Licence), true)]
    [InlineData("CC Marsh", nameof(CreditSign.Licence), false)]
    [InlineData("Ada Marsh/epd", nameof(CreditSign.SlashInside), true)]
    public void What_words_show(string words, string sign, bool shown) =>
        Assert.Equal(shown, (CreditWords.Of(words) >> (int)Enum.Parse<CreditSign>(sign) & 1) != 0);

    [Theory]
    [InlineData("<p class='credit-caption'>", "Caption")]
    [InlineData("<p class='caption-credit'>", "Credit")]
    [InlineData("<p class='figcaption__copyright'>", "Credit")]
    [InlineData("<p class='photo-credit'>", "Credit")]
    [InlineData("<p class='wp-caption-text'>", "Caption")]
    [InlineData("<p class='image-source'>", "Credit")]
    [InlineData("<p class='source'>", "PerhapsCredit")]
    [InlineData("<p class='summary'>", "PerhapsCaption")]
    [InlineData("<p class='share'>", "Control")]
    [InlineData("<p class='video-caption'>", "None")]
    [InlineData("<p>", "None")]
    public void What_an_element_calls_itself(string tag, string mark) =>
        Assert.Equal(mark, CaptionWords.Of(Element(tag)).ToString());

    [Theory]
    [InlineData("<figure>", true)]
    [InlineData("<div class='photo-box'>", true)]
    [InlineData("<div class='text'>", false)]
    [InlineData("<div>", false)]
    public void The_frame_of_an_image(string tag, bool isOne) => Assert.Equal(isOne, CaptionWords.IsPictureFrame(Element(tag)));

    [Theory]
    [InlineData("<font size='-1'>", "small")]
    [InlineData("<font size='2'>", "small")]
    [InlineData("<font size='+1'>", "")]
    [InlineData("<font color='grey'>", "font")]
    [InlineData("<small>", "small")]
    [InlineData("<em>", "em")]
    [InlineData("<b>", "strong")]
    [InlineData("<b><em>", "em")]
    [InlineData("<span>", "")]
    public void What_words_are_set_in(string tags, string style) => Assert.Equal(style, Evidence.StyleOf(Element(tags)));

    private static MarkupNode Element(string tags) => MarkupTree.Of(HtmlTree.Load(tags + "Boats wait")).Root.First!;
}
