using System.Collections.Frozen;

namespace FeedBook.Html.Tree;

/// <summary>
/// The HTML elements that reading knows. Every other element is <see cref="Unknown"/> and stands in a line, as in a browser.
/// </summary>
internal enum Tag : byte
{
    Text,
    Root,
    Unknown,
    A, Abbr, Address, Article, Aside, Audio, B, Bdi, Bdo, Big, Blockquote, Body, Br, Button, Canvas, Caption, Center, Cite, Code,
    Col, Colgroup, Dd, Del, Details, Dfn, Dialog, Dir, Div, Dl, Dt, Em, Embed, Fieldset, Figcaption, Figure, Font, Footer, Form,
    Frame, H1, H2, H3, H4, H5, H6, Head, Header, Hgroup, Hr, Html, I, Iframe, Img, Input, Ins, Kbd, Label, Legend, Li, Link,
    Listing, Main, Map, Mark, Math, Menu, Meta, Nav, Nobr, Noscript, Object, Ol, Optgroup, Option, Output, P, Param, Picture,
    Plaintext, Pre, Progress, Q, Rb, Rp, Rt, Rtc, Ruby, S, Samp, Script, Search, Section, Select, Small, Source, Span, Strike,
    Strong, Style, Sub, Summary, Sup, Svg, Table, Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Time, Title, Tr, Track, Tt,
    U, Ul, Var, Video, Wbr, Xmp,
    AmpImg, AmpVideo, AmpAudio, AmpIframe, AmpYoutube,
}

/// <summary>What the elements are like.</summary>
internal static class Tags
{
    private static readonly FrozenDictionary<string, Tag> ByName = Enum.GetValues<Tag>()
        .Where(tag => tag is > Tag.Unknown and < Tag.AmpImg)
        .ToDictionary(tag => tag.ToString().ToLowerInvariant(), tag => tag)
        .Concat([
            new("image", Tag.Img), new("amp-img", Tag.AmpImg), new("amp-anim", Tag.AmpImg), new("amp-video", Tag.AmpVideo),
            new("amp-audio", Tag.AmpAudio), new("amp-iframe", Tag.AmpIframe), new("amp-youtube", Tag.AmpYoutube),
        ])
        .ToFrozenDictionary(StringComparer.Ordinal);

    private const int LongestName = 12;

    private static readonly FrozenDictionary<string, Tag>.AlternateLookup<ReadOnlySpan<char>> ByNameSpan =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The element of this name as a source writes it, in letters of any case.</summary>
    public static Tag Of(ReadOnlySpan<char> name) => name switch
    {
        // Nine of ten tags of feeds are these, in small letters.
        "p" => Tag.P,
        "a" => Tag.A,
        "br" => Tag.Br,
        "div" => Tag.Div,
        "span" => Tag.Span,
        "img" => Tag.Img,
        "strong" => Tag.Strong,
        "em" => Tag.Em,
        "li" => Tag.Li,
        "figure" => Tag.Figure,
        "td" => Tag.Td,
        "b" => Tag.B,
        "i" => Tag.I,
        _ => LookUp(name),
    };

    private static Tag LookUp(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName)
        {
            return Tag.Unknown;
        }

        Span<char> lower = stackalloc char[LongestName];
        for (int i = 0; i < name.Length; i++)
        {
            lower[i] = char.IsAsciiLetterUpper(name[i]) ? (char)(name[i] | 0x20) : name[i];
        }

        return ByNameSpan.TryGetValue(lower[..name.Length], out Tag tag) ? tag : Tag.Unknown;
    }

    /// <summary>Whether the element has no content (HTML §13.1.2).</summary>
    public static bool IsVoid(Tag tag) => tag is Tag.Br or Tag.Hr or Tag.Img or Tag.Input or Tag.Col or Tag.Embed or Tag.Link or Tag.Meta
        or Tag.Param or Tag.Source or Tag.Track or Tag.Wbr or Tag.Frame;

    /// <summary>Whether the element is a part of a table.</summary>
    public static bool IsTablePart(Tag tag) =>
        tag is Tag.Caption or Tag.Colgroup or Tag.Col or Tag.Tbody or Tag.Thead or Tag.Tfoot or Tag.Tr or Tag.Td or Tag.Th;

    /// <summary>Whether the element starts a line of its own.</summary>
    public static bool IsBlock(Tag tag) => ClosesParagraph(tag) || tag is Tag.Root or Tag.Body or Tag.Html or Tag.Head or Tag.Li or Tag.Dt
        or Tag.Dd or Tag.Caption
        or Tag.Tbody or Tag.Thead or Tag.Tfoot or Tag.Tr or Tag.Td or Tag.Th or Tag.Colgroup or Tag.Col or Tag.Legend;

    /// <summary>Whether the element's start closes an open paragraph (HTML §13.2.6.4.7, "in body").</summary>
    public static bool ClosesParagraph(Tag tag) =>
        tag is Tag.Address or Tag.Article or Tag.Aside or Tag.Blockquote or Tag.Center or Tag.Details
        or Tag.Dialog or Tag.Dir or Tag.Div or Tag.Dl or Tag.Fieldset or Tag.Figcaption or Tag.Figure or Tag.Footer or Tag.Form or Tag.H1
            or Tag.H2
        or Tag.H3 or Tag.H4 or Tag.H5 or Tag.H6 or Tag.Header or Tag.Hgroup or Tag.Hr or Tag.Listing or Tag.Main or Tag.Menu or Tag.Nav
            or Tag.Ol
        or Tag.P or Tag.Plaintext or Tag.Pre or Tag.Search or Tag.Section or Tag.Summary or Tag.Table or Tag.Ul or Tag.Xmp or Tag.Li
            or Tag.Dd or Tag.Dt;

    /// <summary>Whether a browser carries the element on into the next block when a block cut it short (HTML §13.2.4.3).</summary>
    public static bool IsFormatting(Tag tag) =>
        tag is Tag.A or Tag.B or Tag.Big or Tag.Code or Tag.Em or Tag.Font or Tag.I or Tag.Nobr or Tag.S
        or Tag.Small or Tag.Strike or Tag.Strong or Tag.Tt or Tag.U;

    /// <summary>Whether the element only groups others and means nothing by itself.</summary>
    public static bool IsNeutral(Tag tag) => tag is Tag.Div or Tag.Section or Tag.Span or Tag.Center or Tag.Font or Tag.Article or Tag.Main
        or Tag.Unknown or Tag.Body or Tag.Html or Tag.Form or Tag.Header or Tag.Footer or Tag.Nobr or Tag.Big or Tag.Fieldset
            or Tag.Details;

    /// <summary>Whether the element is a heading.</summary>
    public static bool IsHeading(Tag tag) => tag is >= Tag.H1 and <= Tag.H6;

    /// <summary>Whether the element shows a picture.</summary>
    public static bool IsImage(Tag tag) => tag is Tag.Img or Tag.AmpImg;
}
