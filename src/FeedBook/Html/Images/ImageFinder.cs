using FeedBook.Html.Ledger;
using FeedBook.Html.Tree;

namespace FeedBook.Html.Images;

/// <summary>Finds the pictures of the tree, merges the copies that lazy loaders keep in <c>noscript</c>, and sorts out what is not the
/// article's.</summary>
internal sealed class ImageFinder(ReadingContext context)
{
    // In all of an article: where thousands of empty elements stand between pictures and their replacements, the search for partners ends.
    private const int MostSteps = 1_000_000;
    private readonly ImagePicker picker = new(context);
    private readonly ImageTable images = new();
    private int steps = MostSteps;

    /// <summary>Every picture that stays, in document order. The others are taken out of the tree.</summary>
    public ImageTable Find(MarkupTree tree)
    {
        MarkupNode root = tree.Root;
        new ImageForms(context, tree).Replace();
        MergeNoScript(tree);
        List<SourceImage> found = ReadAll(tree);
        if (found.Count > 0)
        {
            // All are known before one is judged: what an article shows again and again is no image of it.
            var judge = new ImageJudge(context, root, found);
            var refusals = found.ConvertAll(judge.Refuse);
            for (int i = 0; i < found.Count; i++)
            {
                Take(found[i], refusals[i]);
            }
        }

        return images;
    }

    private List<SourceImage> ReadAll(MarkupTree tree)
    {
        var found = new List<SourceImage>();
        MarkupNode? node = tree.Root.First;
        while (node is not null)
        {
            MarkupNode? next = node.Following(tree.Root);
            if (Tags.IsImage(node.Tag))
            {
                // A picture element's fallback inside is the same picture again.
                next = node.FollowingAfter(tree.Root);
                if (Read(node) is not { } image)
                {
                    TellMissing(node);

                    Drop(node);
                }
                else if (PlayerAddress.Known(image.Candidates[0]) is not null)
                {
                    // A player that a lazy loader has dressed up as an image.
                    node.InsertBefore(tree.NewElement(Tag.Iframe, node.Source));
                    node.Remove();
                }
                else
                {
                    found.Add(image);
                }
            }

            node = next;
        }

        return found;
    }

    // A browser shows the words that stand for an image which it cannot find.
    private void TellMissing(MarkupNode node)
    {
        const string What = "An image without an address was left out";
        if (node.Attribute("alt") is { } alternative && MarkupText.Fold(alternative) is { Length: > 0 } words)
        {
            context.Report(DiagnosticIds.PictureWithoutAddress, $"{What}: “{ReadingContext.Excerpt(words)}”",
                severity: words.Count(char.IsLetterOrDigit) > 1 ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info);
        }
        else if (node.Attributes != MarkupAttributes.None)
        {
            context.Report(DiagnosticIds.PictureWithoutAddress, What + ".");
        }
    }

    private void Take(SourceImage picture, (string Id, string Reason)? refused)
    {
        MarkupNode node = picture.Node;
        if (refused is { } refusal)
        {
            context.Report(refusal.Id, refusal.Reason, Short(picture.Candidates[0]));
            Drop(node);
            return;
        }

        if (images.All.Count >= context.Articles.MaxImages)
        {
            context.Report(DiagnosticIds.TooManyImages,
                $"The article has more than {context.Articles.MaxImages} pictures; this one was left out.", Short(picture.Candidates[0]),
                    DiagnosticSeverity.Warning);
            Drop(node);
            return;
        }

        picture.Use = ImageSorter.IsInLine(picture) ? ImageUse.Inline : ImageUse.Block;
        images.Add(picture);
    }

    private static void Drop(MarkupNode node)
    {
        MarkupNode? parent = node.Parent;
        node.Remove();
        parent?.Forget();
    }

