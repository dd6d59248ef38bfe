using FeedBook.Html.Images;

namespace FeedBook.Tests.Html;

/// <summary>Which addresses are blanks that keep a lazy picture's place, and which only look like one.</summary>
public class PlaceholdersTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("data:image/gif;base64,R0lGOD", true)]
    [InlineData("/img/blank.gif", true)]
    [InlineData("/img/page-1x1.PNG?v=2", true)]
    [InlineData("spacer.jpg#a", true)]
    [InlineData("/themes/missing-image.svg", true)]
    [InlineData("/s.gif", true)]
    [InlineData("/lazyload/quay.jpg", true)]
    [InlineData("/img/point-blank-range.jpg", false)]
    [InlineData("/img/image.svg", false)]
    [InlineData("/img/blank.gifs", false)]
    [InlineData("/img/as.gif", false)]
    [InlineData("/img/s.jpg", false)]
    [InlineData("/lazyloaded.jpg", false)]
    [InlineData("https://blank.example/quay.jpg", false)]
    public void A_blank(string? address, bool is_one) => Assert.Equal(is_one, Placeholders.Has(address));
}
