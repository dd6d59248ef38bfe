using System.Runtime.InteropServices;
using FeedBook.Html.Figures;
using FeedBook.Html.Images;
using FeedBook.Html.Pruning;
using FeedBook.Text;

namespace FeedBook.Html.Tree;

/// <summary>
/// The words by which an element names itself, with what the rules have found in them. Elements with the same class share one, so
/// that each rule reads the same words once.
/// </summary>
internal sealed class MarkupWords(string text)
{
    /// <summary>An element without a name of its own.</summary>
    public static readonly MarkupWords None = new("");

    private Mark? mark;
    private bool? frame, hidden, centred, furniture;

    /// <summary>The class, id, itemprop, role and data-type in lower case, each after a space.</summary>
    public string Text => text;

    /// <summary>What the words call the element; see <see cref="CaptionWords"/>.</summary>
    public Mark Mark => mark ??= CaptionWords.Read(text);

    /// <summary>Whether the words name a picture's frame.</summary>
    public bool IsPictureFrame => frame ??= CaptionWords.NameFrame(text);

    /// <summary>Whether the words say that only a screen reader tells the element.</summary>
    public bool IsForScreenReaders => hidden ??= Pruner.NameScreenReader(text);

    /// <summary>Whether the words say that the element sets its content in the middle.</summary>
    public bool IsCentred => centred ??= Evidence.NameCentred(text);

    /// <summary>Whether the words may name a box of the page's own around a picture: an author's, a teaser's, an advertisement's.</summary>
    public bool MayNameFurniture => furniture ??= PictureSorter.MayNameFurniture(text);

    /// <summary>The words of an element that has a class and no other name: the same object for the same class.</summary>
    public static MarkupWords Shared(Dictionary<string, MarkupWords> known, string name)
    {
        ref MarkupWords? shared = ref CollectionsMarshal.GetValueRefOrAddDefault(known, name, out _);
        return shared ??= new MarkupWords(string.Concat(" ", CharacterReferences.Decode(name, inAttribute: true).ToLowerInvariant(), "     "));
    }
}