    private SourceImage? Read(MarkupNode node)
    {
        List<Uri> candidates = picker.Candidates(node);
        string? style = (node.Attributes & MarkupAttributes.Look) == 0 ? null : node.Attribute("style");
        int? width = ImagePicker.Number(node, "width") ?? (style is null ? null : ImageStyle.Pixels(style, "width"));
        MarkupNode? link = node.Closest(Tag.A);
        if (link is not null && picker.Linked(link.Attribute("href")) is { } linked && !AddressResolver.Has(candidates, linked))
        {
            // A thumbnail's link leads to the picture itself.
            candidates.Insert(candidates.Count == 0 || width is <= 240 ? 0 : candidates.Count, linked);
        }

        return candidates.Count == 0 ? null : new SourceImage(node, candidates)
        {
            AlternativeText = node.Attribute("alt") is { } alt ? Text.XmlText.Clean(MarkupText.Fold(alt)) : null,
            Title = node.Attribute("title") is { } title && MarkupText.Fold(title) is { Length: > 0 } words ? Text.XmlText.Clean(words)
                : null,
            Width = width,
            Height = ImagePicker.Number(node, "height") ?? (style is null ? null : ImageStyle.Pixels(style, "height")),
        };
    }

    // <img src=blank data-src=…><noscript><img src=…></noscript> shows one picture: with scripts the first, without them the second.
    private void MergeNoScript(MarkupTree tree)
    {
        foreach (MarkupNode noscript in NoScriptsIn(tree.Root))
        {
            Merge(noscript, tree);
        }

        tree.Root.Forget();
    }

    private static List<MarkupNode> NoScriptsIn(MarkupNode root)
    {
        var found = new List<MarkupNode>();
        MarkupNode? node = root.First;
        while (node is not null)
        {
            bool isFound = node.Tag == Tag.Noscript;
            if (isFound)
            {
                found.Add(node);
            }

            node = isFound ? node.FollowingAfter(root) : node.Following(root);
        }

        return found;
    }

    private void Merge(MarkupNode noscript, MarkupTree tree)
    {
        ReadEscaped(noscript, tree);

        // The inner ones first: a replacement without an image of its own may hold another that has one, written as text.
        foreach (MarkupNode inner in NoScriptsIn(noscript))
        {
            Merge(inner, tree);
        }

        var copies = noscript.WithDescendants().Where(node => Tags.IsImage(node.Tag)).ToList();
        if (copies.Count == 0)
        {
            KeepPlayers(noscript, tree.Root);
            LeaveOut(noscript);
        }
        else if (copies.Count == 1 && Partner(noscript, tree.Root) is { } partner && Same(partner, copies[0]))
        {
            MarkupNode copy = copies[0];
            if (!HasOwnAddress(partner))
            {
                copy.Remove();
                partner.InsertBefore(copy);
                partner.Remove();
            }

            LeaveOut(noscript);
        }
        else
        {
            noscript.Unwrap();
        }
    }

    // A film that only stands where scripts do not run is the article's; where a script shows the same one it stands twice.
    private static void KeepPlayers(MarkupNode noscript, MarkupNode root)
    {
        foreach (MarkupNode player in noscript.WithDescendants()
            .Where(node => node.Tag is Tag.Iframe or Tag.Video or Tag.Audio or Tag.Embed).ToList())
        {
            if (player.Attribute("src")?.Trim() is { Length: > 0 } address && !StandsElsewhere(address, noscript, root))
            {
                player.Remove();
                noscript.InsertBefore(player);
            }
        }

        noscript.Forget();
    }

    private static bool StandsElsewhere(string address, MarkupNode noscript, MarkupNode root)
    {
        MarkupNode? node = root.First;
        while (node is not null)
        {
            if (node != noscript && node.Tag != Tag.A && (node.Attributes & MarkupAttributes.Any) != 0 && node.Source is { } source
                && source.Attributes.Any(attribute => node.Attribute(attribute.OriginalName ?? "")?.Trim() == address))
            {
                return true;
            }

            node = node == noscript ? node.FollowingAfter(root) : node.Following(root);
        }

        return false;
    }

