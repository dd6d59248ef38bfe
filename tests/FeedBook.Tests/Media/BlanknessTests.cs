using System.Text;
using FeedBook.Media;

namespace FeedBook.Tests.Media;

/// <summary>An image that shows nothing is known by its pixels, in every form in which a format keeps them.</summary>
public sealed class BlanknessTests
{
    [Fact]
    public void Pixels_that_are_all_alike_are_one_colour()
    {
        Assert.Equal(Blankness.OneColour, Of(SamplePictures.FlatPng(300, 200)));
        Assert.Equal(Blankness.OneColour, Of(SamplePictures.FlatPng(300, 200, indexed: true)));
        Assert.Equal(Blankness.OneColour, Of(SamplePictures.FlatGif(30, 20, transparent: false)));
        Assert.Equal(Blankness.OneColour, Of(SamplePictures.GreyJpeg(300, 200, static _ => 17)));
    }

    [Fact]
    public void Pixels_of_which_none_is_seen_are_transparent()
    {
        Assert.Equal(Blankness.Transparent, Of(SamplePictures.FlatPng(300, 200, alpha: 0)));
        Assert.Equal(Blankness.Transparent, Of(SamplePictures.FlatPng(300, 200, alpha: 0, other: static (x, _) => x % 2 == 0)));
        Assert.Equal(Blankness.Transparent, Of(SamplePictures.FlatPng(300, 200, alpha: 0, indexed: true)));
        Assert.Equal(Blankness.Transparent, Of(SamplePictures.FlatGif(30, 20, transparent: true)));
    }

    [SeededProperty(60)]
    public bool One_pixel_that_differs_makes_an_image_of_it(byte at, bool indexed)
    {
        int x = at % 30, y = at / 30;
        return Of(SamplePictures.FlatPng(30, 20, indexed: indexed, other: (column, row) => column == x && row == y)) == Blankness.None
            && Of(SamplePictures.FlatGif(30, 20, transparent: false, differs: at)) == Blankness.None
            && Of(SamplePictures.FlatGif(30, 20, transparent: true, differs: at)) == Blankness.None
            && Of(SamplePictures.GreyJpeg(240, 160, block => block == at ? 20 : 17)) == Blankness.None;
    }

    [Fact]
    public void Photographs_gradients_and_moving_images_are_none()
    {
        Assert.Equal(Blankness.None, Of(SamplePictures.Jpeg));
        Assert.Equal(Blankness.None, Of(SamplePictures.Png()));
        Assert.Equal(Blankness.None, Of(SamplePictures.Png(alpha: true)));
        Assert.Equal(Blankness.None, Of(SamplePictures.Gif()));
        Assert.Equal(Blankness.None, Of(SamplePictures.Gif(3)));
    }

    [Theory]
    [InlineData("png")]
    [InlineData("gif")]
    [InlineData("jpeg")]
    public void Broken_data_are_no_blank_and_no_failure(string kind)
    {
        byte[] whole =
            kind switch { "png" => SamplePictures.FlatPng(30, 20), "gif" => SamplePictures.FlatGif(30, 20, transparent: true),
            _ => SamplePictures.GreyJpeg(30, 20, static _ => 3) };
        ImageFacts facts = ImageProbe.Read(new ArraySegment<byte>(whole));
        for (int i = 8; i < whole.Length; i++)
        {
            byte[] broken = [.. whole];
            broken[i] ^= 0x5A;
            Assert.True(Enum.IsDefined(BlanknessProbe.Of(facts, new ArraySegment<byte>(broken))));
        }
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("<defs><path d='M0 0h9v9z'/></defs>", false)]
    [InlineData("<symbol id='a'><rect width='9' height='9'/></symbol>", false)]
    [InlineData("<use href='#away'/>", false)]
    [InlineData("<title>Nothing</title><g><g/></g>", false)]
    [InlineData("<rect width='9' height='9'/>", true)]
    [InlineData("<defs><path id='a' d='M0 0h9v9z'/></defs><use href='#a'/>", true)]
    [InlineData("<clipPath id='c'><path d='M0 0'/></clipPath><g><text>Words</text></g>", true)]
    public void A_drawing_draws_something_or_not(string inside, bool draws)
    {
        using var content = new MemoryStream(SamplePictures.Svg(inside));

        Assert.Equal(draws, SvgCleaner.Clean(content).Draws);
    }

    private static Blankness Of(byte[] bytes)
    {
        ImageFacts facts = ImageProbe.Read(new ArraySegment<byte>(bytes));
        Assert.True(facts.Fault is null, Encoding.ASCII.GetString(bytes[..6]) + facts.Fault);
        return BlanknessProbe.Of(facts, new ArraySegment<byte>(bytes));
    }
}
