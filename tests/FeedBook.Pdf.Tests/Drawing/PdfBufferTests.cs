using System.Text;
using FeedBook.Pdf.Drawing;
using FeedBook.Pdf.Tests.Reading;
using FeedBook.Tests;
using FsCheck;

namespace FeedBook.Pdf.Tests.Drawing;

public sealed class PdfBufferTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0004, "0")]
    [InlineData(1.5, "1.5")]
    [InlineData(-12.3456, "-12.346")]
    [InlineData(100.05, "100.05")]
    [InlineData(0.007, "0.007")]
    [InlineData(1e300, "1000000000000")]
    [InlineData(double.NaN, "0")]
    public void A_number_has_at_most_three_decimals(double value, string expected) =>
        Assert.Equal(expected, Text(new PdfBuffer().Number(value)));

    [Fact]
    public void A_name_escapes_what_is_not_regular() =>
        Assert.Equal("/A#20B#23#C3#A9#2F", Text(new PdfBuffer().Name("A B#é/")));

    [SeededProperty(100)]
    public void Any_text_comes_back(NonNull<string> text)
    {
        // Lone surrogates have no encoding; a book's texts have none.
        string clean = string.Concat(text.Get.Where(c => !char.IsSurrogate(c)));
        object? back = new PdfSyntax(new PdfBuffer().Text(clean).Span.ToArray()).Read();
        Assert.Equal(clean, PdfReading.Text(back));
    }

    [Fact]
    public void Brackets_and_backslashes_are_escaped() =>
        Assert.Equal(@"(a\(b\)\\)", Text(new PdfBuffer().Text(@"a(b)\")));

    [Fact]
    public void A_date_is_in_universal_time() =>
        Assert.Equal("(D:20260102030405Z)",
            Text(new PdfBuffer().Date(new DateTimeOffset(2026, 1, 2, 5, 4, 5, TimeSpan.FromMinutes(121)).AddMinutes(0).AddSeconds(60))));

    private static string Text(PdfBuffer buffer) => Encoding.ASCII.GetString(buffer.Span);
}
