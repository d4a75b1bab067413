using System.Text.RegularExpressions;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Architecture;

/// <summary>What the repository cites is public, or stands in it: notices, laws and standards by their numbers, decisions of our own by their heading in DECISIONS.md.</summary>
public sealed partial class CitationTests
{
    private static readonly string[] Folders = ["HealthCode.Domain", "HealthCode.Web", "HealthCode.Tests", "scripts", ".github"];
    private static readonly string[] Kinds = [".cs", ".cshtml", ".md", ".js", ".css", ".html", ".csproj", ".ps1", ".cmd", ".txt", ""];

    [Fact]
    public void Every_decision_that_is_cited_is_there() => None(
        from line in Lines()
        from decision in CitedSource.Decisions(line.Text)
        where !CitedSource.Headings.Contains(decision)
        select $"{line.Place}: {decision}");

    [Fact]
    public void Every_decision_is_one_that_something_rests_on() =>
        None(CitedSource.Headings.Except(Lines().Where(line => !IsDecisions(line.Place)).SelectMany(line => CitedSource.Decisions(line.Text))));

    [Fact]
    public void No_decision_is_numbered_twice()
    {
        var headings = Heading().Matches(File.ReadAllText(Path.Combine(SourceTree.Folder("HealthCode.Domain"), "DECISIONS.md"))).Select(match => match.Value).ToList();

        Assert.Equal(CitedSource.Headings.Count, headings.Count);
    }

    [Fact]
    public void Nothing_cites_a_document_outside_the_repository() =>
        None(Lines().Where(line => CitesOutside(line.Place, line.Text)).Select(line => $"{line.Place}: {line.Text.Trim()}"));

    // Written with escapes, because this file is read, too.
    [Theory]
    [InlineData("Rules.cs", "/// <summary>Kept 30 days (rule\u002Dtable 1.18).</summary>", true)]
    [InlineData("Rules.cs", "/// Source: rule\u0020table.", true)]
    [InlineData("Rules.cs", "new(\"a-b\", \"甲。\", \"standards\u00207.3\")", true)]
    [InlineData("README.md", "as design\u002Emd says", true)]
    [InlineData("Index.cshtml", "@* house\u002Dreview, list A *@", true)]
    [InlineData("Rules.cs", "// bad input, issue\u00201", true)]
    [InlineData("Rules.cs", "/// It decides nothing (\u00474).", true)]
    [InlineData("README.md", "| `Revoke` | 停用 | decision \u00443 |", true)]
    [InlineData("Rules.cs", "/// It decides nothing (DECISIONS.md D13).", false)]
    [InlineData("Rules.cs", "/// Nobody has it (宁疫指办发〔2020〕63号 一(二)5; DECISIONS.md D4, D10).", false)]
    [InlineData("Tests.cs", "Assert.Equal(\"=D4+G4\", cell);", false)]
    [InlineData("Rules.cs", "// By the standards of GB/T 22239-2019.", false)]
    public void Twin_a_document_outside_would_be_found(string file, string line, bool isOutside) => Assert.Equal(isOutside, CitesOutside(file, line));

    [Fact]
    public void Twin_a_decision_nobody_wrote_would_be_found() =>
        Assert.Equal(["D4", "D99"], CitedSource.Decisions("(DECISIONS\u002Emd D4, D99)").Where(decision => decision == "D4" || !CitedSource.Headings.Contains(decision)));

    /// <summary>All of them in the message: the assertions of the framework show the first few, cut off.</summary>
    private static void None(IEnumerable<string> found)
    {
        var all = found.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private static bool CitesOutside(string file, string line)
    {
        var text = CitedSource.WithoutDecisions(line);
        var words = file.EndsWith(".md", StringComparison.Ordinal) ? text : Comment().Match(text).Value;
        return Outside().IsMatch(text) || (!IsDecisions(file) && Alone().IsMatch(words));
    }

    private static bool IsDecisions(string file) => file.EndsWith("DECISIONS.md", StringComparison.Ordinal);

    private static IEnumerable<(string Place, string Text)> Lines() =>
        from file in Folders.SelectMany(folder => Directory.EnumerateFiles(SourceTree.Folder(folder), "*", SearchOption.AllDirectories)).Append(Path.Combine(SourceTree.Folder(), "README.md"))
        let path = Path.GetRelativePath(SourceTree.Folder(), file).Replace('\\', '/')
        where Kinds.Contains(Path.GetExtension(file)) && !Built().IsMatch(path)
        from line in File.ReadLines(file)
        select (path, line);

    [GeneratedRegex(@"rule[- ]?table|\bstandards \d|\bdesign(\.md\b| §)|house[-]review|\blook\.md\b|\bissue \d", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();

    // A finding or a decision by its letter alone.
    [GeneratedRegex(@"\b[GD]\d{1,2}\b")]
    private static partial Regex Alone();

    [GeneratedRegex("//.*|@\\*.*|/\\*.*|^\\s*\\*.*")]
    private static partial Regex Comment();

    [GeneratedRegex("/(bin|obj|licences|Fixtures|Migrations)/")]
    private static partial Regex Built();

    [GeneratedRegex(@"^## D\d+ ", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
