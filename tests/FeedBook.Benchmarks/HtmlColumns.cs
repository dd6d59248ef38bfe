using System.Globalization;
using System.Text;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace FeedBook.Benchmarks;

/// <summary>
/// Columns for work on HTML: megabytes a second, and bytes allocated for each byte of it. A byte of HTML is one of its UTF-8 text.
/// </summary>
internal sealed class HtmlColumns : ManualConfig
{
    public HtmlColumns()
    {
        AddColumn(new Column("HTML", "megabytes of HTML an operation reads", (bytes, _) => Text(bytes / 1e6, "F2", " MB")));
        AddColumn(new Column("MB/s", "megabytes of HTML a second", (bytes, one) => one.ResultStatistics is { } time
            ? Text(bytes / 1e6 / (time.Mean / 1e9), "F1") : "-"));
        AddColumn(new Column("MB/MB", "megabytes allocated for a megabyte of HTML",
            (bytes, one) => one.GcStats.GetBytesAllocatedPerOperation(one.BenchmarkCase) is { } allocated ? Text(allocated / bytes, "F1")
            : "-"));
    }

    private static string Text(double number, string format, string unit = "") =>
        string.Concat(number.ToString(format, CultureInfo.InvariantCulture), unit);

    private sealed class Column(string name, string legend, Func<double, BenchmarkReport, string> value) : IColumn
    {
        public string Id => name;

        public string ColumnName => name;

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Custom;

        public int PriorityInCategory => 0;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Dimensionless;

        public string Legend => legend;

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
            summary[benchmarkCase] is { } report && benchmarkCase.Parameters["Kind"] is string kind
                ? value(ArticleSamples.Of(kind).Sum(article => (double)Encoding.UTF8.GetByteCount(article.Html)), report)
                : "-";

        public bool IsAvailable(Summary summary) => true;

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
    }
}
