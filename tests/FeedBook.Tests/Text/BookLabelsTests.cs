using System.Reflection;

namespace FeedBook.Tests.Text;

public sealed class BookLabelsTests
{
    [Theory]
    [InlineData("hu", "Tartalom")]
    [InlineData("hi-IN", "विषय-सूची")]
    [InlineData("sr-Latn-RS", "Sadržaj")]
    [InlineData("sr", "Садржај")]
    [InlineData("zh-HK", "目錄")]
    [InlineData("zh-Hans-CN", "目录")]
    [InlineData("nn-NO", "Innhold")]
    [InlineData("FIL", "Nilalaman")]
    [InlineData("xx", "Contents")]
    [InlineData("", "Contents")]
    [InlineData(null, "Contents")]
    public void The_words_are_those_of_the_nearest_language(string? language, string contents) =>
        Assert.Equal(contents, BookLabels.For(language).Contents);

    [Fact]
    public void Every_language_has_all_words()
    {
        string[] file = File.ReadAllLines(Path.Combine(Repository.Root, "src", "FeedBook", "labels.txt"));
        PropertyInfo[] properties = [.. typeof(BookLabels).GetProperties().Where(p => p.PropertyType == typeof(string))];

        Assert.InRange(file.Length, 70, 200);
        foreach (string language in file.Select(line => line.Split('\t')[0]))
        {
            BookLabels labels = BookLabels.For(language);
            string[] words = [.. properties.Select(p => (string)p.GetValue(labels)!)];
            Assert.All(words, word => Assert.Equal(word.Trim(), word));
            Assert.DoesNotContain("", words);
            Assert.NotEqual("Contents", labels.Contents);
            Assert.True(words.Distinct().Count() >= 11, language);
        }
    }
}
