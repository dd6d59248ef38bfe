using System.Text;
using FeedBook.Content;
using FeedBook.Fonts;

namespace FeedBook.Pdf.Tests.Text;

/// <summary>What printers of others are told of a text and of a font.</summary>
public sealed class TextPieceTests
{
    [Theory]
    [InlineData("one two", TextDirection.LeftToRight, "one |two")]
    [InlineData("漢字。", TextDirection.LeftToRight, "漢|字。")]
    [InlineData("abc שלום", TextDirection.LeftToRight, "abc |<שלום")]
    [InlineData("12%", TextDirection.LeftToRight, "12%")]
    [InlineData("", TextDirection.LeftToRight, "")]
    public void A_text_is_cut_where_lines_may_end_and_directions_change(string text, TextDirection direction, string pieces) =>
        Assert.Equal(pieces, string.Join('|', TextPiece.Split(text, direction).Select(piece =>
            string.Concat(piece.Direction == TextDirection.RightToLeft ? "<" : "", text[piece.Start..(piece.Start + piece.Length)]))));

    [Fact]
    public void A_font_says_which_characters_it_has()
    {
        PdfFont font = BundledFonts.All.Families[0].Regular;
        Assert.True(font.Has(new Rune('a')));
        Assert.False(font.Has(new Rune('漢')));
        Assert.Throws<InvalidDataException>(() => PdfFont.FromBytes("no font"u8.ToArray()).Has(new Rune('a')));
        Assert.NotEmpty(FontSet.FromPackages());
    }
}
