using System.IO.Compression;
using System.Reflection;
using FeedBook.Pdf;

namespace FeedBook.Fonts;

/// <summary>
/// A font that lies in an assembly as <c>NAME.ttf.br</c>, with what it covers beside it as <c>NAME.ranges</c> (see cut-fonts.sh).
/// </summary>
internal static class EmbeddedFace
{
    public static PdfFont Open(Assembly assembly, string name)
    {
        using var ranges = new StreamReader(Resource(assembly, name + ".ranges"));
        return PdfFont.FromStream(() => new BrotliStream(Resource(assembly, name + ".ttf.br"), CompressionMode.Decompress), 0,
            ranges.ReadToEnd(), name);
    }

    private static Stream Resource(Assembly assembly, string name) =>
        assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks the font resource '{name}'.");
}