    private void LeaveOut(MarkupNode noscript)
    {
        if (MarkupText.Of(noscript) is { Length: > 0 } text)
        {
            context.Tell(DiagnosticIds.ScriptedContent, "The replacement for a script was left out", text);
        }

        noscript.Remove();
    }

    // Some programs write the markup for pages without scripts as text.
    private static void ReadEscaped(MarkupNode noscript, MarkupTree tree)
    {
        if (noscript.First is { IsText: true, Next: null } text && text.Text.Contains("<img", StringComparison.OrdinalIgnoreCase))
        {
            text.Remove();
            MarkupNode read = tree.Fragment(text.Text);
            while (read.First is { } child)
            {
                child.Remove();
                noscript.Append(child);
            }

            noscript.Forget();
        }
    }

    private bool HasOwnAddress(MarkupNode image) => picker.Candidates(image) is { Count: > 0 } candidates
        && !Placeholders.Has(candidates[0].OriginalString);

    // The picture just before, or else just after, with no words between.
    private MarkupNode? Partner(MarkupNode noscript, MarkupNode root)
    {
        MarkupNode at = noscript;
        for (int level = 0; level < 3 && at != root; level++)
        {
            if ((Beside(at, side => side.Previous, last: true) ?? Beside(at, side => side.Next, last: false)) is { } found)
            {
                return found;
            }

            at = at.Parent!;
        }

        return null;
    }

    private MarkupNode? Beside(MarkupNode at, Func<MarkupNode, MarkupNode?> next, bool last)
    {
        for (MarkupNode? side = next(at); side is not null && steps > 0; side = next(side))
        {
            MarkupNode? found = null;
            foreach (MarkupNode node in side.WithDescendants())
            {
                steps--;
                found = Tags.IsImage(node.Tag) ? node : found;
                if (steps <= 0 || (found is not null && !last))
                {
                    break;
                }
            }

            if (found is not null || !MarkupText.IsBlank(side))
            {
                return found;
            }
        }

        return null;
    }

    private bool Same(MarkupNode image, MarkupNode copy)
    {
        List<Uri> first = picker.Candidates(image);
        if (first.Count == 0 || first.TrueForAll(uri => Placeholders.Has(uri.OriginalString)))
        {
            return true;
        }

        List<Uri> second = picker.Candidates(copy);
        return first.Exists(uri => second.Exists(other => Stem(uri) == Stem(other)))
            || (copy.Attribute("alt") is { Length: > 0 } alt && alt == image.Attribute("alt"))
            || (image.Attribute("class") is { Length: > 0 } words && copy.Attribute("class") is { Length: > 0 } other
            && words.Contains(other, StringComparison.Ordinal));
    }

    // The file's name without what resizers add: photo-300x200.jpg and photo.jpg?w=640 are one picture.
    private static string Stem(Uri uri)
    {
        string path = uri.IsAbsoluteUri && uri.Scheme is "http" or "https" ? uri.AbsolutePath : uri.OriginalString;
        string file = path[(path.LastIndexOf('/') + 1)..];
        int dot = file.LastIndexOf('.');
        return WithoutSize(dot > 0 ? file[..dot] : file);
    }

    /// <summary>A file's name without the size at its end: <c>photo-300x200</c> gives <c>photo</c>.</summary>
    internal static string WithoutSize(string stem)
    {
        int dash = stem.LastIndexOf('-');
        return dash > 0 && stem.AsSpan(dash + 1).ContainsAnyExcept(SizeCharacters) ? stem : dash > 0 ? stem[..dash] : stem;
    }

    private static readonly System.Buffers.SearchValues<char> SizeCharacters = System.Buffers.SearchValues.Create("0123456789x");

    private static Uri? Short(Uri address) => address.Scheme == "data" ? null : address;
}
