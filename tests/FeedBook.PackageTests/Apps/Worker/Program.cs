// A stranger's worker: each night a book of what is new, mailed with the book attached. It lives long, so it takes a factory.
using System.Net.Mail;
using FeedBook;
using FeedBook.Extensions.DependencyInjection;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddFeedBook(o => o.Book = o.Book with { Title = "Tonight" });
builder.Services.AddHostedService<Nightly>();
builder.Build().Run();

internal sealed class Nightly(IBookBuilderFactory books, IHostApplicationLifetime host) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (int night = 1; night <= 2; night++)
        {
            HashSet<string> seen = File.Exists("seen.txt") ? [.. await File.ReadAllLinesAsync("seen.txt", stoppingToken)] : [];
            try
            {
                await using Book book = await books.Create()
                    .AddFile("feed.json", new() { Filter = item => seen.Add(item.Id) }).BuildAsync(stoppingToken);
                await book.SaveAsEpubAsync("tonight.epub", cancellationToken: stoppingToken);
                using var mail = new MailMessage("books@example.org", "reader@example.org", book.Metadata.Title, "Good night.");
                mail.Attachments.Add(new Attachment("tonight.epub", "application/epub+zip"));
                string outbox = Directory.CreateDirectory("outbox").FullName;
                using var post = new SmtpClient
                { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = outbox };
                await post.SendMailAsync(mail, stoppingToken);
                await File.WriteAllLinesAsync("seen.txt", seen, stoppingToken);
            }
            catch (FeedBookException nothing)
            {
                Console.WriteLine($"Night {night}: {nothing.Message}");
            }
        }

        host.StopApplication();
    }
}
