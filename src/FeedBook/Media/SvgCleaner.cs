using System.Globalization;
using System.Xml;

namespace FeedBook.Media;

/// <summary>
/// Copies an SVG and leaves out what may run, reach outside or be foreign: scripts, event handlers, <c>foreignObject</c>, links and
/// references to anything but its own parts and raster pictures inside it, style sheets that import, other name spaces, comments, DTDs.
/// </summary>
internal static class SvgCleaner
{
    private const string SvgNamespace = "http://www.w3.org/2000/svg";
    private const string XLinkNamespace = "http://www.w3.org/1999/xlink";
    private const int MaxDepth = 200;
    private const int MaxElements = 200_000;

    /// <summary>What came of an SVG.</summary>
    /// <param name="Bytes">The clean file; null when it was refused.</param>
    /// <param name="Facts">Its size in CSS pixels; with a fault when it was refused.</param>
    /// <param name="Removed">What was left out, in words; empty when nothing was.</param>
    public sealed record Result(byte[]? Bytes, ImageFacts Facts, IReadOnlyCollection<string> Removed)
    {
        /// <summary>Whether anything in it is drawn: a shape, words, an image, a part that is used.</summary>
        public bool Draws { get; init; } = true;
    }

    /// <summary>Cleans an SVG. Never throws for what the stream holds.</summary>
    public static Result Clean(Stream content)
    {
        var settings = new XmlReaderSettings
        {
            // Drawing programs declare their name spaces as entities, so the DTD's own part is read; nothing outside is.
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            MaxCharactersFromEntities = 1_000_000,
            MaxCharactersInDocument = 50_000_000,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var clean = new MemoryStream();
        try
        {
            Pass pass = Copy(content, settings, clean, null);
            if (pass.HasLostReferences)
            {
                // A reference to a part that went, or never was, is no valid book: once more, now that all parts are known.
                using var first = new MemoryStream(clean.ToArray());
                SortedSet<string> removed = pass.Removed;
                clean.SetLength(0);
                pass = Copy(first, settings, clean, pass.Ids);
                pass.Removed.UnionWith(removed);
            }

            return pass.Width > 0 && pass.Height > 0
                ? new Result(clean.ToArray(), new ImageFacts(ImageKind.Svg, pass.Width, pass.Height), pass.Removed) { Draws = pass.Draws }
                : Refused("it has neither a size nor a view box");
        }
        catch (XmlException exception)
        {
            return Refused("it is not well-formed: " + exception.Message);
        }
        catch (InvalidDataException exception)
        {
            return Refused(exception.Message);
        }
    }

    private static Pass Copy(Stream content, XmlReaderSettings settings, Stream clean, IReadOnlySet<string>? known)
    {
        using var guarded = new GuardedSvg(content);
        using XmlReader reader = XmlReader.Create(guarded, settings);
        using XmlWriter writer = XmlWriter.Create(clean, new XmlWriterSettings
        {
            Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.None,
                CloseOutput = false,
        });
        var pass = new Pass(reader, writer, known);
        pass.Run();
        writer.Flush();
        return pass;
    }

    private static Result Refused(string why) =>
        new(null, new ImageFacts(ImageKind.Svg, 0, 0) { Fault = $"The SVG was refused: {why}" }, []);

    // Known: the ids of all parts, where they have been seen before; null in the first pass.
    private sealed class Pass(XmlReader reader, XmlWriter writer, IReadOnlySet<string>? known)
    {
        private readonly HashSet<string> ids = new(StringComparer.Ordinal);
        private readonly HashSet<string> used = new(StringComparer.Ordinal);
        private readonly HashSet<string> references = new(StringComparer.Ordinal);
        private int elements;
        private bool draws;

        // How deep the element stands that keeps what it holds for later use; what is below it is not drawn where it stands.
        private int kept = int.MaxValue;

        public IReadOnlySet<string> Ids => ids;

        /// <summary>Whether something refers to a part that is not there.</summary>
        public bool HasLostReferences => !references.IsSubsetOf(ids);

        public SortedSet<string> Removed { get; } = new(StringComparer.Ordinal);

        public int Width { get; private set; }

        public int Height { get; private set; }

        /// <summary>Whether anything is drawn.</summary>
        public bool Draws => draws || used.Overlaps(ids);

        public void Run()
        {
            writer.WriteStartDocument();
            bool more = reader.Read();
            while (more)
            {
                more = reader.NodeType switch
                {
                    XmlNodeType.Element => Element(),
                    XmlNodeType.EndElement => End(),
                    XmlNodeType.Text or XmlNodeType.CDATA => Text(reader.Value),
                    XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace => reader.Depth == 0 ? reader.Read() : Text(reader.Value),
                    _ => reader.Read(),
                };
            }

            writer.WriteEndDocument();
        }

        private bool Text(string text)
        {
            writer.WriteString(text);
            return reader.Read();
        }

        private bool End()
        {
            writer.WriteEndElement();
            return reader.Read();
        }

        private bool Element()
        {
            if (++elements > MaxElements || reader.Depth > MaxDepth)
            {
                throw new InvalidDataException("it has too many elements.");
            }

            string name = reader.LocalName;
            bool root = reader.Depth == 0;

            // Without a name space a browser would draw nothing; what was meant is plain.
            if (reader.NamespaceURI is not (SvgNamespace or "") || (!root && !SvgVocabulary.Elements.Contains(name))
                || (root && name != "svg"))
            {
                if (root)
                {
                    throw new InvalidDataException("its first element is not 'svg'.");
                }

                if (reader.NamespaceURI is SvgNamespace or "")
                {
                    Removed.Add($"'{name}'");
                }

                reader.Skip();
                return !reader.EOF;
            }

            List<(string Prefix, string Name, string Namespace, string Value)> attributes = Attributes(name, out bool lostReference);
            if (lostReference && name is "image" or "feImage" && !attributes.Exists(attribute => attribute.Name == "href"))
            {
                reader.Skip();
                return !reader.EOF;
            }

            if (attributes.Exists(attribute => attribute.Name == "attributeName" && SvgVocabulary.ChangesReference(attribute.Value)))
            {
                Removed.Add("an animation of a reference");
                reader.Skip();
                return !reader.EOF;
            }

            if (name == "style")
            {
                return Style();
            }

            Draw(name, attributes);
            bool empty = reader.IsEmptyElement;
            writer.WriteStartElement("", name, SvgNamespace);
            if (root)
            {
                Size(attributes);
            }

            foreach ((string prefix, string local, string space, string value) in attributes)
            {
                writer.WriteAttributeString(prefix, local, space.Length == 0 ? null : space, value);
            }

            if (empty)
            {
                writer.WriteEndElement();
            }

            return reader.Read();
        }

        private void Draw(string name, List<(string Prefix, string Name, string Namespace, string Value)> attributes)
        {
            kept = reader.Depth <= kept ? int.MaxValue : kept;
            if (kept < int.MaxValue)
            {
                return;
            }

            switch (name)
            {
                case "defs" or "symbol" or "clipPath" or "mask" or "marker" or "pattern" or "filter":
                    kept = reader.Depth;
                    break;
                case "path" or "rect" or "circle" or "ellipse" or "line" or "polyline" or "polygon" or "text" or "image":
                    draws = true;
                    break;
                case "use" when attributes.Find(attribute => attribute.Name == "href").Value is ['#', .. var id]:
                    used.Add(id);
                    break;
            }
        }

        private List<(string Prefix, string Name, string Namespace, string Value)> Attributes(string element, out bool lostReference)
        {
            var kept = new List<(string, string, string, string)>(reader.AttributeCount);
            lostReference = false;
            for (bool more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
            {
                (string name, string space, string value) = (reader.LocalName, reader.NamespaceURI, reader.Value);
                if (reader.Prefix == "xmlns" || (reader.Prefix.Length == 0 && name == "xmlns"))
                {
                    continue;
                }

                if (name == "href" && space is "" or XLinkNamespace)
                {
                    if (value.AsSpan().Trim().StartsWith("#") && SvgVocabulary.IsOwnPart(element, value)
                        && known?.Contains(value.Trim()[1..]) == false)
                    {
                        // It leads nowhere; a browser draws nothing of it.
                    }
                    else if (SvgVocabulary.IsOwnPart(element, value))
                    {
                        if (value.AsSpan().Trim().StartsWith("#"))
                        {
                            references.Add(value.Trim()[1..]);
                        }

                        kept.Add((space.Length == 0 ? "" : "xlink", name, space, value.Trim()));
                    }
                    else
                    {
                        lostReference = true;
                        Removed.Add(element == "a" ? "a link" : "a reference to the outside");
                    }
                }
                else if (space == "http://www.w3.org/XML/1998/namespace")
                {
                    if (name is "space" or "lang" && value.Length > 0)
                    {
                        kept.Add(("xml", name, space, value));
                    }
                }
                else if (space.Length > 0)
                {
                    // Drawing programs' own notes; no loss.
                }
                else if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
                {
                    Removed.Add("an event handler");
                }
                else if (name == "id")
                {
                    // EPUB 3.3 §2.3: unique, and a name without colons.
                    if (SvgVocabulary.IsName(value) && ids.Add(value))
                    {
                        kept.Add(("", name, "", value));
                    }
                }
                else if (name is "base" or "target" or "ping" or "download" or "referrerpolicy" or "crossorigin" or "attributeName"
                    && element is not ("animate" or "animateTransform" or "set"))
                {
                    // Of no use in a book.
                }
                else if (!SvgVocabulary.IsHarmless(value))
                {
                    Removed.Add("a reference to the outside");
                }
                else
                {
                    kept.Add(("", name, "", value));
                }
            }

            reader.MoveToElement();
            return kept;
        }

        private bool Style()
        {
            if (reader.IsEmptyElement)
            {
                return reader.Read();
            }

            string css = reader.ReadElementContentAsString();
            if (SvgVocabulary.CleanStyle(css) is { } clean)
            {
                writer.WriteStartElement("", "style", SvgNamespace);
                writer.WriteAttributeString("type", "text/css");
                writer.WriteString(clean);
                writer.WriteEndElement();
                if (clean != css)
                {
                    Removed.Add("a reference to the outside");
                }
            }
            else
            {
                Removed.Add("a style sheet");
            }

            return !reader.EOF;
        }

        private void Size(List<(string Prefix, string Name, string Namespace, string Value)> attributes)
        {
            double? width = SvgVocabulary.Pixels(Find("width")), height = SvgVocabulary.Pixels(Find("height"));
            double[]? box = SvgVocabulary.ViewBox(Find("viewBox"));
            attributes.RemoveAll(attribute => attribute.Name is "version" or "baseProfile" || (attribute.Name == "viewBox" && box is null));
            if (box is null && width is not null && height is not null)
            {
                // Without a view box a picture is cut, not made smaller, when a reader shows it smaller.
                attributes.Add(("", "viewBox", "", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")));
            }

            width ??= height is null ? box?[2] : height * box?[2] / box?[3];
            height ??= width * box?[3] / box?[2];
            Width = (int)Math.Clamp(Math.Round(width ?? 0), 0, int.MaxValue);
            Height = (int)Math.Clamp(Math.Round(height ?? 0), 0, int.MaxValue);

            string? Find(string name) => attributes.Find(attribute => attribute.Name == name && attribute.Namespace.Length == 0).Value;
        }
    }
}
