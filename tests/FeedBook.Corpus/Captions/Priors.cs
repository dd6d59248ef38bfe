using FeedBook.Html.Figures;

namespace FeedBook.Corpus.Captions;

/// <summary>
/// What a person thinks each sign is worth, in tenths of log-odds, before any case is counted. Learning starts here and is pulled back here: a sign that
/// few cases show keeps what it was given.
/// </summary>
internal static class Priors
{
    /// <summary>For the places where a credit may begin.</summary>
    public static readonly (CreditSign Sign, int Worth)[] Credits =
    [
        (CreditSign.Any, -40),
        (CreditSign.InBracket, 10),
        (CreditSign.BehindBar, 20),
        (CreditSign.BehindSlash, 15),
        (CreditSign.BehindDash, 5),
        (CreditSign.OnOwnLine, 10),
        (CreditSign.BehindSentence, 5),
        (CreditSign.BehindSpace, -25),
        (CreditSign.BehindComma, -25),
        (CreditSign.InOwnElement, 10),
        (CreditSign.Whole, -5),
        (CreditSign.CaptionIsSentence, 10),
        (CreditSign.BracketBehindSentence, 10),
        (CreditSign.Label, 55),
        (CreditSign.UnknownLabel, 25),
        (CreditSign.PictureOfSomething, -60),
        (CreditSign.LabelInside, -40),
        (CreditSign.Copyright, 40),
        (CreditSign.Licence, 30),
        (CreditSign.Link, 10),
        (CreditSign.Agency, 30),
        (CreditSign.AgencyInside, 15),
        (CreditSign.Signed, 30),
        (CreditSign.SignedAndDated, 20),
        (CreditSign.SourceWord, 20),
        (CreditSign.House, 15),
        (CreditSign.SlashInside, 20),
        (CreditSign.Names, 15),
        (CreditSign.ManyNames, 10),
        (CreditSign.OneName, 10),
        (CreditSign.OneLowerWord, -5),
        (CreditSign.Capitals, 5),
        (CreditSign.ShortEastAsian, 15),
        (CreditSign.LongEastAsian, 10),
        (CreditSign.VeryLongEastAsian, -15),
        (CreditSign.Titled, 15),
        (CreditSign.OnePlainWord, -5),
        (CreditSign.PlainWords, -25),
        (CreditSign.Punctuated, -25),
        (CreditSign.EndsAsSentence, -20),
        (CreditSign.HoldsBracket, -25),
        (CreditSign.Address, 10),
        (CreditSign.Number, -40),
        (CreditSign.Digits, -10),
        (CreditSign.Position, -50),
        (CreditSign.OtherScript, 0),
        (CreditSign.FewOtherWords, 10),
        (CreditSign.Wide, -10),
        (CreditSign.VeryWide, -15),
        (CreditSign.ManyWords, -15),
        (CreditSign.LeavesName, -25),
        (CreditSign.Repeated, 25),
        (CreditSign.BracketHabit, 30),
        (CreditSign.MarkHabit, 15),
    ];

    /// <summary>Where these are worth something else when the whole text may be a credit.</summary>
    public static readonly (CreditSign Sign, int Worth)[] WholeCredits =
    [
        (CreditSign.Signed, 50),
        (CreditSign.SlashInside, 35),
        (CreditSign.InBracket, 15),
    ];
}
