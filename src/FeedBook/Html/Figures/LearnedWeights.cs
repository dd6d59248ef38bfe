namespace FeedBook.Html.Figures;

/// <summary>What each sign is worth, in tenths of log-odds. Written by <c>FeedBook.Corpus train</c>; see captions-heldout.md there.</summary>
internal static class LearnedWeights
{
    /// <summary>Whether a place is where a credit begins; in the order of <see cref="CreditSign"/>.</summary>
    public static readonly int[] Credits =
    [
         -30, // Any
          19, // InBracket
          30, // BehindBar
          16, // BehindSlash
          -6, // BehindDash
          17, // OnOwnLine
           9, // BehindSentence
         -20, // BehindSpace
         -29, // BehindComma
           0, // InOwnElement
          -5, // Whole
          24, // CaptionIsSentence
          -1, // BracketBehindSentence
          58, // Label
          24, // UnknownLabel
         -60, // PictureOfSomething
         -41, // LabelInside
          42, // Copyright
          28, // Licence
          10, // Link
          10, // Agency
           5, // AgencyInside
          19, // Signed
          23, // SignedAndDated
           6, // SourceWord
          21, // House
          10, // SlashInside
           9, // Names
           6, // ManyNames
          12, // OneName
           1, // OneLowerWord
           3, // Capitals
          22, // ShortEastAsian
           2, // LongEastAsian
         -24, // VeryLongEastAsian
          12, // Titled
          -2, // OnePlainWord
         -23, // PlainWords
         -17, // Punctuated
         -24, // EndsAsSentence
         -24, // HoldsBracket
          10, // Address
         -47, // Number
         -27, // Digits
         -41, // Position
          -9, // OtherScript
          13, // FewOtherWords
         -15, // Wide
         -10, // VeryWide
         -13, // ManyWords
         -26, // LeavesName
           4, // Repeated
          36, // BracketHabit
          15, // MarkHabit
    ];

    /// <summary>Whether a whole text is a credit; in the same order.</summary>
    public static readonly int[] WholeCredits =
    [
         -41, // Any
          18, // InBracket
          20, // BehindBar
          15, // BehindSlash
           5, // BehindDash
          10, // OnOwnLine
           5, // BehindSentence
         -25, // BehindSpace
         -25, // BehindComma
          10, // InOwnElement
          -6, // Whole
          10, // CaptionIsSentence
          10, // BracketBehindSentence
          67, // Label
          22, // UnknownLabel
         -59, // PictureOfSomething
         -41, // LabelInside
          40, // Copyright
          30, // Licence
           8, // Link
          32, // Agency
          11, // AgencyInside
          43, // Signed
          19, // SignedAndDated
          14, // SourceWord
          12, // House
          26, // SlashInside
          22, // Names
          10, // ManyNames
          15, // OneName
          -4, // OneLowerWord
           8, // Capitals
          14, // ShortEastAsian
           2, // LongEastAsian
         -23, // VeryLongEastAsian
          15, // Titled
          -8, // OnePlainWord
         -21, // PlainWords
         -30, // Punctuated
         -20, // EndsAsSentence
         -25, // HoldsBracket
          12, // Address
         -40, // Number
         -11, // Digits
         -50, // Position
           0, // OtherScript
          10, // FewOtherWords
         -16, // Wide
         -17, // VeryWide
         -16, // ManyWords
         -25, // LeavesName
          25, // Repeated
          30, // BracketHabit
          15, // MarkHabit
    ];
}
