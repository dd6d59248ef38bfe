using System.Xml;
using FeedBook.Media;

namespace FeedBook.Epub;

/// <summary>
/// What a reading system shows, takes and wants: by default all that EPUB 3.3 allows. One is made for each book that is written.
/// </summary>
internal class ReadingSystemRules
{
    public static ReadingSystemRules For(ReadingSystem system) => system switch
    {
        ReadingSystem.Kindle => new KindleRules(),
        ReadingSystem.Kobo => new KoboRules(),
        _ => new ReadingSystemRules(),
    };

    /// <summary>The end of a file's name, by which the system knows its books.</summary>
    public virtual string FileExtension => ".epub";

    /// <summary>Whether a cover may be drawn as SVG with text; else it is drawn as PNG.</summary>
    public virtual bool ShowsTextInSvg => true;

    /// <summary>Whether formulas may stand as MathML; else their letters do.</summary>
    public virtual bool ShowsMathMl => true;

    /// <summary>The book's language as the package document names it.</summary>
    public virtual string Language(string tag) => tag;

    /// <summary>Why a picture is not shown, as the end of a sentence; null when it is.</summary>
    public virtual string? Refuses(StoredImage image) => null;

    /// <summary>What the body of a page is written through.</summary>
    public virtual XmlWriter Through(XmlWriter xml) => xml;

    /// <summary>What the system is known not to show well.</summary>
    public virtual IEnumerable<Diagnostic> Check(Book book) => [];

    /// <summary>What there is to say of a finished book's size.</summary>
    /// <param name="bytes">The bytes written.</param>
    public virtual IEnumerable<Diagnostic> CheckSize(long bytes) => [];
}
