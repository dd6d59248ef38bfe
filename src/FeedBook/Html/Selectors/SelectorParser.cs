using System.Globalization;
using System.Text;

namespace FeedBook.Html.Selectors;

/// <summary>Reads the text of a <see cref="Selector"/>, one pass from left to right.</summary>
internal sealed class SelectorParser(string text)
{
    // More is a mistake or meant to cost time: 256 compounds in all, conditions in conditions eight deep.
    private const int MostSteps = 32, MostCompounds = 256, Deepest = 8;
    private const string Expected = "a tag, '#id', '.class', '[attribute]' or ':condition' is expected";

    private int _at, _compounds, _depth;

    public IReadOnlyList<Chain> Parse()
    {
        IReadOnlyList<Chain> alternatives = List(relative: false);
        return _at == text.Length ? alternatives : throw Wrong($"'{text[_at]}' is not understood");
    }

    private List<Chain> List(bool relative)
    {
        var alternatives = new List<Chain>();
        do
        {
            alternatives.Add(Chain(relative));
        }
        while (Take(','));

        return alternatives;
    }

    private Chain Chain(bool relative)
    {
        var steps = new List<Compound>();
        SkipSpace();
        Combinator combinator = relative && Combine() is { } first ? first : Combinator.Descendant;
        while (true)
        {
            steps.Add(Step(combinator));
            if (steps.Count > MostSteps)
            {
                throw Wrong($"more than {MostSteps} steps");
            }

            bool space = SkipSpace();
            if (Combine() is { } sign)
            {
                combinator = sign;
            }
            else if (space && _at < text.Length && text[_at] is not (',' or ')'))
            {
                combinator = Combinator.Descendant;
            }
            else
            {
                return new Chain(steps);
            }
        }
    }

    private Combinator? Combine()
    {
        Combinator? combinator = Take('>') ? Combinator.Child : Take('+') ? Combinator.Next : Take('~') ? Combinator.Later : null;
        if (combinator is not null)
        {
            SkipSpace();
        }

        return combinator;
    }

    private Compound Step(Combinator combinator)
    {
        int start = _at;
        string? tag = null;
        if (!Take('*') && _at < text.Length && IsNameStart(text[_at]))
        {
            tag = Name();
        }

        var tests = new List<AttributeTest>();
        var conditions = new List<Condition>();
        while (_at < text.Length)
        {
            if (Take('#'))
            {
                tests.Add(new AttributeTest("id", '=', Name()));
            }
            else if (Take('.'))
            {
                tests.Add(new AttributeTest("class", '~', Name()));
            }
            else if (Take('['))
            {
                tests.Add(Attribute());
            }
            else if (Take(':'))
            {
                conditions.Add(Condition());
            }
            else
            {
                break;
            }
        }

        if (++_compounds > MostCompounds)
        {
            throw Wrong($"more than {MostCompounds} parts");
        }

        return _at > start ? new Compound(tag, tests, conditions, combinator)
            : throw Wrong(_at == text.Length ? $"it ends where {Expected}" : $"'{text[_at]}' stands where {Expected}");
    }

    private Condition Condition()
    {
        int start = _at;
        string name = _at < text.Length && text[_at] != ':' ? Name().ToLowerInvariant() : "";
        switch (name)
        {
            case "first-child":
                return Selectors.Condition.AtPlace(0, 1, fromEnd: false);
            case "last-child":
                return Selectors.Condition.AtPlace(0, 1, fromEnd: true);
            case "only-child":
                Condition first = Selectors.Condition.AtPlace(0, 1, fromEnd: false);
                Condition last = Selectors.Condition.AtPlace(0, 1, fromEnd: true);
                return new Condition(page => [.. first.Holds(page).Zip(last.Holds(page), (one, other) => one && other)]);
            case "empty":
                return Selectors.Condition.Empty();
            case "nth-child" or "nth-last-child":
                return Place(fromEnd: name == "nth-last-child");
            case "not" or "is" or "where" or "has":
                return OfSelectors(name);
            default:
                _at = start - 1;
                throw Wrong($"':{name}' is not understood");
        }
    }

