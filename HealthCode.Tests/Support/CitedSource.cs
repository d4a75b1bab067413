using System.Text.RegularExpressions;

namespace HealthCode.Tests.Support;

/// <summary>出处: the source of a rule, in a form that anybody can look up.</summary>
internal static partial class CitedSource
{
    /// <summary>Whether every part, between ；, is a notice with its number, a law with its article, a national standard with its year, or a heading of DECISIONS.md.</summary>
    public static bool IsPublic(string source) => source.Split('；').All(part => Public().IsMatch(part) && Decisions(part).All(Headings.Contains));

    /// <summary>The decisions a text cites: DECISIONS.md D1、D2 or DECISIONS.md D1, D2.</summary>
    public static IEnumerable<string> Decisions(string text) =>
        Citation().Matches(text).SelectMany(match => Number().Matches(match.Value)).Select(match => match.Value);

    /// <summary>The headings of DECISIONS.md.</summary>
    public static IReadOnlySet<string> Headings { get; } = Heading()
        .Matches(File.ReadAllText(Path.Combine(SourceTree.Folder("HealthCode.Domain"), "DECISIONS.md"))).Select(match => match.Groups[1].Value).ToHashSet();

    /// <summary>The text without its citations of decisions.</summary>
    public static string WithoutDecisions(string text) => Citation().Replace(text, "");

    [GeneratedRegex(@"^(\p{IsCJKUnifiedIdeographs}+〔\d{4}〕\d+号( \S.*)?|\p{IsCJKUnifiedIdeographs}+[法典] 第[一二三四五六七八九十百零]+条|(GB|GB/T) \d+-\d{4}( \S.*)?|DECISIONS\.md D\d+(、D\d+)*)$")]
    private static partial Regex Public();

    [GeneratedRegex(@"DECISIONS\.md D\d+(?:(?:、|, )D\d+)*")]
    private static partial Regex Citation();

    [GeneratedRegex(@"D\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"^## (D\d+) ", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
