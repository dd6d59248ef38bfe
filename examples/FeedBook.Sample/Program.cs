using FeedBook.Sample;

return await App.RunAsync(args, Terminal.Standard());
