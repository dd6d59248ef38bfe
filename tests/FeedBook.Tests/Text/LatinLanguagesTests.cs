using FeedBook.Text;

namespace FeedBook.Tests.Text;

public sealed class LatinLanguagesTests
{
    [Theory]
    [InlineData("en",
        "The bridge was closed for a year, and when it opened again the pupils were the first to cross it with their teacher.")]
    [InlineData("de",
        "Die Brücke war ein Jahr lang geschlossen, und als sie wieder geöffnet wurde, gingen die Schüler mit dem Lehrer hinüber.")]
    [InlineData("fr", "Le pont est resté fermé pendant un an, et les élèves ont été les premiers à le traverser avec leur maître.")]
    [InlineData("es", "El puente estuvo cerrado durante un año, y los alumnos fueron los primeros que lo cruzaron con su maestro.")]
    [InlineData("pt", "A ponte esteve fechada por um ano, e os alunos foram os primeiros que a atravessaram com o professor da aldeia.")]
    [InlineData("it",
        "Il ponte è rimasto chiuso per un anno, e gli alunni sono stati i primi che lo hanno attraversato con il maestro della scuola.")]
    [InlineData("nl", "De brug was een jaar lang gesloten, en toen hij weer openging liepen de leerlingen er met het hele dorp overheen.")]
    [InlineData("sv", "Bron var stängd i ett år, och när den öppnades igen gick eleverna över den med sin lärare från byn.")]
    [InlineData("pl",
        "Most był zamknięty przez rok, a kiedy go otwarto, uczniowie przeszli po nim z nauczycielem do szkoły i nie bali się.")]
    [InlineData("cs", "Most byl rok zavřený, a když se zase otevřel, žáci po něm přešli se svým učitelem a nikdo se nebál, že je slabý.")]
    [InlineData("hu",
        "A híd egy évig zárva volt, és amikor újra megnyílt, a diákok mentek át rajta, de csak az után, hogy a tanító szólt.")]
    [InlineData("tr",
        "Köprü bir yıl kapalı kaldı ve yeniden açıldığında öğrenciler için bir bayram gibi oldu, bu kadar çok sevinç daha önce yoktu.")]
    [InlineData("vi",
        "Cây cầu đã đóng cửa trong một năm và khi được mở lại, các học sinh là những người đi qua đầu tiên với thầy của mình.")]
    [InlineData(null, "Oslo Madrid Roma Berlin London Kyiv")]
    [InlineData(null, "")]
    [InlineData(null, "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor")]
    public void The_function_words_tell(string? language, string text) => Assert.Equal(language, LatinLanguages.Of(text));
}
