namespace FeedBook.Pdf.Text;

/// <summary>What the drawer has to make up because the family lacks the face.</summary>
[Flags]
internal enum Synthesis
{
    None = 0,

    /// <summary>Thicken: fill and stroke.</summary>
    Bold = 1,

    /// <summary>Slant by some 12 degrees.</summary>
    Oblique = 2,
}
