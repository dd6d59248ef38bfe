namespace FeedBook.Feeds.Markup;

/// <summary>What a <see cref="TagTokenizer"/> has found.</summary>
internal enum TokenKind
{
    None,
    Text,
    CData,
    StartTag,
    EndTag,
    DocumentType,
}
