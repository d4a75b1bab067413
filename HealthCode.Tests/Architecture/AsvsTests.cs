using System.Text.RegularExpressions;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;

namespace HealthCode.Tests.Architecture;

/// <summary>The checklist of OWASP ASVS 5.0, HealthCode.Web/Security/ASVS.md: whole, each requirement once, and no name in it that is not there.</summary>
public sealed partial class AsvsTests
{
    /// <summary>Requirements of levels 1 and 2 in each chapter, V1 to V17.</summary>
    private static readonly int[] OfChapter = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

    /// <summary>Words of the standards and of the runtime.</summary>
    private static readonly HashSet<string> OfTheRuntime = ["HttpOnly", "SameSite", "Secure", "TryParse", "XmlReader", "XmlWriter", "RandomNumberGenerator", "Input", "Url", "Referrer", "Rules", "HealthCode", "Directory"];

    private static string Checklist => File.ReadAllText(Path.Combine(SourceTree.Folder("HealthCode.Web", "Security"), "ASVS.md"));

    [Fact]
    public void Every_requirement_stands_in_it_once()
    {
        var named = Requirement().Matches(Checklist).Select(match => match.Value).ToList();

        Assert.Equal([], named.GroupBy(number => number).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Equal(OfChapter, Enumerable.Range(1, OfChapter.Length).Select(chapter => named.Count(number => number.StartsWith($"{chapter}.", StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_class_and_test_it_names_is_there()
    {
        var known = typeof(AsvsTests).Assembly.GetTypes().Concat(typeof(OfficeDb).Assembly.GetTypes()).Concat(typeof(HealthCode.Domain.Offices.Office).Assembly.GetTypes())
            .Select(type => type.Name).ToHashSet();

        Assert.Equal([], ClassName().Matches(Checklist).Select(match => match.Groups[1].Value).Distinct().Where(name => !known.Contains(name) && !OfTheRuntime.Contains(name)));
    }

    [Fact]
    public void Twin_a_test_that_is_not_there_would_be_found() =>
        Assert.Contains("NobodyWroteThisTests", ClassName().Matches("held by (`NobodyWroteThisTests`)").Select(match => match.Groups[1].Value));

    [GeneratedRegex(@"\b\d{1,2}\.\d{1,2}\.\d{1,2}\b")]
    private static partial Regex Requirement();

    [GeneratedRegex("`([A-Z][A-Za-z]+)(?=[`.])")]
    private static partial Regex ClassName();
}
