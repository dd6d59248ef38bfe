using System.Globalization;
using System.Text;

namespace FeedBook.Html.Selectors;

/// <summary>Reads the text of a <see cref="Selector"/>, one pass from left to right.</summary>
internal sealed class SelectorParser(string text)
{
    private const int MostSteps = 32;
    private int _at;

    public Compound[][] Parse()
    {
        var alternatives = new List<Compound[]>();
        do
        {
            alternatives.Add(Chain());
        }
        while (Take(','));

        return _at == text.Length ? [.. alternatives] : throw Wrong($"'{text[_at]}' is not understood");
    }

    private Compound[] Chain()
    {
        var steps = new List<Compound>();
        SkipSpace();
        bool child = false;
        while (true)
        {
            steps.Add(Step(child));
            if (steps.Count > MostSteps)
            {
                throw Wrong($"more than {MostSteps} steps");
            }

            bool space = SkipSpace();
            child = Take('>');
            if (child)
            {
                SkipSpace();
            }
            else if (!space || _at == text.Length || text[_at] == ',')
            {
                return [.. steps];
            }
        }
    }

    private Compound Step(bool child)
    {
        int start = _at;
        string? tag = null;
        if (!Take('*') && _at < text.Length && IsNameStart(text[_at]))
        {
            tag = Name();
        }

        var tests = new List<AttributeTest>();
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
            else
            {
                break;
            }
        }

        return _at > start ? new Compound(tag, tests, child) : throw Wrong(_at == text.Length ? "it ends where a tag, '#id', '.class' or '[attribute]' is expected" : $"'{text[_at]}' stands where a tag, '#id', '.class' or '[attribute]' is expected");
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
        return Take(']') ? new AttributeTest(name, test, value) : throw Wrong("']' is missing");
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
