namespace FeedBook.Pdf.Text.Unicode;

/// <summary>The bidirectional classes of UAX #9, in the order in which cut-unicode.py numbers them.</summary>
internal enum BidiClass : byte
{
    L, R, AL, EN, ES, ET, AN, CS, NSM, BN, B, S, WS, ON, LRE, LRO, RLE, RLO, PDF, LRI, RLI, FSI, PDI,
}

/// <summary>The line breaking classes of UAX #14, in the order in which cut-unicode.py numbers them.</summary>
internal enum LineBreakClass : byte
{
    XX, BK, CM, CR, GL, LF, NL, SP, WJ, ZW, ZWJ, AI, AL, B2, BA, BB, CB, CJ, CL, CP, EB, EM, EX, H2, H3, HL, HY, ID, IN, IS, JL, JT, JV, NS,
        NU, OP,
    PO, PR, QU, RI, SA, SG, SY, AK, AP, AS, VF, VI, HH,
}

/// <summary>East Asian width, UAX #11.</summary>
internal enum EastAsianWidth : byte
{
    Neutral, Ambiguous, Half, Wide, Full, Narrow,
}
