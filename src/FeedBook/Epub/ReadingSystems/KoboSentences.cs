namespace FeedBook.Epub;

/// <summary>Where sentences end, as finely as a reader's place needs it: an abbreviation that ends one too early does no harm.</summary>
internal static class KoboSentences
{
    /// <summary>
    /// The end of the sentence that begins at a place, the white space after it included; greater than <paramref name="start"/>.
    /// </summary>
    public static int EndOf(string text, int start)
    {
        for (int i = start; i < text.Length; i++)
        {
            bool wide = text[i] is '。' or '！' or '？' or '．';
            if (!wide && text[i] is not ('.' or '!' or '?' or ':' or '…'))
            {
                continue;
            }

            int end = i + 1;
            while (end < text.Length && text[end] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '\'' or '"' or '’' or '”' or '»'
                or '」' or '』' or '）' or ')')
            {
                end++;
            }

            int rest = end;
            while (rest < text.Length && char.IsWhiteSpace(text[rest]))
            {
                rest++;
            }

            // A full stop within a word or a number ends nothing; a full-width one needs no space.
            if (wide || rest > end || rest == text.Length)
            {
                return rest;
            }

            i = end - 1;
        }

        return text.Length;
    }
}
