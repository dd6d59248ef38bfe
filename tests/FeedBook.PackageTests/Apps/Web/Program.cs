// A stranger's site: a book made for each request and streamed as it is written.
using FeedBook;
using FeedBook.Pdf;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddFeedBook(o => o.Book = o.Book with { Title = "Today" });
builder.Services.AddBookWriter(_ => new PdfWriter());

WebApplication app = builder.Build();
app.MapGet("/today{extension}", async (string extension, BookBuilder books, IEnumerable<IBookWriter> writers, HttpContext context) =>
{
    IBookWriter? writer = writers.FirstOrDefault(each => each.FileExtension == extension);
    if (writer is null)
    {
        context.Response.StatusCode = 404;
        return;
    }

    await using Book book = await books.AddFile("feed.json").BuildAsync(null, context.RequestAborted);
    context.Response.ContentType = writer.MediaType;
    await writer.WriteAsync(book, context.Response.Body, context.RequestAborted);
});
app.Run();
