using System.Globalization;
using Microsoft.Extensions.Logging;

namespace FeedBook.Extensions.DependencyInjection;

/// <summary>Writes diagnostics to a log: the id becomes the event's number and name, the rest its fields.</summary>
internal static class DiagnosticLog
{
    public static void Write(ILogger logger, Diagnostic diagnostic)
    {
        LogLevel level = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => LogLevel.Error,
            DiagnosticSeverity.Warning => LogLevel.Warning,
            _ => LogLevel.Information,
        };
        if (!logger.IsEnabled(level))
        {
            return;
        }

        // FB312 is event 312.
        int number = int.TryParse(diagnostic.Id.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0;
        KeyValuePair<string, object?>[] fields =
        [
            new("DiagnosticId", diagnostic.Id), new("DiagnosticMessage", diagnostic.Message), new("Source", diagnostic.Source),
                new("Item", diagnostic.Item), new("Address", diagnostic.Address),
        ];
        logger.Log(level, new EventId(number, diagnostic.Id), fields, null, (_, _) => diagnostic.ToString());
    }
}
