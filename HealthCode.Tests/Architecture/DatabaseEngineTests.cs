using System.Text.RegularExpressions;
using HealthCode.Tests.Support;

namespace HealthCode.Tests.Architecture;

/// <summary>数据库引擎的接缝: what only one engine understands stays behind <c>IDatabaseEngine</c>.</summary>
public sealed partial class DatabaseEngineTests
{
    // The engine, its migrations, and the one place that chooses it.
    private static readonly string[] Allowed =
        ["HealthCode.Web/Data/Sqlite/", "HealthCode.Web/Data/Migrations/Sqlite/", "HealthCode.Web/Data/DatabaseEngines.cs"];

    [Fact]
    public void No_other_file_names_SQLite_or_what_only_SQLite_understands() => Assert.Empty(
        Sources().Where(file => !Allowed.Any(file.Path.StartsWith) && OnlySqlite().IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void The_files_that_are_allowed_to_do_so_would_be_found() => Assert.All(
        Allowed, place => Assert.Contains(Sources(), file => file.Path.StartsWith(place, StringComparison.Ordinal) && OnlySqlite().IsMatch(file.Text)));

    private static IEnumerable<(string Path, string Text)> Sources() =>
        from project in (string[])["HealthCode.Domain", "HealthCode.Web"]
        from file in Directory.EnumerateFiles(SourceTree.Folder(project), "*.cs*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(SourceTree.Folder(), file).Replace('\\', '/')
        where path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal)
        where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
        select (path, File.ReadAllText(file));

    // date() with a modifier and $ parameters, too: PostgreSQL takes neither.
    [GeneratedRegex(@"sqlite|(?<!#)PRAGMA \w|json_each|json_extract|\browid\b|VACUUM|INSERT OR |strftime|\bdate\(""?\w+""?, '|[=(,<>]\s*\$[a-z]+\b(?!\{)", RegexOptions.IgnoreCase)]
    private static partial Regex OnlySqlite();
}
