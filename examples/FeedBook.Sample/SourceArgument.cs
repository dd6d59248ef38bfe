using System.CommandLine.Parsing;

namespace FeedBook.Sample;

/// <summary>The one source of inspect and figures.</summary>
internal static class SourceArgument
{
    public static void Check(SymbolResult result, Terminal terminal)
    {
        foreach (string mistake in result.Tokens.Where(token => token.Value != "-")
            .Select(token => BuildArguments.SourceMistake(token.Value, terminal)).OfType<string>())
        {
            result.AddError(mistake);
        }
    }
}