    private Condition OfSelectors(string name)
    {
        Open(name);
        if (++_depth > Deepest)
        {
            throw Wrong($"conditions stand more than {Deepest} deep in each other");
        }

        List<Chain> chains = List(relative: name == "has");
        _depth--;
        Close();
        return name == "has"
            ? new Condition(page => Selectors.Chain.AnyHeld(chains, page))
            : new Condition(page => Selectors.Chain.Any(chains, page), IsNegated: name == "not");
    }

    // CSS Syntax §6, "an+b".
    private Condition Place(bool fromEnd)
    {
        Open("nth-child");
        int end = text.IndexOf(')', _at);
        string place = (end < 0 ? "" : text[_at..end]).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        int sign = place.IndexOf('n', StringComparison.Ordinal);
        string step = sign < 0 ? "0" : place[..sign] is "" or "+" ? "1" : place[..sign] == "-" ? "-1" : place[..sign];
        string offset = sign < 0 ? place : sign + 1 == place.Length ? "0" : place[(sign + 1)..];
        (step, offset) = place switch
        {
            "odd" => ("2", "1"),
            "even" => ("2", "0"),
            _ => (step, offset),
        };
        if (!int.TryParse(step, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int a)
            || !int.TryParse(offset, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int b))
        {
            throw Wrong("'odd', 'even', a number or a form such as '2n+1' is expected");
        }

        _at = end;
        Close();
        return Selectors.Condition.AtPlace(a, b, fromEnd);
    }

    private void Open(string name)
    {
        if (!Take('('))
        {
            throw Wrong($"'(' is missing behind ':{name}'");
        }

        SkipSpace();
    }

    private void Close()
    {
        SkipSpace();
        if (!Take(')'))
        {
            throw Wrong(_at == text.Length ? "')' is missing" : $"'{text[_at]}' is not understood");
        }
    }

    private AttributeTest Attribute()
    {
        SkipSpace();
        string name = Name();
        SkipSpace();
        if (Take(']'))
        {
            return new AttributeTest(name, '\0', "");
        }

        char test = '=';
        if (_at < text.Length && "~^$*|".Contains(text[_at], StringComparison.Ordinal))
        {
            test = text[_at++];
        }

        if (!Take('='))
        {
            throw Wrong("'=' or ']' is missing in an attribute test");
        }

        SkipSpace();
        string value = _at < text.Length && text[_at] is '"' or '\'' ? Quoted() : Bare();
        SkipSpace();
        bool ignoreCase = Take('i') || Take('I');
        SkipSpace();
        return Take(']') ? new AttributeTest(name, test, value, ignoreCase) : throw Wrong("']' is missing");
    }

    private string Quoted()
    {
        char quote = text[_at++];
        var value = new StringBuilder();
        while (_at < text.Length && text[_at] != quote)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
            {
                _at++;
            }

            value.Append(text[_at++]);
        }

        return Take(quote) ? value.ToString() : throw Wrong("a quotation mark is missing");
    }

    private string Bare()
    {
        int start = _at;
        while (_at < text.Length && text[_at] != ']' && !char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        return _at > start ? text[start.._at] : throw Wrong("the value of an attribute test is missing");
    }

    private string Name()
    {
        var name = new StringBuilder();
        while (_at < text.Length && (IsNameStart(text[_at]) || char.IsAsciiDigit(text[_at]) || text[_at] is '-' or '\\'))
        {
            if (text[_at] == '\\' && ++_at == text.Length)
            {
                break;
            }

            name.Append(text[_at++]);
        }

        return name.Length > 0 ? name.ToString() : throw Wrong("a name is missing");
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || c >= 0x80;

    private bool Take(char c)
    {
        if (_at < text.Length && text[_at] == c)
        {
            _at++;
            return true;
        }

        return false;
    }

    private bool SkipSpace()
    {
        int start = _at;
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        return _at > start;
    }

    private FormatException Wrong(string why) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The selector '{text}' cannot be read: {why} (position {_at + 1})."));
}
