namespace FeedBook.Html.Figures;

/// <summary>
/// What each sign is worth, in tenths of log-odds. Written by <c>FeedBook.Corpus train</c>, but for the last two of captions, Line and
/// InOwnElement, which are set by hand for kinds that the labelled cases hardly have; see captions-heldout.md there.
/// </summary>
internal static class LearnedWeights
{
    /// <summary>Whether a place is where a credit begins; in the order of <see cref="CreditSign"/>.</summary>
    public static readonly int[] Credits =
    [
         -32, // Any
          16, // InBracket
          28, // BehindBar
          27, // BehindSlash
          -2, // BehindDash
          16, // OnOwnLine
          10, // BehindSentence
         -25, // BehindSpace
         -31, // BehindComma
           8, // InOwnElement
          -5, // Whole
          22, // CaptionIsSentence
           5, // BracketBehindSentence
          60, // Label
          33, // UnknownLabel
         -60, // PictureOfSomething
         -42, // LabelInside
          41, // Copyright
          33, // Licence
          14, // Link
           9, // Agency
           9, // AgencyInside
          28, // Signed
          20, // SignedAndDated
           8, // SourceWord
          24, // House
           5, // SlashInside
          10, // Names
          10, // ManyNames
          13, // OneName
           1, // OneLowerWord
           8, // Capitals
          26, // ShortEastAsian
           9, // LongEastAsian
         -22, // VeryLongEastAsian
          15, // Titled
          -9, // OnePlainWord
         -22, // PlainWords
         -18, // Punctuated
         -29, // EndsAsSentence
         -33, // HoldsBracket
           9, // Address
         -47, // Number
         -22, // Digits
         -40, // Position
          -6, // OtherScript
          16, // FewOtherWords
         -15, // Wide
         -12, // VeryWide
         -13, // ManyWords
         -22, // LeavesName
          15, // Repeated
          33, // BracketHabit
          15, // MarkHabit
    ];

    /// <summary>Whether a whole text is a credit; in the same order.</summary>
    public static readonly int[] WholeCredits =
    [
         -43, // Any
          18, // InBracket
          20, // BehindBar
          20, // BehindSlash
           5, // BehindDash
          10, // OnOwnLine
           5, // BehindSentence
         -25, // BehindSpace
         -25, // BehindComma
          10, // InOwnElement
          -8, // Whole
          10, // CaptionIsSentence
          10, // BracketBehindSentence
          80, // Label
          31, // UnknownLabel
         -60, // PictureOfSomething
         -42, // LabelInside
          40, // Copyright
          30, // Licence
          13, // Link
          33, // Agency
          10, // AgencyInside
          42, // Signed
          19, // SignedAndDated
          26, // SourceWord
          12, // House
          27, // SlashInside
          24, // Names
          10, // ManyNames
          16, // OneName
          -5, // OneLowerWord
          17, // Capitals
          16, // ShortEastAsian
           1, // LongEastAsian
         -25, // VeryLongEastAsian
          15, // Titled
          -7, // OnePlainWord
         -23, // PlainWords
         -31, // Punctuated
         -20, // EndsAsSentence
         -25, // HoldsBracket
          11, // Address
         -40, // Number
         -11, // Digits
         -50, // Position
           0, // OtherScript
          22, // FewOtherWords
         -18, // Wide
         -17, // VeryWide
         -16, // ManyWords
         -25, // LeavesName
          25, // Repeated
          30, // BracketHabit
          15, // MarkHabit
    ];

    /// <summary>Whether words are an image's caption; in the order of <see cref="CaptionSign"/>.</summary>
    public static readonly int[] Captions =
    [
         -50, // Any
          67, // NamedBox
          42, // PlainBox
          40, // WeakName
         -40, // BodyName
          70, // CreditAlone
          34, // CreditBeside
         -57, // ManyBlocks
          80, // Definition
          81, // TableRow
          -6, // BehindBreak
          41, // LineApart
          21, // LineAlone
          49, // LineHeaded
          -3, // Line
          22, // NextBlock
          -9, // BehindFigure
          15, // OddBlock
         -16, // LikeNeighbours
         -26, // SignsArticle
          42, // CentredAlone
          36, // Centred
          37, // Small
          35, // Slanted
          30, // Coloured
          -8, // Bold
         -41, // Linked
         -31, // Floating
          60, // Marker
          47, // Numbered
          22, // NumberedAgain
           4, // Short
          -1, // VeryShort
         -11, // Long
         -30, // VeryLong
          10, // NoStop
         -60, // EndsWithColon
         -11, // TwoSentences
           3, // ThreeSentences
         -27, // StartsLower
          57, // EndsInCredit
          22, // WholeCredit
          34, // LabelledCredit
         -60, // MoreLink
         -13, // PlainSentence
         -60, // SourceLine
          14, // Twice
          22, // Habit
          31, // UnderAll
         -80, // SectionNumber
          60, // SaysAlternative
    ];
}
