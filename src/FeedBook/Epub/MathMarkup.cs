using System.Xml;
using System.Xml.Linq;

namespace FeedBook.Epub;

/// <summary>The MathML of a formula, read before any of it is written: a formula that a caller made by hand may be broken.</summary>
internal static class MathMarkup
{
    public const string Namespace = "http://www.w3.org/1998/Math/MathML";

    /// <summary>The <c>math</c> element; null where the text is not well-formed, or another element.</summary>
    public static XElement? Read(string markup)
    {
        try
        {
            XElement math = XElement.Parse(markup);
            return math.Name == XName.Get("math", Namespace) ? math : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
