using System.Collections.Frozen;
using System.Text;

namespace FeedBook.Text;

/// <summary>
/// Letters without their accents, as publishers leave them out. A table of its own: a program without ICU, which every program here may be,
/// gets a text back from <see cref="string.Normalize()"/> as it was.
/// </summary>
internal static class PlainLetters
{
    // Small letters of the Latin, Greek and Cyrillic scripts, each before the letter that its canonical decomposition starts with
    // (UnicodeData.txt, field 5, followed to its end).
    private const string Pairs =
        "àaáaâaãaäaåaçcèeéeêeëeìiíiîiïiñnòoóoôoõoöoùuúuûuüuýyÿyāaăaąaćcĉcċcčcďdēeĕeėeęeěeĝgğgġgģgĥhĩiīiĭiįiĵj"
        + "ķkĺlļlľlńnņnňnōoŏoőoŕrŗrřrśsŝsşsšsţtťtũuūuŭuůuűuųuŵwŷyźzżzžzơoưuǎaǐiǒoǔuǖuǘuǚuǜuǟaǡaǣæǧgǩkǫoǭoǯʒǰjǵg"
        + "ǹnǻaǽæǿøȁaȃaȅeȇeȉiȋiȍoȏoȑrȓrȕuȗușsțtȟhȧaȩeȫoȭoȯoȱoȳyΐιάαέεήηίιΰυϊιϋυόούυώωйиѐеёеѓгїіќкѝиўуѷѵӂжӑаӓаӗе"
        + "ӛәӝжӟзӣиӥиӧоӫөӭэӯуӱуӳуӵчӹыḁaḃbḅbḇbḉcḋdḍdḏdḑdḓdḕeḗeḙeḛeḝeḟfḡgḣhḥhḧhḩhḫhḭiḯiḱkḳkḵkḷlḹlḻlḽlḿmṁmṃmṅnṇnṉn"
        + "ṋnṍoṏoṑoṓoṕpṗpṙrṛrṝrṟrṡsṣsṥsṧsṩsṫtṭtṯtṱtṳuṵuṷuṹuṻuṽvṿvẁwẃwẅwẇwẉwẋxẍxẏyẑzẓzẕzẖhẗtẘwẙyẛſạaảaấaầaẩaẫaậa"
        + "ắaằaẳaẵaặaẹeẻeẽeếeềeểeễeệeỉiịiọoỏoốoồoổoỗoộoớoờoởoỡoợoụuủuứuừuửuữuựuỳyỵyỷyỹyἀαἁαἂαἃαἄαἅαἆαἇαἐεἑεἒεἓε"
        + "ἔεἕεἠηἡηἢηἣηἤηἥηἦηἧηἰιἱιἲιἳιἴιἵιἶιἷιὀοὁοὂοὃοὄοὅοὐυὑυὒυὓυὔυὕυὖυὗυὠωὡωὢωὣωὤωὥωὦωὧωὰαάαὲεέεὴηήηὶιίιὸοόο"
        + "ὺυύυὼωώωᾀαᾁαᾂαᾃαᾄαᾅαᾆαᾇαᾐηᾑηᾒηᾓηᾔηᾕηᾖηᾗηᾠωᾡωᾢωᾣωᾤωᾥωᾦωᾧωᾰαᾱαᾲαᾳαᾴαᾶαᾷαῂηῃηῄηῆηῇηῐιῑιῒιΐιῖιῗιῠυῡυῢυΰυ"
        + "ῤρῥρῦυῧυῲωῳωῴωῶωῷω";

    private static readonly FrozenDictionary<char, char> Bases = Pairs.Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The words with plain letters in place of small ones that have accents; combining accents go.</summary>
    public static string Of(string words)
    {
        if (Ascii.IsValid(words))
        {
            return words;
        }

        var plain = new StringBuilder(words.Length);
        foreach (char c in words)
        {
            if (c is < '\u0300' or > '\u036F')
            {
                plain.Append(Bases.GetValueOrDefault(c, c));
            }
        }

        return plain.ToString();
    }
}
