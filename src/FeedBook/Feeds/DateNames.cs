using System.Collections.Frozen;

namespace FeedBook.Feeds;

/// <summary>Names of months and zones as feeds write them. A table; abbreviations without their full stop, all in lower case.</summary>
internal static class DateNames
{
    // A line a language; a name that two languages give to different months (Croatian and Polish 'listopad') is left out of the rarer one.
    private static readonly string[] MonthLines =
    [
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "january february march april may june july august september october november december",
        "1gen 2febr 3marc 6june 7july 9sept 9septem 10octo 11novem 12decem 1janu",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jän feber mrz apr mai juno jul aug sept okt nov dez", "jänner feber maerz - - - - - - - - -",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv févr mars avr mai juin juil août sept oct nov déc", "- fevrier - - - - - aout - - - decembre", "- fév - - - - jui aou - - - -",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "ene feb mar abr may jun jul ago set oct nov dic", "- - - - - - - - setiembre - - -",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", "gen feb mar apr mag giu lug ago set ott nov dic",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro", "jan fev mar abr mai jun jul ago set out nov dez", "- - marco - - - - - - - - -",
        "januari februari maart april mei juni juli augustus september oktober november december", "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "januari februari mars april maj juni juli augusti september oktober november december", "januar februar marts april maj juni juli august september oktober november december", "jan feb mars apr mai juni juli aug sept okt nov des", "- - - - - - - - - - - desember",
        "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu", "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta", "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
        "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień", "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia", "sty lut mar kwi maj cze lip sie wrz paź lis gru",
        "leden únor březen duben květen červen červenec srpen září říjen - prosinec", "ledna února března dubna května června července srpna září října listopadu prosince",
        "január február marec apríl máj jún júl august september október november december", "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
        "január február március április május június július augusztus szeptember október november december", "jan febr márc ápr máj jún júl aug szept okt nov dec", "- - - - - - - - szep - - -",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie", "ian feb mar apr mai iun iul aug sept oct noi dec",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık", "oca şub mar nis may haz tem ağu eyl eki kas ara",
        "januari februari maret april mei juni juli agustus september oktober november desember", "- - - - - - - agu - - nop -",
        "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar", "- - - - - - - avgust - - - -",
        "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember", "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio", "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
        "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre", "- - - - - - - - setembre - novembre desembre",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря", "янв фев мар апр мая июн июл авг сен окт ноя дек", "- февр - - - - - - сент - нояб -",
        "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень", "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня", "січ лют бер кві тра чер лип сер вер жов лис гру",
        "януари февруари март април май юни юли август септември октомври ноември декември", "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
        "ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριος", "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
        "ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ", "ιαν φεβ μάρ άπρ μάι ιούν ιούλ αύγ σεπ οκτ νοέ δεκ", "- - - - μαϊ ιον ιολ αυγ - - νοέμ -", "- - μάρτ - μαΐ - - - σεπτ - - -", "- - - - μάϊ - - αύγ - - - -",
        "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר", "- - מרס - - - - - - - - -", "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر", "- - - ابريل - - يوليه اغسطس - اكتوبر - -", "جانفي فيفري - أفريل ماي جوان جويلية أوت - - - -",
        "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر", "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
        "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม", "ม.ค ก.พ มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค",
    ];

    /// <summary>Month names → 1 to 12.</summary>
    public static FrozenDictionary<string, int> Months { get; } = BuildMonths();

    /// <summary>Zone names → minutes east of Greenwich. Single letters as RFC 822 §5.1 has them.</summary>
    public static FrozenDictionary<string, int> Zones { get; } = BuildZones();

    private static FrozenDictionary<string, int> BuildMonths()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string line in MonthLines)
        {
            string[] names = line.Split(' ');
            for (int i = 0; i < names.Length; i++)
            {
                int digits = names[i].TakeWhile(char.IsAsciiDigit).Count();
                int month = digits > 0 ? int.Parse(names[i].AsSpan(0, digits), System.Globalization.CultureInfo.InvariantCulture) : i + 1;
                if (names[i] != "-")
                {
                    months.TryAdd(names[i][digits..], month);
                }
            }
        }

        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, int> BuildZones()
    {
        const string Table =
            "ut=0 utc=0 gmt=0 z=0 wet=0 azost=0 bst=60 ist=330 west=60 cet=60 met=60 mez=60 wat=60 cest=120 mest=120 mesz=120 eet=120 sast=120 cat=120 eest=180 msk=180 trt=180 eat=180 msd=240 gst=240 "
            + "irst=210 pkt=300 npt=345 ict=420 wib=420 hkt=480 sgt=480 myt=480 pht=480 awst=480 wita=480 jst=540 kst=540 wit=540 acst=570 aest=600 acdt=630 aedt=660 nzst=720 nzdt=780 "
            + "nst=-210 ndt=-150 at=-240 ast=-240 adt=-180 et=-300 est=-300 edt=-240 ct=-360 cst=-360 cdt=-300 mt=-420 mst=-420 mdt=-360 pt=-480 pst=-480 pdt=-420 akst=-540 akdt=-480 hst=-600 hadt=-540 "
            + "brt=-180 brst=-120 art=-180 clt=-240 clst=-180 cot=-300 pet=-300 ect=-300 vet=-240 uyt=-180";
        var zones = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string entry in Table.Split(' '))
        {
            int equals = entry.IndexOf('=', StringComparison.Ordinal);
            zones[entry[..equals]] = int.Parse(entry.AsSpan(equals + 1), System.Globalization.CultureInfo.InvariantCulture);
        }

        for (int i = 0; i < 12; i++)
        {
            zones["abcdefghiklm"[i].ToString()] = -60 * (i + 1);
            zones["nopqrstuvwxy"[i].ToString()] = 60 * (i + 1);
        }

        return zones.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
