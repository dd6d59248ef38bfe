using System.Collections.Frozen;

namespace FeedBook.Html.Figures;

/// <summary>Whether words look like the names of people or houses.</summary>
internal static class PersonNames
{
    private const int MostWordsWithOnePlain = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles =
        CreditTables.NameParticles.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a text can be names: a few words, the first and the last with a capital, no sentence.</summary>
    public static bool LookLike(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length == 0 || text[^1] == '.')
        {
            return false;
        }

        bool first = true, named = false;
        for (int at = 0; at < text.Length;)
        {
            int end = at;
            while (end < text.Length && !IsBetween(text[end]))
            {
                end++;
            }

            ReadOnlySpan<char> word = text[at..end];
            named = IsName(word) || (!first && IsYear(word));
            if (!named && (first || !Particles.Contains(word)))
            {
                return false;
            }

            first = false;
            at = end;
            while (at < text.Length && IsBetween(text[at]))
            {
                at++;
            }

            named &= at == end || at < text.Length;
        }

        return named;
    }

    /// <summary>
    /// Whether words before an agency's name can say who made the picture: names, or a few words of which one has no capital ('White House
    /// pool'). 'Crowds gather in the square' says what it shows.
    /// </summary>
    public static bool MayOwn(ReadOnlySpan<char> words)
    {
        int count = 0, plain = 0;
        for (int at = 0; at < words.Length; at = TextScan.SkipSpace(words, at))
        {
            int end = TextScan.WordEnd(words, at);
            ReadOnlySpan<char> word = words[at..end].TrimEnd(',');
            at = end;
            bool named = IsName(word);
            plain += named || (count > 0 && (Particles.Contains(word) || IsYear(word))) ? 0 : 1;
            if (count++ == 0 && !named)
            {
                return false;
            }
        }

        return plain == 0 ? count > 0 : plain == 1 && count <= MostWordsWithOnePlain;
    }

    private static bool IsBetween(char c) => c is ',' or '/' or '|' || char.IsWhiteSpace(c);

    private static bool IsName(ReadOnlySpan<char> word)
    {
        if (word is "&")
        {
            return true;
        }

        foreach (char c in word)
        {
            if (!TextScan.IsWordLetter(c) && c is not ('.' or '\'' or '’' or '-'))
            {
                return false;
            }
        }

        return word.Length > 0 && char.IsUpper(word[0]);
    }

    private static bool IsYear(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!char.IsDigit(c))
            {
                return false;
            }
        }

        return word.Length == 4;
    }
}
