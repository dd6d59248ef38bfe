namespace FeedBook.Html.Figures;

/// <summary>
/// What can be seen of a place where a credit may begin: how it is joined to the caption, how its words are shaped, and what the item and
/// its feed do again and again. Each is true or false; <see cref="LearnedWeights"/> says what each is worth.
/// </summary>
internal enum CreditSign
{
    /// <summary>Always there: what a credit needs to overcome.</summary>
    Any,

    /// <summary>In brackets at the caption's end.</summary>
    InBracket,

    /// <summary>Behind an upright bar.</summary>
    BehindBar,

    /// <summary>Behind a slash that parts it from the caption.</summary>
    BehindSlash,

    /// <summary>Behind a dash, a dot or an equals sign.</summary>
    BehindDash,

    /// <summary>On a line of its own.</summary>
    OnOwnLine,

    /// <summary>Behind the end of a sentence.</summary>
    BehindSentence,

    /// <summary>Behind mere white space.</summary>
    BehindSpace,

    /// <summary>Behind a comma.</summary>
    BehindComma,

    /// <summary>In an element of its own at the caption's end.</summary>
    InOwnElement,

    /// <summary>The whole text.</summary>
    Whole,

    /// <summary>What comes before ends as a sentence does.</summary>
    CaptionIsSentence,

    /// <summary>What comes before is a sentence in brackets' language: the bracket stands behind its full stop.</summary>
    BracketBehindSentence,

    /// <summary>It opens with a label and a colon, or with 'Photo by'.</summary>
    Label,

    /// <summary>It opens with a word or two and a colon that no table knows, and a name follows.</summary>
    UnknownLabel,

    /// <summary>It opens with no more than a word for a picture and a colon, and what follows is no name: 'Picture: the harbour'.</summary>
    PictureOfSomething,

    /// <summary>A label and a colon stand inside it, not at its start.</summary>
    LabelInside,

    /// <summary>It opens with a sign of copyright.</summary>
    Copyright,

    /// <summary>It names a licence: CC BY, public domain.</summary>
    Licence,

    /// <summary>'via', 'courtesy', 'by' stand in it as a word.</summary>
    Link,

    /// <summary>It is a known agency, or names parted by slashes that end with one.</summary>
    Agency,

    /// <summary>A known agency's name stands in it.</summary>
    AgencyInside,

    /// <summary>It ends with a word that follows a name: 摄, 提供, 撮影.</summary>
    Signed,

    /// <summary>Such a word, and the day it was taken on.</summary>
    SignedAndDated,

    /// <summary>It holds a word for a picture or its origin: 截图, archive, handout.</summary>
    SourceWord,

    /// <summary>It ends as the names of houses do: 社, 网, 报, .com, Press.</summary>
    House,

    /// <summary>A slash stands inside it, between words.</summary>
    SlashInside,

    /// <summary>Two to four words with capitals, and perhaps small words of names between them.</summary>
    Names,

    /// <summary>Five or more such words.</summary>
    ManyNames,

    /// <summary>One word with a capital.</summary>
    OneName,

    /// <summary>One word without a capital.</summary>
    OneLowerWord,

    /// <summary>Every word is in capitals.</summary>
    Capitals,

    /// <summary>Two to four letters of a script that writes words together.</summary>
    ShortEastAsian,

    /// <summary>Five to twelve such letters.</summary>
    LongEastAsian,

    /// <summary>More than twelve such letters.</summary>
    VeryLongEastAsian,

    /// <summary>All of it in the marks of a title: 《》.</summary>
    Titled,

    /// <summary>One word has no capital, and is none of the small words of names.</summary>
    OnePlainWord,

    /// <summary>Two or more words have no capital.</summary>
    PlainWords,

    /// <summary>It holds the mark of a clause or sentence.</summary>
    Punctuated,

    /// <summary>It ends with a full stop, as a sentence does, and has more than two words.</summary>
    EndsAsSentence,

    /// <summary>A bracket at its end could be the credit instead.</summary>
    HoldsBracket,

    /// <summary>It holds the address of a page.</summary>
    Address,

    /// <summary>It is a number, a year or a date.</summary>
    Number,

    /// <summary>Digits stand in it among other words.</summary>
    Digits,

    /// <summary>It says where somebody stands in the picture: left, 右, Mitte.</summary>
    Position,

    /// <summary>In Latin letters, where the caption is in another script.</summary>
    OtherScript,

    /// <summary>Written in a script without capitals that parts its words, in no more than four words.</summary>
    FewOtherWords,

    /// <summary>Wider than forty letters.</summary>
    Wide,

    /// <summary>Wider than ninety letters.</summary>
    VeryWide,

    /// <summary>More than ten words.</summary>
    ManyWords,

    /// <summary>What stands before it, back to the last mark, looks like a name: the credit begins earlier.</summary>
    LeavesName,

    /// <summary>The same words end another caption of the item or its feed.</summary>
    Repeated,

    /// <summary>Most captions of the item or feed end in a short bracket, and this is one.</summary>
    BracketHabit,

    /// <summary>Other captions of the item or feed have their credit behind the same mark.</summary>
    MarkHabit,
}
