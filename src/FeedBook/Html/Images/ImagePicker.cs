using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;
using FeedBook.Text;
using HtmlAgilityPack;

namespace FeedBook.Html.Images;

/// <summary>
/// Gathers every address under which an element shows its picture, and puts the best first: the largest of a source set, what a lazy loader
/// would load, the plain source; then what stands behind a proxy. Thumbnails and blanks that hold a lazy picture's place come last or not
/// at all.
/// </summary>
internal sealed partial class ImagePicker(ReadingContext context)
{
    // How lazy loaders name the true source, as counted in pages; the order is from the largest picture to the smallest.
    private static readonly string[] LazySources =
    [
        "data-full-src", "data-hi-res-src", "data-original-mos", "data-original", "data-large-file", "data-orig-file", "data-lazy-src",
            "data-src", "data-url", "data-original-src",
        "data-actualsrc", "data-img", "data-image", "data-img-src", "data-image-src", "data-lazyload", "data-lazy", "data-ezsrc",
            "data-cfsrc", "data-echo", "data-actual", "data-backup", "data-pin-media",
        "data-mediaviewer-src", "data-normal", "data-medium-file", "file", "zoomfile", "_src", "lazy-src", "real_src", "load-src",
            "lazysrc", "nitro-lazy-src", "data-orig-src", "data-content-img",
    ];

    // Each one's place in the list, of which there are fewer than 64.
    private static readonly FrozenDictionary<string,
        int> LazyOrder = LazySources.Index()
        .ToFrozenDictionary(source => source.Item, source => source.Index, StringComparer.OrdinalIgnoreCase);

    private const int MostCandidates = 4, MostCompared = 64;

    // Used again for each picture.
    private readonly List<(string Address, double Rank)> found = [];

    private static readonly string[] LazySets =
        ["data-srcset", "data-lazy-srcset", "data-original-set", "data-ezsrcset", "lazy-srcset", "nitro-lazy-srcset"];

    /// <summary>The picture's addresses, best first; empty when it has none that can be fetched.</summary>
    public List<Uri> Candidates(MarkupNode image)
    {
        found.Clear();
        AddSets(found, image, isPicture: true);
        if (image.Parent is { Tag: Tag.Picture } picture)
        {
            for (MarkupNode? source = picture.First; source is not null; source = source.Next)
            {
                if (source.Tag == Tag.Source)
                {
                    AddSets(found, source, isPicture: false);
                    Add(found, source.Attribute("src"), Rank.Source + Format(source));
                }
            }
        }

        double lazy = Rank.Lazy;
        if ((image.Attributes & MarkupAttributes.Rare) != 0 && image.Source!.Attributes.Count > 1)
        {
            AddLazy(found, image.Source, ref lazy);
        }

        string? plain = image.Attribute("src");
        Add(found, plain, Placeholders.IsShortData(plain) ? Rank.Placeholder : found.Count > 0
            && found.Exists(static one => one.Rank is >= Rank.Lazy - 100 and < Rank.Set) ? Rank.Preview : Rank.Source);
        return Order();
    }

    /// <summary>The largest file that a link around the picture leads to; null when it leads elsewhere.</summary>
    public Uri? Linked(string? address) =>
        address is not null && (address.AsSpan().ContainsAny(FileEnds) || address.Contains('%', StringComparison.Ordinal))
            && context.Addresses.Resource(address) is { } uri && PictureFile().IsMatch(uri.AbsolutePath) ? uri : null;

