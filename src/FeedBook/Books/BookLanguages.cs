using System.Collections.Immutable;
using FeedBook.Content;
using FeedBook.Text;

namespace FeedBook.Books;

/// <summary>The language of a book, and those of the chapters that do not tell theirs.</summary>
/// <param name="Book">The book's language.</param>
/// <param name="Latin">
/// The language of chapters in Latin letters that tell none; the same as <paramref name="Book"/> where that is written so.
/// </param>
internal sealed record BookLanguages(string Book, string Latin)
{
    private const string Usual = "en";

    // What a chapter weighs besides its text: one of pictures alone counts too.
    private const int Chapter = 200;

    private const int FewestLetters = 12;
    private const int MostLetters = 2_000;

    public static BookLanguages Of(ImmutableArray<Draft> drafts, BookOptions options)
    {
        string? asked = LanguageTag.Normalize(options.Language);
        if (asked is not null && LanguageTag.IsLatin(asked))
        {
            return new BookLanguages(asked, asked) { IsAsked = true };
        }

        var weights = new Dictionary<string, long>(StringComparer.Ordinal);
        long untold = 0;
        foreach (Draft draft in drafts)
        {
            string text = ContentText.Of(draft.Article);
            if ((Told(draft) ?? LatinLanguages.Of(text)) is { } told)
            {
                weights[told] = weights.GetValueOrDefault(told) + Chapter + text.Length;
            }
            else if (IsLatin(text))
            {
                untold += Chapter + text.Length;
            }
        }

        // Only the script of such texts is known. They are no Chinese or Arabic because another article of the book is.
        string latin = Heaviest(weights.Where(each => LanguageTag.IsLatin(each.Key))) ?? Usual;
        if (untold > 0)
        {
            weights[latin] = weights.GetValueOrDefault(latin) + untold;
        }

        string book = asked ?? Heaviest(weights) ?? Usual;
        return new BookLanguages(book, LanguageTag.IsLatin(book) ? book : latin);
    }

    /// <summary>Whether the caller named a language in Latin letters: texts that tell none are then taken to be in it.</summary>
    private bool IsAsked { get; init; }

    /// <summary>
    /// The language of a draft's chapter: its article's, else its item's, else its feed's, else what its words and letters tell.
    /// </summary>
    public string Of(Draft draft) => Told(draft) ?? (IsAsked ? null : LatinLanguages.Of(ContentText.Of(draft.Article)))
        ?? (Book != Latin && IsLatin(ContentText.Of(draft.Article)) ? Latin : Book);

    /// <summary>The direction of a draft: its article's, else its language's.</summary>
    public TextDirection DirectionOf(Draft draft) =>
        draft.Article.Direction ?? (LanguageTag.IsRightToLeft(Of(draft)) ? TextDirection.RightToLeft : TextDirection.LeftToRight);

    private static string? Told(Draft draft) =>
        LanguageTag.Normalize(draft.Article.Language ?? draft.Item.Language ?? draft.Source.Read.Feed.Language);

    private static string? Heaviest(IEnumerable<KeyValuePair<string, long>> weights) =>
        weights.OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).FirstOrDefault().Key;

    private static bool IsLatin(string text)
    {
        int letters = 0, latin = 0;
        for (int i = 0; i < text.Length && letters < MostLetters; i++)
        {
            if (char.IsLetter(text[i]))
            {
                letters++;
                latin += text[i] is <= '\u024F' or (>= '\u1E00' and <= '\u1EFF') ? 1 : 0;
            }
        }

        return letters >= FewestLetters && latin * 2 > letters;
    }
}
