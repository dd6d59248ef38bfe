using FeedBook.Html.Figures;

namespace FeedBook.Tests.Html.Figures;

/// <summary>The edges of how credits are told: where words begin and end, case, wide forms, and what only looks like one.</summary>
public class CreditTests
{
    [Theory]
    [InlineData("Photo:", true)]
    [InlineData("PHOTO COURTESY OF", true)]
    [InlineData("all photos courtesy of:", true)]
    [InlineData("Photo credit by", true)]
    [InlineData("Crédit\u00A0photo\u00A0:", true)]
    [InlineData("Photo\nby", true)]
    [InlineData("Symbolbild：", true)]
    [InlineData("Fotoquelle", true)]
    [InlineData("图片来源：", true)]
    [InlineData("사진 출처", true)]
    [InlineData("Photos of", false)]
    [InlineData("Photography class", false)]
    [InlineData("Photo: A. Name", false)]
    [InlineData(":", false)]
    [InlineData("", false)]
    public void A_label_alone(string text, bool is_one) => Assert.Equal(is_one, CreditLabels.IsAlone(text));

    [Theory]
    [InlineData("Photo: A. Name", true)]
    [InlineData("▲（Foto : A. Name）", true)]
    [InlineData("photographs by A. Name", true)]
    [InlineData("Foto von A. Name", true)]
    [InlineData("(C) A. Name", true)]
    [InlineData("© A. Name", true)]
    [InlineData("圖片來自某某", true)]
    [InlineData("Courtesy of the museum", true)]
    [InlineData("Source = the museum", true)]
    [InlineData("Photo byline", false)]
    [InlineData("Photo of the day", false)]
    [InlineData("Credits roll at the end", false)]
    [InlineData("C) the third answer", false)]
    [InlineData("A photo: the quay", false)]
    [InlineData("▲", false)]
    public void A_text_that_starts_as_a_credit(string text, bool is_one) => Assert.Equal(is_one, CreditLabels.Opens(text));

    [Theory]
    [InlineData("The quay. Photo: A. Name", 10)]
    [InlineData("The quay (Photo courtesy of: B. Name)", 10)]
    [InlineData("The quay：Foto：A. Name", 9)]
    [InlineData("새벽의 항구. 사진=연합뉴스", 8)]
    [InlineData("The quay, source=unknown", -1)]
    [InlineData("The quay at ten: nobody", -1)]
    [InlineData("The telephoto: a lens", -1)]
    [InlineData("L’image: a lens", -1)]
    public void Where_a_labelled_credit_starts(string text, int at) => Assert.Equal(at, CreditLabels.Find(text, 0));

    [Theory]
    [InlineData("Reuters", true)]
    [InlineData("A. Name/Reuters", true)]
    [InlineData("A. Name / The Paper – AP Photo", true)]
    [InlineData("(某某/新华社)", true)]
    [InlineData("Getty  Images via AP", true)]
    [InlineData("dpa-infografik/A. Name", true)]
    [InlineData("© A. Name, AFP", true)]
    [InlineData("reuters", false)]
    [InlineData("White House pool/Reuters", true)]
    [InlineData("Crowds gather in Paris / AFP", false)]
    [InlineData("A gull at noon - Getty Images", false)]
    [InlineData("the quay/Reuters", false)]
    [InlineData("A/B/C/D/Reuters", false)]
    [InlineData("Reuters reports", false)]
    [InlineData("Apache", false)]
    [InlineData("某某某某某/新华社", false)]
    public void A_text_that_is_all_agency(string text, bool is_one) => Assert.Equal(is_one, AgencyNames.MayStandIn(text) && AgencyCredits.IsWhole(text));

