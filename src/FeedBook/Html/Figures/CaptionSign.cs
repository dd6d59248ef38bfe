namespace FeedBook.Html.Figures;

/// <summary>
/// What can be seen of words that may be an image's caption: where they stand, what they are set in, how long they are, how they begin and
/// end, what stands beside them, and what the item and its feed do again and again. Each is true or false; <see cref="LearnedWeights"/>
/// says what each is worth.
/// </summary>
internal enum CaptionSign
{
    /// <summary>Always there: what a caption needs to overcome.</summary>
    Any,

    /// <summary>In a box that calls itself an image's frame.</summary>
    NamedBox,

    /// <summary>In a box that holds nothing but the image and these words.</summary>
    PlainBox,

    /// <summary>The box or its words call themselves text, description, footer.</summary>
    WeakName,

    /// <summary>The words call themselves a body or content: what stands beside an image, not below it.</summary>
    BodyName,

    /// <summary>The box holds a credit alone.</summary>
    CreditAlone,

    /// <summary>A credit is marked up beside the words.</summary>
    CreditBeside,

    /// <summary>The words are two blocks or more.</summary>
    ManyBlocks,

    /// <summary>The definition of a term that is an image.</summary>
    Definition,

    /// <summary>The row of a layout table below the image's.</summary>
    TableRow,

    /// <summary>In the image's own block, behind a line break.</summary>
    BehindBreak,

    /// <summary>A line of letters set apart, with an empty line or a block behind it.</summary>
    LineApart,

    /// <summary>The image's block holds nothing but the image and this line.</summary>
    LineAlone,

    /// <summary>A head in bold and a colon open the line.</summary>
    LineHeaded,

    /// <summary>In the image's own block.</summary>
    Line,

    /// <summary>The block behind the image's.</summary>
    NextBlock,

    /// <summary>That block is a figure element.</summary>
    BehindFigure,

    /// <summary>That block is an address, a small heading, a definition: no paragraph.</summary>
    OddBlock,

    /// <summary>It looks like the text around: the same element with the same class and style.</summary>
    LikeNeighbours,

    /// <summary>The last block of what it stands in, with or as a credit that no label opens: an agency signs its article.</summary>
    SignsArticle,

    /// <summary>In the middle, below an image in the middle, where the text around is not.</summary>
    CentredAlone,

    /// <summary>In a block whose content stands in the middle.</summary>
    Centred,

    /// <summary>Set small.</summary>
    Small,

    /// <summary>Set slanted.</summary>
    Slanted,

    /// <summary>Set in another colour.</summary>
    Coloured,

    /// <summary>Set in bold.</summary>
    Bold,

    /// <summary>A link for the most part.</summary>
    Linked,

    /// <summary>The image stands aside, and text runs around it.</summary>
    Floating,

    /// <summary>A sign or word opens it that opens captions: ▲, 图注, Legende.</summary>
    Marker,

    /// <summary>A number opens it: 'Figure 1.', 'Abb. 4', '图3', '01.'.</summary>
    Numbered,

    /// <summary>Other images of the item have numbers below them too.</summary>
    NumberedAgain,

    /// <summary>No wider than 120 letters.</summary>
    Short,

    /// <summary>No wider than 40 letters.</summary>
    VeryShort,

    /// <summary>Wider than 320 letters.</summary>
    Long,

    /// <summary>Wider than 600 letters.</summary>
    VeryLong,

    /// <summary>No full stop or other mark ends it.</summary>
    NoStop,

    /// <summary>A colon ends it: something else follows.</summary>
    EndsWithColon,

    /// <summary>Two sentences or more.</summary>
    TwoSentences,

    /// <summary>Three sentences or more.</summary>
    ThreeSentences,

    /// <summary>A small letter opens it.</summary>
    StartsLower,

    /// <summary>A credit stands at its end.</summary>
    EndsInCredit,

    /// <summary>It is a credit and nothing else.</summary>
    WholeCredit,

    /// <summary>It is one, and says so: a label opens it.</summary>
    LabelledCredit,

    /// <summary>It ends as a link to more does: 'read on'.</summary>
    MoreLink,

    /// <summary>A plain line or paragraph that a full stop ends, with no sign, number or credit: it reads like the text.</summary>
    PlainSentence,

    /// <summary>
    /// A plain paragraph like those around it, and a source in brackets or behind a dash at its end: it may be a report's own.
    /// </summary>
    SourceLine,

    /// <summary>Its shape comes up twice in the item and its feed.</summary>
    Twice,

    /// <summary>Its shape comes up three times or more.</summary>
    Habit,

    /// <summary>All images of the item that stand free, three or more, have words of this shape.</summary>
    UnderAll,

    /// <summary>A number opens it as it opens a section's heading: '二、', or in bold '3.', 'IV.'.</summary>
    SectionNumber,

    /// <summary>It says what the image's alternative text says, all of it or all but a few words.</summary>
    SaysAlternative,
}
