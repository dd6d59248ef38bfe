namespace FeedBook.Books;

/// <summary>What a site's <c>robots.txt</c> asks of programs (RFC 9309): the group of our own name, else the one of all.</summary>
internal sealed class RobotsFile
{
    private const int MostRules = 10_000;

    private readonly List<(string Path, bool Allows)> rules = [];

    private RobotsFile()
    {
    }

    /// <summary>Everything is allowed: there is no such file.</summary>
    public static RobotsFile None { get; } = new();

    /// <summary>Reads a file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="name">Our name, in lower case.</param>
    public static RobotsFile Parse(string text, string name)
    {
        RobotsFile own = new(), all = new();
        bool named = false, ours = false, everyones = false, inRules = true;
        foreach (string line in text.Split('\n'))
        {
            string[] parts = line.Split('#')[0].Split(':', 2);
            if (parts.Length < 2)
            {
                continue;
            }

            string key = parts[0].Trim().ToLowerInvariant(), value = parts[1].Trim();
            if (key == "user-agent")
            {
                (ours, everyones) = inRules ? (false, false) : (ours, everyones);
                inRules = false;
                string agent = value.ToLowerInvariant();
                everyones |= agent == "*";
                ours |= agent.Length > 0 && agent != "*" && name.StartsWith(agent, StringComparison.Ordinal);
                named |= ours;
            }
            else if (key is "allow" or "disallow")
            {
                inRules = true;
                own.Add(ours, value, key == "allow");
                all.Add(everyones, value, key == "allow");
            }
        }

        return named ? own : all;
    }

    /// <summary>Whether an address may be asked for: the longest rule that fits decides, and of two the one that allows.</summary>
    public bool Allows(Uri address)
    {
        string path = address.PathAndQuery;
        (int Length, bool Allows) best = (-1, true);
        foreach ((string rule, bool allows) in rules)
        {
            if (Fits(path, rule) && (rule.Length > best.Length || (rule.Length == best.Length && allows)))
            {
                best = (rule.Length, allows);
            }
        }

        return best.Allows;
    }

    private void Add(bool applies, string path, bool allows)
    {
        if (applies && path.Length > 0 && rules.Count < MostRules)
        {
            rules.Add((path, allows));
        }
    }

    // '*' stands for any letters, '$' for the end. Each part is found at its first place, so that no rule takes long.
    private static bool Fits(string path, string rule)
    {
        bool toEnd = rule.EndsWith('$');
        string[] parts = (toEnd ? rule[..^1] : rule).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        int at = parts[0].Length;
        for (int i = 1; i < parts.Length; i++)
        {
            int found = toEnd && i == parts.Length - 1
                ? (path.EndsWith(parts[i], StringComparison.Ordinal) && path.Length - parts[i].Length >= at
                    ? path.Length - parts[i].Length : -1)
                : path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return !toEnd || at == path.Length;
    }
}
