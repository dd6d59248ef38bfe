using System.Text.RegularExpressions;
using FeedBook.Feeds.Dates;
using FeedBook.Feeds.Markup;
using FeedBook.Text;

namespace FeedBook.Feeds;

/// <summary>An HTML page: the feeds it announces, and the page itself as a feed of one item.</summary>
internal sealed partial class HtmlPageReader
{
    private readonly string _text;
    private readonly Uri? _documentBase;
    private readonly List<FeedLink> _announced = [];
    private readonly List<FeedLink> _linked = [];
    private Uri? _base;
    private string? _title, _heading, _language, _description, _author, _published, _modified, _site, _canonical;
    private int _bodyStart = -1, _bodyEnd = -1;
    private bool _markup;

    private HtmlPageReader(string text, Uri? documentBase)
    {
        _text = text;
        _documentBase = _base = documentBase;
    }

    /// <summary>Reads a page; null when the text has no markup at all.</summary>
    public static (Feed Page, IReadOnlyList<FeedLink> Announced)? Read(string text, Uri? documentBase, FeedNotes notes)
    {
        var reader = new HtmlPageReader(text, documentBase);
        reader.Scan();
        return reader._markup
            ? (reader.Page(notes), [.. (reader._announced.Count > 0 ? reader._announced : reader._linked).OrderBy(IsOfComments)]) : null;
    }

    private void Scan()
    {
        var tokens = new TagTokenizer(_text, 0, null);
        string? raw = null;
        var inside = new System.Text.StringBuilder();
        string? collecting = null;
        for (TokenKind kind = tokens.Read(); kind != TokenKind.None; kind = tokens.Read())
        {
            if (raw is not null)
            {
                // Scripts and styles hold no tags but their own end.
                raw = kind == TokenKind.EndTag && tokens.Name.Equals(raw, StringComparison.OrdinalIgnoreCase) ? null : raw;
            }
            else if (kind == TokenKind.Text && collecting is not null)
            {
                inside.Append(tokens.Text.Span);
            }
            else if (kind == TokenKind.StartTag)
            {
                _markup = true;
                string name = tokens.Name.ToLowerInvariant();
                raw = name is "script" or "style" or "template" ? name : null;
                if ((name == "title" && _title is null) || (name == "h1" && _heading is null))
                {
                    collecting = name;
                    inside.Clear();
                }

                Start(name, tokens);
            }
            else if (kind == TokenKind.EndTag)
            {
                string name = tokens.Name.ToLowerInvariant();
                if (name == collecting)
                {
                    _title = name == "title" ? PlainText.From(inside.ToString()) : _title;
                    _heading = name == "h1" ? PlainText.From(inside.ToString()) : _heading;
                    collecting = null;
                }

                _bodyEnd = name == "body" ? tokens.TokenStart : _bodyEnd;
            }
        }
    }

    private void Start(string name, TagTokenizer tokens)
    {
        switch (name)
        {
            case "html":
                _language ??= Value(tokens, "lang") ?? Value(tokens, "xml:lang");
                break;
            case "base":
                _base = Addresses.ResolveWeb(Value(tokens, "href"), _documentBase) ?? _base;
                break;
            case "body" when _bodyStart < 0:
                _bodyStart = tokens.Position;
                break;
            case "link":
                Link(tokens);
                break;
            case "meta":
                Meta(tokens);
                break;
            case "a" when Value(tokens, "type") is { } type && IsFeedType(type, null):
                Announce(_linked, tokens, type);
                break;
        }
    }

    private void Link(TagTokenizer tokens)
    {
        string rel = " " + Value(tokens, "rel")?.ToLowerInvariant() + " ";
        string? type = Value(tokens, "type")?.Trim().ToLowerInvariant();
        if (rel.Contains(" canonical ", StringComparison.Ordinal))
        {
            _canonical ??= Value(tokens, "href");
        }
        else if (rel.Contains(" alternate ", StringComparison.Ordinal) && !rel.Contains(" stylesheet ", StringComparison.Ordinal)
            && IsFeedType(type, Value(tokens, "href")))
        {
            Announce(_announced, tokens, type);
        }
        else if (rel.Contains(" feed ", StringComparison.Ordinal))
        {
            Announce(_announced, tokens, type);
        }
    }

