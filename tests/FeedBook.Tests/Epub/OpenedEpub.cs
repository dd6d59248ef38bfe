using System.IO.Compression;
using System.Xml.Linq;

namespace FeedBook.Tests.Epub;

/// <summary>A book read back: every file parsed, links and manifest at hand.</summary>
internal sealed class OpenedEpub : IDisposable
{
    public static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    public static readonly XNamespace Opf = "http://www.idpf.org/2007/opf";
    public static readonly XNamespace Ops = "http://www.idpf.org/2007/ops";

    private readonly ZipArchive zip;

    public OpenedEpub(byte[] bytes)
    {
        Bytes = bytes;
        zip = new ZipArchive(new MemoryStream(bytes));
        Package = Xml("EPUB/package.opf");
    }

    public byte[] Bytes { get; }

    public XDocument Package { get; }

    public IEnumerable<string> Names => zip.Entries.Select(entry => entry.FullName);

    public IEnumerable<string> SpineFiles
    {
        get
        {
            Dictionary<string, string> files = Package.Descendants(Opf + "item")
                .ToDictionary(item => (string)item.Attribute("id")!, item => (string)item.Attribute("href")!);
            return Package.Descendants(Opf + "itemref").Select(item => files[(string)item.Attribute("idref")!]);
        }
    }

    public static async Task<OpenedEpub> WriteAsync(Book book, FeedBook.Epub.EpubOptions? options = null)
    {
        using var stream = new MemoryStream();
        await new FeedBook.Epub.EpubWriter(options).WriteAsync(book, stream);
        return new OpenedEpub(stream.ToArray());
    }

    public XDocument Xml(string name) => XDocument.Parse(Text(name), LoadOptions.PreserveWhitespace);

    public XDocument File(string name) => Xml("EPUB/" + name);

    public string Text(string name)
    {
        using var reader =
            new StreamReader((zip.GetEntry(name) ?? throw new InvalidOperationException($"No {name} in {string.Join(", ", Names)}"))
            .Open());
        return reader.ReadToEnd();
    }

    /// <summary>The content documents of chapters, in spine order.</summary>
    public IEnumerable<XDocument> Chapters => SpineFiles.Where(file => file.StartsWith('c') && file != "cover.xhtml").Select(File);

    public string ChapterText =>
        string.Concat(Chapters.SelectMany(chapter => chapter.Descendants(Xhtml + "body")).Select(body => body.Value));

    /// <summary>What is wrong with manifest, spine and links; empty when nothing is.</summary>
    public IEnumerable<string> Faults()
    {
        string[] manifest = [.. Package.Descendants(Opf + "item").Select(item => (string)item.Attribute("href")!)];
        string[] files =
            [.. Names.Where(name => name.StartsWith("EPUB/", StringComparison.Ordinal) && name != "EPUB/package.opf")
            .Select(name => name["EPUB/".Length..])];
        foreach (string missing in manifest.Except(files))
        {
            yield return $"the manifest lists {missing}, which is not there";
        }

        foreach (string spare in files.Except(manifest))
        {
            yield return $"{spare} is not in the manifest";
        }

        var ids = files.Where(file => file.EndsWith(".xhtml", StringComparison.Ordinal))
            .ToDictionary(file => file, file => File(file).Descendants().Attributes("id").Select(id => id.Value).ToList());
        foreach ((string file, List<string> own) in ids)
        {
            foreach (string twice in own.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key))
            {
                yield return $"{file} has the id {twice} twice";
            }

            foreach (string target in File(file).Descendants()
                .SelectMany(element => element.Attributes("href").Concat(element.Attributes("src"))).Select(each => each.Value)
                .Where(each => !each.Contains(':', StringComparison.Ordinal)))
            {
                string[] parts = target.Split('#');
                string path = parts[0].Length == 0 ? file : parts[0];
                if (!files.Contains(path))
                {
                    yield return $"{file} points at {path}, which is not there";
                }
                else if (parts.Length > 1 && !ids[path].Contains(parts[1]))
                {
                    yield return $"{file} points at {target}, an id that is not there";
                }
            }
        }
    }

    public void Dispose() => zip.Dispose();
}
