using System.Collections.Frozen;

namespace FeedBook.Html.Images;

/// <summary>What a name hints that an image is for.</summary>
[Flags]
internal enum ImageHints : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The author's portrait.</summary>
    Author = 1,

    /// <summary>What leads to other articles.</summary>
    Teaser = 2,

    /// <summary>An advertisement.</summary>
    Advertisement = 4,

    /// <summary>What passes the article on.</summary>
    Share = 8,

    /// <summary>A sign of the page's own.</summary>
    Icon = 16,

    /// <summary>A blank that keeps a place, or counts readers.</summary>
    Blank = 32,

    /// <summary>A caption is near.</summary>
    Caption = 64,

    /// <summary>A smiley or a formula, which stands in a line.</summary>
    Sign = 128,
}

/// <summary>The words in classes and addresses that hint at what an image is for. None of them decides; see <see
/// cref="ImageEvidence"/>.</summary>
internal static class ImageNames
{
    private static readonly FrozenDictionary<string, ImageHints> Words = new Dictionary<ImageHints, string>
    {
        [ImageHints.Author] =
            "author authors autor autoren autore auteur byline authorline contributor avatar avatars gravatar userpic vcard redakteur "
            + "reporter profile",
        [ImageHints.Teaser] =
            "teaser related relatedlinks readmore read-more recommend recommended recommendation recommendations recirc see-also "
            + "more-stories newsletter "
            + "subscribe subscription signup promo promotion qr qrcode widget download donate yarpp jp-relatedposts lire-aussi leer-mas "
                + "wp-embed embed-link paywall barrier",
        [ImageHints.Advertisement] =
            "ad ads adv adw adwidget advert adverts advertisement advertising adsbygoogle adspot adslot adbox adbanner banner sponsor "
            + "sponsored anzeige "
            + "werbung publicidad publicite reklam reklama doubleclick googlesyndication adserver feedads pheedo feedsportal "
                + "amazon-adsystem",
        [ImageHints.Share] =
            "share sharing sharer social sharedaddy addtoany sharethis feedflare follow facebook twitter reddit digg delicious "
            + "stumbleupon stumbleit whatsapp telegram",
        [ImageHints.Icon] =
            "icon icons ico icn btn bttn button logo sprite sprites zoom magnify magnifier loupe lupe bullet arrow divider separator "
            + "sigline print filetype play close",
        [ImageHints.Blank] =
            "blank spacer pixel pixels placeholder transparent clear grey gray 1x1 lazy lazyload loading loader dummy empty shim trans "
            + "dot tracker tracking beacon "
            + "counter count cpx piwik matomo impression stats stat vgwort feedburner",
        [ImageHints.Caption] = "caption captions legend legende credit credits copyright license licence lizenz bildunterschrift",
        [ImageHints.Sign] = "smiley smilie smilies emoji emoticon emoticons math latex tex mwe-math mathtex formula equation",
    }.SelectMany(hint => hint.Value.Split(' ').Select(word => (word, hint.Key))).ToFrozenDictionary(pair => pair.word, pair =>
        pair.Key, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string,
        ImageHints>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All the words, for tests.</summary>
    public static IEnumerable<string> All => Words.Keys;

    /// <summary>The hints in a class, an id, an address: by its words, and by each two that stand side by side.</summary>
    public static ImageHints Of(ReadOnlySpan<char> text)
    {
        ImageHints hints = ImageHints.None;
        int previous = -1;
        for (int start = 0; start < text.Length;)
        {
            if (!char.IsAsciiLetterOrDigit(text[start]))
            {
                previous = text[start] == ' ' ? -1 : previous;
                start++;
                continue;
            }

            int end = start + 1;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            {
                end++;
            }

            hints |= Lookup.TryGetValue(text[start..end], out ImageHints one) ? one : ImageHints.None;
            if (previous >= 0)
            {
                hints |= Lookup.TryGetValue(text[previous..end], out ImageHints both) ? both : ImageHints.None;
            }

            previous = start;
            start = end;
        }

        return hints;
    }
}
