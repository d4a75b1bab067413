using System.Text.RegularExpressions;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Architecture;

/// <summary>数据库引擎的接缝: what only one engine understands stays behind <c>IDatabaseEngine</c>.</summary>
public sealed partial class DatabaseEngineTests
{
    // The engines, their migrations, the one place that chooses, the one that dotnet-ef asks, and the names of a driver's measurements.
    private static readonly string[] Allowed =
    [
        "HealthCode.Web/Data/Sqlite/", "HealthCode.Web/Data/Postgres/", "HealthCode.Web/Data/Migrations/Sqlite/", "HealthCode.Web/Data/Migrations/Postgres/", "HealthCode.Web/Data/DatabaseEngines.cs",
        "HealthCode.Web/Data/DesignTimeFactory.cs", "HealthCode.Web/Metrics/MetricsSetUp.cs", "HealthCode.Web/Metrics/PoolConnections.cs",
    ];

    [Fact]
    public void No_other_file_names_an_engine_or_what_only_one_understands() => Assert.Empty(
        Sources().Where(file => !Allowed.Any(file.Path.StartsWith) && OfOneEngine().IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void The_files_that_are_allowed_to_do_so_would_be_found() => Assert.All(
        Allowed, place => Assert.Contains(Sources(), file => file.Path.StartsWith(place, StringComparison.Ordinal) && OfOneEngine().IsMatch(file.Text)));

    [Fact]
    public void Neither_engine_names_the_other() => Assert.All(
        (string[])["Sqlite", "Postgres"],
        name => Assert.DoesNotContain(Sources(), file => file.Path.StartsWith($"HealthCode.Web/Data/{name}/", StringComparison.Ordinal) && (name == "Sqlite" ? OnlyPostgres() : OnlySqlite()).IsMatch(file.Text)));

    private static IEnumerable<(string Path, string Text)> Sources() =>
        from project in (string[])["HealthCode.Domain", "HealthCode.Web"]
        from file in Directory.EnumerateFiles(SourceTree.Folder(project), "*.cs*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(SourceTree.Folder(), file).Replace('\\', '/')
        where path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal)
        where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
        select (path, File.ReadAllText(file));

    // date() with a modifier and $ parameters, too: PostgreSQL takes neither.
    [GeneratedRegex(@"sqlite|npgsql|(?<!#)PRAGMA \w|json_each|json_extract|\browid\b|VACUUM|INSERT OR |strftime|plpgsql|pg_\w+\(|::\w+\b(?<=::(text|int|bytea|jsonb))|\bdate\(""?\w+""?, '|[=(,<>]\s*\$[a-z]+\b(?!\{)", RegexOptions.IgnoreCase)]
    private static partial Regex OfOneEngine();

    [GeneratedRegex("npgsql|plpgsql", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyPostgres();

    [GeneratedRegex("sqlite|json_extract|strftime", RegexOptions.IgnoreCase)]
    private static partial Regex OnlySqlite();
}
