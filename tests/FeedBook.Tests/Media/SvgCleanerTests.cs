using System.Text;
using System.Xml.Linq;
using FeedBook.Media;

namespace FeedBook.Tests.Media;

public sealed class SvgCleanerTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData("utf-8", 0)]
    [InlineData("utf-16", 0)]
    [InlineData("utf-8", 20_000)]
    [InlineData("utf-16", 20_000)]
    public void A_drawing_with_more_attributes_than_anybody_writes_is_refused_before_it_costs(string encoding, int attributes)
    {
        string many = string.Concat(Enumerable.Range(0, attributes).Select(i => $" a{i}='b'"));
        string drawing = $"<?xml version='1.0' encoding='{encoding}'?><svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'>"
            + $"<title>{string.Concat(Enumerable.Repeat("a = b ", 2000))}</title><rect width='2' height='2'{many}/></svg>";
        Encoding written = Encoding.GetEncoding(encoding);

        SvgCleaner.Result result = SvgCleaner.Clean(new MemoryStream([.. written.GetPreamble(), .. written.GetBytes(drawing)]));

        Assert.Equal(attributes == 0, result.Bytes is not null);
        Assert.Equal(attributes > 0, result.Facts.Fault?.Contains("attributes", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></body></foreignObject>")]
    [InlineData("<iframe xmlns='http://www.w3.org/1999/xhtml' src='https://evil.example/'/>")]
    [InlineData("<rect onload='alert(1)' width='1' height='1'/>")]
    [InlineData("<rect ONCLICK='alert(1)' width='1' height='1'/>")]
    [InlineData("<a href='javascript:alert(1)'><text>x</text></a>")]
    [InlineData("<a xlink:href='https://evil.example/'><text>x</text></a>")]
    [InlineData("<image href='https://evil.example/track.png' width='1' height='1'/>")]
    [InlineData("<image xlink:href='//evil.example/track.png' width='1' height='1'/>")]
    [InlineData("<image href='data:image/svg+xml,%3Csvg onload=alert(1)%3E' width='1' height='1'/>")]
    [InlineData("<use href='https://evil.example/x.svg#a'/>")]
    [InlineData("<rect fill='url(https://evil.example/x#a)' width='1' height='1'/>")]
    [InlineData("<rect style='fill:url(&quot;https://evil.example/x#a&quot;)' width='1' height='1'/>")]
    [InlineData("<rect style='background:u\\72l(https://evil.example/x)' width='1' height='1'/>")]
    [InlineData("<style>@import 'https://evil.example/a.css'; rect{fill:red}</style>")]
    [InlineData("<style>rect{fill:url(https://evil.example/a)}</style>")]
    [InlineData("<style>@font-face{font-family:x;src:url(https://evil.example/f.woff)}</style>")]
    [InlineData("<style>rect{fill:u\\72l(https://evil.example/a)}</style>")]
    [InlineData("<style><![CDATA[rect{background:image-set('https://evil.example/a' 1x)}]]></style>")]
    [InlineData("<style>@im/**/port 'https://evil.example/a.css';</style>")]
    [InlineData("<set attributeName='href' to='javascript:alert(1)'/>")]
    [InlineData("<animate attributeName='xlink:href' values='https://evil.example/;javascript:alert(1)'/>")]
    [InlineData("<a href='#x'><set attributeName='href' to='//evil.example/'/><text>x</text></a>")]
    [InlineData("<use href='#x'><animate attributeName=' XLINK:HREF ' from='#x' to='//evil.example/'/></use>")]
    [InlineData("<rect style='fill:-webkit-image-set(\"https://evil.example/a\" 1x)'/>")]
    [InlineData("<rect style='mask:cross-fade(\"https://evil.example/a\", white)'/>")]
    [InlineData("<style>rect{background:cross-fade(10% 'https://evil.example/a', red);fill:red}</style>")]
    [InlineData("<set attributeName='fill' to='java script:alert(1)'/>")]
    [InlineData("<set attributeName='fill' to='j&#x200B;ava&#9;scr&#10;ipt :alert(1)'/>")]
    [InlineData("<handler type='text/ecmascript'>alert(1)</handler>")]
    [InlineData("<?xml-stylesheet href='https://evil.example/a.css'?><rect width='1' height='1'/>")]
    [InlineData("<switch><foreignObject/><g xml:base='https://evil.example/'><rect width='1' height='1'/></g></switch>")]
    public void What_runs_or_reaches_outside_is_taken_out(string inside)
    {
        SvgCleaner.Result clean = Clean(SamplePictures.Svg("<circle r='3'/>" + inside));

        string text = Encoding.UTF8.GetString(Assert.IsType<byte[]>(clean.Bytes));
        foreach (string bad in (string[])["evil.example", "alert", "script", "<iframe", "onload", "ONCLICK", "@import", "\\72"])
        {
            Assert.DoesNotContain(bad, text, StringComparison.Ordinal);
        }

        Assert.NotNull(XDocument.Parse(text).Root!.Element(Svg + "circle"));
    }

    [Fact]
    public void What_a_drawing_needs_stays()
    {
        const string inside = """
            <defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient><path id="p" d="M0 0L9 9"/></defs>
            <style>.a{fill:url(#g);stroke:#000}</style><rect class="a" fill="url(#g)" width="9" height="9"/><use xlink:href="#p"/>
            <text x="1" y="2" xml:lang="he">שלום &amp; more</text><image width="1" height="1" href="data:image/png;base64,iVBORw0KGgo="/>
            """;
        SvgCleaner.Result clean = Clean(SamplePictures.Svg(inside));

        Assert.Empty(clean.Removed);
        XElement root = XDocument.Parse(Encoding.UTF8.GetString(clean.Bytes!)).Root!;
        Assert.Equal("url(#g)", root.Element(Svg + "rect")!.Attribute("fill")!.Value);
        Assert.Contains("url(#g)", root.Element(Svg + "style")!.Value, StringComparison.Ordinal);
        Assert.Equal("#p", root.Element(Svg + "use")!.Attribute(XNamespace.Get("http://www.w3.org/1999/xlink") + "href")!.Value);
        Assert.Equal("שלום & more", root.Element(Svg + "text")!.Value);
        Assert.NotNull(root.Element(Svg + "image")!.Attribute("href"));
    }

    [Theory]
    [InlineData("width='40' height='30'", 40, 30)]
    [InlineData("width='1in' height='72pt'", 96, 96)]
    [InlineData("viewBox='0 0 200 100'", 200, 100)]
    [InlineData("viewBox='0,0,200,100' width='50'", 50, 25)]
    [InlineData("viewBox='0 0 200 100' width='100%' height='100%'", 200, 100)]
    public void The_size_comes_from_the_attributes_or_the_view_box(string attributes, int width, int height)
    {
        SvgCleaner.Result clean = Clean(SamplePictures.Svg(attributes: attributes));
        Assert.Equal((width, height), (clean.Facts.Width, clean.Facts.Height));
        Assert.NotNull(XDocument.Parse(Encoding.UTF8.GetString(clean.Bytes!)).Root!.Attribute("viewBox"));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><rect/></svg>", "size")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><rect></svg>", "well-formed")]
    [InlineData("<svg xmlns='http://www.w3.org/1999/xhtml' width='4' height='4'/>", "svg")]
    [InlineData("<html/>", "svg")]
    public void What_cannot_be_shown_is_refused(string text, string why)
    {
        SvgCleaner.Result result = Clean(Encoding.UTF8.GetBytes(text));
        Assert.Null(result.Bytes);
        Assert.Contains(why, result.Facts.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_of_the_file_itself_are_read_and_bombs_are_refused()
    {
        SvgCleaner.Result plain =
            Clean(Encoding.UTF8.GetBytes(
            "<!DOCTYPE svg [<!ENTITY ns 'http://www.w3.org/2000/svg'>]><svg xmlns='&ns;' width='4' height='4'><g/></svg>"));
        Assert.NotNull(plain.Bytes);
        Assert.DoesNotContain("DOCTYPE", Encoding.UTF8.GetString(plain.Bytes), StringComparison.Ordinal);

        string bomb =
            string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY e{i} '{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}'>"));
        Assert.Null(
            Clean(Encoding.UTF8.GetBytes(
            $"<!DOCTYPE svg [<!ENTITY e0 'lol'>{bomb}]><svg xmlns='http://www.w3.org/2000/svg' width='4' "
                + "height='4'><text>&e9;</text></svg>")).Bytes);
    }

    [Fact]
    public void An_external_entity_is_not_fetched() =>
        Assert.DoesNotContain("root:",
            Encoding.UTF8.GetString(
            Clean(Encoding.UTF8.GetBytes(
            "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg' width='4' "
            + "height='4'><text>&x;</text></svg>")).Bytes ?? []), StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_is_refused_and_does_not_overflow() =>
        Assert.Null(
            Clean(SamplePictures.Svg(string.Concat(Enumerable.Repeat("<g>", 100_000)) + string.Concat(Enumerable.Repeat("</g>", 100_000))))
            .Bytes);

    [Fact]
    public void What_leads_to_a_part_that_is_not_there_goes_and_the_rest_stays_valid()
    {
        string text =
            Encoding.UTF8.GetString(Clean(SamplePictures.Svg("<use href='#gone'/><use href='#later'/><g id='later'/><script id='gone'/>"))
            .Bytes!);
        Assert.DoesNotContain("gone", text, StringComparison.Ordinal);
        Assert.Contains("#later", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_style_sheet_loses_only_what_reaches_outside()
    {
        string text =
            Encoding.UTF8.GetString(
            Clean(SamplePictures.Svg(
            "<style>a{fill:red}b{mask:image-set('x.png' 1x, url(y) 2x);stroke:blue}</style><rect width='1' height='1'/>")).Bytes!);
        Assert.Contains("a{fill:red}b{stroke:blue}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_id_twice_stays_once()
    {
        string text = Encoding.UTF8.GetString(Clean(SamplePictures.Svg("<g id='a'/><g id='a'/><g id='1 2'/>")).Bytes!);
        Assert.Single(XDocument.Parse(text).Descendants(), element => element.Attribute("id") is not null);
    }

    [Fact]
    public void Without_a_name_space_it_gets_one()
    {
        SvgCleaner.Result clean = Clean("<svg width='4' height='4'><rect width='1' height='1'/></svg>"u8.ToArray());
        Assert.NotNull(XDocument.Parse(Encoding.UTF8.GetString(clean.Bytes!)).Root!.Element(Svg + "rect"));
    }

    private static SvgCleaner.Result Clean(byte[] svg) => SvgCleaner.Clean(new MemoryStream(svg));
}
