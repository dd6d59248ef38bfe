using System.Collections.Concurrent;
using System.Text;

namespace FeedBook.Pdf.Text.OpenType;

/// <summary>What is asked of a layout table for a run: features whose lookups run together, in the order of their numbers.</summary>
/// <param name="Tag">Four characters.</param>
/// <param name="Mask">The glyphs it applies to: those whose <see cref="ShapingGlyph.Mask"/> shares a bit.</param>
/// <param name="Stage">Lookups of a later stage run after all those of an earlier one.</param>
internal readonly record struct LayoutFeature(string Tag, uint Mask, int Stage = 0);

/// <summary>A lookup to run, and on which glyphs.</summary>
internal readonly record struct PlannedLookup(int Lookup, uint Mask);

/// <summary>What <c>GSUB</c> and <c>GPOS</c> have in common: scripts, features, lookups. Thread-safe.</summary>
internal sealed class LayoutTable
{
    private readonly FontBytes _table;
    private readonly FontBytes _features;
    private readonly FontBytes _lookupList;
    private readonly LayoutLookup?[] _lookups;
    private readonly int _extensionType;
    private readonly int _contextType;
    private readonly int _glyphCount;
    private readonly ConcurrentDictionary<(string Script, string? Language, object Features), PlannedLookup[]> _plans = new();

    /// <param name="table">The table.</param>
    /// <param name="extensionType">The lookup type that only points further: 7 in GSUB, 9 in GPOS.</param>
    /// <param name="contextType">The lookup type of contexts: 5 in GSUB, 7 in GPOS; chained contexts have the next number.</param>
    /// <param name="glyphCount">How many glyphs the font has.</param>
    public LayoutTable(FontBytes table, int extensionType, int contextType, int glyphCount)
    {
        (_table, _extensionType, _contextType, _glyphCount) = (table, extensionType, contextType, glyphCount);
        _features = table.IsEmpty ? table : table.From(table.U16(6));
        _lookupList = table.IsEmpty ? table : table.From(table.U16(8));
        _lookups = new LayoutLookup?[_lookupList.U16(0)];
    }

    public int LookupCount => _lookups.Length;

    /// <summary>A lookup, read when first asked for. Two threads may read it at once; both get the same.</summary>
    public LayoutLookup Lookup(int index) => Volatile.Read(ref _lookups[index]) ?? ReadLookup(index);

    /// <summary>
    /// The lookups for a script and language, in the order in which they run. Falls back to the default language, then to the default
    /// script, then to Latin. The set of features is told apart by reference: pass the same array each time.
    /// </summary>
    public PlannedLookup[] Plan(string script, string? language, LayoutFeature[] features)
    {
        if (_lookups.Length == 0)
        {
            return [];
        }

        return _plans.GetOrAdd((script, language, features), static (key, self) => self.MakePlan(key.Script, key.Language, (LayoutFeature[])key.Features), this);
    }

    private LayoutLookup ReadLookup(int index)
    {
        LayoutLookup lookup = LayoutLookup.Read(_lookupList.From(_lookupList.U16(2 + (2 * index))), _extensionType, _contextType, _glyphCount);
        return Interlocked.CompareExchange(ref _lookups[index], lookup, null) ?? lookup;
    }

    private PlannedLookup[] MakePlan(string script, string? language, LayoutFeature[] features)
    {
        FontBytes system = LanguageSystem(script, language);
        var planned = new SortedDictionary<(int Stage, int Lookup), uint>();
        int required = system.U16(2);
        int count = system.U16(4);
        for (int i = -1; i < count; i++)
        {
            int feature = i < 0 ? required : system.U16(6 + (2 * i));
            if (feature == 0xFFFF || system.IsEmpty || feature >= _features.U16(0))
            {
                continue;
            }

            string tag = Tag(_features, 2 + (6 * feature));
            foreach (LayoutFeature asked in features)
            {
                // The required feature applies whatever is asked for, together with those of the first stage.
                if (asked.Tag == tag || (i < 0 && asked.Stage == 0))
                {
                    AddLookups(planned, _features.From(_features.U16(6 + (6 * feature))), asked);
                    if (i < 0)
                    {
                        break;
                    }
                }
            }
        }

        return [.. planned.Select(p => new PlannedLookup(p.Key.Lookup, p.Value))];
    }

    private void AddLookups(SortedDictionary<(int Stage, int Lookup), uint> planned, FontBytes feature, LayoutFeature asked)
    {
        int count = feature.U16(2);
        for (int k = 0; k < count; k++)
        {
            int lookup = feature.U16(4 + (2 * k));
            if (lookup < _lookups.Length)
            {
                planned.TryGetValue((asked.Stage, lookup), out uint mask);
                planned[(asked.Stage, lookup)] = mask | asked.Mask;
            }
        }
    }

    private FontBytes LanguageSystem(string script, string? language)
    {
        FontBytes scripts = _table.From(_table.U16(4));
        FontBytes found = Find(scripts, 0, script);
        found = found.IsEmpty ? Find(scripts, 0, "DFLT") : found;
        found = found.IsEmpty ? Find(scripts, 0, "latn") : found;
        if (language is not null && !found.IsEmpty && Find(found, 2, language) is { IsEmpty: false } system)
        {
            return system;
        }

        return found.U16(0) == 0 ? FontBytes.Empty : found.From(found.U16(0));
    }

    private static FontBytes Find(FontBytes table, int at, string tag)
    {
        int count = table.U16(at);
        for (int i = 0; i < count; i++)
        {
            if (Tag(table, at + 2 + (6 * i)) == tag)
            {
                return table.From(table.U16(at + 6 + (6 * i)));
            }
        }

        return FontBytes.Empty;
    }

    private static string Tag(FontBytes table, int at) => Encoding.Latin1.GetString(table.Slice(at, 4).Span);
}
