using FeedBook.Content;

namespace FeedBook.Html.Images;

/// <summary>A found picture as the article names it.</summary>
internal static class ImageReferences
{
    public static ImageReference Of(SourceImage picture) => new([.. picture.Candidates])
    {
        AlternativeText = picture.AlternativeText,
        Title = picture.Title,
        Width = picture.Width,
        Height = picture.Height,
    };
}
