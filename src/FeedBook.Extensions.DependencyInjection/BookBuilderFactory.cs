namespace FeedBook.Extensions.DependencyInjection;

/// <summary>Makes builders by the function that injection uses.</summary>
internal sealed class BookBuilderFactory(Func<BookBuilder> create) : IBookBuilderFactory
{
    public BookBuilder Create() => create();
}
