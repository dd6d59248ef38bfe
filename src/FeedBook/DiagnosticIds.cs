namespace FeedBook;

/// <summary>
/// The ids of every <see cref="Diagnostic"/>. An id, once published, keeps its meaning.
/// <c>FB1xx</c> feeds and fetching, <c>FB2xx</c> articles, <c>FB3xx</c> pictures, <c>FB4xx</c> writers.
/// </summary>
public static partial class DiagnosticIds
{
}
