namespace FeedBook.Html.Images;

/// <summary>What can speak for an image's being a part of the page and not of the article, and how much.</summary>
/// <remarks>
/// Points add up. No name, path or class has enough of them to decide alone: the strongest word has <see cref="NamedBox"/>, all words of
/// one image together
/// <see cref="AllWords"/>. What is said of the image (a caption, an alternative text, a size) speaks against.
/// </remarks>
internal static class ImageEvidence
{
    /// <summary>The points at which an image is left out.</summary>
    public const int Enough = 100;

    // Where it leads.

    /// <summary>A link without words leads away from the article, and not to the image itself.</summary>
    public const int LeadsAway = 20;

    /// <summary>It leads to another site.</summary>
    public const int LeadsAbroad = 20;

    /// <summary>The link tells search engines not to follow it, or was paid for (<c>rel</c>).</summary>
    public const int LinkIsNotMeant = 30;

    /// <summary>The link carries the article's address or another along: it passes the article on.</summary>
    public const int PassesOn = 50;

    /// <summary>The link counts where its clicks come from.</summary>
    public const int CountsClicks = 20;

    /// <summary>The link and the image come from one service that serves both under one address: an advertisement for a click.</summary>
    public const int ClickService = 60;

    /// <summary>It leads to the start or a section of the site.</summary>
    public const int LeadsToSection = 20;

    /// <summary>Several links side by side with nothing but an image each, to sites that differ.</summary>
    public const int RowOfLinks = 60;

    /// <summary>Words beside it lead to the same place.</summary>
    public const int TwinLink = 40;

    // Where it stands.

    /// <summary>In an <c>aside</c>, <c>nav</c> or <c>footer</c>.</summary>
    public const int Aside = 35;

    /// <summary>In a link with a headline or with a block of words of its own.</summary>
    public const int InCard = 60;

    /// <summary>Beside a headline that leads away, in a box with little else.</summary>
    public const int BesideHeadline = 60;

    /// <summary>Alone in a box that has a heading.</summary>
    public const int HeadedBox = 75;

    /// <summary>In a box with few words, for each sign that they name an author: a date, a link to the author's page, a class.</summary>
    public const int BylineSign = 30;

    /// <summary>Its alternative text is that name.</summary>
    public const int NamesAuthor = 55;

    /// <summary>The box says of itself that it is an advertisement.</summary>
    public const int AdvertisementLabel = 50;

    /// <summary>The article's last words stand before it.</summary>
    public const int Last = 15;

    /// <summary>Without a place of its own, a size, a word or the name of a file, behind all text: a script counts readers so.</summary>
    public const int BareLast = 100;

    // What it is.

    /// <summary>Declared as large as an icon.</summary>
    public const int IconSize = 35;

    /// <summary>Declared as large as a small portrait or a code to photograph; and a word in a class or around it says so too.</summary>
    public const int BadgeSize = 25, SmallAndNamed = 30;

    /// <summary>Nothing is said instead of it; or a word for signs and buttons is.</summary>
    public const int Unnamed = 10, CalledSign = 20;

    /// <summary>Right behind another image, with a link to an image file that has another name: what is clicked to enlarge the other
    /// one.</summary>
    public const int OnImage = 90;

    /// <summary>Shown twice in the article, or three times and more; or right beside one that is.</summary>
    public const int ShownTwice = 20, ShownOften = 70;

    /// <summary>Shown several times, each time with a link to something else.</summary>
    public const int LinksEverywhere = 60;

    /// <summary>A class, id or role of it or of a box around it is a word for authors, teasers, advertisements, sharing, icons.</summary>
    public const int NamedBox = 45;

    /// <summary>A part of its address is such a word.</summary>
    public const int NamedAddress = 20;

    /// <summary>The most that words in names and addresses say together.</summary>
    public const int AllWords = 65;

    // What speaks for the article.

    /// <summary>It has a caption: by <c>figcaption</c>, or by a word in a class.</summary>
    public const int Captioned = -90, PerhapsCaptioned = -50;

    /// <summary>An alternative text of several words, or of one.</summary>
    public const int Described = -25, NamedInAWord = -15;

    /// <summary>Declared as large as pictures are.</summary>
    public const int PictureSize = -20;

    /// <summary>It leads to its own larger version.</summary>
    public const int Enlarges = -50;

    /// <summary>The box is most of the article.</summary>
    public const int MostOfArticle = -40;
}