    [Theory]
    [InlineData("The quay at dawn. A. Name/AFP", 18)]
    [InlineData("Crowds gather in Paris / AFP", 25)]
    [InlineData("Crowds gather in Paris. Ann Name / AFP", 24)]
    [InlineData("A gull at noon | Ann Name/Reuters", 17)]
    [InlineData("A gull at noon Ann Name/Reuters", 15)]
    [InlineData("A gull at noon - Getty Images", 17)]
    [InlineData("The ministers. White House pool/AP", 15)]
    [InlineData("He works for NASA", -1)]
    [InlineData("The quay at dawn AFP", 17)]
    [InlineData("码头 2019 年的样子 | 视觉中国", 15)]
    [InlineData("The quay at dawn. Name/AFP.", 18)]
    [InlineData("码头 | 视觉中国", 5)]
    [InlineData("The quay. Getty Images via AP", 10)]
    [InlineData("The quay. AFP - Name", 10)]
    [InlineData("The quay of the AFPs", -1)]
    [InlineData("The quay", -1)]
    public void Where_an_agency_ends_a_caption(string text, int at) => Assert.Equal(at, AgencyCredits.Find(text));

    [Theory]
    [InlineData("清晨的旧码头。记者 某某 摄", 7)]
    [InlineData("清晨的旧码头。某某摄。", 7)]
    [InlineData("朝の港。某某撮影", 4)]
    [InlineData("朝の港＝某某撮影", 4)]
    [InlineData("朝の港＝１日、某某撮影", 4)]
    [InlineData("某某 제공", 0)]
    [InlineData("摄", -1)]
    [InlineData("清晨的旧码头", -1)]
    public void Where_a_name_starts_that_a_word_follows(string text, int at) => Assert.Equal(at, SignedCredits.Find(text));

    [Theory]
    [InlineData("The quay. Photo by A. Name", 10)]
    [InlineData("The quay (Photographs\u00A0courtesy of B)", 10)]
    [InlineData("The quay, courtesy: A. Name", 10)]
    [InlineData("The quay © A. Name", 9)]
    [InlineData("The quay/Foto von A. Name", 9)]
    [InlineData("Набережная. Фото Имя", 12)]
    [InlineData("The quay, a photo bye and bye", -1)]
    [InlineData("The telephoto by the window", -1)]
    [InlineData("A graphic novel", -1)]
    public void Where_a_credit_without_a_colon_starts(string text, int at) => Assert.Equal(at, PrefixedCredits.Find(text));

    [Theory]
    [InlineData("Photo: A. Name", true)]
    [InlineData("courtesy the museum", true)]
    [InlineData("A. Name / The Paper", true)]
    [InlineData("Name/Paper/Agency", true)]
    [InlineData("A. Name for Reuters", true)]
    [InlineData("The Paper - AFP, file", true)]
    [InlineData("某某提供。", true)]
    [InlineData("网络截图", true)]
    [InlineData("AP Photo/A. Name", true)]
    [InlineData("Photo Ann Name", true)]
    [InlineData("foto AFP", true)]
    [InlineData("photo of the day", false)]
    [InlineData("left", false)]
    [InlineData("courtesyless", false)]
    [InlineData("the day after/before, mostly.", false)]
    [InlineData("and many more of them", false)]
    [InlineData(" ", false)]
    public void A_bracket_with_a_credit(string inner, bool is_one) => Assert.Equal(is_one, BracketCredits.IsCredit(inner));

    [Theory]
    [InlineData("A. Name", true)]
    [InlineData("Anna de la Name, The Paper 2024", true)]
    [InlineData("Name & Name", true)]
    [InlineData("A. Name,", false)]
    [InlineData("Name of", false)]
    [InlineData("Name and friends", false)]
    [InlineData("Some Name Jr.", false)]
    [InlineData("2024 Name", false)]
    [InlineData("", false)]
    public void Words_that_look_like_names(string text, bool are) => Assert.Equal(are, PersonNames.LookLike(text));

    // Each of a hundred dashes may part names: were all ways to part them tried, this would take minutes.
    [Fact]
    public void Many_dashes_are_no_trap()
    {
        string text = string.Concat(Enumerable.Repeat("A-", 107)) + " xAP";

        for (int i = 0; i < 2000; i++)
        {
            Assert.False(AgencyCredits.IsWhole(text));
        }
    }
}
