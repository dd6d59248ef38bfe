namespace FeedBook.Pdf.Text.Unicode;

/// <summary>The scripts that the code asks for by number.</summary>
internal static class Scripts
{
    public const int Common = 0;
    public const int Inherited = 1;
}
