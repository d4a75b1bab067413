using System.Reflection;
using System.Text.RegularExpressions;
using HealthCode.Domain.Rules;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;

namespace HealthCode.Tests.Architecture;

/// <summary>HealthCode.Domain/RULES.md and DECISIONS.md say what the code says: every rule once, nothing more.</summary>
public sealed partial class RuleDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(SourceTree.Folder("HealthCode.Domain"), "RULES.md"));

    private static readonly IReadOnlyList<Line> Lines = [.. Row().Matches(Document).Select(Line.Of)];

    /// <summary>The rules of the code: those of the domain and of the server, the grounds of the rule packs, and the checks of a document's number.</summary>
    private static readonly IReadOnlyList<Stated> Rules = [.. Declared(typeof(Rule).Assembly), .. Declared(typeof(OfficeDb).Assembly), .. Grounds(), .. NumberChecks()];

    [Fact]
    public void Every_rule_of_the_code_stands_in_the_document_with_its_sentence_and_source()
    {
        Assert.InRange(Rules.Count, 200, 1_000);
        var missing = Rules.Where(rule => !Lines.Any(rule.Is)).Select(rule => $"under ## {rule.Heading}: {rule.Text}").ToList();
        Assert.True(missing.Count == 0, "Add to HealthCode.Domain/RULES.md, or change the line with this code:\n" + string.Join('\n', missing));
    }

    [Fact]
    public void Every_line_of_the_document_is_a_rule_of_the_code_and_stands_once()
    {
        Assert.Equal([], Lines.Where(line => !Rules.Any(rule => rule.Is(line))).Select(line => line.Code));
        Assert.Equal([], Lines.GroupBy(line => line.Code).Where(lines => lines.Count() > 1).Select(lines => lines.Key));
    }

    [Fact]
    public void Every_line_names_public_sources() =>
        Assert.Equal([], Lines.Select(line => line.Source).Concat(Never().Matches(Document).Select(line => line.Groups[1].Value)).Where(source => !CitedSource.IsPublic(source)).Distinct());

    [Fact]
    public void Every_line_names_tests_that_are_there()
    {
        var files = Directory.EnumerateFiles(SourceTree.Folder("HealthCode.Tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), file => Path.GetRelativePath(SourceTree.Folder("HealthCode.Tests"), file)[..^3].Replace('\\', '/'));

        Assert.All(Lines, line => Assert.NotEmpty(line.Tests));
        Assert.Equal([], Lines.SelectMany(line => line.Tests).Distinct()
            .Where(test => !files[test.Split('/')[^1]].Contains(test)).Select(test => $"{test}: there is {string.Join(", ", files[test.Split('/')[^1]].DefaultIfEmpty("none"))}"));
    }

    [Fact]
    public void What_is_never_done_and_its_tests_are_the_same_list() => Assert.Equal(
        typeof(MustNotTests).GetMethods().Where(method => method.IsDefined(typeof(FactAttribute))).Select(method => method.Name).Order(StringComparer.Ordinal),
        Never().Matches(Document).Select(line => line.Groups[2].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Twin_a_rule_nobody_wrote_down_a_changed_sentence_and_a_source_within_would_be_found()
    {
        var rule = Rules.First(each => each.Source is not null);
        var line = Assert.Single(Lines, rule.Is);

        Assert.DoesNotContain(Lines, (rule with { Code = "nobody-wrote-it" }).Is);
        Assert.False(rule.Is(line with { Sentence = line.Sentence + "改" }) || rule.Is(line with { Source = "宁疫指办发〔2020〕63号" }) || rule.Is(line with { Name = "Other" }));
        Assert.False(CitedSource.IsPublic(line.Source + "；本项目"));
    }

    private static IEnumerable<Stated> Declared(Assembly assembly) =>
        from type in assembly.GetTypes()
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where property.PropertyType == typeof(Rule)
        let rule = (Rule)property.GetValue(null)!
        select new Stated(assembly == typeof(Rule).Assembly ? type.Namespace!.Split('.')[^1] : "The server's own", rule.Code, property.Name, rule.Sentence, rule.Source);

    private static IEnumerable<Stated> Grounds() => RulePacks.All.Except(SampleProvince.Versions)
        .SelectMany(pack => pack.IssuesPasses ? pack.Pass.Conditions.Concat(pack.Pass.Clauses) : [])
        .Select(clause => new Stated("Rules", clause.Code, clause.Topic, clause.PlainWords, clause.Citation.Place));

    /// <summary>A sentence about a number has its particulars in it: it is read from the source, … for each of them.</summary>
    private static IEnumerable<Stated> NumberChecks() =>
        Check().Matches(File.ReadAllText(Path.Combine(SourceTree.Folder("HealthCode.Domain", "People"), "IdentityDocumentRules.cs")))
            .Select(check => new Stated("People", check.Groups[2].Value, check.Groups[1].Value, Particular().Replace(check.Groups[3].Value, "…"), null));

    [GeneratedRegex(@"^\| `([^`]+)` \| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| [^|`]+ \| ([^|]+) \| `(\w+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Never();

    [GeneratedRegex("""DocumentFault (\w+)\([^)]*\) => new\("([^"]+)",\s*\$?"([^"]*)""")]
    private static partial Regex Check();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Particular();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Test();

    /// <summary>A line of the document.</summary>
    private sealed record Line(string Code, string Name, string Sentence, string Source, IReadOnlyList<string> Tests)
    {
        public static Line Of(Match row) => new(
            row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value, [.. Test().Matches(row.Groups[5].Value).Select(match => match.Groups[1].Value)]);
    }

    /// <summary>A rule of the code; a check of a number names no source there.</summary>
    private sealed record Stated(string Heading, string Code, string Name, string Sentence, string? Source)
    {
        public string Text => $"| `{Code}` | `{Name}` | {Sentence.Trim()} | {Source ?? "source"} | `path of the test class` |";

        public bool Is(Line line) => line.Code == Code && line.Name == Name && line.Sentence == Sentence.Trim() && (Source is null || line.Source == Source);
    }
}
