namespace FeedBook.Tests.Html;

/// <summary>One section of a specification: HTML, the options it is read with, and the tree that it gives.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Title">The section's heading.</param>
public sealed record Spec(string File, string Title)
{
    public string Html { get; init; } = "";

    public string Tree { get; init; } = "";

    /// <summary>The XHTML that an EPUB holds for it; null where the section does not show it.</summary>
    public string? Xhtml { get; init; }

    /// <summary>Options, a line each: <c>Name: value</c>.</summary>
    public string Options { get; init; } = "";

    /// <summary>The ids of the diagnostics, in order, parted by spaces; null where the section does not care.</summary>
    public string? Diagnostics { get; init; }

    public override string ToString() => $"{File}: {Title}";

    /// <summary>
    /// Reads the sections of a file: a <c>##</c> heading, prose, and fenced blocks named html, tree, xhtml, options, diagnostics.
    /// </summary>
    public static IEnumerable<Spec> ReadAll(string path)
    {
        Spec? spec = null;
        string? fence = null;
        var block = new List<string>();
        foreach (string line in System.IO.File.ReadLines(path))
        {
            if (fence is not null)
            {
                if (line == "```")
                {
                    string text = string.Join('\n', block);
                    spec = spec is null ? null : fence switch
                    {
                        "html" => spec with { Html = text },
                        "tree" => spec with { Tree = text },
                        "xhtml" => spec with { Xhtml = text },
                        "options" => spec with { Options = text },
                        "diagnostics" => spec with { Diagnostics = text.Trim() },
                        _ => spec,
                    };
                    fence = null;
                    block.Clear();
                }
                else
                {
                    block.Add(line);
                }
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                fence = line[3..].Trim();
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (spec is { Html.Length: > 0 })
                {
                    yield return spec;
                }

                spec = new Spec(Path.GetFileNameWithoutExtension(path), line[3..]);
            }
        }

        if (spec is { Html.Length: > 0 })
        {
            yield return spec;
        }
    }
}