    private static readonly System.Buffers.SearchValues<string> FileEnds =
        System.Buffers.SearchValues.Create([".jp", ".png", ".gif", ".webp", ".avif", ".bmp", ".tif"], StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Adds addresses of the same picture found elsewhere (a copy in <c>noscript</c>): after the better ones, before placeholders.
    /// </summary>
    public static void Merge(List<Uri> candidates, IEnumerable<Uri> others)
    {
        foreach (Uri other in others)
        {
            if (!candidates.Contains(other))
            {
                candidates.Add(other);
            }
        }

        // The blank of a lazy loader is the picture only when nothing else is.
        if (candidates.Count > 1)
        {
            candidates.RemoveAll(uri => Placeholders.Has(uri.OriginalString)
                && candidates.Exists(other => !Placeholders.Has(other.OriginalString)));
        }
    }

    private static void AddLazy(List<(string, double)> found, HtmlNode element, ref double rank)
    {
        ulong named = 0;
        HtmlAttributeCollection attributes = element.Attributes;
        for (int i = 0; i < attributes.Count; i++)
        {
            named |= LazyOrder.TryGetValue(attributes[i].OriginalName ?? "", out int order) ? 1UL << order : 0;
        }

        for (; named != 0; named &= named - 1)
        {
            if (MarkupAttribute.Find(element, LazySources[BitOperations.TrailingZeroCount(named)]) is { Value.Length: > 3 } attribute)
            {
                Add(found, CharacterReferences.Decode(attribute.Value, inAttribute: true), rank--);
            }
        }
    }

    private static void AddSets(List<(string, double)> found, MarkupNode element, bool isPicture)
    {
        AddSet(found, element, "srcset", isPicture);
        if ((element.Attributes & MarkupAttributes.Rare) != 0)
        {
            foreach (string name in LazySets)
            {
                AddSet(found, element, name, isPicture);
            }
        }
    }

    private static void AddSet(List<(string, double)> found, MarkupNode element, string name, bool isPicture)
    {
        if (element.Attribute(name) is not { Length: > 3 } set)
        {
            return;
        }

        double declared = isPicture ? Number(element, "width")
            ?? ((element.Attributes & MarkupAttributes.Rare) != 0 ? Number(element, "data-width") : null) ?? 0 : 0;
        foreach ((string address, double size) in SourceSet.Parse(set))
        {
            if (!Placeholders.IsShortData(address))
            {
                double width = size == 1_000 && declared > 0 ? declared : size;
                Add(found, address, Rank.Set + Math.Min(width, 90_000) + Format(element, address));
            }
        }
    }

    // Of equal size the format that every reading device shows is the better one.
    private static double Format(MarkupNode source, string address = "")
    {
        return (source.Attribute("type") is { } type
            && (type.Contains("webp", StringComparison.OrdinalIgnoreCase) || type.Contains("avif", StringComparison.OrdinalIgnoreCase)))
            || (address.AsSpan().ContainsAny(ModernEnds) && ModernFile().IsMatch(address)) ? -0.5 : 0;
    }

    private static readonly System.Buffers.SearchValues<string> ModernEnds =
        System.Buffers.SearchValues.Create([".webp", ".avif"], StringComparison.OrdinalIgnoreCase);

    private static void Add(List<(string Address, double Rank)> found, string? address, double rank)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return;
        }

        // Of very many, which only mischief makes, equal ones stay side by side: the best few are compared again when they are chosen.
        int known = found.Count > MostCompared ? -1 : found.Count - 1;
        while (known >= 0 && found[known].Address != address)
        {
            known--;
        }

        if (known < 0)
        {
            found.Add((address, rank));
        }
        else if (found[known].Rank < rank)
        {
            found[known] = (address, rank);
        }
    }

    // Only the best few are made into addresses: a source set of twenty sizes has nineteen that nobody will ask for.
    private List<Uri> Order()
    {
        if (found.Count > 1)
        {
            found.Sort(static (a, b) => b.Rank.CompareTo(a.Rank));
        }

        var candidates = new List<Uri>(Math.Min(found.Count, MostCandidates));
        foreach ((string address, double rank) in found)
        {
            if (candidates.Count < MostCandidates && (rank > Rank.Placeholder || candidates.Count == 0)
                && context.Addresses.Resource(address, data: true) is { } uri && !AddressResolver.Has(candidates, uri))
            {
                candidates.Add(uri);
            }
        }

        for (int i = 0; i < candidates.Count; i++)
        {
            if (ImageProxy.Origin(candidates[i]) is { } origin && !AddressResolver.Has(candidates, origin))
            {
                candidates.Insert(++i, origin);
            }
        }

        return candidates;
    }

    /// <summary>A size attribute in pixels; null when it is not given, or given in other units.</summary>
    public static int? Number(MarkupNode image, string name)
    {
        if (image.Attribute(name) is not { Length: > 0 } text)
        {
            return null;
        }

        // Nearly all are digits and nothing else.
        if (text.Length < 6 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int pixels))
        {
            return pixels;
        }

        return Leading().Match(text) is { Success: true } match
            && double.TryParse(match.Groups[1].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
                && value is >= 0 and < 100_000
                ? (int)Math.Round(value)
                : null;
    }

    private static class Rank
    {
        public const double Set = 10_000, Lazy = 5_000, Source = 3_000, Preview = 2_000, Placeholder = 0;
    }

    [GeneratedRegex(@"^\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(@"\.(jpe?g|png|gif|webp|avif|bmp|tiff?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PictureFile();

    [GeneratedRegex(@"\.(webp|avif)(\?|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ModernFile();
}
