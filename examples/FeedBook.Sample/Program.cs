using System.CommandLine;
using FeedBook;
using FeedBook.Sample;

// 0: a book was written. 1: no book could be made. 2: the arguments are wrong.
var sources = new Argument<string[]>("source") { Description = "Addresses, files, folders of archived items, subscription lists (OPML). None: the bundled sample, without a network.", Arity = ArgumentArity.ZeroOrMore };
var output = new Option<string>("--output", "-o") { Description = "The book's file; its extension tells the format.", DefaultValueFactory = _ => "feedbook-sample.epub" };
var title = new Option<string?>("--title") { Description = "The book's title." };
var most = new Option<int?>("--max-items") { Description = "The most items taken from each feed." };
var noPictures = new Option<bool>("--no-pictures") { Description = "Leave pictures out; their captions stay." };
var allowed = new Option<string[]>("--allow-host") { Description = "A host of your own network that may be fetched from, as 'host:port' or 'host'; may be repeated.", DefaultValueFactory = _ => [] };
output.Validators.Add(result =>
{
    if (result.GetValueOrDefault<string>() is { } path && BookFormats.Find(path) is null)
    {
        result.AddError($"'{path}' has none of the known extensions: {string.Join(", ", BookFormats.Extensions)}.");
    }
});
most.Validators.Add(result =>
{
    if (result.Tokens is [var token, ..] && !(int.TryParse(token.Value, out int number) && number >= 1))
    {
        result.AddError("--max-items takes a number from 1.");
    }
});

allowed.Validators.Add(result =>
{
    foreach (string wrong in result.Tokens.Select(token => token.Value).Where(value => !(Uri.TryCreate($"http://{value}/", UriKind.Absolute, out Uri? address) && address is { PathAndQuery: "/", UserInfo: "" })))
    {
        result.AddError($"'{wrong}' is no host.");
    }
});

sources.Validators.Add(result =>
{
    foreach (string wrong in result.Tokens.Select(token => token.Value).Where(value => string.IsNullOrWhiteSpace(value) || (value.StartsWith('-') && !File.Exists(value))))
    {
        result.AddError($"'{wrong}' is neither a source nor an option.");
    }
});

var command = new RootCommand("Turns feeds into a book, each picture's caption as a figure.") { sources, output, title, most, noPictures, allowed };
command.SetAction((arguments, cancellationToken) => new BuildCommand(Console.Out, Console.Error).RunAsync(
    arguments.GetRequiredValue(sources),
    arguments.GetRequiredValue(output),
    options => options with
    {
        Title = arguments.GetValue(title) ?? options.Title,
        Fetch = options.Fetch with { AllowedHosts = [.. options.Fetch.AllowedHosts, .. arguments.GetRequiredValue(allowed)] },
        Images = options.Images with { Include = !arguments.GetValue(noPictures) },
    },
    FeedSourceOptions.Default with { MaxItems = arguments.GetValue(most) },
    cancellationToken));
ParseResult parsed = command.Parse(args);
int code = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? 2 : code;
