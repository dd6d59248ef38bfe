using FeedBook.Feeds.Markup;
using FeedBook.Text;

namespace FeedBook.Feeds;

/// <summary>Authors as feeds write them: an element with parts, a name, an e-mail address with a name behind or before it.</summary>
internal static class PersonReader
{
    /// <summary>The person an element names; null when it names nobody.</summary>
    public static FeedPerson? Read(FeedElement element)
    {
        if (!element.HasElements)
        {
            return Parse(element.Attribute("name") ?? element.Text);
        }

        string? name = null, email = null;
        Uri? address = null;
        foreach (FeedElement child in element.Children)
        {
            switch (child.Name)
            {
                case "name": name ??= TextConstruct.Plain(child); break;
                case "email": email ??= TextConstruct.Plain(child); break;
                case "uri" or "url" or "homepage": address ??= Addresses.ResolveWeb(child.Text, child.Base); break;
                case "person" or "agent" or "description": return Read(child);
            }
        }

        if (name is null && email is null && address is null)
        {
            return Parse(TextConstruct.Plain(element));
        }

        return name is not null && email is null && Parse(name) is { Email: not null } both
            ? both with { Address = address }
            : new FeedPerson(name) { Email = email, Address = address };
    }

    /// <summary>'name@host (Name)', 'Name (name@host)', 'Name &lt;name@host&gt;', 'Name, name@host', or a bare name.</summary>
    public static FeedPerson? Parse(string? text)
    {
        string? plain = MailOf(text) is null ? PlainText.From(text) : PlainText.Collapse(text!);
        if (plain is null)
        {
            return null;
        }

        if (MailOf(plain) is not { } mail)
        {
            return new FeedPerson(plain.StartsWith('(') && plain.EndsWith(')') && plain.Length > 2 ? plain[1..^1] : plain);
        }

        string rest = plain.Replace(mail, "", StringComparison.Ordinal).Replace("mailto:", "", StringComparison.OrdinalIgnoreCase)
            .Replace("<>", "", StringComparison.Ordinal).Replace("()", "", StringComparison.Ordinal)
                .Replace("&lt;&gt;", "", StringComparison.Ordinal)
            .Replace("?", "", StringComparison.Ordinal).Trim(' ', ',', ';', '-', ':', '|', '"');
        if (rest.Length > 2 && rest[0] == '(' && rest[^1] == ')')
        {
            rest = rest[1..^1];
        }

        return new FeedPerson(PlainText.From(rest)) { Email = mail };
    }

    private static string? MailOf(string? text)
    {
        int at = text?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        if (text is null || at <= 0)
        {
            return null;
        }

        int start = at, end = at + 1;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || "._%+-'".Contains(text[start - 1], StringComparison.Ordinal)))
        {
            start--;
        }

        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
        {
            end++;
        }

        string mail = text[start..end].TrimEnd('.');
        return start < at && end > at + 1 ? mail : null;
    }
}