    private void Meta(TagTokenizer tokens)
    {
        string? name = (Value(tokens, "property") ?? Value(tokens, "name") ?? Value(tokens, "itemprop"))?.Trim().ToLowerInvariant();
        string? content = Value(tokens, "content");
        switch (name)
        {
            case "og:title": _heading ??= PlainText.From(content); break;
            case "description" or "og:description": _description ??= PlainText.From(content); break;
            case "author"
                or "article:author" when content?.Contains("://", StringComparison.Ordinal) == false: _author ??= PlainText.From(content);
                break;
            case "article:published_time" or "datepublished" or "date" or "dc.date" or "pubdate": _published ??= content; break;
            case "article:modified_time" or "datemodified": _modified ??= content; break;
            case "og:site_name": _site ??= PlainText.From(content); break;
        }
    }

    // A blog announces the feed of its comments beside its own, often first. Which it is says a part of its path or its title; where there
    // is no other it stays.
    private static bool IsOfComments(FeedLink link) =>
        Comments().IsMatch(link.Address.AbsolutePath) || (link.Title is { } title && Comments().IsMatch(title));

    [GeneratedRegex(
        "(?<![a-z])comment(s|aires?|i)?(?![a-z])|comentári|comentario|kommentar|kommentit|reacties|komentar|комментар|коментар|"
            + "hozzászólás|yorumlar|σχόλι|コメント|评论|評論|留言|댓글|덧글|تعليق|תגוב|bình luận|ความคิดเห็น",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Comments();

    private static bool IsFeedType(string? type, string? href) => type switch
    {
        "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "application/feed+json" or "text/rss+xml"
            or "application/x.atom+xml" or "application/x-atom+xml" or "text/atom+xml" => true,
        "application/xml" or "text/xml" or "application/json" =>
            href?.Contains("feed", StringComparison.OrdinalIgnoreCase) == true
            || href?.Contains("rss", StringComparison.OrdinalIgnoreCase) == true,
        _ => false,
    };

    private void Announce(List<FeedLink> links, TagTokenizer tokens, string? type)
    {
        if (Addresses.ResolveWeb(Value(tokens, "href"), _base) is { } address && !links.Exists(l => l.Address == address)
            && links.Count < 100)
        {
            links.Add(new FeedLink(address) { Title = PlainText.From(Value(tokens, "title")), MediaType = type });
        }
    }

    private Feed Page(FeedNotes notes)
    {
        notes.Add(DiagnosticIds.PageAsItem, DiagnosticSeverity.Info, "The document is no feed; it was taken as one page.");
        int start = Math.Max(_bodyStart, 0), end = _bodyEnd > start ? _bodyEnd : _text.Length;
        string body = XmlText.Clean(_text[start..end]).Trim();
        Uri? address = Addresses.ResolveWeb(_canonical, _base)
            ?? (_documentBase is not null && Addresses.IsWeb(_documentBase) ? _documentBase : null);
        string? title = _heading ?? _title, language = LanguageTag.Normalize(_language);
        var item = new FeedItem
        {
            Id = address?.AbsoluteUri ?? "sha256:" + StableId.Hash(title + "\n" + body, 32),
            Title = title,
            Address = address,
            ContentHtml = body.Length == 0 ? null : body,
            SummaryHtml = _description is null ? null : System.Net.WebUtility.HtmlEncode(_description),
            BaseAddress = _base,
            Published = FeedDate.Parse(_published),
            Updated = FeedDate.Parse(_modified),
            Authors = PersonReader.Parse(_author) is { } author ? [author] : [],
            Language = language,
        };
        return new Feed { Format = FeedFormat.Html, Title = _site ?? _title ?? title, HomePage = address, Language = language,
            Items = [item] };
    }

    private static string? Value(TagTokenizer tokens, string name)
    {
        foreach ((string attribute, string value) in tokens.Attributes)
        {
            if (attribute.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return string.IsNullOrWhiteSpace(value) ? null : CharacterReferences.Decode(value, inAttribute: true);
            }
        }

        return null;
    }
}
