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
    public void A_text_that_is_all_agency(string text, bool is_one) =>
        Assert.Equal(is_one, AgencyNames.MayStandIn(text) && AgencyCredits.IsWhole(text));

    // Known names and names that nobody knows, in every usual join: the form tells.
    [Theory]
    [InlineData("The quay at dawn. A. Name/AFP", "A. Name/AFP")]
    [InlineData("Crowds gather in Paris / AFP", "AFP")]
    [InlineData("Crowds gather in Paris. Ann Name / AFP", "Ann Name / AFP")]
    [InlineData("A gull at noon | Ann Name/Harbour Pictures", "Ann Name/Harbour Pictures")]
    [InlineData("The ministers. White House pool/AP", "White House pool/AP")]
    [InlineData("码头 2019 年的样子 | 视觉中国", "视觉中国")]
    [InlineData("The quay. Getty Images via AP", "Getty Images via AP")]
    [InlineData("Der Hafen am Morgen. (Foto: Jo Kettler)", "Foto: Jo Kettler")]
    [InlineData("Der Hafen am Morgen. © Stadt Auried", "© Stadt Auried")]
    [InlineData("Le port au matin. (Ida Morvan)", "Ida Morvan")]
    [InlineData("Satama aamulla. Kuva: Aino Virta", "Kuva: Aino Virta")]
    [InlineData("Гавань утром. Фото: Вера Лугова / Вестник", "Фото: Вера Лугова / Вестник")]
    [InlineData("الميناء عند الفجر | تصوير: سامي نور", "تصوير: سامي نور")]
    [InlineData("הנמל עם שחר | צילום: נועה בר", "צילום: נועה בר")]
    [InlineData("새벽의 항구. 사진=바다일보", "사진=바다일보")]
    [InlineData("새벽의 항구를 어부들이 지나고 있다. (바다일보 제공)", "바다일보 제공")]
    [InlineData("清晨的旧码头。记者 某某 摄", "记者 某某 摄")]
    [InlineData("清晨的旧码头。某某摄。", "某某摄。")]
    [InlineData("清晨，渔民走过旧码头。（海边网）", "海边网")]
    [InlineData("清晨，渔民走过旧码头。（港口视频截图）", "港口视频截图")]
    [InlineData("清晨，渔民走过旧码头。（图片来源：海边网）", "图片来源：海边网")]
    [InlineData("朝の港。某某撮影", "某某撮影")]
    [InlineData("朝の港＝某某撮影", "某某撮影")]
    [InlineData("朝の港を歩く人々（港町提供）", "港町提供")]
    [InlineData("The quay at dawn. (Photo by Ann Name/Harbour Pool)", "Photo by Ann Name/Harbour Pool")]
    [InlineData("The quay at dawn. Public domain", "Public domain")]
    [InlineData("The quay at dawn. Ann Name, CC BY-SA 4.0", "Ann Name, CC BY-SA 4.0")]
    [InlineData("He works for NASA", null)]
    [InlineData("The quay of the AFPs", null)]
    [InlineData("The quay", null)]
    [InlineData("Ann Name and her sister at the quay (left)", null)]
    [InlineData("Ann Name and her sister at the quay (second from left)", null)]
    [InlineData("The quay at dawn (1952)", null)]
    [InlineData("The quay at dawn. (June 2019)", null)]
    [InlineData("Ann Name (aged 7) at the quay", null)]
    [InlineData("Die Brücke, 28. April 2023", null)]
    [InlineData("The review is by Thomas L. Marsh", null)]
    [InlineData("出席典礼的市长（右二）", null)]
    [InlineData("清晨的旧码头。（2020年5月15日）", null)]
    [InlineData("Crop with face detection. Sample image from the old harbour page.", null)]
    [InlineData("清晨的旧码头", null)]
    [InlineData("摄", null)]
    public void The_credit_at_a_captions_end(string text, string? credit) =>
        Assert.Equal(credit, CreditReader.Learned().Find(text, CreditHabits.None) is { Join: not CreditSign.Whole } found
            ? text[found.From..found.To] : null);

    [Theory]
    [InlineData("Photo: A. Name", true)]
    [InlineData("（海边网提供）", true)]
    [InlineData("▲某某日报记者某某、某某摄", true)]
    [InlineData("A. Name / AP Photo", true)]
    [InlineData("Foto: Archiv", true)]
    [InlineData("© Harbour Museum", true)]
    [InlineData("Picture: the harbour at dawn, before anybody is up", false)]
    [InlineData("Video: the river in the old town on Saturday evening", false)]
    [InlineData("Sample image from the old harbour page", false)]
    [InlineData("图：清晨的旧码头上，渔民们正在把网收起来", false)]
    [InlineData("the day after/before, mostly.", false)]
    [InlineData("The harbour at dawn", false)]
    [InlineData("清晨的旧码头", false)]
    public void A_whole_text_that_is_a_credit(string text, bool is_one) => Assert.Equal(is_one, CreditReader.Learned().IsWhole(text));

    // Whoever stands in them: brackets that end caption after caption name who made the pictures.
    [Fact]
    public void What_captions_end_in_again_and_again_is_their_credit()
    {
        string[] captions = ["Gate of the old mill (orlo)", "Bridge at the ford (brenna)",
            "Ferry in the fog (orlo)", "The weir in May (tamsin)"];

        Assert.Null(CreditReader.Learned().Find(captions[1], CreditHabits.None));
        Assert.Equal("brenna", CreditReader.Learned().Find(captions[1], CreditHabits.Of(captions, CreditReader.Learned())) is { } found
            ? captions[1][found.From..found.To] : null);
        string[] sides = ["The mayor (left)", "The miller (right)", "The ferryman (left)", "The keeper (right)"];
        Assert.All(sides, side => Assert.Null(CreditReader.Learned().Find(side, CreditHabits.Of(sides, CreditReader.Learned()))));
    }

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
