using System.Collections.Immutable;
using System.Text;
using FeedBook.Content;

namespace FeedBook.Html.Ledger;

/// <summary>
/// Holds what came in against what went out: every text of the source has one fate, in the article or in a diagnostic that quotes it.
/// It compares letters and digits alone, so that folded white space, quotation marks and brackets do not matter. Debug builds keep one
/// for every reading; it lives as long as the reading, on its thread.
/// </summary>
internal sealed class WordLedger
{
    // A text of fewer letters may stand anywhere by chance; it is sought only close to where reading has come.
    private const int Telling = 8, Close = 300;

    // A text that was cut is followed in pieces of at least so many letters: single ones stand anywhere.
    private const int Piece = 2;

    private readonly List<string> sources = [];
    private readonly List<Passage> apart = [];
    private readonly StringBuilder body = new();
    private string whole = "";
    private int at;

    /// <summary>Adds the next text of the source, entities decoded.</summary>
    public void Source(string text)
    {
        if (Letters(text) is { Length: > 0 } letters)
        {
            sources.Add(letters);
        }
    }

    /// <summary>Adds a text that was left out and told.</summary>
    public void Tell(string text) => Apart(text, WordFate.Told);

    /// <summary>Adds a text that an image shows or bears as its alternative text.</summary>
    public void Draw(string text) => Apart(text, WordFate.Alternative);

    /// <summary>Finds the fate of every text.</summary>
    public WordAccount Settle(Article article)
    {
        foreach (Block block in article.Blocks)
        {
            Read(block, inNote: false);
        }

        foreach (Block block in article.Notes.SelectMany(note => note.Blocks))
        {
            Read(block, inNote: true);
        }

        whole = body.ToString();
        var account = new WordAccount();
        for (int i = 0; i < sources.Count; i++)
        {
            string text = sources[i];
            Place place = Find(text, i + 1 < sources.Count ? sources[i + 1] : "");
            if (place.Fate == WordFate.Unaccounted)
            {
                InPieces(text, account);
            }
            else
            {
                Take(place, text, account);
            }
        }

        return account;
    }

    private static string Letters(string text)
    {
        int kept = 0;
        foreach (char c in text)
        {
            kept += IsLetter(c) ? 1 : 0;
        }

        return kept == text.Length ? text : string.Create(kept, text, static (span, source) =>
        {
            int to = 0;
            foreach (char c in source)
            {
                if (IsLetter(c))
                {
                    span[to++] = c;
                }
            }
        });
    }

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    // Where a text stands; next is the source's next text, which tells a text that stands further on from one that was moved there.
    private Place Find(string text, string next)
    {
        if (IsHere(text))
        {
            return new Place(WordFate.Body, at + text.Length, null);
        }

        foreach (Passage passage in apart)
        {
            if (passage.IndexOf(text) >= 0)
            {
                return new Place(passage.Fate, at, passage);
            }
        }

        int reach = Math.Min(whole.Length - at, text.Length < Telling ? Close : int.MaxValue);
        int ahead = whole.IndexOf(text, at, reach, StringComparison.Ordinal);
        if (ahead >= 0 && (next.Length == 0 || !IsHere(next)))
        {
            return new Place(WordFate.Body, ahead + text.Length, null);
        }

        return new Place(whole.Contains(text, StringComparison.Ordinal) ? WordFate.Moved : WordFate.Unaccounted, at, null);
    }

    private bool IsHere(string text) => string.CompareOrdinal(whole, at, text, 0, text.Length) == 0;

    private void Take(Place place, string text, WordAccount account)
    {
        place.Passage?.Take(text);
        at = place.At;
        account.Add(place.Fate, text);
    }

    // A text that was cut, into a caption and its credit for example: each time the longest start of it that stands somewhere.
    private void InPieces(string text, WordAccount account)
    {
        for (int from = 0; from < text.Length;)
        {
            int found = 0, least = Math.Min(Piece, text.Length - from), most = text.Length - from;
            Place place = default;
            while (least <= most)
            {
                int length = (least + most) / 2;
                Place here = Find(text.Substring(from, length), "");
                if (here.Fate == WordFate.Unaccounted)
                {
                    most = length - 1;
                }
                else
                {
                    (found, place, least) = (length, here, length + 1);
                }
            }

            if (found == 0)
            {
                account.Add(WordFate.Unaccounted, text[from..]);
                return;
            }

            Take(place, text.Substring(from, found), account);
            from += found;
        }
    }

    private void Read(Block block, bool inNote)
    {
        if (block is Figure figure)
        {
            foreach (Block part in figure.Body)
            {
                Read(part, inNote);
            }

            Apart(Text(figure.Caption), WordFate.Caption);
            Apart(Text(figure.Credit), WordFate.Credit);
            return;
        }

        if (block is DefinitionList definitions)
        {
            foreach (DefinitionEntry entry in definitions.Entries)
            {
                Own(string.Concat(entry.Terms.Select(Text)), inNote);
                foreach (Block definition in entry.Definitions.SelectMany(blocks => blocks))
                {
                    Read(definition, inNote);
                }
            }

            return;
        }

        Own(block is CodeBlock code ? code.Text : string.Concat(ContentWalker.Runs(block).Select(Text)), inNote);
        if (block is Embed { Title: { } title })
        {
            Apart(title, WordFate.Alternative);
        }

        foreach (Block held in ContentWalker.Children(block))
        {
            Read(held, inNote);
        }
    }

    private void Own(string text, bool inNote)
    {
        if (inNote)
        {
            Apart(text, WordFate.Note);
        }
        else
        {
            body.Append(Letters(text));
        }
    }

    private void Apart(string text, WordFate fate)
    {
        if (Letters(text) is { Length: > 0 } letters)
        {
            apart.Add(new Passage(letters, fate));
        }
    }

    private string Text(ImmutableArray<Inline> run)
    {
        var text = new StringBuilder();
        Text(run, text);
        return text.ToString();
    }

    private void Text(ImmutableArray<Inline> run, StringBuilder text)
    {
        foreach (Inline inline in run)
        {
            switch (inline)
            {
                case TextRun plain:
                    text.Append(plain.Value);
                    break;
                case Ruby ruby:
                    foreach (RubySegment segment in ruby.Segments)
                    {
                        Text(segment.Base, text);
                        Apart(segment.Reading, WordFate.Alternative);
                    }

                    break;
                case Formula formula:
                    Text(formula.Content, text);
                    Apart(formula.Tex ?? "", WordFate.Alternative);
                    break;
                case NoteReference mark:
                    Apart(mark.Label, WordFate.Note);
                    break;
                default:
                    Text(ContentWalker.Children(inline), text);
                    break;
            }
        }
    }

    /// <summary>A text that stands beside the body, each part of which answers for one text of the source.</summary>
    private sealed class Passage(string letters, WordFate fate)
    {
        private readonly List<(int From, int To)> taken = [];

        public WordFate Fate => fate;

        /// <summary>Where a text stands that answers for no other yet; negative where it does not.</summary>
        public int IndexOf(string text)
        {
            int found = letters.IndexOf(text, StringComparison.Ordinal);
            while (found >= 0 && taken.Exists(one => one.From < found + text.Length && found < one.To))
            {
                found = found + 1 < letters.Length ? letters.IndexOf(text, found + 1, StringComparison.Ordinal) : -1;
            }

            return found;
        }

        public void Take(string text)
        {
            int from = IndexOf(text);
            taken.Add((from, from + text.Length));
        }
    }

    /// <summary>Where a text of the source stands.</summary>
    private readonly record struct Place(WordFate Fate, int At, Passage? Passage);
}
