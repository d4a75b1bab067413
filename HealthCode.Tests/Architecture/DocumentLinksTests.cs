using System.Text.RegularExpressions;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Architecture;

/// <summary>What is written beside the code leads where it says: a file that was moved takes its links along.</summary>
public sealed partial class DocumentLinksTests
{
    private static readonly string[] Projects = ["HealthCode.Domain", "HealthCode.Web", "HealthCode.Tests", "scripts", ".github"];

    [Fact]
    public void Every_link_of_a_document_leads_to_a_file_of_the_repository() => Assert.Empty(
        from document in Documents()
        from link in Links(File.ReadAllText(document))
        let target = Path.Combine(Path.GetDirectoryName(document)!, link)
        where !File.Exists(target) && !Directory.Exists(target)
        select $"{Path.GetRelativePath(SourceTree.Folder(), document)}: {link}");

    [Fact]
    public void The_front_door_has_its_pictures_and_leads_to_the_manual_the_rules_of_the_house_and_the_changes()
    {
        var links = Links(File.ReadAllText(Path.Combine(SourceTree.Folder(), "README.md"))).ToList();

        Assert.Equal(["card", "check", "home", "review", "slip", "stickers"], links.Where(link => link.EndsWith(".png", StringComparison.Ordinal)).Select(link => Path.GetFileNameWithoutExtension(link)).Order());
        Assert.Contains("HealthCode.Web/Pages/Help/Chapters/01-first-card.md", links);
        Assert.Contains(".github/CONTRIBUTING.md", links);
        Assert.Contains("HealthCode.Web/CHANGELOG.md", links);
    }

    [Fact]
    public void Twin_a_link_to_nowhere_would_be_found() => Assert.Equal(["a/b.md", "c.png", "d.png"], Links("[x](a/b.md#y) [z](https://example.com) [here](#y) ![p](c.png) <img src=\"d.png\">"));

    private static IEnumerable<string> Documents() => Projects.SelectMany(folder => Directory.EnumerateFiles(SourceTree.Folder(folder), "*.md", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Append(Path.Combine(SourceTree.Folder(), "README.md"));

    private static IEnumerable<string> Links(string document) => Link().Matches(document).Select(match => match.Groups[1].Value).Where(link => link.Length > 0);

    // In the program's own addresses a scheme or a slash at the beginning is no file.
    [GeneratedRegex(@"(?:\]\(|src="")(?!\w+:|/)([^)#""\s]*)")]
    private static partial Regex Link();
}
